// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/standing_agreements.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool is_of_old(const Findings& findings, const SigningClause& clause) {
  const auto& words = findings.reading.words;
  const auto& sentence = findings.reading.passage_of(clause.verb).words;
  const bool is_relative = clause.verb > sentence.first + 1 && (words[clause.verb - 1].is("qui") || words[clause.verb - 2].is("qui"));
  if (is_relative && clause.tense != Tense::planned && findings.instruments[*clause.instrument].determiner != Determiner::indefinite && !is_recent(findings, clause)) return true;
  for (auto at = sentence.first; at + 1 < sentence.last; ++at) {
    if (!words[at].is("depuis")) continue;
    const auto& next = words[at + 1];
    const bool is_year = next.kind == WordKind::number && next.folded.size() == 4;
    const bool is_span = findings.reading.has_any({at + 1, std::min(at + 5, sentence.last)}, std::to_array<std::string_view>({"ans", "longtemps", "annees", "decennie", "decennies", "siecle"}));
    if (is_year || is_span) return true;
  }
  return false;
}

bool is_recent(const Findings& findings, const SigningClause& clause) {
  constexpr Day kWeeks = 45;
  if (!clause.day || !findings.reading.dates.dates[findings.reading.days[*clause.day].number].date.is_exact_day() || clause.tense == Tense::planned) return false;
  if (!findings.reading.dates.of_document) return clause.sense == "born";
  const auto& date = findings.reading.dates.dates[findings.reading.days[*clause.day].number].date;
  const auto& published = findings.reading.dates.of_document->date;
  return published.kind() == DateKind::single && date.latest() + kWeeks > published.earliest() &&
         date.earliest() <= published.latest();
}

bool tells_anew(const Findings& findings, const SigningClause& clause) {
  if (clause.sense != "sign" || clause.form == "noun" || clause.tense != Tense::past || clause.is_older || !clause.instrument) return false;
  const auto& one = findings.instruments[*clause.instrument];
  const auto first = one.words.first;
  return one.determiner == Determiner::indefinite && !one.is_older && !one.is_plural && first > 0 && one.words.first > clause.verb &&
         is_one_of(findings.reading.words[first - 1], {"nouvel", "nouveau", "nouvelle"});
}

}  // namespace maillage::documents

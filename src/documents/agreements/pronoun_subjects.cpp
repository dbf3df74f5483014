// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/pronoun_subjects.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

const Place* meant_by_signing_pronoun(const Findings& findings, const SigningClause& clause) {
  constexpr std::size_t kNear = 4;
  const auto& reading = findings.reading;
  const auto& words = reading.words;
  const auto sentence = words[clause.verb].sentence;
  const auto& here = reading.passages[sentence];
  if (sentence == 0 || clause.is_passive || clause.form == "noun" || clause.is_older || !clause.instrument) return nullptr;
  const auto from = clause.verb > here.words.first + kNear ? clause.verb - kNear : here.words.first;
  const bool has_pronoun = reading.has_any({from, clause.verb}, std::to_array<std::string_view>({"il", "elle"}));
  // « dispose d'un contrat. Elle l'a signé avec … »
  const bool is_meant = reading.has_any({from, clause.verb}, std::to_array<std::string_view>({"l"}));
  const bool is_behind = is_meant || findings.instruments[*clause.instrument].words.first > clause.verb;
  if (!has_pronoun || !is_behind || !Reading::within(reading.named, {here.words.first, clause.verb}).empty()) return nullptr;
  const auto& before = reading.passages[sentence - 1];
  const bool names_people = !Reading::within(reading.persons, before.words).empty() || !Reading::within(reading.persons, {here.words.first, clause.verb}).empty();
  if (before.words.empty() || before.block != here.block || before.is_quote || names_people) return nullptr;
  for (const auto& mention : Reading::within(reading.named, before.words)) {
    const auto place = static_cast<std::size_t>(&mention - reading.named.data());
    if (reading.institutions.named[reading.institution_of(mention)].is_generic || is_part_of_next(reading, place)) continue;
    return findings.relations[place] == Relation::bare ? &mention : nullptr;
  }
  return nullptr;
}

std::vector<const Place*> meant_by_plural_pronoun(const Findings& findings, std::uint32_t sentence) {
  constexpr std::size_t kNear = 6;
  const auto& reading = findings.reading;
  const auto& here = reading.passages[sentence];
  const auto is_they = [&](std::size_t at) { return is_one_of(reading.words[at], {"ils", "elles"}); };
  for (const auto c : findings.clauses_of[sentence]) {
    const auto& clause = findings.clauses[c];
    const bool is_signed = clause.signs() && clause.is_told() && !clause.is_older && clause.instrument;
    if (!is_signed || clause.is_passive || clause.form == "noun") continue;
    auto pronoun = clause.verb;
    while (pronoun > here.words.first && clause.verb - pronoun < kNear && !is_they(pronoun)) --pronoun;
    if (!is_they(pronoun) || !Reading::within(reading.named, {pronoun, clause.verb}).empty()) continue;
    const bool is_own = !Reading::within(reading.named, {here.words.first, pronoun}).empty();
    const bool is_relative = pronoun > here.words.first && reading.words[pronoun - 1].folded.starts_with("qu");
    if (is_own && !is_relative) return {};
    auto range = WordRange{here.words.first, pronoun};
    if (!is_own) {
      if (sentence == 0) return {};
      const auto& before = reading.passages[sentence - 1];
      if (before.block != here.block || before.is_quote) return {};
      range = before.words;
    }
    if (!Reading::within(reading.persons, range).empty()) return {};
    std::vector<const Place*> acting;
    for (const auto& mention : Reading::within(reading.named, range)) {
      const auto relation = findings.relations[static_cast<std::size_t>(&mention - reading.named.data())];
      const bool acts = relation == Relation::bare || (is_own && relation == Relation::of_other);
      if (acts && !reading.institutions.named[reading.institution_of(mention)].is_generic) acting.push_back(&mention);
    }
    return acting.size() < 2 ? std::vector<const Place*>{} : acting;
  }
  return {};
}

}  // namespace maillage::documents

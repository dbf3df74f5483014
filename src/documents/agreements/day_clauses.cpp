// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/day_clauses.hpp"

#include <algorithm>

#include "documents/agreements/pronoun_instruments.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFar = 80;  // words beyond which a date belongs to no verb

bool has_verb_before(const Findings& findings, const Place& day) {
  return std::ranges::any_of(findings.clauses_of[findings.reading.words[day.words.first].sentence],
                             [&](std::size_t c) { return findings.clauses[c].verb < day.words.first && findings.clauses[c].sense != "bind"; });
}

/// « Réunis le 4 juin, ils ont donné une suite au protocole adopté en 2019 », « du 8 novembre … ont signé en 2022 »
bool has_date_of_its_own(const Reading& reading, const SigningClause& clause, const Place& day) {
  constexpr std::size_t kNear = 6;
  const bool is_far = day.words.first < clause.verb || day.words.first > clause.verb + kNear;
  if (clause.has_year && is_far) return true;
  if (clause.signs() || !clause.day || !is_far) return false;
  const auto& own = reading.days[*clause.day].words;
  return own != day.words && own.first > clause.verb && own.first <= clause.verb + kNear;
}

}  // namespace

NearestClause nearest_clause(const Findings& findings, const Place& day) {
  const auto& reading = findings.reading;
  NearestClause best;
  for (const auto c : findings.clauses_of[reading.words[day.words.first].sentence]) {
    const auto& clause = findings.clauses[c];
    if (has_date_of_its_own(findings.reading, clause, day)) continue;
    if (clause.sense == "bind" || clause.sense == "succeed" || clause.sense == "join" || clause.sense == "announce" || clause.sense == "born") continue;
    const bool is_after = day.words.first > clause.verb;
    const auto from = is_after ? clause.verb : day.words.last, to = is_after ? day.words.first : clause.verb;
    auto distance = to > from ? to - from : 0;
    if (!is_after && has_verb_before(findings, day)) distance += 4;  // « prendra effet au 1er janvier et s'achèvera le … »
    bool is_cut = distance > kFar;
    const bool goes_back = !is_after && clause.signs() && goes_back_by_pronoun(reading, clause.verb, to > from ? from : clause.verb);
    for (auto at = from; at < to && !is_cut; ++at) {
      is_cut = is_cut || (reading.words[at].is(";") && !goes_back) || (is_after && clause.is_bare && is_one_of(reading.words[at], {"sera", "seront"}));
      if (is_after && reading.words[at].is(",")) distance += 4;  // a date belongs to the verb of its own part of the sentence
    }
    if (is_cut || (best.clause != nullptr && distance >= best.distance)) continue;
    best = {&clause, distance};
  }
  // « avait été adoptée et paraphée », « a été entérinée par la signature de »: of two verbs side by side the one that signs.
  for (const auto c : findings.clauses_of[reading.words[day.words.first].sentence]) {
    const auto& clause = findings.clauses[c];
    if (best.clause != nullptr && clause.signs() && !best.clause->signs() && clause.verb > best.clause->verb && clause.verb - best.clause->verb <= (clause.form == "noun" && clause.verb > 1 && findings.reading.words[clause.verb - 2].is("par") ? 9U : 2U)) best.clause = &clause;
  }
  return best;
}

DateRole role_of_clause(const SigningClause& clause) {
  if (clause.signs() || (clause.sense == "engage" && clause.form == "participle") || clause.sense == "pen") {
    if (clause.is_older) return DateRole::older;
    if (clause.tense == Tense::planned) return DateRole::planned_signature;
    return clause.tense == Tense::past || clause.tense == Tense::present ? DateRole::signature : DateRole::none;
  }
  if (clause.sense == "adopt") return DateRole::vote;
  if (clause.sense == "enter") return DateRole::entry_into_force;
  if (clause.sense == "end") return DateRole::end;
  if (clause.sense == "launch") return DateRole::launch;
  if (clause.sense == "event") return DateRole::event;
  return DateRole::none;
}

bool DayFacts::is_of_a_law(const Place& day) const {
  const WordUses uses(reading_.lexicon.term_words, reading_.words);
  return uses.any(day.words.first > 3 ? day.words.first - 3 : 0, day.words.first, "law");
}

bool DayFacts::is_of_amended(const Place& day) const {
  constexpr std::size_t kReach = 16, kNumber = 5;
  const auto& words = reading_.words;
  const auto first = reading_.passage_of(day.words.first).words.first;
  if (day.words.first < first + 3 || !is_one_of(words[day.words.first - 1], {"du", "de"})) return false;
  for (auto at = day.words.first - 1; at > first && day.words.first - at < kReach; --at) {
    const auto& word = words[at - 1];
    if (is_one_of(word, {",", ";", ":", "le"})) return false;
    if (!is_one_of(word, reading_.lexicon.list("day_clauses.amendments"))) continue;
    return reading_.has_any({at, std::min(at + kNumber, day.words.first - 1)}, reading_.lexicon.list("day_clauses.to"));
  }
  return false;
}

bool DayFacts::is_of_document(const Place& day) const {
  return reading_.dates.of_document && reading_.dates.of_document->span == reading_.dates.dates[day.number].span;
}

bool DayFacts::begins_or_ends_a_term(const Place& day) const {
  const auto begin = day.words.first > 12 ? day.words.first - 12 : 0;
  const auto periods = Reading::within(reading_.periods, {begin, day.words.first});
  const bool is_bound = std::ranges::any_of(periods, [&](const Place& period) {
    return period.words.holds(day.words.first) && reading_.dates.periods[period.number].rule == "until";
  });
  if (is_bound) return true;
  const WordUses uses(reading_.lexicon.term_words, reading_.words);
  const auto first = reading_.passage_of(day.words.first).words.first;
  for (auto at = day.words.first > first + 3 ? day.words.first - 3 : first; at < day.words.first; ++at) {
    const bool is_article = reading_.words[at].is("des") && reading_.words.text_of(at, at + 1) == "des";  // « des trois organismes mercredi »
    const bool is_past = reading_.words[at].is("des") && date_of(day).is_exact_day() && reading_.dates.of_document &&  // « avait conclu dès le 25 novembre »
                         date_of(day).latest() <= reading_.dates.of_document->date.latest();
    const std::string_view rule = reading_.dates.dates[day.number].rule;  // « dès le lendemain »
    const bool is_counted =
        reading_.words[at].is("des") && (rule == "next_day" || rule == "same_day" || rule == "days_between");
    if (uses.is(at, "bounds_a_term") && !is_article && !is_past && !is_counted) return true;
  }
  return false;
}

bool DayFacts::is_too_late(const Place& day) const {
  return reading_.dates.of_document && reading_.dates.of_document->date.kind() == DateKind::single &&
         date_of(day).earliest() > reading_.dates.of_document->date.latest() + 31;
}

DateRole DayFacts::role_of(const Place& day) const {
  const auto nearest = nearest_clause(findings_, day);
  return nearest.clause == nullptr ? DateRole::none : role_of_clause(*nearest.clause);
}

}  // namespace maillage::documents

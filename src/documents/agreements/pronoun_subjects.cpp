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

}  // namespace maillage::documents

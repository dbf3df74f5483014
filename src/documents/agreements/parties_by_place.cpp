// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/parties_by_place.hpp"

#include <algorithm>

namespace maillage::documents {

bool is_in_list_of_parties(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  constexpr std::size_t kLongest = 16, kHead = 5;  // words
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  if (passage.kind == BlockKind::title || passage.kind == BlockKind::heading || passage.is_quote) return false;
  const auto no = reading.lexicon.list("parties_by_place.no");
  for (auto at = passage.words.first; at < std::min(mention.first, passage.words.first + kLongest); ++at) {
    if (!reading.words[at].is(":")) continue;
    const WordRange lead{passage.words.first, at}, behind{at, passage.words.last};
    const bool names_sides = reading.has_any({lead.first, std::min(lead.first + kHead, lead.last)}, reading.lexicon.list("parties_by_place.who_signs"));
    if (!names_sides || reading.has_any(lead, no) || !Reading::within(reading.named, lead).empty()) return false;
    const bool is_only = Reading::within(reading.persons, behind).empty() && Reading::within(reading.named, behind).size() >= 2;
    return is_only && findings.instruments_of[sentence].empty() && !reading.has_any({at, mention.first}, no);
  }
  return false;
}

bool is_where_they_met(const Reading& reading, const WordRange& mention) {
  constexpr std::size_t kReach = 10, kNear = 3;  // words
  const auto& words = reading.passage_of(mention.first).words;
  const WordRange before{mention.first > words.first + kReach ? mention.first - kReach : words.first, mention.first};
  if (!reading.has_any(before, reading.lexicon.list("parties_by_place.met"))) return false;
  auto lead = mention.first;
  while (lead > words.first + 1 && is_one_of(reading.words[lead - 1], {"la", "l", "le"})) --lead;
  if (!is_one_of(reading.words[lead - 1], {"a", "au", "aux", "dans", "chez"})) return false;
  for (auto at = mention.last; at < std::min(mention.last + kNear, words.last); ++at) {
    if (is_one_of(reading.words[at], {"pour", "afin"})) return true;
  }
  return false;
}

}  // namespace maillage::documents

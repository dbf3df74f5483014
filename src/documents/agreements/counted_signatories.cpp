// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/counted_signatories.hpp"

#include <algorithm>
#include <set>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::uint32_t kReach = 3;
constexpr std::size_t kNear = 8, kMost = 8;

/// How many people a sentence counts before the verb of a signature that took place: « Trois responsables y ont signé », « Toutes
/// deux ont paraphé »; none where it names one of them.
std::optional<std::size_t> people_counted(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& words = reading.words;
  const auto& passage = reading.passages[sentence];
  if (passage.words.empty() || passage.is_question || !Reading::within(reading.persons, passage.words).empty()) return std::nullopt;
  for (const auto c : findings.clauses_of[sentence]) {
    const auto& clause = findings.clauses[c];
    const bool is_done = clause.signs() && !clause.is_older && !clause.is_passive && clause.form != "noun" && (clause.tense == Tense::past || clause.tense == Tense::present);
    if (!is_done) continue;
    const auto from = clause.verb > passage.words.first + kNear ? clause.verb - kNear : passage.words.first;
    for (auto at = from; at + 1 < clause.verb; ++at) {
      auto noun = at + 1;
      const auto number = small_number(words, at, reading.lexicon, &noun);
      if (!number || *number < 2 || static_cast<std::size_t>(*number) > kMost) continue;
      const bool are_all = at > passage.words.first && is_one_of(words[at - 1], {"tous", "toutes", "etaient", "sont", "furent"});
      const bool are_people = reading.has_any({noun, std::min(noun + 3, clause.verb)}, reading.lexicon.list("counted_signatories.people"));
      if (are_all || are_people) return static_cast<std::size_t>(*number);
    }
  }
  return std::nullopt;
}

void add_people(const Reading& reading, std::uint32_t sentence, std::set<std::uint32_t>& people) {
  for (const auto& place : Reading::within(reading.persons, reading.passages[sentence].words)) {
    if (!reading.people.named[reading.person_of(place)].is_contact) people.insert(reading.person_of(place));
  }
}

}  // namespace

bool is_of_counted_signatories(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto count = static_cast<std::uint32_t>(reading.passages.size());
  const auto& section = reading.passages[sentence].section;
  // Told before: all that stand between, up to the number.
  for (auto s = sentence + 1; s < count && s <= sentence + kReach && reading.passages[s].section == section; ++s) {
    const auto counted = people_counted(findings, s);
    if (!counted) continue;
    std::set<std::uint32_t> people;
    auto first = s;  // of the sentences that name them
    while (first > 0 && first + kReach > s && people.size() < *counted && reading.passages[first - 1].section == section) add_people(reading, --first, people);
    return people.size() == *counted && first <= sentence;
  }
  // Told behind: the first sentence that names people names them all.
  for (auto s = sentence; s-- > 0 && s + kReach >= sentence && reading.passages[s].section == section;) {
    std::set<std::uint32_t> people;
    add_people(reading, s, people);
    if (!people.empty()) return false;
    const auto counted = people_counted(findings, s);
    if (!counted) continue;
    add_people(reading, sentence, people);
    return people.size() == *counted;
  }
  return false;
}

}  // namespace maillage::documents

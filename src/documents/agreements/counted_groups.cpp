// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/counted_groups.hpp"

#include <algorithm>
#include <optional>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::uint32_t kReach = 14;  // sentences

/// « huit écoles »: a number and the noun right behind it, adjectives looked over.
struct Counted {
  int number = 0;
  std::string_view noun;
  std::size_t last = 0;
};

std::optional<Counted> counted_at(const Reading& reading, std::size_t at, std::size_t end) {
  constexpr std::size_t kAdjectives = 2;
  const auto number = small_number(reading.words, at, reading.lexicon);
  if (!number || *number < 2 || *number > 60) return std::nullopt;
  for (auto noun = at + 1; noun < std::min(at + 2 + kAdjectives, end); ++noun) {
    const auto& word = reading.words[noun];
    if (word.kind != WordKind::word || word.casing != Casing::lower) return std::nullopt;
    if (is_one_of(word, reading.lexicon.list("counted_groups.adjectives"))) continue;
    return Counted{*number, word.folded, noun + 1};
  }
  return std::nullopt;
}

/// The group that a sentence begins with and tells one by one: « Les huit écoles sont … », « Ces huit écoles : … ».
std::optional<Counted> group_spelled_out(const Reading& reading, const WordRange& range) {
  constexpr std::size_t kQualities = 4;  // « fondatrices », « de l'estuaire »
  if (range.first + 4 >= range.last || !is_one_of(reading.words[range.first], {"les", "ces", "nos", "leurs", "ses"})) return std::nullopt;
  const auto counted = counted_at(reading, range.first + 1, range.last);
  for (auto at = counted ? counted->last : range.last; at < std::min(range.last, counted ? counted->last + kQualities : 0); ++at) {
    if (reading.words[at].is(":")) return counted;
    const bool is_told = is_one_of(reading.words[at], {"sont", "etaient", "seront"});
    const auto first = at + 1;
    const auto named = Reading::within(reading.named, {first, std::min(first + 4, range.last)});
    if (is_told) return named.empty() ? std::nullopt : counted;
    if (reading.words[at].kind == WordKind::mark) return std::nullopt;
  }
  return std::nullopt;
}

bool tells_bond(const Findings& findings, std::uint32_t sentence) {
  return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    const bool binds = clause.signs() || clause.sense == "bind" || clause.sense == "engage" || clause.sense == "join";
    return binds && clause.is_told() && !clause.is_older;
  });
}

}  // namespace

bool tells_who_counted_are(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  if (passage.is_quote || Reading::within(reading.named, passage.words).size() < 2) return false;
  const auto group = group_spelled_out(reading, passage.words);
  if (!group) return false;
  for (auto s = sentence; s-- > 0 && sentence - s <= kReach;) {
    if (reading.passages[s].words.empty() || !tells_bond(findings, s)) continue;
    const auto& range = reading.passages[s].words;
    for (auto at = range.first; at + 1 < range.last; ++at) {
      const auto told = counted_at(reading, at, range.last);
      if (told && told->number == group->number && told->noun == group->noun) return true;
    }
  }
  return false;
}

bool is_bare_enumeration(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& range = reading.passages[sentence].words;
  const auto named = Reading::within(reading.named, range);
  if (named.size() < 2) return false;
  constexpr std::size_t kFewOthers = 3;  // of a name that is not read to its end
  std::size_t others = 0;
  auto at = range.first;
  const auto goes_to = [&](std::size_t end) {
    for (; at < end; ++at) {
      const auto& word = reading.words[at];
      if (word.kind == WordKind::mark ? !is_one_of(word, {":", "?", "«"}) : is_one_of(word, reading.lexicon.list("counted_groups.between"))) continue;
      const bool is_of_sentence = word.kind == WordKind::mark || is_one_of(word, reading.lexicon.list("counted_groups.no_names")) || reading.lexicon.signing_verbs.at(reading.words, at, end);
      if (is_of_sentence || ++others > kFewOthers) return false;
    }
    return true;
  };
  for (const auto& mention : named) {
    if (!goes_to(mention.words.first)) return false;
    at = std::max(at, mention.words.last);
  }
  return goes_to(range.last) && others * 2 <= named.size() * 3;
}

bool is_hand_of_row(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  const auto& reading = findings.reading;
  const auto& range = reading.passages[sentence].words;
  const auto named = Reading::within(reading.named, {range.first, mention.first});
  if (named.empty() || named.front().words.first > range.first + 1 || !Reading::within(reading.persons, range).empty()) return false;
  if (findings.relations[static_cast<std::size_t>(&named.front() - reading.named.data())] != Relation::bare) return false;
  auto at = named.front().words.last;
  while (at < mention.first && (is_one_of(reading.words[at], {"(", ")"}) || named.back().words.holds(at))) ++at;
  return at + 1 < mention.first && reading.words[at].is(",") && is_one_of(reading.words[at + 1], {"le", "la", "l"});
}

bool is_office_of_hand(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  const auto& reading = findings.reading;
  const auto& range = reading.passages[sentence].words;
  const auto& whom = findings.for_whom[sentence];
  if (!whom || findings.is_keyed[sentence]) return false;
  const auto persons = Reading::within(reading.persons, {range.first, mention.first});
  if (persons.empty() || persons.front().words.first > range.first + 1) return false;
  return std::ranges::none_of(Reading::within(reading.named, mention), [&](const Place& one) { return reading.institution_of(one) == *whom; }) &&
         is_one_of(reading.words[mention.first], {"de", "du", "des", "d", "la", "l"});
}

}  // namespace maillage::documents

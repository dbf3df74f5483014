// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/counted_parties.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

/// « un protocole que trois administrations préparaient »
bool counts_parties(const Reading& reading, const Passage& passage) {
  return Reading::within(reading.named, passage.words).empty() && reading.has_any(passage.words, reading.lexicon.list("counted_parties.parties")) && reading.has_any(passage.words, reading.lexicon.list("counted_parties.counts"));
}

/// « Deux communes : A et B. »
bool counts_off(const Reading& reading, std::uint32_t sentence) {
  const auto& range = reading.passages[sentence].words;
  const bool begins = !range.empty() && (is_one_of(reading.words[range.first], reading.lexicon.list("counted_parties.counts")) || is_one_of(reading.words[range.first], {"un", "une"}));
  return begins && !Reading::within(reading.named, range).empty();
}

}  // namespace

bool goes_on_counting(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  const auto cues = reading.cues_within({passage.words.first, std::min(passage.words.first + 3, passage.words.last)});
  if (std::ranges::none_of(cues, [&](const auto& cue) { return reading.cue(cue) == "next"; })) return false;
  for (auto s = sentence; s-- > 0 && reading.passages[s].section == passage.section && s + 6 > sentence;) {
    if (counts_parties(reading, reading.passages[s]) && !findings.instruments_of[s].empty()) return true;
    if (reading.passages[s].block != passage.block) continue;
    const auto before = reading.cues_within(reading.passages[s].words);
    if (std::ranges::any_of(before, [&](const auto& cue) { return reading.cue(cue) == "membership"; })) return true;
  }
  return false;
}

bool follows_count_of_parties(const Findings& findings, std::uint32_t sentence) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passages[sentence];
  auto first = sentence;
  constexpr std::uint32_t kMostKinds = 8;
  while (first > 0 && sentence - first < kMostKinds && reading.passages[first - 1].block == passage.block && counts_off(reading, first) && counts_off(reading, first - 1)) --first;
  if (first == 0) return false;
  const auto& before = reading.passages[first - 1];
  if (before.block != passage.block || !Reading::within(reading.named, before.words).empty()) return false;
  return before.words.last - before.words.first < 16 && reading.has_any(before.words, reading.lexicon.list("counted_parties.parties")) && counts_anew(reading, before.words);
}

bool counts_anew(const Reading& reading, const WordRange& range) {
  for (auto at = range.first; at < range.last; ++at) {
    const bool is_count = std::ranges::count(reading.lexicon.list("counted_parties.counts"), reading.words[at].folded) > 0;
    if (is_count && (at == range.first || !std::ranges::count(reading.lexicon.list("counted_parties.known"), reading.words[at - 1].folded))) return true;
  }
  return reading.has_any(range, reading.lexicon.list("counted_parties.counts")) && reading.has_any(range, reading.lexicon.list("counted_parties.members"));
}

}  // namespace maillage::documents

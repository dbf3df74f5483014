// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/reading.hpp"

#include <algorithm>
#include <tuple>

namespace maillage::documents {
namespace {

WordRange words_on(const Words& words, const Span& span) {
  const auto first = words.first_from(span.begin);
  auto last = first;
  while (last < words.size() && words[last].span.begin < span.end) ++last;
  return {first, std::max(last, std::min(first + 1, words.size()))};
}

template <class Mentions>
std::vector<Place> places_of(const Words& words, const Mentions& mentions) {
  std::vector<Place> places;
  places.reserve(mentions.size());
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const auto range = words_on(words, mentions[i].span);
    if (!range.empty()) places.push_back({range, i});
  }
  std::ranges::stable_sort(places, {}, [](const Place& place) { return place.words.first; });
  return places;
}

// Words of a sentence that are read: no writer's sentence is as long; one that a machine made would cost its square.
constexpr std::size_t kLongestSentence = 500;

bool is_quote_mark(const Word& word) { return word.is("«") || word.is("“") || word.is("\""); }

}  // namespace

Reading::Reading(const Words& w, const Lexicon& l, const Dates& d, const Institutions& i, const People& p)
    : words(w), lexicon(l), dates(d), institutions(i), people(p), named(places_of(w, i.mentions)),
      persons(places_of(w, p.mentions)), days(places_of(w, d.dates)), periods(places_of(w, d.periods)),
      amounts(places_of(w, d.amounts)), groups(places_of(w, i.groups)) {
  const auto& prose = words.prose();
  passages.resize(prose.sentences.size());
  for (std::uint32_t s = 0; s < passages.size(); ++s) {
    auto& passage = passages[s];
    passage.block = prose.block_at(prose.sentences[s].begin);
    const auto& block = prose.blocks[passage.block];
    passage.kind = block.kind;
    passage.section = block.section;
    if (block.kind == BlockKind::furniture) continue;
    std::tie(passage.words.first, passage.words.last) = words.of_sentence(s);
    if (passage.words.empty()) continue;
    passage.words.last = std::min(passage.words.last, passage.words.first + kLongestSentence);
    passage.is_question = words[passage.words.last - 1].is("?") ||
                          (passage.words.last - passage.words.first > 1 && words[passage.words.last - 2].is("?"));
    passage.is_quote = is_quote_mark(words[passage.words.first]);
  }
  cues = lexicon.party_cues.all(words, 0, words.size());
}

std::span<const Place> Reading::within(const std::vector<Place>& places, const WordRange& range) {
  const auto begin = std::ranges::lower_bound(places, range.first, {}, [](const Place& place) { return place.words.first; });
  const auto end = std::ranges::lower_bound(begin, places.end(), range.last, {}, [](const Place& place) { return place.words.first; });
  return {begin, end};
}

std::span<const PhraseTable::Found> Reading::cues_within(const WordRange& range) const {
  const auto begin = std::ranges::lower_bound(cues, range.first, {}, &PhraseTable::Found::first);
  const auto end = std::ranges::lower_bound(begin, cues.end(), range.last, {}, &PhraseTable::Found::first);
  return {begin, end};
}

bool Reading::has_any(const WordRange& range, std::span<const std::string_view> folded_words) const {
  for (auto at = range.first; at < range.last; ++at) {
    if (std::ranges::find(folded_words, words[at].folded) != folded_words.end()) return true;
  }
  return false;
}

}  // namespace maillage::documents

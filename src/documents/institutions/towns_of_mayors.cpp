// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/towns_of_mayors.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestTown = 5, kLongestLine = 14;  // words

// « , maire » at the end of the line, without « de N » behind it.
bool ends_with_mayor(const Words& words, std::size_t from, std::size_t end) {
  for (auto at = from; at < end && at < from + kLongestLine; ++at) {
    if (!words[at].is("maire") && !words[at].is("mairesse")) continue;
    return at + 1 >= end || words[at + 1].joined == '\n' || words[at + 1].kind == WordKind::mark;
  }
  return false;
}

// « Le Bois-sur-Sarle », no sentence: capitals with small words between.
bool is_of_capitals(const Words& words, std::size_t first, std::size_t last) {
  for (auto at = first; at < last; ++at) {
    const bool is_small = is_one_of(words[at].folded, {"d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sous", "sur"});
    if (words[at].kind == WordKind::word && !words[at].is_capital() && (!is_small || at == first)) return false;
  }
  return true;
}

}  // namespace

std::vector<FoundName> towns_of_mayors(const NameContext& context, const std::vector<FoundName>& found) {
  const auto& words = context.words;
  std::vector<FoundName> names;
  for (const auto& block : words.prose().blocks) {
    if (block.kind == BlockKind::contact || block.kind == BlockKind::furniture) continue;
    const auto last = words.first_from(block.span.end);
    auto first = words.first_from(block.span.begin);
    while (first < last && words[first].kind != WordKind::word && first < words.first_from(block.span.begin) + 2) ++first;
    auto mark = first;
    while (mark < last && mark < first + kLongestTown + 1 && !is_one_of(words[mark].folded, {":", "–", "—"})) ++mark;
    if (mark >= last || mark == first || !is_one_of(words[mark].folded, {":", "–", "—"}) || !ends_with_mayor(words, mark + 1, last)) continue;
    const auto proper = is_one_of(words[first].folded, {"le", "la", "les", "l"}) && mark > first + 1 ? first + 1 : first;
    const bool is_place = is_of_capitals(words, first, mark) && words[proper].is_capital() && !context.heads.at(words, first, mark) &&
                          !context.lexicon.functions.at(words, first, mark) && !context.lexicon.honorifics.at(words, first, mark) &&
                          !context.signs.is_person(first, mark) && !context.lexicon.section_words.at(words, first, mark);
    const bool is_taken = std::ranges::any_of(found, [&](const FoundName& other) {
      return other.strength != NameStrength::generic && other.first < mark && first < other.last;
    });
    if (!is_place || is_taken) continue;
    names.push_back(FoundName::on_words(first, mark, "Commune " + of_place(words.text_of(first, mark)), "commune", NameStrength::implied, "town_of_a_mayor"));
  }
  return names;
}

}  // namespace maillage::documents

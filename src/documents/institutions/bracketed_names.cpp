// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/bracketed_names.hpp"

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostBracketed = 5, kMostAbbreviated = 12, kMostInBracket = 40;

}  // namespace

BracketedName bracketed_name(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at >= end || !words[at].is("(")) return {};
  auto last = at + 1;
  while (last < end && !words[last].is(")") && last - at <= kMostBracketed + 1) ++last;
  if (last >= end || !words[last].is(")") || last == at + 1) {
    // « (LAPHY, unité mixte de …) »
    const bool is_followed = at + 2 < end && words[at + 2].is(",") && words[at + 1].casing == Casing::upper;
    if (!is_followed) return {};
    for (last = at + 3; last < end && last < at + kMostInBracket && !words[last].is(")"); ++last) {
    }
    if (last >= end || !words[last].is(")")) return {};
    return {std::string(words.text_of(at + 1, at + 2)), last + 1};
  }
  auto first = at + 1;
  if (is_one_of(words[first].folded, {"l", "la", "le"})) ++first;
  if (first >= last || !words[first].is_capital() || words[first].folded.size() < 2) return {};
  if (last - first > kMostBracketed) return {};
  for (auto i = first; i < last; ++i) {
    if (words[i].kind == WordKind::mark) return {};
  }
  if (context.lexicon.no_institutions.at(words, first, last)) return {};
  if (words[first].casing != Casing::upper && context.known.is_place(folded(words.text_of(first, last)))) return {};
  return {std::string(words.text_of(first, last)), last + 1};
}

std::size_t abbreviated_end(const NameContext& context, std::size_t first, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  auto bracket = at;
  while (bracket < end && bracket < at + kMostAbbreviated && !words[bracket].is("(")) ++bracket;
  if (bracket >= end || bracket == at || !words[bracket].is("(") || bracket + 2 >= end || !words[bracket + 2].is(")"))
    return at;
  const auto letters = words[bracket + 1].folded;
  const bool is_acronym = words[bracket + 1].casing == Casing::upper
                              ? letters.size() >= 3
                              : words[bracket + 1].is_capital() && (letters.size() >= 5 || (letters.size() == 4 && has_two_capitals(words.prose().of(words[bracket + 1].span))));
  if (!is_acronym || words[first].folded[0] != letters[0]) return at;
  std::size_t matched = 0;
  bool is_last_behind = false;
  for (auto i = first; i < bracket; ++i) {
    if (words[i].kind == WordKind::mark && (i >= at || !words[i].is(","))) return at;
    if (matched < letters.size() && !words[i].folded.empty() && words[i].folded[0] == letters[matched]) {
      ++matched;
      is_last_behind = i >= at;
    }
  }
  return matched == letters.size() && is_last_behind ? bracket : at;
}

}  // namespace maillage::documents

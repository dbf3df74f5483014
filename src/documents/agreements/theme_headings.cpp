// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_headings.hpp"

#include <string_view>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 9;  // words

// « Ce que veulent les partenaires », « Ce que les signataires attendent »
bool tells_what_sides_want(const ThemeContext& context, const WordRange& words) {
  const auto& all = context.words;
  return words.last - words.first > 3 && all[words.first].is("ce") && is_one_of(all[words.first + 1], {"que", "qu"}) &&
         context.uses.any(words.first + 2, words.last, "bound");
}

// « Les outils proposés », « Des moyens communs »: things in the plural and what is made of them
bool names_what_is_foreseen(const ThemeContext& context, const WordRange& words) {
  const auto& all = context.words;
  const auto last = words.last - 1;
  return words.last - words.first >= 3 && is_one_of(all[words.first], {"les", "des", "leurs", "ses"}) &&
         all[last].folded.ends_with("s") && context.uses.is(last, "foreseen") &&
         !context.uses.any(words.first, last, "other_list");  // « Les étapes prévues »
}

}  // namespace

double weight_of_heading(const ThemeContext& context, const Passage& heading) {
  const auto& words = heading.words;
  const bool is_heading = heading.kind == BlockKind::heading || heading.kind == BlockKind::title;
  if (!is_heading || words.empty() || words.last - words.first > kLongest || heading.is_question) return 0;
  if (tells_what_sides_want(context, words)) return .82;
  if (names_what_is_foreseen(context, words)) return .64;
  return 0;
}

}  // namespace maillage::documents

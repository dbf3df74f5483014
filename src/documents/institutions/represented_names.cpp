// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/represented_names.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestName = 16;  // words

bool is_represented(const Words& words, std::size_t at, std::size_t end) {
  return words[at].casing == Casing::lower && words[at].folded.starts_with("represente") && words[at].folded.size() <= 13 && at + 1 < end &&
         is_one_of(words[at + 1], {"par", "ici", "pour"});
}

// What parts a name from the words before it: a mark, « entre », « et » with an article behind it, a verb of signing.
bool ends_before(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  const auto& word = words[at];
  if (word.kind == WordKind::mark && word.joined != '-') return true;
  if (is_one_of(word, {"entre", "avec", "par", "que"})) return true;
  const bool has_article_behind = at + 1 < end && is_one_of(words[at + 1], {"le", "la", "l", "les"});
  if (word.is("et") && has_article_behind) return true;
  return static_cast<bool>(context.lexicon.signing_verbs.at(words, at, end));
}

}  // namespace

std::vector<FoundName> represented_names(const NameContext& context, const std::vector<FoundName>& found) {
  const auto& words = context.words;
  std::vector<std::size_t> ends(words.size() + 1);  // one more than where a name begins that ends there
  for (const auto& name : found) ends[name.last] = name.first + 1;
  std::vector<FoundName> names;
  for (std::size_t at = 2; at < words.size(); ++at) {
    const auto [begin, end] = words.of_sentence(words[at].sentence);
    if (at < begin + 2 || !is_represented(words, at, end) || context.signs.is_furniture(at)) continue;
    auto last = at;
    if (is_one_of(words[last - 1], {",", "("})) --last;
    if (const auto bracket = last > begin && words[last - 1].is(")") ? last - 1 : last; bracket < last) {
      auto open = bracket;
      while (open > begin && bracket - open < kLongestName && !words[open].is("(")) --open;
      last = words[open].is("(") ? open : last;
    }
    const bool is_told_by_verb = is_one_of(words[at - 1], {"est", "etait", "sont", "etaient", "fut", "furent", "sera", "seront", "ete"});
    if (last <= begin || ends[last] > 0 || is_told_by_verb) continue;
    auto first = last;
    while (first > begin && last - first < kLongestName && !ends_before(context, first - 1, end)) --first;
    while (first < last && is_one_of(words[first], {"le", "la", "l", "les", "et", "d", "une", "part"})) ++first;
    const bool is_name = first < last && words[first].kind == WordKind::word && !context.signs.is_person(first, last) &&
                         (words[first].is_capital() || first == begin) && !context.lexicon.functions.at(words, first, last) &&
                         !context.lexicon.honorifics.at(words, first, last) && !context.lexicon.agreement_types.at(words, first, last);
    if (!is_name) continue;
    names.push_back(FoundName::on_words(first, last, capitalized(context.signs.written(first, last)), "", NameStrength::full, "represented"));
  }
  return names;
}

}  // namespace maillage::documents

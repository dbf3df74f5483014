// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/parties_in_words.hpp"

#include <algorithm>
#include <array>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

struct Article {
  std::string_view before;  // the word that stands before the name
  std::string_view article;
};
constexpr auto kArticles = std::to_array<Article>({{"le", "le "}, {"du", "le "}, {"au", "le "}, {"la", "la "}, {"les", "les "}, {"des", "les "}, {"aux", "les "}});

// The article before a mention; empty where it has none.
std::string_view article_before(const Words& words, std::size_t first) {
  const bool is_elided = words[first].joined == '\'';
  if (first == 0) return {};
  const auto& before = words[first - 1];
  if (is_elided) return before.is("l") ? "l'" : "";
  const auto found = std::ranges::find_if(kArticles, [&](const Article& one) { return before.is(one.before); });
  return found == kArticles.end() ? std::string_view() : found->article;
}

// Only where it is named by the same first word: « le CHU » tells nothing of « Hôpitaux de Grandval ».
std::string_view article_of(const Reading& reading, std::uint32_t institution) {
  const auto first_word = folded(reading.institutions.named[institution].name);
  for (const auto& place : reading.named) {
    if (reading.institution_of(place) != institution || place.words.empty()) continue;
    const auto& word = reading.words[place.words.first];
    const bool begins_alike = first_word.starts_with(word.folded) && (first_word.size() == word.folded.size() || first_word[word.folded.size()] == ' ');
    if (!begins_alike) continue;
    if (const auto article = article_before(reading.words, place.words.first); !article.empty()) return article;
  }
  return {};
}

}  // namespace

std::string parties_in_words(const Reading& reading, const std::vector<ReadParty>& parties) {
  std::string text;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (i > 0) text += i + 1 == parties.size() ? " et " : ", ";
    text += article_of(reading, parties[i].institution);
    text += reading.institutions.named[parties[i].institution].name;
  }
  return text;
}

}  // namespace maillage::documents

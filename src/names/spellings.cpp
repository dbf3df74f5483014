// SPDX-License-Identifier: Apache-2.0
#include "names/spellings.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace maillage {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const auto space = text.find(' ');
    if (space != 0) words.push_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr auto small_words = std::to_array<std::string_view>(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the", "and"});
constexpr auto civilities = std::to_array<std::string_view>(
    {"m", "mme", "mlle", "mr", "mrs", "ms", "monsieur", "madame", "dr", "docteur", "pr", "professeur", "prof"});
constexpr auto words_for_commune = std::to_array<std::string_view>({"ville", "mairie", "commune", "municipalite"});

// In the order of the abbreviations.
constexpr auto abbreviations = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ars", "agence regionale sante"},
    {"asso", "association"},
    {"ca", "communaute agglomeration"},
    {"cc", "communaute communes"},
    {"cd", "conseil departemental"},
    {"ch", "centre hospitalier"},
    {"chi", "centre hospitalier intercommunal"},
    {"chr", "centre hospitalier regional"},
    {"chru", "centre hospitalier regional universitaire"},
    {"chu", "centre hospitalier universitaire"},
    {"cpam", "caisse primaire assurance maladie"},
    {"cu", "communaute urbaine"},
    {"dept", "departement"},
    {"dpt", "departement"},
    {"fac", "faculte"},
    {"ght", "groupement hospitalier territoire"},
    {"hdf", "hauts france"},
    {"ifsi", "institut formation soins infirmiers"},
    {"inst", "institut"},
    {"iut", "institut universitaire technologie"},
    {"st", "saint"},
    {"ste", "sainte"},
    {"ufr", "unite formation recherche"},
    {"univ", "universite"},
});

std::string_view written_out(std::string_view word) {
  const auto found =
      std::ranges::lower_bound(abbreviations, word, {}, &std::pair<std::string_view, std::string_view>::first);
  return found != abbreviations.end() && found->first == word ? found->second : word;
}

// "a r s", which A.R.S. folds to, read as one word.
std::string_view letters_in_a_row(std::span<const std::string_view> words, std::string& joined) {
  joined.clear();
  for (const auto word : words) {
    if (word.size() != 1) break;
    joined += word;
  }
  return joined;
}

void append_word(std::string& to, std::string_view word) {
  if (!to.empty()) to += ' ';
  to += word;
}

std::string expanded_words(std::span<const std::string_view> words) {
  std::string text;
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto word = words[i];
    if (letters_in_a_row(words.subspan(i), joined).size() > 2) {
      word = joined;
      i += joined.size() - 1;
    }
    if (!holds(small_words, word)) append_word(text, written_out(word));
  }
  return text;
}

}  // namespace

std::string expanded(std::string_view folded_name) {
  return expanded_words(words_of(folded_name));
}

std::string commune_name(std::string_view folded_name) {
  const auto words = words_of(folded_name);
  const bool has_prefix = words.size() > 1 && holds(words_for_commune, words[0]);
  return expanded_words(std::span(words).subspan(has_prefix ? 1 : 0));
}

std::string sorted_words(std::string_view folded_name) {
  auto words = words_of(folded_name);
  std::erase_if(words, [](std::string_view word) { return holds(civilities, word); });
  std::ranges::sort(words);
  std::string text;
  for (const auto word : words) append_word(text, word);
  return text;
}

std::string initials(std::string_view folded_name) {
  std::string letters;
  for (const auto word : words_of(folded_name)) {
    if (!holds(small_words, word)) letters += word.front();
  }
  return letters.size() < 3 ? "" : letters;
}

}  // namespace maillage

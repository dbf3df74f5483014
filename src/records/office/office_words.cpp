// SPDX-License-Identifier: Apache-2.0
#include "records/office/office_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace maillage {

std::vector<std::string_view> words_of(std::string_view folded_text) {
  std::vector<std::string_view> words;
  while (!folded_text.empty()) {
    const auto end = std::min(folded_text.find(' '), folded_text.size());
    if (end > 0) words.push_back(folded_text.substr(0, end));
    folded_text.remove_prefix(std::min(end + 1, folded_text.size()));
  }
  return words;
}

std::optional<unsigned> whole_number(std::string_view word) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

std::optional<unsigned> number_in_word(std::string_view word) {
  static constexpr auto kNumbers = std::to_array<std::pair<std::string_view, unsigned>>(
      {{"un", 1}, {"une", 1}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5}, {"six", 6}, {"sept", 7}, {"huit", 8},
       {"neuf", 9}, {"dix", 10}, {"onze", 11}, {"douze", 12}, {"quinze", 15}, {"dixhuit", 18}, {"vingt", 20}, {"trente", 30},
       {"soixante", 60}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"seven", 7}, {"eight", 8},
       {"nine", 9}, {"ten", 10}, {"twelve", 12}});
  const auto named = std::ranges::find(kNumbers, word, &std::pair<std::string_view, unsigned>::first);
  return named == kNumbers.end() ? whole_number(word) : std::optional(named->second);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "documents/people/small_words.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {

bool is_article(std::string_view word) { return word == "le" || word == "la" || word == "les" || word == "l"; }

bool is_of(std::string_view word) {
  constexpr auto kOf = std::to_array<std::string_view>({"de", "d", "du", "des", "a", "au", "chez"});
  return std::ranges::find(kOf, word) != kOf.end();
}

}  // namespace maillage::documents

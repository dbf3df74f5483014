// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/kind_definitions.hpp"

#include <algorithm>

namespace maillage::documents {

bool defines_a_kind(const Reading& reading, const WordRange& sentence) {
  const auto is_one_of = [](const Word& word, const auto& list) { return std::ranges::find(list, word.folded) != list.end(); };
  for (auto at = sentence.first; at + 3 < sentence.last; ++at) {
    if (!is_one_of(reading.words[at], reading.lexicon.list("kind_definitions.binds")) || !is_one_of(reading.words[at + 1], reading.lexicon.list("kind_definitions.any")) || !is_one_of(reading.words[at + 2], reading.lexicon.list("kind_definitions.bodies"))) continue;
    const auto& behind = reading.words[at + 3];
    if (behind.is(",") || behind.is("et") || behind.is("a")) return true;
  }
  return false;
}

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/paragraph_labels.hpp"

namespace maillage::documents {

const Place* label_of_paragraph(const Reading& reading, std::uint32_t sentence) {
  constexpr std::uint32_t kReach = 3;  // sentences
  const auto block = reading.passages[sentence].block;
  if (reading.passages[sentence].words.empty() || reading.passages[sentence].kind != BlockKind::paragraph) return nullptr;
  for (auto s = sentence; s-- > 0 && sentence - s <= kReach;) {
    const auto& words = reading.passages[s].words;
    if (words.empty() || reading.passages[s].block != block) return nullptr;
    const auto named = Reading::within(reading.named, words);
    const bool is_alone = named.size() == 1 && named.front().words.first == words.first && named.front().words.last + 1 >= words.last;
    if (is_alone) return &named.front();
  }
  return nullptr;
}

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/text_pool.hpp"

namespace maillage {

/// Groups of texts that differ in case, accents or punctuation only (names/name_index.hpp: folded), of two texts and
/// more; each group and the groups themselves in byte order. Texts that fold to nothing stay alone.
/// O(total length + n log n) time, 16 B a text.
std::vector<std::vector<TextId>> spellings_of_one_name(const TextPool& texts, const std::vector<TextId>& names);

}  // namespace maillage

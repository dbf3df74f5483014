// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// A list that may be the themes of an agreement.
struct ThemeCandidate {
  std::vector<WordRange> members;
  double weight = 0;       ///< in [0, 1]
  const char* rule = "";
  std::size_t least = 2;   ///< members it must have to count
};

/// Does a text say that so many follow: « trois questions : », « sous quatre titres : »? `range` ends before the list. O(1).
bool says_count(const Reading& reading, const WordRange& range, std::size_t count);

/// « Axe 1 – … », « Lot 2. … »
bool is_numbered_theme(const Reading& reading, const WordRange& item);

}  // namespace maillage::documents

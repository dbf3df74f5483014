// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Runs of bulleted or numbered items that may be themes, by what leads to them. O(sentences of the thread).
std::vector<ThemeCandidate> theme_items(const ThemeContext& context);

}  // namespace maillage::documents

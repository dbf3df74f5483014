// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Themes that open blocks of their own, one after the other, with or without paragraphs between them: « Axe 1 – … »,
/// « II. … », « B. … », « 3) … », « Premier volet : … ». One candidate for each series of two and more. O(sentences).
std::vector<ThemeCandidate> numbered_headings(const ThemeContext& context);

}  // namespace maillage::documents

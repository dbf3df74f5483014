// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Lists in running sentences that a mark or a noun announces: « quatre axes : A, B, C et D », « trois champs (A, B, C) », « A,
/// B et C en sont les priorités », « comme priorités A, B et C ». O(words of the thread).
std::vector<ThemeCandidate> theme_sentences(const ThemeContext& context);

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Themes that lead what is told of them: « La recherche. Deux laboratoires … », paragraph by paragraph; « Parmi eux, A, B et
/// C », « L'un d'eux est consacré à A » behind a sentence that counts axes; « A, B, C : trois terrains sont ouverts ».
/// O(words of the sentences).
std::vector<ThemeCandidate> theme_leads(const ThemeContext& context);

}  // namespace maillage::documents

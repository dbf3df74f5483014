// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// « L'axe 1 porte sur A, l'axe 2 sur B et l'axe 3 sur C », « Un volet est consacré à A, un autre à B »: parts told one
/// behind the other in a sentence, each led in by a word that counts it. O(words of the sentences).
std::vector<ThemeCandidate> parts_told_apart(const ThemeContext& context);

}  // namespace maillage::documents

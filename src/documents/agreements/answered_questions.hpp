// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Themes that answer a question of the text about what is agreed: « Que prévoit l'accord ? La création de …, un … et des
/// … », « De quoi s'agit-il ? D'ouvrir …, d'équiper … ». O(sentences).
std::vector<ThemeCandidate> answered_questions(const ThemeContext& context);

}  // namespace maillage::documents

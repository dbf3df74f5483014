// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_candidates.hpp"
#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// Matters that a sentence names without a list behind a colon: « plusieurs domaines, notamment « A » et « B » », « A, B et
/// C entrent dans le champ de l'accord », « A retenu comme enjeu B », « Elle porte avant tout sur A ». O(words).
std::vector<ThemeCandidate> named_matters(const ThemeContext& context);

}  // namespace maillage::documents

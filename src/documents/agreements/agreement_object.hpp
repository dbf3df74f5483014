// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// What an agreement is about by its own name: « protocole relatif à … », « accord en faveur de … », « convention sur … et
/// sur … ». The words behind the instrument: one member, as many as the preposition is said again, or a parallel list.
/// O(instruments).
std::vector<ThemeCandidate> agreement_objects(const ThemeContext& context);

}  // namespace maillage::documents

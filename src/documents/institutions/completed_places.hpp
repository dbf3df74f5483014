// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// « le Département », « la Région », « le groupement de gendarmerie départementale » without a place get the one that
/// the bodies of that level have in the document (« préfet de la Morlande » → « Département de la Morlande »), where they all have the
/// same. O(bodies).
void complete_places(const NameContext& context, const std::vector<FoundName>& names, std::vector<Body>& bodies);

}  // namespace maillage::documents

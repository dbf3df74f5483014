// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// Names whose acronym in brackets tells how far they go, by place: « le Service de santé et de prévention du Sirel
/// (SSPS) », « le groupement « Initiative pour la recherche » (IPR) ». None where a name of `found` already ends there. O(brackets · length of a name).
std::vector<FoundName> explained_names(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

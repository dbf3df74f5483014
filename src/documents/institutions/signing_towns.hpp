// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// « Cerval renouvellera son contrat local de santé »: a bare place at the head of a sentence that signs what only a town
/// signs. `found` in ascending order. O(words).
std::vector<FoundName> signing_towns(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// Names that no table of heads knows, by place, told by what they do: coordinated with an institution in front of a
/// verb of signing (« l'université et l'établissement public du domaine de X ont conclu »), behind « entre » or « avec
/// » of such a sentence. `found`: names found before, by place. O(words · length of a name).
std::vector<FoundName> signing_names(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

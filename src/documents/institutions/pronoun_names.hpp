// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// « le centre hospitalier de Lorval et celui d'Arvenne », « trois communautés de communes, celles de A, du B et du C »:
/// the bodies that a pronoun at a word names with the head that stands before it; `names`: those found so far. Empty
/// where none is meant. O(length of the sentence).
std::vector<FoundName> pronoun_names(const NameContext& context, std::size_t at, std::size_t end,
                                     const std::vector<FoundName>& names);

}  // namespace maillage::documents

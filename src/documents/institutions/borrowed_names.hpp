// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// « celle de Montval-sur-Orne » behind « la ville d'Ornay »: a place with the head of the name before it; an empty
/// name where there is none at this word. `names`: those before it. O(length).
FoundName resumed_name(const NameContext& context, std::size_t at, std::size_t end,
                       const std::vector<FoundName>& names);

/// « la Ville et la Métropole de N », « l'ARS et la Région Nord »: the first has the second's place, unless one of its
/// category has one elsewhere. O(names).
void share_tails(const NameContext& context, std::vector<FoundName>& names);

}  // namespace maillage::documents

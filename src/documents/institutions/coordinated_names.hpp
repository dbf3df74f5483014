// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// The names that a plural head stands for: « les communautés de communes A, B et C », « les CHU de Grandval et de Rennes
/// », « les communes de A et B », each written with its head in the singular. None where no proper name follows.
/// O(their length).
std::vector<FoundName> coordinated_names(const NameContext& context, std::size_t first,
                                         const InstitutionHeads::Found& head, std::size_t end,
                                         std::string_view singular = {});

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// « A – nom complet de B – », « B, plus connu sous le nom de A »: two names of one body, the second one noted as what the
/// first is called in short. O(names).
void tell_full_names(const NameContext& context, std::vector<FoundName>& names);

}  // namespace maillage::documents

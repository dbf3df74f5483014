// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// Names that nothing but their list tells: the items below « a signé une convention avec sept pôles : ». `found`: names
/// found before. O(words).
std::vector<FoundName> announced_lists(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

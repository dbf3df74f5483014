// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// « Montrive : M. Tardy, maire »: a line of a list that begins with a bare place and ends with a mayor names a town.
/// `found` in ascending order. O(words).
std::vector<FoundName> towns_of_mayors(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// Names without a head, by place, where what stands around them tells that they are institutions: their last word (« X
/// Agglomération »), a function before them (« directrice de X »), an apposition (« X, filiale de Y »), their place in
/// a list of institutions or in brackets behind a person, a place behind an acronym, or that they are known. `found`:
/// names found before, whose words are left alone. O(words · length of a name).
std::vector<FoundName> headless_names(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

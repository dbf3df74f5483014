// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// Names that begin with a head, by place: « centre hospitalier universitaire de Grandval », heads alone among them;
/// plural heads with what they coordinate: « les communautés de communes A, B et C », « les CHU de Grandval et de Rennes
/// ». O(words · length of a name).
std::vector<FoundName> head_names(const NameContext& context);

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// Names that a count before a colon tells, were they those of people: « Trois entreprises ont rejoint la chaire : Orvane,
/// Paul Tarvel et Lumex ». `found`: names found before. O(words).
std::vector<FoundName> counted_names(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents

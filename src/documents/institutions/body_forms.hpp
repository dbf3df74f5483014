// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// What else a text may call a body by its name alone, folded: acronyms that brackets introduced, initials that the
/// text has in capitals, its proper name without the head, a company's first word. O(names · length).
std::vector<std::string> forms_of_body(const NameContext& context, const std::vector<FoundName>& names,
                                       const Body& body);

}  // namespace maillage::documents

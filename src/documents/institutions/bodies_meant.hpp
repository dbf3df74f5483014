// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// « l'université montrivelaise »: the one of its kind whose name holds the place that the adjective behind the head is made
/// of; nothing where it is none or several. `key`: of the head. O(bodies).
std::optional<std::size_t> body_of_demonym(const NameContext& context, const std::vector<Body>& bodies, const FoundName& found, const NameKey& key);

/// « le CHU » of « Hospices civils de N », « le centre de lutte contre le cancer » of « Centre Jean-Martin »: what they are, by
/// names that do not say it; the only one of the text that may be it. `word`: the folded head. O(bodies).
std::optional<std::size_t> house_of_such(const NameContext& context, const std::vector<FoundName>& names, const std::vector<Body>& bodies,
                                         const FoundName& found, std::string_view word);

}  // namespace maillage::documents

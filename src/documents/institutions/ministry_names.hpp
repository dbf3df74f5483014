// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// « la ministre de l'Éducation nationale et de la Jeunesse »: names the ministry, with all that it is in charge of, before the
/// word `end`; other names stay as they are. O(words of the name).
void name_ministry(const NameContext& context, FoundName& name, std::size_t end);

/// « l'Éducation nationale » is the ministry that the text names in full. O(names²) at most, where there is one.
void share_ministries(std::vector<FoundName>& names);

}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// Unites bodies that are known for certain under one id: « CNRS » and « Centre national de la recherche scientifique
/// ». Those that are only likely the same stay apart. O(bodies²) comparisons, one exact look-up a body.
void unite_known(const NameContext& context, const std::vector<FoundName>& names, std::vector<Body>& bodies);

/// Tells who is known under the names: exact look-ups for all, near ones for the first few that have none, for they are
/// slow.
void resolve_names(const KnownNames& known, Institutions& institutions);

}  // namespace maillage::documents

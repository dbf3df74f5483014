// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// The group of each vertex of a view; kNoGroup for people and agreements.
using VertexGroups = std::vector<std::uint32_t>;

/// By kind of institution, 0 … number of kinds - 1. What has the kind `other` is a group too, unless all have: then no
/// kind is said, and nobody has a group.
VertexGroups groups_by_kind(const NetworkView& view);

/// By territory as the institution states it (its row); kNoGroup where it states none.
VertexGroups groups_by_territory(const NetworkView& view);

}  // namespace maillage

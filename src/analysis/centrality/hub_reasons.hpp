// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "network/network_view.hpp"
#include "results/hub_reasons.hpp"

namespace maillage {

/// What the places of these vertices rest on, one entry for each in the order given. Claims that were not accepted name
/// no source. Cost: the agreements and partners of each vertex, and a search of its component where it is a cut point.
std::vector<HubReasons> hub_reasons(const NetworkView& view, std::span<const Vertex> vertices);

}  // namespace maillage

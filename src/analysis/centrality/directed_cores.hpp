// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/centrality/direction.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Core number of every vertex of a directed network (Batagelj & Zaveršnik 2003, arXiv:cs/0310049): the largest k for which
/// it belongs to a part in which every vertex has k arcs, of those that come in (in), that go out (out), or of both
/// together. O(n + arcs).
std::vector<std::uint32_t> directed_core_numbers_of(const DirectedNetwork& network, std::optional<Direction> direction);

}  // namespace maillage

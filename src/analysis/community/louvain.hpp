// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/local_moving.hpp"

namespace maillage::community {

/// Communities by the Louvain algorithm (Blondel, Guillaume, Lambiotte & Lefebvre, J. Stat. Mech. P10008, 2008,
/// doi:10.1088/1742-5468/2008/10/P10008) for modularity with resolution: local moving and aggregation by communities,
/// until no vertex moves. A community may fall into several pieces. One number for each vertex, without gaps.
/// Deterministic for a seed. About 5 passes over the arcs; memory at most 16 B an arc and 50 B a vertex.
std::vector<Community> louvain(const WeightedGraph& graph, double resolution, std::uint64_t seed);

}  // namespace maillage::community

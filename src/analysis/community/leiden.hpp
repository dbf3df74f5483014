// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/local_moving.hpp"

namespace maillage::community {

/// Communities by the Leiden algorithm (Traag, Waltman & van Eck, Sci. Rep. 9:5233, 2019,
/// doi:10.1038/s41598-019-41695-z) for modularity with resolution: local moving, refinement, aggregation by the refined
/// parts; repeated from the result until an iteration moves nothing, or gains less than 1e-4 of modularity in a network of more
/// than 10,000 ties (of mean weight), ten times at most. Every community is connected. One number for each vertex, without gaps. Deterministic for a seed.
/// About 10 passes over the arcs an iteration;
/// memory at most 24 B an arc and 90 B a vertex.
std::vector<Community> leiden(const WeightedGraph& graph, double resolution, std::uint64_t seed);

/// Gives every connected piece of a community a number of its own, without gaps; returns their count. O(n + m).
Community split_into_connected(const WeightedGraph& graph, std::span<Community> community_of);

}  // namespace maillage::community

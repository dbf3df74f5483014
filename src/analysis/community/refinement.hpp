// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/community/local_moving.hpp"

namespace maillage::community {

/// Leiden's refinement (Traag, Waltman & van Eck 2019): splits each community into parts that are well connected.
///
/// Every vertex begins alone. In random order, a vertex that is still alone and well connected to its community S
/// (E(v, S−v) ≥ γ k_v (K_S−k_v)/2W) joins a part of S that is itself well connected to S, with no loss of modularity,
/// chosen with probability ∝ exp(gain/θ), θ = 0.01 mean weights. Parts are therefore connected.
/// `community_of` is numbered below the vertex count. Returns the part of every vertex, with gaps. O(n + m).
std::vector<Community> refine(const WeightedGraph& graph, double resolution, std::span<const Community> community_of,
                              RandomSource& random, Workspace& workspace);

}  // namespace maillage::community

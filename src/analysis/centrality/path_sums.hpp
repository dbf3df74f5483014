// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/centrality/direction.hpp"
#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// What closeness and harmonic centrality are made of, for every vertex, over the other vertices it can reach.
struct PathSums {
  std::vector<std::uint32_t> reached;    ///< how many others
  std::vector<double> total_length;      ///< Σ d
  std::vector<double> total_reciprocal;  ///< Σ 1/d
  std::vector<double> longest;           ///< max d; 0 where nothing is reached
};

/// All shortest path lengths, summed up by vertex. The same bits on any number of threads.
///
/// hops: searches from 256 sources at a time share four words a vertex (Then et al., PVLDB 8(4), 2014,
/// doi:10.14778/2735496.2735507); a vertex adds up what reaches it, which is what it reaches: ties have no direction.
/// O(n m / 256) for networks of small diameter. Other distances: Dijkstra from each vertex, O(n m log n).
PathSums path_sums(const Network& network, Distance distance);

/// The same along arcs: `in` sums over the vertices that reach it, `out` over those it reaches.
PathSums path_sums(const DirectedNetwork& network, Distance distance, Direction direction);

}  // namespace maillage

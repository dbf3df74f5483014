// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/directed_network.hpp"
#include "network/network.hpp"

namespace maillage {

/// Hub and authority scores of every vertex, each summing to 1.
struct Hits {
  std::vector<double> hub, authority;
};

/// Kleinberg's hubs and authorities (J. ACM 46:604, 1999, doi:10.1145/324133.324140) with the weighted adjacency matrix
/// A: the limits of h ← AAᵀh and a ← AᵀAa from equal scores. Ties have no direction here, so that both are the same;
/// where several components share the largest eigenvalue each keeps its part of the start, all others are 0.
/// Without ties all scores are equal. O(m) a product.
Hits hits(const Network& network);
/// The same along arcs: a hub points to authorities, an authority is pointed to by hubs.
Hits hits(const DirectedNetwork& network);

}  // namespace maillage

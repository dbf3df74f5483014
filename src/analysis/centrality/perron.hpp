// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/directed_network.hpp"

namespace maillage {

/// The vertices of a directed network by strongly connected component (Tarjan 1972, doi:10.1137/0201010), each ascending,
/// in the order of their smallest vertex. O(n + arcs), without recursion.
std::vector<std::vector<Vertex>> strong_components_of(const DirectedNetwork& network);

/// The largest eigenvalue of the weighted adjacency matrix of a directed network, which is real and not negative (Perron &
/// Frobenius): the largest over its strongly connected components; 0 where the network has no cycle.
///
/// Iterated with A + sI on each component until the smallest and the largest growth of an entry, which hold the eigenvalue
/// between them (Collatz 1942, doi:10.1007/BF01180013), differ by less than 1e-14 of it: O(arcs) a step. Where that takes
/// long, as it does on long loops, by steps of inverse iteration from the upper bound, whose error is squared each time (Noda
/// 1971, doi:10.1007/BF01436400). Entries below 1e-200 of the largest bound nothing. NaN where neither settles.
double perron_eigenvalue(const DirectedNetwork& network);

}  // namespace maillage

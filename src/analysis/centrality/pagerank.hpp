// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/directed_network.hpp"

namespace maillage {

/// PageRank of every vertex (Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X): where a walker is found who follows a
/// tie in proportion to its weight with probability `damping` and otherwise, or at a vertex without ties, goes to any
/// vertex with equal chances. Sums to 1; 1 for a network of one vertex. The unit of the weights does not matter.
/// std::invalid_argument unless 0 ≤ damping < 1. Gauss–Seidel sweeps until they change less than 1e-14 in all; O(m) a
/// sweep, about 14 / (1 - damping) of them at most.
std::vector<double> pagerank(const Network& network, double damping);

/// The same with a walker who follows arcs; from a vertex without arcs out it goes anywhere with equal chances.
std::vector<double> pagerank(const DirectedNetwork& network, double damping);

}  // namespace maillage

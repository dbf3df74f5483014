// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/directed_network.hpp"

namespace maillage {

/// Number of arcs that come into every vertex, and that go out of it. Normalised they are divided by n-1 (0 for n < 2).
std::vector<double> in_degree(const DirectedNetwork& network);
std::vector<double> out_degree(const DirectedNetwork& network);

/// Sum of their weights. O(arcs).
std::vector<double> in_strength(const DirectedNetwork& network);
std::vector<double> out_strength(const DirectedNetwork& network);

}  // namespace maillage

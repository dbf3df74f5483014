// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// Local clustering of every vertex (Watts & Strogatz 1998, doi:10.1038/30918): of the pairs of its partners, the part
/// that are partners of each other; weights are not looked at. Range 0 … 1; 0 where there are fewer than two partners,
/// as is usual in the field. Nothing is left to normalise. Cost: for_each_triangle().
std::vector<double> clustering(const Network& network);

}  // namespace maillage

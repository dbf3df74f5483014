// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/centrality/direction.hpp"
#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Eccentricity of every vertex: the length of the longest of its shortest paths, within its component (Hage & Harary
/// 1995, doi:10.1016/0378-8733(94)00248-9). 0 at an isolate. Cost: path_sums().
std::vector<double> eccentricity(const Network& network, Distance distance);

/// The same along arcs, over the vertices that reach it (in) or that it reaches (out).
std::vector<double> eccentricity(const DirectedNetwork& network, Distance distance, Direction direction);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/centrality/direction.hpp"
#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Closeness of every vertex within its component, scaled after Wasserman and Faust (1994, p. 201) by how much of the
/// network the component is: (r/(n-1)) · (r/Σd), r being the number of others it reaches and Σd the sum of the lengths
/// of the shortest paths to them. Range 0 … 1 for hops; 0 at an isolate and for a network of one vertex. Nothing is left
/// to normalise. Cost: path_sums().
std::vector<double> closeness(const Network& network, Distance distance);

/// The same along arcs, over the vertices that reach it (in) or that it reaches (out).
std::vector<double> closeness(const DirectedNetwork& network, Distance distance, Direction direction);

}  // namespace maillage

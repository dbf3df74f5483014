// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/centrality/direction.hpp"
#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Harmonic centrality (Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686): Σ 1/d over all other vertices, those out
/// of reach adding nothing. Range 0 … n-1 for hops; 0 at an isolate. Normalised it is divided by n-1 (0 for n < 2).
/// Cost: path_sums().
std::vector<double> harmonic(const Network& network, Distance distance);

/// The same along arcs, over the vertices that reach it (in) or that it reaches (out).
std::vector<double> harmonic(const DirectedNetwork& network, Distance distance, Direction direction);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/structure/tie_length.hpp"

namespace maillage {

/// Betweenness of every vertex: over all unordered pairs of other vertices, the part of their shortest paths that leads
/// through it (Freeman 1977; computed after Brandes 2001, doi:10.1080/0022250X.2001.9990249).
///
/// End points are excluded. Equally long paths (within kLengthTolerance) share a pair evenly. Range 0 … (n-1)(n-2)/2,
/// which is what normalised values are divided by (0 for n < 3); 0 at an isolate. The same bits on any number of threads.
/// hops: eight sources at a time; O(n m) time; 100 B to 230 B a vertex and 8 B to 128 B a tie for each thread. Other
/// distances: Dijkstra from each vertex, O(n m log n).
std::vector<double> betweenness(const Network& network, Distance distance);

}  // namespace maillage

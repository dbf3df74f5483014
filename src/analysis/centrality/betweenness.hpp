// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Betweenness of every vertex: over all unordered pairs of other vertices, the part of their shortest paths that leads
/// through it (Freeman 1977; computed after Brandes 2001, doi:10.1080/0022250X.2001.9990249).
///
/// End points are excluded. Equally long paths (within kLengthTolerance) share a pair evenly. Range 0 … (n-1)(n-2)/2,
/// which is what normalised values are divided by (0 for n < 3); 0 at an isolate. The same bits on any number of threads.
/// hops: eight sources at a time; O(n m) time; 100 B to 230 B a vertex and 8 B to 128 B a tie for each thread. Other
/// distances: Dijkstra from each vertex, O(n m log n).
std::vector<double> betweenness(const Network& network, Distance distance);

/// An unbiased estimate of betweenness in hops: the paths that begin at `sources` vertices, drawn without replacement with
/// `seed`, stand for those of all n and count n / sources times (Brandes & Pich 2007, doi:10.1142/S0218127407018403). The
/// exact values where `sources` is n or more. O(sources m) time. std::invalid_argument where `sources` is 0.
std::vector<double> sampled_betweenness(const Network& network, std::uint32_t sources, std::uint64_t seed);

/// The same along arcs, over ordered pairs: range 0 … (n-1)(n-2), which is what normalised values are divided by. One
/// search from each vertex, O(n m log n).
std::vector<double> betweenness(const DirectedNetwork& network, Distance distance);

/// Betweenness of every edge: over all unordered pairs of vertices, its own ends among them, the part of their shortest
/// paths that leads along it (Girvan & Newman 2002, doi:10.1073/pnas.122653799; computed after Brandes 2008,
/// doi:10.1016/j.socnet.2007.11.001). Range 1 … n²/4 for hops; normalised values are divided by n(n-1)/2. Equally long
/// paths and threads as above. One search from each vertex: O(n m log n) time, 50 B a vertex and 24 B a tie and thread.
std::vector<double> edge_betweenness(const Network& network, Distance distance);

/// Of every arc, in the order of (source, target), over ordered pairs; normalised values are divided by n(n-1).
std::vector<double> arc_betweenness(const DirectedNetwork& network, Distance distance);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/network.hpp"

namespace maillage::community {

/// Number of a community; while an algorithm runs, any number below the number of vertices.
using Community = std::uint32_t;

/// The graph that Louvain and Leiden coarsen: arcs side by side, both directions, without self-loops. What lies inside
/// a coarse vertex stays in its strength, which is all that gains of modularity need of it.
struct WeightedGraph {
  struct Arc {
    Vertex target;
    float weight;  ///< 8 bytes an arc, so that a sweep reads half; sums are taken in double
  };
  std::vector<std::uint32_t> first;  ///< arcs of v: first[v] … first[v+1]
  std::vector<Arc> arcs;
  /// What the null model multiplies: for modularity the weight at v, what lies inside v counted twice; for the constant
  /// Potts model the number of vertices in v.
  std::vector<double> strength;
  double total = 0;  ///< what it divides by: the sum of strengths (twice the weight of the network), or the mean weight

  Vertex vertex_count() const { return static_cast<Vertex>(strength.size()); }
  std::span<const Arc> arcs_of(Vertex v) const { return std::span(arcs).subspan(first[v], first[v + 1] - first[v]); }
};

/// The arcs of a network, its weights divided by their mean (so that sums neither overflow nor vanish); edges of weight
/// zero join nothing and are left out. std::invalid_argument for a weight that is negative or not finite. O(n + m).
WeightedGraph weighted_graph(const Network& network);

/// The same with the null model of the constant Potts model (Traag, Van Dooren & Nesterov 2011,
/// doi:10.1103/PhysRevE.84.016114): gains are w − γ n_v n_c, divided by the mean weight. O(n + m).
WeightedGraph constant_potts_graph(const Network& network);

/// One vertex for each community, arcs summed. `community_of` is numbered 0 … count-1 without gaps. O(n + m).
WeightedGraph aggregate(const WeightedGraph& graph, std::span<const Community> community_of, Community count);

/// Renumbers communities 0 … count-1 in the order of their first vertex and returns their count. O(n).
Community close_gaps(std::span<Community> community_of);

}  // namespace maillage::community

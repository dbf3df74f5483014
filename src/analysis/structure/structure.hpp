// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analysis/centrality/measures.hpp"

namespace maillage {

/// Size, components, cut points, bridges, cores, assortativity of a network, by Boost.Graph. O(n + m).
Structure structure_of(const Network& network);

/// A shortest chain between two vertices, by Boost.Graph's breadth-first search (hops) or Dijkstra's algorithm. Among
/// equally short ones the one with the smallest vertices. Nothing where there is none. O(m log n).
std::optional<Chain> shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance);

/// Edges of a maximum-weight spanning forest (Boost.Graph, Kruskal), ascending.
std::vector<EdgeId> spanning_backbone(const Network& network);

/// Edges that are significant at `alpha` for one of their ends by the disparity filter (Serrano, Boguñá & Vespignani,
/// PNAS 106:6483, 2009, doi:10.1073/pnas.0808904106), ascending. Ends of degree one keep nothing for themselves.
std::vector<EdgeId> disparity_filter(const Network& network, double alpha);

}  // namespace maillage

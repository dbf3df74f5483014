// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"
#include "results/results.hpp"

namespace maillage {

/// Size, components, cut points, bridges, cores, transitivity, assortativity and degrees of a network, by Boost.Graph.
///
/// Ties count as they are, without their weights. Density is 2m/(n(n-1)), transitivity three times the triangles over
/// the paths of length two, assortativity the correlation of the degrees at both ends of a tie (Newman 2002,
/// doi:10.1103/PhysRevLett.89.208701), undefined where all ends have the same degree. O(n + m) and the triangles.
Structure structure_of(const Network& network);

/// Components, largest first, then by smallest vertex; the vertices of each ascending. O(n + m).
struct Components {
  std::vector<std::vector<Vertex>> members;
  std::vector<std::uint32_t> component_of;  ///< by vertex, number in `members`
};
Components components_of(const Network& network);

/// Vertices whose removal takes their component apart, ascending. O(n + m).
std::vector<Vertex> articulation_points_of(const Network& network);

/// Largest k such that the vertex belongs to a part of the network where everyone has k partners within the part
/// (Batagelj & Zaveršnik 2003, arXiv:cs/0310049); 0 at an isolate. O(n + m).
std::vector<std::uint32_t> core_numbers_of(const Network& network);

/// A shortest chain between two vertices, by Dijkstra's algorithm. Among
/// equally short ones (within kLengthTolerance) the one whose vertices come first, compared from `from` on. Nothing
/// where there is none; a chain without edges where both are the same. O(m log n).
std::optional<Chain> shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance);
/// The same along the arcs of a directed network; its `edges` are arcs, numbered as there.
std::optional<Chain> shortest_chain(const DirectedNetwork& network, Vertex from, Vertex to, Distance distance);

/// Edges of a maximum-weight spanning forest (Boost.Graph, Kruskal), ascending. Of equal weights the edge with the
/// smaller number is taken first. O(m log m).
std::vector<EdgeId> spanning_backbone(const Network& network);

/// Edges that are significant at `alpha` for one of their ends by the disparity filter (Serrano, Boguñá & Vespignani,
/// PNAS 106:6483, 2009, doi:10.1073/pnas.0808904106), ascending. Ends of degree one keep nothing for themselves. O(m).
std::vector<EdgeId> disparity_filter(const Network& network, double alpha);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "network/network.hpp"

namespace maillage {

/// The ties of a network turned from the end of smaller degree to the other (ties: smaller vertex first), so that no
/// vertex has more than √(2m) of them: what makes an enumeration of triangles cheap on networks with hubs.
struct DegreeOrderedArcs {
  explicit DegreeOrderedArcs(const Network& network);
  std::vector<std::uint32_t> first;
  std::vector<Vertex> target;
  std::vector<EdgeId> edge;
};

/// Calls visit(a, b, c, ab, ac, bc) once for each triangle, with its three vertices and the edges between them, always
/// in the same order. O(m^(3/2)) time, O(n + m) memory (Latapy 2008, doi:10.1016/j.tcs.2008.07.017).
template <class Visit>
void for_each_triangle(const Network& network, Visit visit) {
  const DegreeOrderedArcs arcs(network);
  constexpr EdgeId none = static_cast<EdgeId>(-1);
  std::vector<EdgeId> edge_to(network.vertex_count(), none);  // from the vertex at hand
  for (Vertex a = 0; a < network.vertex_count(); ++a) {
    for (auto i = arcs.first[a]; i < arcs.first[a + 1]; ++i) edge_to[arcs.target[i]] = arcs.edge[i];
    for (auto i = arcs.first[a]; i < arcs.first[a + 1]; ++i) {
      const auto b = arcs.target[i];
      for (auto j = arcs.first[b]; j < arcs.first[b + 1]; ++j) {
        const auto c = arcs.target[j];
        if (edge_to[c] != none) visit(a, b, c, arcs.edge[i], edge_to[c], arcs.edge[j]);
      }
    }
    for (auto i = arcs.first[a]; i < arcs.first[a + 1]; ++i) edge_to[arcs.target[i]] = none;
  }
}

/// Triangles each vertex is part of. Cost as for_each_triangle.
std::vector<std::uint64_t> triangles_of_vertices(const Network& network);

}  // namespace maillage

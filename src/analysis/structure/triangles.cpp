// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/triangles.hpp"

namespace maillage {

DegreeOrderedArcs::DegreeOrderedArcs(const Network& network) : first(network.vertex_count() + 1, 0) {
  const auto comes_first = [&](Vertex a, Vertex b) {
    const auto degree_a = network.degree(a), degree_b = network.degree(b);
    return degree_a != degree_b ? degree_a < degree_b : a < b;
  };
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    const auto a = network.source(e), b = network.target(e);
    ++first[(comes_first(a, b) ? a : b) + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  target.resize(network.edge_count());
  edge.resize(network.edge_count());
  auto next = first;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    const auto a = network.source(e), b = network.target(e);
    const bool forward = comes_first(a, b);
    const auto place = next[forward ? a : b]++;
    target[place] = forward ? b : a;
    edge[place] = e;
  }
}

std::vector<std::uint64_t> triangles_of_vertices(const Network& network) {
  std::vector<std::uint64_t> count(network.vertex_count(), 0);
  for_each_triangle(network, [&](Vertex a, Vertex b, Vertex c, EdgeId, EdgeId, EdgeId) {
    ++count[a];
    ++count[b];
    ++count[c];
  });
  return count;
}

}  // namespace maillage

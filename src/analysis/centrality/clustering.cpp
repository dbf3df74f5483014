// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/clustering.hpp"

#include "analysis/structure/triangles.hpp"

namespace maillage {

std::vector<double> clustering(const Network& network) {
  const auto triangles = triangles_of_vertices(network);
  std::vector<double> values(network.vertex_count(), 0);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const double k = network.degree(v);
    if (k >= 2) values[v] = 2 * static_cast<double>(triangles[v]) / (k * (k - 1));
  }
  return values;
}

}  // namespace maillage

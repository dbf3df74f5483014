// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/degree.hpp"

namespace maillage {

std::vector<double> degree(const Network& network) {
  std::vector<double> values(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] = network.degree(v);
  return values;
}

std::vector<double> strength(const Network& network) {
  std::vector<double> values(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) values[v] = network.strength(v);
  return values;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/closeness.hpp"

#include "analysis/centrality/path_sums.hpp"

namespace maillage {

std::vector<double> closeness(const Network& network, Distance distance) {
  const auto sums = path_sums(network, distance);
  std::vector<double> values(network.vertex_count(), 0);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const double reached = sums.reached[v];
    if (reached > 0) values[v] = reached / (network.vertex_count() - 1.0) * (reached / sums.total_length[v]);
  }
  return values;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/closeness.hpp"

#include "analysis/centrality/path_sums.hpp"

namespace maillage {

namespace {

std::vector<double> closeness_of(const PathSums& sums) {
  const auto n = sums.reached.size();
  std::vector<double> values(n, 0);
  for (std::size_t v = 0; v < n; ++v) {
    const double reached = sums.reached[v];
    if (reached > 0) values[v] = reached / (static_cast<double>(n) - 1) * (reached / sums.total_length[v]);
  }
  return values;
}

}  // namespace

std::vector<double> closeness(const Network& network, Distance distance) {
  return closeness_of(path_sums(network, distance));
}

std::vector<double> closeness(const DirectedNetwork& network, Distance distance, Direction direction) {
  return closeness_of(path_sums(network, distance, direction));
}

}  // namespace maillage

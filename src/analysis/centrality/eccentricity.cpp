// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/eccentricity.hpp"

#include "analysis/centrality/path_sums.hpp"

namespace maillage {

std::vector<double> eccentricity(const Network& network, Distance distance) { return path_sums(network, distance).longest; }

std::vector<double> eccentricity(const DirectedNetwork& network, Distance distance, Direction direction) {
  return path_sums(network, distance, direction).longest;
}

}  // namespace maillage

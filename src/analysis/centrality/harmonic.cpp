// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/harmonic.hpp"

#include "analysis/centrality/path_sums.hpp"

namespace maillage {

std::vector<double> harmonic(const Network& network, Distance distance) {
  return path_sums(network, distance).total_reciprocal;
}

std::vector<double> harmonic(const DirectedNetwork& network, Distance distance, Direction direction) {
  return path_sums(network, distance, direction).total_reciprocal;
}

}  // namespace maillage

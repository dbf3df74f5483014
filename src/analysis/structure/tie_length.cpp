// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/tie_length.hpp"

#include <stdexcept>

namespace maillage {

double tie_length(double weight, Distance distance) {
  if (distance == Distance::hops) return 1;
  const auto length = distance == Distance::inverse ? 1 / weight : weight;
  if (!(length > 0) || !std::isfinite(length)) {
    throw std::invalid_argument("lengths of ties need positive, finite weights");
  }
  return length;
}

std::vector<double> tie_lengths(const Network& network, Distance distance) {
  std::vector<double> lengths(network.edge_count(), 1.0);
  if (distance == Distance::hops) return lengths;
  for (EdgeId e = 0; e < network.edge_count(); ++e) lengths[e] = tie_length(network.weight(e), distance);
  return lengths;
}

}  // namespace maillage

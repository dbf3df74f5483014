// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/tie_length.hpp"

#include <stdexcept>

namespace maillage {

std::vector<double> tie_lengths(const Network& network, Distance distance) {
  std::vector<double> lengths(network.edge_count(), 1.0);
  if (distance == Distance::hops) return lengths;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    lengths[e] = distance == Distance::inverse ? 1 / network.weight(e) : network.weight(e);
    if (!(lengths[e] > 0) || !std::isfinite(lengths[e])) {
      throw std::invalid_argument("lengths of ties need positive, finite weights");
    }
  }
  return lengths;
}

}  // namespace maillage

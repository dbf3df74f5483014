// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

/// By squaring, in plain products: std::pow may differ in its last digit from one machine to the next.
double whole_power(double base, std::uint32_t exponent) {
  double power = 1;
  for (; exponent != 0; exponent >>= 1, base *= base) {
    if (exponent & 1U) power *= base;
  }
  return power;
}

}  // namespace

std::vector<EdgeId> disparity_filter(const Network& network, double alpha) {
  std::vector<double> strength(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) strength[v] = network.strength(v);
  const auto significant_for = [&](Vertex v, EdgeId e) {
    const auto k = network.degree(v);
    return k > 1 && whole_power(1 - network.weight(e) / strength[v], k - 1) < alpha;
  };
  std::vector<EdgeId> kept;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    if (significant_for(network.source(e), e) || significant_for(network.target(e), e)) kept.push_back(e);
  }
  return kept;
}

}  // namespace maillage

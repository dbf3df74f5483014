// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "analysis/community/communities.hpp"

namespace maillage {

double modularity(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution) {
  if (community_of.size() != network.vertex_count()) {
    throw std::invalid_argument("a partition needs one community for each vertex");
  }
  const auto communities =
      community_of.empty() ? std::size_t{0} : *std::ranges::max_element(community_of) + std::size_t{1};
  std::vector<double> strength(communities, 0), inside(communities, 0);
  double total = 0;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    const auto a = community_of[network.source(e)], b = community_of[network.target(e)];
    const double weight = network.weight(e);
    total += weight;
    strength[a] += weight;
    strength[b] += weight;
    if (a == b) inside[a] += weight;
  }
  if (total == 0) return 0;
  double sum = 0;
  for (std::size_t c = 0; c < communities; ++c) {
    const double share = strength[c] / (2 * total);
    sum += inside[c] / total - resolution * share * share;
  }
  return sum;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analysis/community/communities.hpp"

namespace maillage {
namespace {

/// Checks a partition; the size of a table by community.
std::size_t communities_in(const Network& network, const std::vector<std::uint32_t>& community_of) {
  if (community_of.size() != network.vertex_count()) {
    throw std::invalid_argument("a partition needs one community for each vertex");
  }
  return community_of.empty() ? std::size_t{0} : *std::ranges::max_element(community_of) + std::size_t{1};
}

}  // namespace

double modularity(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution) {
  const auto communities = communities_in(network, community_of);
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

double bipartite_modularity(const Network& network, const std::vector<char>& is_second,
                            const std::vector<std::uint32_t>& community_of, double resolution) {
  const auto communities = communities_in(network, community_of);
  std::vector<double> of_first(communities, 0), of_second(communities, 0);
  double total = 0, inside = 0;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    auto a = network.source(e), b = network.target(e);
    if (is_second[a] == is_second[b]) throw std::invalid_argument("a tie joins two vertices of one kind");
    if (is_second[a]) std::swap(a, b);
    const double weight = network.weight(e);
    total += weight;
    of_first[community_of[a]] += weight;
    of_second[community_of[b]] += weight;
    if (community_of[a] == community_of[b]) inside += weight;
  }
  if (total == 0) return 0;
  double expected = 0;
  for (std::size_t c = 0; c < communities; ++c) expected += of_first[c] / total * (of_second[c] / total);
  return inside / total - resolution * expected;
}

double constant_potts_quality(const Network& network, const std::vector<std::uint32_t>& community_of,
                              double resolution) {
  std::vector<double> size(communities_in(network, community_of), 0);
  for (const auto c : community_of) ++size[c];
  double quality = 0;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    if (community_of[network.source(e)] == community_of[network.target(e)]) quality += network.weight(e);
  }
  for (const double vertices : size) quality -= resolution * vertices * (vertices - 1) / 2;
  return quality;
}

double weight_density(const Network& network) {
  const double n = network.vertex_count();
  if (n < 2) return 0;
  double total = 0;
  for (const double weight : network.weights()) total += weight;
  return total / (n * (n - 1) / 2);
}

}  // namespace maillage

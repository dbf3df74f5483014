// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/hypergraph_modularity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

namespace maillage {

Hyperedges hyperedges_of(const NetworkView& view) {
  Hyperedges edges;
  edges.vertices = view.network.vertex_count();
  const auto kind = view.options.kind;
  if (kind != ViewKind::institutions && kind != ViewKind::people) return edges;
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    const auto members = view.members_of(p);
    const double weight = view.options.weight == Weighting::none ? 1 : view.partnerships[p].given_weight;
    if (members.size() < 2 || weight == 0) continue;
    edges.members.insert(edges.members.end(), members.begin(), members.end());
    edges.first.push_back(static_cast<std::uint32_t>(edges.members.size()));
    edges.weight.push_back(weight);
  }
  return edges;
}

double hypergraph_modularity(const Hyperedges& edges, const std::vector<std::uint32_t>& community_of,
                             double resolution) {
  if (community_of.size() != edges.vertices) {
    throw std::invalid_argument("a partition needs one community for each vertex");
  }
  if (edges.size() == 0) return std::numeric_limits<double>::quiet_NaN();
  std::vector<double> volume(*std::ranges::max_element(community_of) + std::size_t{1}, 0);
  std::map<std::size_t, double> weight_of_size;
  double total = 0, whole = 0, inside = 0;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto members = edges.of(e);
    const double weight = edges.weight[e];
    const auto first = community_of[members.front()];
    for (const auto v : members) volume[community_of[v]] += weight;
    total += weight;
    whole += weight * static_cast<double>(members.size());
    weight_of_size[members.size()] += weight;
    if (std::ranges::all_of(members, [&](Vertex v) { return community_of[v] == first; })) inside += weight;
  }
  double expected = 0;
  for (const auto& [size, weight] : weight_of_size) {
    double chance = 0;
    for (const double of_one : volume) chance += std::pow(of_one / whole, static_cast<double>(size));
    expected += weight / total * chance;
  }
  return inside / total - resolution * expected;
}

}  // namespace maillage

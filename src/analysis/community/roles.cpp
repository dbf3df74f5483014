// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/roles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace maillage {
namespace {

/// Mean and population standard deviation of what is added.
struct Spread {
  double count = 0, sum = 0, squares = 0;
  double mean() const { return sum / count; }
};

}  // namespace

CommunityRole role_of(double participation, double within_module_z) {
  using enum CommunityRole;
  if (std::isnan(participation)) return undefined;
  if (within_module_z >= 2.5) return participation <= 0.30 ? provincial_hub : participation <= 0.75 ? connector_hub : kinless_hub;
  if (participation <= 0.05) return ultra_peripheral;
  return participation <= 0.62 ? peripheral : participation <= 0.80 ? connector : kinless;
}

CommunityRoles roles_among(const Network& network, const std::vector<std::uint32_t>& community_of) {
  const auto n = network.vertex_count();
  if (community_of.size() != n) throw std::invalid_argument("a partition needs one community for each vertex");
  const auto communities = n == 0 ? 0 : *std::ranges::max_element(community_of) + 1;
  CommunityRoles roles{std::vector<double>(n, std::numeric_limits<double>::quiet_NaN()), std::vector<double>(n, 0),
                       std::vector<CommunityRole>(n, CommunityRole::undefined)};
  std::vector<double> inside(n, 0), with_community(communities, 0);
  std::vector<Spread> spreads(communities);
  for (Vertex v = 0; v < n; ++v) {
    const auto neighbours = network.neighbours(v);
    const auto edges = network.incident_edges(v);
    double whole = 0;
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      with_community[community_of[neighbours[k]]] += network.weight(edges[k]);
      whole += network.weight(edges[k]);
    }
    inside[v] = with_community[community_of[v]];
    double concentration = 0;
    for (const auto u : neighbours) {
      const double share = std::exchange(with_community[community_of[u]], 0) / whole;
      concentration += share * share;
    }
    if (whole > 0) roles.participation[v] = std::max(0.0, 1 - concentration);
    auto& spread = spreads[community_of[v]];
    spread.count += 1;
    spread.sum += inside[v];
  }
  for (Vertex v = 0; v < n; ++v) {
    auto& spread = spreads[community_of[v]];
    const double away = inside[v] - spread.mean();
    spread.squares += away * away;
  }
  for (Vertex v = 0; v < n; ++v) {
    const auto& spread = spreads[community_of[v]];
    const double deviation = std::sqrt(spread.squares / spread.count);
    constexpr double kRounding = 1e-12;  // sums of equal weights may differ by it
    if (deviation > kRounding * std::abs(spread.mean())) roles.within_module_z[v] = (inside[v] - spread.mean()) / deviation;
    roles.role[v] = role_of(roles.participation[v], roles.within_module_z[v]);
  }
  return roles;
}

}  // namespace maillage

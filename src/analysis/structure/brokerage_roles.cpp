// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/brokerage_roles.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "analysis/structure/triangles.hpp"

namespace maillage {
namespace {

enum : std::size_t { coordinator, gatekeeper, representative, consultant, liaison };

/// The role of a broker of group b in leading from one of group a to one of group c.
std::size_t role_of(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  if (a == b) return b == c ? coordinator : representative;
  if (b == c) return gatekeeper;
  return a == c ? consultant : liaison;
}

/// All ordered pairs of partners of v, joined to each other or not.
void count_pairs_of_partners(const Network& network, Vertex v, std::span<const std::uint32_t> group,
                             std::vector<std::uint32_t>& in_group, std::array<double, kBrokerageRoles>& counts) {
  double own = 0, elsewhere = 0, same_elsewhere = 0;
  for (const auto w : network.neighbours(v)) {
    if (group[w] != kNoGroup) ++in_group[group[w]];
  }
  for (const auto w : network.neighbours(v)) {
    if (group[w] == kNoGroup || in_group[group[w]] == 0) continue;
    const double there = std::exchange(in_group[group[w]], 0);
    if (group[w] == group[v]) {
      own = there;
    } else {
      elsewhere += there;
      same_elsewhere += there * (there - 1);
    }
  }
  counts[coordinator] = own * (own - 1);
  counts[gatekeeper] = counts[representative] = own * elsewhere;
  counts[consultant] = same_elsewhere;
  counts[liaison] = elsewhere * (elsewhere - 1) - same_elsewhere;
}

}  // namespace

BrokerageCounts brokerage_roles(const Network& network, std::span<const std::uint32_t> group) {
  BrokerageCounts counts(network.vertex_count());
  std::uint32_t groups = 0;
  for (const auto g : group) {
    if (g != kNoGroup) groups = std::max(groups, g + 1);
  }
  std::vector<std::uint32_t> in_group(groups, 0);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (group[v] == kNoGroup) {
      counts[v].fill(std::numeric_limits<double>::quiet_NaN());
    } else {
      count_pairs_of_partners(network, v, group, in_group, counts[v]);
    }
  }
  // In a triangle nobody stands between the other two.
  const auto take_off = [&](Vertex broker, Vertex a, Vertex c) {
    if (group[broker] == kNoGroup || group[a] == kNoGroup || group[c] == kNoGroup) return;
    --counts[broker][role_of(group[a], group[broker], group[c])];
    --counts[broker][role_of(group[c], group[broker], group[a])];
  };
  for_each_triangle(network, [&](Vertex a, Vertex b, Vertex c, EdgeId, EdgeId, EdgeId) {
    take_off(a, b, c);
    take_off(b, a, c);
    take_off(c, a, b);
  });
  return counts;
}

BrokerageCounts brokerage_roles(const DirectedNetwork& network, std::span<const std::uint32_t> group) {
  BrokerageCounts counts(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (group[v] == kNoGroup) counts[v].fill(std::numeric_limits<double>::quiet_NaN());
  }
  std::vector<Vertex> reached_from(network.vertex_count(), network.vertex_count());  // in one step, by
  for (Vertex a = 0; a < network.vertex_count(); ++a) {
    if (group[a] == kNoGroup) continue;
    for (const auto w : network.successors(a)) reached_from[w] = a;
    reached_from[a] = a;
    for (const auto b : network.successors(a)) {
      if (group[b] == kNoGroup) continue;
      for (const auto c : network.successors(b)) {
        if (group[c] != kNoGroup && reached_from[c] != a) ++counts[b][role_of(group[a], group[b], group[c])];
      }
    }
  }
  return counts;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/brokerage_roles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/random_networks.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

/// All ordered triples a, b, c, one by one; joined(a, b): does a tie or an arc lead from a to b?
template <class Joined>
BrokerageCounts slow_roles(Vertex vertices, Joined joined, const std::vector<std::uint32_t>& group) {
  BrokerageCounts counts(vertices);
  for (Vertex b = 0; b < vertices; ++b) {
    if (group[b] == kNoGroup) counts[b].fill(std::nan(""));
    for (Vertex a = 0; a < vertices; ++a) {
      for (Vertex c = 0; c < vertices; ++c) {
        if (a == c || !joined(a, b) || !joined(b, c) || joined(a, c)) continue;
        if (group[a] == kNoGroup || group[b] == kNoGroup || group[c] == kNoGroup) continue;
        const bool ab = group[a] == group[b], bc = group[b] == group[c], ac = group[a] == group[c];
        ++counts[b][ab && bc ? 0 : bc ? 1 : ab ? 2 : ac ? 3 : 4];
      }
    }
  }
  return counts;
}

BrokerageCounts slow_roles(const Network& network, const std::vector<std::uint32_t>& group) {
  return slow_roles(
      network.vertex_count(), [&](Vertex a, Vertex b) { return network.find_edge(a, b) < network.edge_count(); }, group);
}

void expect_same(const BrokerageCounts& found, const BrokerageCounts& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (Vertex v = 0; v < found.size(); ++v) {
    for (std::size_t role = 0; role < kBrokerageRoles; ++role) {
      if (std::isnan(wanted[v][role]))
        EXPECT_TRUE(std::isnan(found[v][role]));
      else
        EXPECT_EQ(found[v][role], wanted[v][role]) << "vertex " << v << ", role " << role;
    }
  }
}

TEST(BrokerageRoles, as_counted_triple_by_triple) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed);
    std::vector<std::uint32_t> group(network.vertex_count());
    for (Vertex v = 0; v < group.size(); ++v) group[v] = (v * 7 + static_cast<std::uint32_t>(seed)) % 4;
    expect_same(brokerage_roles(network, group), slow_roles(network, group));
    for (Vertex v = 0; v < group.size(); ++v) group[v] = group[v] == 3 ? kNoGroup : group[v];
    expect_same(brokerage_roles(network, group), slow_roles(network, group));
  }
}

TEST(BrokerageRoles, along_arcs_as_counted_triple_by_triple) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed);
    std::vector<DirectedNetwork::WeightedArc> arcs;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto a = network.source(e), b = network.target(e);
      if (e % 3 != 0) arcs.push_back({a, b});
      if (e % 3 != 1) arcs.push_back({b, a});
    }
    const DirectedNetwork directed(network.vertex_count(), arcs);
    std::vector<std::uint32_t> group(network.vertex_count());
    for (Vertex v = 0; v < group.size(); ++v) group[v] = v % 5 == 4 ? kNoGroup : v % 3;
    const auto joined = [&](Vertex a, Vertex b) { return std::ranges::count(directed.successors(a), b) > 0; };
    expect_same(brokerage_roles(directed, group), slow_roles(network.vertex_count(), joined, group));
  }
}

// A → B, A → C, B → C, B → D, C → D, D → A, the groups being {A, B} and {C, D}: the network of the reference page of
// cograph's brokerage, whose counts are those of sna's `brokerage` (R). By hand:
//   D → A → B, C → D → A … each path of two arcs without the arc that shortens it.
TEST(BrokerageRoles, a_directed_network_of_four) {
  const std::vector<DirectedNetwork::WeightedArc> arcs{{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 0}};
  const auto counts = brokerage_roles(DirectedNetwork(4, arcs), std::vector<std::uint32_t>{0, 0, 1, 1});
  using Counts = std::array<double, kBrokerageRoles>;
  EXPECT_EQ(counts[0], (Counts{0, 1, 0, 1, 0}));
  EXPECT_EQ(counts[1], (Counts{0, 0, 1, 0, 0}));
  EXPECT_EQ(counts[2], (Counts{0, 1, 0, 0, 0}));
  EXPECT_EQ(counts[3], (Counts{0, 0, 1, 1, 0}));
}

// The five roles of Gould & Fernandez, drawn: b in the middle, own group +, others - and =
//   + b +   coordinator     - b +   gatekeeper and, read from the other end, representative
//   - b -   consultant      - b =   liaison
TEST(BrokerageRoles, each_role_by_itself) {
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {1, 2}};
  const Network path(3, pairs);
  const auto roles = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return brokerage_roles(path, std::vector<std::uint32_t>{a, b, c})[1];
  };
  using Counts = std::array<double, kBrokerageRoles>;
  EXPECT_EQ(roles(0, 0, 0), (Counts{2, 0, 0, 0, 0}));
  EXPECT_EQ(roles(1, 0, 0), (Counts{0, 1, 1, 0, 0}));
  EXPECT_EQ(roles(0, 0, 1), (Counts{0, 1, 1, 0, 0}));
  EXPECT_EQ(roles(1, 0, 1), (Counts{0, 0, 0, 2, 0}));
  EXPECT_EQ(roles(1, 0, 2), (Counts{0, 0, 0, 0, 2}));
}

TEST(BrokerageRoles, all_roles_together_are_the_open_pairs) {
  const auto karate = published::karate_club();
  const auto counts = brokerage_roles(karate, published::karate_factions());
  double all = 0;
  for (const auto& roles : counts) {
    for (const auto count : roles) all += count;
    EXPECT_EQ(roles[1], roles[2]);  // a symmetric network
    EXPECT_EQ(roles[4], 0);         // two groups have no third
  }
  EXPECT_EQ(all, 2 * (528 - 3 * 45));  // 528 pairs of partners, 45 triangles
}

TEST(BrokerageRoles, smallest_networks) {
  EXPECT_TRUE(brokerage_roles(Network{}, {}).empty());
  const auto one = brokerage_roles(Network(1, {}), std::vector<std::uint32_t>{0});
  for (const auto count : one[0]) EXPECT_EQ(count, 0);
}

}  // namespace
}  // namespace maillage

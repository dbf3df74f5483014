// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/hypergraph_modularity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/community/hypergraph_search.hpp"
#include "analysis/random_source.hpp"
#include "community/every_partition.hpp"
#include "community/random_networks.hpp"

namespace maillage {
namespace {

using community_tests::greatest_over_all_partitions;
using community_tests::random_network;

Hyperedges hyperedges(Vertex vertices, const std::vector<std::set<Vertex>>& sets) {
  Hyperedges edges;
  edges.vertices = vertices;
  for (const auto& set : sets) {
    edges.members.insert(edges.members.end(), set.begin(), set.end());
    edges.first.push_back(static_cast<std::uint32_t>(edges.members.size()));
    edges.weight.push_back(1);
  }
  return edges;
}

/// Sets of two to four vertices, mostly neighbours.
Hyperedges random_hyperedges(std::uint64_t seed, Vertex vertices, int count) {
  RandomSource random(seed);
  std::vector<std::set<Vertex>> sets;
  while (sets.size() < static_cast<std::size_t>(count)) {
    std::set<Vertex> set{random.below(vertices)};
    for (auto more = 1 + random.below(3); more > 0; --more) set.insert((*set.begin() + 1 + random.below(3)) % vertices);
    if (set.size() > 1) sets.push_back(set);
  }
  return hyperedges(vertices, sets);
}

/// The pairs of all members of agreements, Newman's weights.
Network projection(const Hyperedges& edges) {
  std::vector<Network::WeightedPair> pairs;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto members = edges.of(e);
    const double weight = 1 / (static_cast<double>(members.size()) - 1);
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) pairs.push_back({members[i], members[j], weight});
    }
  }
  return Network(edges.vertices, pairs);
}

TEST(HypergraphModularity, of_a_small_example_by_hand) {
  // {0,1,2} {0,1} {3,4} {2,3,4}: E = 4, E_2 = E_3 = 2, volumes 2 2 2 2 2, whole 10.
  // {0,1,2 | 3,4}: three inside; volumes 6 and 4: 2/4 (0.36 + 0.16) + 2/4 (0.216 + 0.064) = 0.4; 0.75 − 0.4.
  const auto edges = hyperedges(5, {{0, 1, 2}, {0, 1}, {3, 4}, {2, 3, 4}});
  EXPECT_NEAR(hypergraph_modularity(edges, {0, 0, 0, 1, 1}, 1), 0.35, 1e-12);
  EXPECT_NEAR(hypergraph_modularity(edges, {0, 0, 0, 1, 1}, 2), -0.05, 1e-12);
  EXPECT_NEAR(hypergraph_modularity(edges, {0, 0, 0, 0, 0}, 1), 0, 1e-12);
  EXPECT_NEAR(hypergraph_modularity(edges, {0, 1, 2, 3, 4}, 1), -0.5 * 5 * (0.04 + 0.008), 1e-12);
  EXPECT_TRUE(std::isnan(hypergraph_modularity(Hyperedges{}, {}, 1)));
  EXPECT_THROW(hypergraph_modularity(edges, {0, 1}, 1), std::invalid_argument);
}

TEST(HypergraphModularity, of_agreements_of_two_is_the_modularity_of_the_network) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto network = random_network(seed, 30, 4);
    Hyperedges edges;
    edges.vertices = 30;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      edges.members.insert(edges.members.end(), {network.source(e), network.target(e)});
      edges.first.push_back(static_cast<std::uint32_t>(edges.members.size()));
      edges.weight.push_back(network.weight(e));
    }
    RandomSource random(seed);
    std::vector<std::uint32_t> community_of(30);
    for (auto& c : community_of) c = random.below(5);
    EXPECT_NEAR(hypergraph_modularity(edges, community_of, 1.5), modularity(network, community_of, 1.5), 1e-12);
  }
}

TEST(HypergraphSearch, comes_near_the_optimum_of_all_partitions_and_never_beyond) {
  int optimal = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto edges = random_hyperedges(seed, 8, 6 + static_cast<int>(seed % 5));
    const auto worth = [&](const auto& community_of) { return hypergraph_modularity(edges, community_of, 1); };
    const double optimum = greatest_over_all_partitions(8, worth);
    const auto found = find_hypergraph_communities(projection(edges), edges, {});
    EXPECT_LE(worth(found.community_of), optimum + 1e-9);
    optimal += worth(found.community_of) > optimum - 1e-9;
  }
  EXPECT_GE(optimal, 36);
}

TEST(HypergraphSearch, is_never_worse_than_its_start) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto edges = random_hyperedges(seed, 60, 80);
    const auto start = find_communities(projection(edges), {.seed = seed, .runs = 1}).community_of;
    const auto found = search_hypergraph_modularity(edges, start, 1);
    EXPECT_GE(hypergraph_modularity(edges, found, 1), hypergraph_modularity(edges, start, 1));
    EXPECT_EQ(adjusted_rand_index(search_hypergraph_modularity(edges, found, 1), found), 1) << "something was left";
  }
}

TEST(HypergraphSearch, does_nothing_without_agreements) {
  Hyperedges none;
  none.vertices = 3;
  EXPECT_EQ(find_hypergraph_communities(Network(3, {}), none, {}).count, 3U);
  EXPECT_THROW(find_hypergraph_communities(Network(3, {}), none, {.algorithm = "louvain"}), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

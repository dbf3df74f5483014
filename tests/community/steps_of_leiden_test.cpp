// SPDX-License-Identifier: Apache-2.0
// Local moving, refinement, aggregation and the splitting of communities, each by itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "analysis/community/communities.hpp"
#include "analysis/community/leiden.hpp"
#include "analysis/community/refinement.hpp"
#include "community/random_networks.hpp"

namespace maillage {
namespace {

using community_tests::random_network;

std::vector<community::Community> all_alone(Vertex vertices) {
  std::vector<community::Community> community_of(vertices);
  std::iota(community_of.begin(), community_of.end(), community::Community{0});
  return community_of;
}

TEST(StepsOfLeiden, local_moving_ends_where_no_move_of_one_vertex_gains) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto network = random_network(seed, 40, 4);
    const auto graph = community::weighted_graph(network);
    community::Workspace workspace(40);
    RandomSource random(seed);
    auto community_of = all_alone(40);
    EXPECT_GT(community::move_vertices(graph, 1, community_of, random, workspace), 0);
    const double reached = modularity(network, community_of, 1);
    for (Vertex v = 0; v < 40; ++v) {
      const auto own = community_of[v];
      for (community::Community c = 0; c < 40; ++c) {
        community_of[v] = c;
        EXPECT_LE(modularity(network, community_of, 1), reached + 1e-7) << seed;
      }
      community_of[v] = own;
    }
    EXPECT_EQ(community::move_vertices(graph, 1, community_of, random, workspace), 0) << "nothing is left to move";
  }
}

TEST(StepsOfLeiden, local_moving_lets_a_vertex_leave_for_a_community_of_its_own) {
  const auto graph = community::weighted_graph(community_tests::ring_of_cliques(3, 4));
  community::Workspace workspace(12);
  RandomSource random(1);
  std::vector<community::Community> community_of(12, 5);
  EXPECT_GT(community::move_vertices(graph, 200, community_of, random, workspace), 0);
  EXPECT_EQ(community::close_gaps(community_of), 12U);
}

TEST(StepsOfLeiden, parts_lie_inside_communities_and_are_connected) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto network = random_network(seed, 60, 5);
    const auto graph = community::weighted_graph(network);
    community::Workspace workspace(60);
    RandomSource random(seed);
    std::vector<community::Community> community_of(60);
    for (auto& c : community_of) c = random.below(3);
    auto part_of = community::refine(graph, 1, community_of, random, workspace);
    for (Vertex v = 0; v < 60; ++v) {
      for (Vertex w = 0; w < v; ++w) {
        EXPECT_TRUE(part_of[v] != part_of[w] || community_of[v] == community_of[w]) << seed;
      }
    }
    EXPECT_LT(community::close_gaps(part_of), 60U) << "nothing was joined";
    EXPECT_EQ(disconnected_communities(network, part_of), 0U) << seed;
  }
}

TEST(StepsOfLeiden, refinement_joins_nothing_that_is_not_well_connected) {
  // The community {u, v, x} hangs together by v alone; u and x are tied more strongly to o. To join u or x would gain,
  // but both are less tied to the community than chance would have it: 3 < 20·35/100, 5 < 25·30/100.
  const Vertex u = 0, v = 1, x = 2, o = 3, other = 4;
  const std::vector<Network::WeightedPair> pairs{{u, v, 3}, {v, x, 5},  {u, o, 17},
                                                 {v, o, 2}, {x, o, 20}, {o, other, 3}};
  const auto graph = community::weighted_graph(Network(5, pairs));
  community::Workspace workspace(5);
  const std::vector<community::Community> community_of{0, 0, 0, 1, 1};
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    RandomSource random(seed);
    const auto part_of = community::refine(graph, 1, community_of, random, workspace);
    EXPECT_NE(part_of[u], part_of[v]);
    EXPECT_NE(part_of[v], part_of[x]);
    EXPECT_EQ(part_of[o], part_of[other]);
  }
}

TEST(StepsOfLeiden, a_community_is_split_into_its_pieces) {
  //  0 - 1   2 - 3   4
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {2, 3}};
  const auto graph = community::weighted_graph(Network(5, pairs));
  std::vector<community::Community> community_of{1, 1, 1, 1, 0};
  EXPECT_EQ(community::split_into_connected(graph, community_of), 3U);
  EXPECT_EQ(community_of, (std::vector<community::Community>{0, 0, 1, 1, 2}));
}

TEST(StepsOfLeiden, refinement_splits_what_holds_together_by_nothing) {
  // Two triangles without a tie between them, declared one community; every part must lie inside a triangle.
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}};
  const auto graph = community::weighted_graph(Network(6, pairs));
  community::Workspace workspace(6);
  RandomSource random(1);
  const std::vector<community::Community> one(6, 0);
  const auto part_of = community::refine(graph, 1, one, random, workspace);
  for (Vertex v = 0; v < 3; ++v) {
    for (Vertex w = 3; w < 6; ++w) EXPECT_NE(part_of[v], part_of[w]);
  }
  EXPECT_TRUE(part_of[0] == part_of[1] || part_of[0] == part_of[2] || part_of[1] == part_of[2]);
}

TEST(StepsOfLeiden, aggregation_keeps_strengths_and_weights_between_communities) {
  const auto network = random_network(5, 60, 4);
  const auto graph = community::weighted_graph(network);
  std::vector<community::Community> community_of(60);
  for (Vertex v = 0; v < 60; ++v) community_of[v] = v / 6;
  const auto coarse = community::aggregate(graph, community_of, 10);
  for (Vertex c = 0; c < 10; ++c) {
    double strength = 0;
    std::vector<double> weight_to(10, 0);
    for (Vertex v = 6 * c; v < 6 * c + 6; ++v) {
      strength += graph.strength[v];
      for (const auto& arc : graph.arcs_of(v)) weight_to[arc.target / 6] += static_cast<double>(arc.weight);
    }
    EXPECT_NEAR(coarse.strength[c], strength, 1e-9);
    for (const auto& arc : coarse.arcs_of(c)) {
      EXPECT_NE(arc.target, c);
      EXPECT_NEAR(static_cast<double>(arc.weight), weight_to[arc.target], 1e-5);
      weight_to[arc.target] = 0;
    }
    weight_to[c] = 0;
    EXPECT_NEAR(std::accumulate(weight_to.begin(), weight_to.end(), 0.0), 0, 1e-12) << "a neighbour was left out";
  }
}

}  // namespace
}  // namespace maillage

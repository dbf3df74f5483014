// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/label_propagation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "analysis/community/communities.hpp"
#include "community/random_networks.hpp"

namespace maillage {
namespace {

using community_tests::random_network;
using community_tests::ring_of_cliques;

TEST(LabelPropagation, ends_where_no_label_among_the_neighbours_outweighs_the_own) {
  // Splitting what hangs together by nothing takes no weight away from a vertex.
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto network = random_network(seed, 60, 4);
    const auto label_of = community::label_propagation(community::weighted_graph(network), seed);
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      std::map<std::uint32_t, double> weight_of;
      for (std::size_t i = 0; i < network.neighbours(v).size(); ++i) {
        weight_of[label_of[network.neighbours(v)[i]]] += network.weight(network.incident_edges(v)[i]);
      }
      for (const auto& [label, weight] : weight_of) {
        EXPECT_LE(weight, weight_of[label_of[v]] * (1 + 1e-6) + 1e-9) << seed << ' ' << v << ' ' << label;
      }
    }
    EXPECT_EQ(disconnected_communities(network, label_of), 0U);
  }
}

TEST(LabelPropagation, follows_the_weights) {
  //  0 = 1 - 2 = 3    the middle tie is weak
  const std::vector<Network::WeightedPair> chain{{0, 1, 5}, {1, 2, 1}, {2, 3, 5}};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto label_of = community::label_propagation(community::weighted_graph(Network(4, chain)), seed);
    EXPECT_EQ(label_of, (std::vector<community::Community>{0, 0, 1, 1})) << seed;
  }
}

TEST(LabelPropagation, finds_cliques_in_a_ring) {
  const auto network = ring_of_cliques(10, 6);
  const auto partition = find_communities(network, {.algorithm = "label-propagation"});
  EXPECT_EQ(partition.count, 10U);
  for (Vertex v = 0; v < 60; ++v) EXPECT_EQ(partition.community_of[v], v / 6);
}

TEST(LabelPropagation, is_that_of_the_seed) {
  const auto graph = community::weighted_graph(random_network(9, 500, 4));
  EXPECT_EQ(community::label_propagation(graph, 3), community::label_propagation(graph, 3));
  EXPECT_NE(community::label_propagation(graph, 3), community::label_propagation(graph, 4));
}

TEST(LabelPropagation, of_nothing_is_nothing) {
  EXPECT_TRUE(community::label_propagation(community::weighted_graph(Network{}), 1).empty());
  EXPECT_EQ(community::label_propagation(community::weighted_graph(Network(2, {})), 1),
            (std::vector<community::Community>{0, 1}));
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "community/random_networks.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::random_network;

/// The definition over all pairs of vertices: 1/2W Σ_ij (A_ij − γ k_i k_j / 2W) [c_i = c_j]. O(n²).
double modularity_by_pairs(const Network& network, const std::vector<std::uint32_t>& community_of, double resolution) {
  const auto n = network.vertex_count();
  std::vector<std::vector<double>> adjacency(n, std::vector<double>(n, 0));
  std::vector<double> strength(n, 0);
  double twice_total = 0;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    adjacency[network.source(e)][network.target(e)] += network.weight(e);
    adjacency[network.target(e)][network.source(e)] += network.weight(e);
  }
  for (Vertex i = 0; i < n; ++i) {
    for (Vertex j = 0; j < n; ++j) strength[i] += adjacency[i][j];
    twice_total += strength[i];
  }
  double sum = 0;
  for (Vertex i = 0; i < n; ++i) {
    for (Vertex j = 0; j < n; ++j) {
      if (community_of[i] != community_of[j]) continue;
      sum += adjacency[i][j] - resolution * strength[i] * strength[j] / twice_total;
    }
  }
  return sum / twice_total;
}

TEST(Modularity, agrees_with_the_sum_over_all_pairs_on_200_random_networks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    RandomSource random(seed * 977);
    const auto n = 4 + random.below(40);
    const auto network = random_network(seed, n, 1 + 3 * random.uniform());
    ASSERT_GT(network.edge_count(), 0U);
    std::vector<std::uint32_t> community_of(n);
    for (auto& c : community_of) c = random.below(1 + n / 3);  // numbers with gaps
    const double resolution = 0.25 + 2 * random.uniform();
    EXPECT_NEAR(modularity(network, community_of, resolution), modularity_by_pairs(network, community_of, resolution),
                1e-12)
        << "seed " << seed;
  }
}

TEST(Modularity, has_the_published_value_for_the_factions_of_the_karate_club) {
  // Q as in Newman & Girvan 2004.
  EXPECT_NEAR(modularity(published::karate_club(), published::karate_factions(), 1), 0.3582347140, 1e-9);
}

TEST(Modularity, by_hand_on_two_triangles_joined_by_one_tie) {
  //  0       3
  //  | \   / |       7 ties; each triangle: 3 inside, strength 7 of 14
  //  |  2-4  |       Q = 2 (3/7 − γ/4)
  //  | /   \ |
  //  1       5
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {1, 2}, {2, 4}, {3, 4}, {3, 5}, {4, 5}};
  const Network network(6, pairs);
  EXPECT_NEAR(modularity(network, {0, 0, 0, 1, 1, 1}, 1), 2 * (3.0 / 7 - 0.25), 1e-15);
  EXPECT_NEAR(modularity(network, {0, 0, 0, 1, 1, 1}, 0.5), 2 * (3.0 / 7 - 0.125), 1e-15);
  EXPECT_NEAR(modularity(network, {4, 4, 4, 4, 4, 4}, 1), 0, 1e-15);
}

TEST(Modularity, is_zero_without_ties_and_does_not_depend_on_the_unit_of_weights) {
  EXPECT_EQ(modularity(Network{}, {}, 1), 0);
  EXPECT_EQ(modularity(Network(3, {}), {0, 1, 1}, 1), 0);
  const std::vector<Network::WeightedPair> light{{0, 1, 1}, {1, 2, 2}, {2, 3, 3}};
  const std::vector<Network::WeightedPair> heavy{{0, 1, 1e9}, {1, 2, 2e9}, {2, 3, 3e9}};
  EXPECT_DOUBLE_EQ(modularity(Network(4, light), {0, 0, 1, 1}, 1), modularity(Network(4, heavy), {0, 0, 1, 1}, 1));
}

TEST(Modularity, refuses_a_partition_of_another_length) {
  EXPECT_THROW(modularity(published::karate_club(), {0, 1}, 1), std::invalid_argument);
}

TEST(BipartiteModularity, of_two_pairs_and_of_a_whole) {
  //  0 - 2    1 - 3     first kind 0, 1; second kind 2, 3
  const std::vector<Network::WeightedPair> pairs{{0, 2}, {1, 3}};
  const Network network(4, pairs);
  const std::vector<char> is_second{0, 0, 1, 1};
  EXPECT_NEAR(bipartite_modularity(network, is_second, {0, 1, 0, 1}, 1), 0.5, 1e-12);
  EXPECT_NEAR(bipartite_modularity(network, is_second, {0, 0, 0, 0}, 1), 0, 1e-12);
  EXPECT_NEAR(bipartite_modularity(network, is_second, {0, 0, 1, 1}, 1), 0, 1e-12);  // each kind by itself
  EXPECT_NEAR(bipartite_modularity(network, is_second, {0, 1, 1, 0}, 1), -0.5, 1e-12);
  EXPECT_EQ(bipartite_modularity(Network(2, {}), {0, 1}, {0, 1}, 1), 0);
  EXPECT_THROW(bipartite_modularity(network, {0, 0, 0, 1}, {0, 0, 0, 0}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "community/every_partition.hpp"
#include "community/random_networks.hpp"

namespace maillage {
namespace {

using community_tests::greatest_over_all_partitions;
using community_tests::random_network;
using community_tests::ring_of_cliques;

constexpr auto kCpm = CommunityQuality::cpm;

TEST(ConstantPotts, quality_of_two_triangles_joined_by_a_tie) {
  //  0 - 1       4
  //   \ /       / \        Σ (w_c − γ n_c(n_c−1)/2) = 2 (3 − 3γ)
  //    2 ----- 3 - 5
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};
  const Network network(6, pairs);
  EXPECT_NEAR(constant_potts_quality(network, {0, 0, 0, 1, 1, 1}, 0.5), 3, 1e-12);
  EXPECT_NEAR(constant_potts_quality(network, {0, 0, 0, 0, 0, 0}, 0.5), 7 - 7.5, 1e-12);
  EXPECT_EQ(constant_potts_quality(network, {0, 1, 2, 3, 4, 5}, 0.5), 0);
  EXPECT_NEAR(weight_density(network), 7.0 / 15, 1e-12);
  EXPECT_NEAR(constant_potts_quality(network, {0, 0, 0, 0, 0, 0}, weight_density(network)), 0, 1e-12);
  EXPECT_EQ(weight_density(Network(1, {})), 0);
  EXPECT_THROW(constant_potts_quality(network, {0, 1}, 1), std::invalid_argument);
}

TEST(ConstantPotts, leiden_reaches_the_optimum_of_all_partitions_of_small_networks) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto network = random_network(seed, 5 + seed % 4, 2 + 0.02 * static_cast<double>(seed));
    const double resolution = weight_density(network) * (1 + static_cast<double>(seed % 3));
    const auto worth = [&](const auto& community_of) { return constant_potts_quality(network, community_of, resolution); };
    const auto found = find_communities(network, {.resolution = resolution, .quality = kCpm});
    EXPECT_NEAR(worth(found.community_of), greatest_over_all_partitions(network.vertex_count(), worth), 1e-6) << seed;
    EXPECT_EQ(found.disconnected, 0U);
    EXPECT_NEAR(found.modularity, modularity(network, found.community_of, 1), 1e-12);
  }
}

TEST(ConstantPotts, has_no_limit_of_resolution) {
  // At one half cliques of five stand for themselves, however many there are; modularity takes them in pairs from 30 on.
  for (const Vertex cliques : {5U, 30U, 200U}) {
    const auto partition = find_communities(ring_of_cliques(cliques, 5), {.resolution = 0.5, .runs = 3, .quality = kCpm});
    EXPECT_EQ(partition.count, cliques);
  }
}

TEST(ConstantPotts, follows_the_unit_of_weights) {
  const auto network = random_network(11, 80, 4);
  std::vector<Network::WeightedPair> tripled;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    tripled.push_back({network.source(e), network.target(e), network.weight(e) * 8});
  }
  EXPECT_EQ(find_communities(network, {.resolution = 0.1, .quality = kCpm}).community_of,
            find_communities(Network(80, tripled), {.resolution = 0.8, .quality = kCpm}).community_of);
}

TEST(ConstantPotts, is_known_to_leiden_and_louvain_alone) {
  const auto network = ring_of_cliques(4, 4);
  EXPECT_EQ(find_communities(network, {.algorithm = "louvain", .resolution = 0.5, .quality = kCpm}).count, 4U);
  for (const auto* algorithm : {"label-propagation", "girvan-newman", "spectral"}) {
    EXPECT_THROW(find_communities(network, {.algorithm = algorithm, .quality = kCpm}), std::invalid_argument);
  }
}

}  // namespace
}  // namespace maillage

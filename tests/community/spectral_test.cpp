// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/spectral.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/community/leading_eigenvector.hpp"
#include "community/every_partition.hpp"
#include "community/random_networks.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::greatest_over_all_partitions;
using community_tests::random_network;
using community_tests::ring_of_cliques;

TEST(LeadingEigenvector, fulfils_its_equation_beyond_and_below_the_size_of_the_whole_matrix) {
  for (const Vertex n : {20U, 96U, 97U, 400U}) {
    const auto graph = community::weighted_graph(random_network(n, n, 5));
    const auto product = [&](const double* x, double* y) {
      for (Vertex v = 0; v < n; ++v) {
        y[v] = -0.01 * v * x[v];
        for (const auto& arc : graph.arcs_of(v)) y[v] += static_cast<double>(arc.weight) * x[arc.target];
      }
    };
    const auto pair = community::greatest_eigenpair(n, product);
    std::vector<double> image(n);
    product(pair.vector.data(), image.data());
    double norm = 0;
    for (Vertex v = 0; v < n; ++v) {
      norm += pair.vector[v] * pair.vector[v];
      EXPECT_NEAR(image[v], pair.value * pair.vector[v], 1e-6 * pair.value) << n;
    }
    EXPECT_NEAR(norm, 1, 1e-9);
    EXPECT_GT(pair.value, 1);
  }
  EXPECT_TRUE(community::greatest_eigenpair(0, [](const double*, double*) {}).vector.empty());
}

TEST(LeadingEigenvector, is_the_greatest_even_where_a_negative_one_is_larger) {
  // diag(-1000, 1, 2, …, 199): 199, not -1000.
  const auto product = [](const double* x, double* y) {
    for (int i = 0; i < 200; ++i) y[i] = (i == 0 ? -1000 : i) * x[i];
  };
  const auto pair = community::greatest_eigenpair(200, product);
  EXPECT_NEAR(pair.value, 199, 1e-5);
  EXPECT_NEAR(pair.vector[199], 1, 1e-3);
}

TEST(Spectral, stays_below_the_optimum_and_comes_near_it) {
  int optimal = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto network = random_network(seed, 5 + seed % 4, 2 + 0.02 * static_cast<double>(seed));
    const double optimum = greatest_over_all_partitions(
        network.vertex_count(), [&](const auto& community_of) { return modularity(network, community_of, 1); });
    const auto found = find_communities(network, {.algorithm = "spectral"});
    EXPECT_LE(found.modularity, optimum + 1e-9);
    EXPECT_EQ(found.disconnected, 0U);
    optimal += found.modularity > optimum - 1e-6;
  }
  EXPECT_GE(optimal, 50);
}

TEST(Spectral, of_the_karate_club_is_near_the_optimum) {
  // Newman 2006 (doi:10.1073/pnas.0601602103), table 1: 0.419 with refinement.
  const auto partition = find_communities(published::karate_club(), {.algorithm = "spectral"});
  EXPECT_GE(partition.modularity, 0.4185);
  EXPECT_EQ(partition.count, 4U);
  const auto two = find_communities(published::karate_club(), {.algorithm = "spectral", .communities = 2});
  EXPECT_EQ(two.count, 2U);
  EXPECT_NEAR(two.modularity, 0.3718, 5e-5);  // the best split in two
}

TEST(Spectral, splits_components_first_and_leaves_isolates_alone) {
  const std::vector<Network::WeightedPair> pairs{{1, 2}, {2, 3}, {1, 3}, {5, 6}, {6, 7}, {5, 7}};
  EXPECT_EQ(find_communities(Network(9, pairs), {.algorithm = "spectral"}).community_of,
            (std::vector<std::uint32_t>{2, 0, 0, 0, 3, 1, 1, 1, 4}));
  EXPECT_EQ(find_communities(Network{}, {.algorithm = "spectral"}).count, 0U);
  EXPECT_EQ(find_communities(Network(2, {}), {.algorithm = "spectral"}).count, 2U);
  EXPECT_THROW(find_communities(Network(9, pairs), {.algorithm = "spectral", .communities = 3}), std::invalid_argument);
}

TEST(Spectral, finds_a_ring_of_cliques_at_any_size) {
  for (const Vertex cliques : {4U, 10U, 40U}) {
    const auto partition = find_communities(ring_of_cliques(cliques, 8), {.algorithm = "spectral", .resolution = 4});
    EXPECT_EQ(partition.count, cliques);
    for (Vertex v = 0; v < cliques * 8; ++v) EXPECT_EQ(partition.community_of[v], v / 8);
  }
}

TEST(Spectral, of_a_union_of_two_networks_is_that_of_each_at_the_same_scale) {
  // γ/2W is the same when the resolution doubles with the weight of the network.
  const auto one = random_network(3, 40, 4);
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < one.edge_count(); ++e) {
    pairs.push_back({one.source(e), one.target(e), one.weight(e)});
    pairs.push_back({one.source(e) + 40, one.target(e) + 40, one.weight(e)});
  }
  const auto alone = find_communities(one, {.algorithm = "spectral"});
  const auto both = find_communities(Network(80, pairs), {.algorithm = "spectral", .resolution = 2});
  EXPECT_EQ(both.count, 2 * alone.count);
  for (Vertex v = 0; v < 40; ++v) {
    for (Vertex w = 0; w < v; ++w) {
      EXPECT_EQ(both.community_of[v] == both.community_of[w], alone.community_of[v] == alone.community_of[w]);
    }
  }
}

}  // namespace
}  // namespace maillage

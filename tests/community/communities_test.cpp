// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/communities.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "community/every_partition.hpp"
#include "community/random_networks.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::members_by_community;
using community_tests::random_network;
using community_tests::ring_of_cliques;

double greatest_modularity(const Network& network, double resolution) {
  return community_tests::greatest_over_all_partitions(
      network.vertex_count(), [&](const auto& community_of) { return modularity(network, community_of, resolution); });
}

/// Can every vertex of a set be reached from its first without leaving it?
bool is_connected(const Network& network, const std::vector<Vertex>& members) {
  std::vector<Vertex> reached{members.front()};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const auto neighbour : network.neighbours(reached[next])) {
      if (std::ranges::find(members, neighbour) != members.end() &&
          std::ranges::find(reached, neighbour) == reached.end()) {
        reached.push_back(neighbour);
      }
    }
  }
  return reached.size() == members.size();
}

TEST(Communities, reach_the_optimum_of_all_partitions_of_small_networks) {
  int optimal_leiden = 0, optimal_louvain = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto network = random_network(seed, 5 + seed % 4, 2 + 0.02 * static_cast<double>(seed));
    const double resolution = 0.5 + static_cast<double>(seed % 3) * 0.5;
    const double optimum = greatest_modularity(network, resolution);
    const auto leiden = find_communities(network, {.resolution = resolution});
    const auto louvain = find_communities(network, {.algorithm = "louvain", .resolution = resolution});
    EXPECT_LE(leiden.modularity, optimum + 1e-9) << seed;
    EXPECT_LE(louvain.modularity, optimum + 1e-9) << seed;
    optimal_leiden += leiden.modularity > optimum - 1e-6;
    optimal_louvain += louvain.modularity > optimum - 1e-6;
  }
  EXPECT_EQ(optimal_leiden, 60);
  EXPECT_GE(optimal_louvain, 57);
}

TEST(Communities, leiden_communities_are_connected_on_200_random_networks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = random_network(seed, 10 + static_cast<Vertex>(seed), 1.5 + 0.02 * static_cast<double>(seed));
    const auto partition =
        find_communities(network, {.resolution = seed % 2 == 0 ? 1.0 : 0.3, .seed = seed, .runs = 2});
    for (const auto& members : members_by_community(partition.community_of)) {
      EXPECT_TRUE(is_connected(network, members)) << seed;
    }
    EXPECT_EQ(partition.disconnected, 0U);
  }
}

TEST(Communities, no_move_of_one_vertex_and_no_union_of_two_communities_gains) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto network = random_network(seed, 30, 3);
    const auto partition = find_communities(network, {.runs = 1});
    auto changed = partition.community_of;
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      const auto own = changed[v];
      for (std::uint32_t c = 0; c <= partition.count; ++c) {
        changed[v] = c;
        EXPECT_LE(modularity(network, changed, 1), partition.modularity + 1e-7) << seed;
      }
      changed[v] = own;
    }
    for (std::uint32_t a = 0; a < partition.count; ++a) {
      for (std::uint32_t b = a + 1; b < partition.count; ++b) {
        auto united = partition.community_of;
        std::ranges::replace(united, b, a);
        EXPECT_LE(modularity(network, united, 1), partition.modularity + 1e-7) << seed;
      }
    }
  }
}

TEST(Communities, disconnected_communities_are_counted) {
  //  0 - 1 - 2 - 3    {0, 2} and {1, 3} fall into pieces
  const std::vector<Network::WeightedPair> chain{{0, 1}, {1, 2}, {2, 3}};
  EXPECT_EQ(disconnected_communities(Network(4, chain), {0, 1, 0, 1}), 2U);
  EXPECT_EQ(disconnected_communities(Network(4, chain), {0, 0, 0, 1}), 0U);
  EXPECT_EQ(disconnected_communities(Network(5, chain), {0, 0, 0, 1, 0}), 1U);
}

TEST(Communities, are_numbered_by_size_then_by_smallest_vertex) {
  Partition partition;
  partition.community_of = {9, 4, 4, 7, 7, 2, 2, 2, 9, 5};
  renumber_communities(partition);
  EXPECT_EQ(partition.community_of, (std::vector<std::uint32_t>{1, 2, 2, 3, 3, 0, 0, 0, 1, 4}));
  EXPECT_EQ(partition.count, 5U);
}

TEST(Communities, isolated_vertices_are_communities_of_one) {
  const std::vector<Network::WeightedPair> pairs{{1, 2}, {2, 3}, {1, 3}};
  for (const auto* algorithm : {"leiden", "louvain"}) {
    EXPECT_EQ(find_communities(Network(5, pairs), {.algorithm = algorithm}).community_of,
              (std::vector<std::uint32_t>{1, 0, 0, 0, 2}));
    EXPECT_EQ(find_communities(Network(3, {}), {.algorithm = algorithm}).community_of,
              (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(find_communities(Network{}, {.algorithm = algorithm}).count, 0U);
  }
}

TEST(Communities, an_edge_of_weight_zero_joins_nothing) {
  const std::vector<Network::WeightedPair> pairs{{0, 1, 1}, {1, 2, 0}, {2, 3, 1}};
  const auto partition = find_communities(Network(4, pairs), {.resolution = 1e-6});
  EXPECT_EQ(partition.community_of, (std::vector<std::uint32_t>{0, 0, 1, 1}));
}

TEST(Communities, the_unit_of_weights_does_not_matter) {
  const auto network = random_network(11, 80, 4);
  std::vector<Network::WeightedPair> large, small;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    large.push_back({network.source(e), network.target(e), network.weight(e) * 0x1p500});
    small.push_back({network.source(e), network.target(e), network.weight(e) * 0x1p-500});
  }
  const auto plain = find_communities(network, {});
  EXPECT_EQ(find_communities(Network(80, large), {}).community_of, plain.community_of);
  EXPECT_EQ(find_communities(Network(80, small), {}).community_of, plain.community_of);
}

TEST(Communities, the_same_for_a_seed_on_one_thread_and_on_three) {
  const auto network = random_network(3, 3000, 5);
  const int threads = omp_get_max_threads();
  for (const auto* algorithm : {"leiden", "louvain"}) {
    const CommunityOptions options{.algorithm = algorithm, .seed = 42, .runs = 5};
    omp_set_num_threads(1);
    const auto alone = find_communities(network, options);
    omp_set_num_threads(3);
    const auto together = find_communities(network, options);
    omp_set_num_threads(threads);
    EXPECT_EQ(alone.community_of, together.community_of);
    EXPECT_EQ(alone.modularity, together.modularity);
    EXPECT_EQ(alone.stability_nmi, together.stability_nmi);
    EXPECT_EQ(alone.stability_ari, together.stability_ari);
    EXPECT_EQ(alone.seed, together.seed);
  }
}

TEST(Communities, the_kept_run_can_be_had_again_by_its_seed) {
  const auto network = random_network(17, 400, 4);
  const auto kept = find_communities(network, {.algorithm = "louvain", .seed = 5, .runs = 8});
  EXPECT_GE(kept.seed, 5U);
  EXPECT_LT(kept.seed, 13U);
  const auto again = find_communities(network, {.algorithm = "louvain", .seed = kept.seed, .runs = 1});
  EXPECT_EQ(again.community_of, kept.community_of);
  EXPECT_EQ(again.modularity, kept.modularity);
  for (std::uint64_t seed = 5; seed < 13; ++seed) {
    EXPECT_LE(find_communities(network, {.algorithm = "louvain", .seed = seed, .runs = 1}).modularity,
              kept.modularity + 1e-12);
  }
}

TEST(Communities, stability_is_the_mean_agreement_of_the_other_runs_with_the_kept_one) {
  const auto network = random_network(23, 200, 3);
  const auto kept = find_communities(network, {.algorithm = "louvain", .seed = 1, .runs = 4});
  double nmi = 0, ari = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    if (seed == kept.seed) continue;
    const auto other = find_communities(network, {.algorithm = "louvain", .seed = seed, .runs = 1});
    nmi += normalized_mutual_information(kept.community_of, other.community_of) / 3;
    ari += adjusted_rand_index(kept.community_of, other.community_of) / 3;
  }
  EXPECT_NEAR(kept.stability_nmi, nmi, 1e-12);
  EXPECT_NEAR(kept.stability_ari, ari, 1e-12);
  EXPECT_LT(kept.stability_ari, 1) << "choose a network on which runs differ";
  EXPECT_TRUE(std::isnan(find_communities(network, {.runs = 1}).stability_nmi));
}

TEST(Communities, grow_in_number_with_the_resolution) {
  const auto network = ring_of_cliques(12, 5);
  std::uint32_t last = 0;
  for (const double resolution : {0.01, 0.1, 0.5, 1.0, 4.0, 200.0}) {
    const auto partition = find_communities(network, {.resolution = resolution});
    EXPECT_GE(partition.count, last) << resolution;
    EXPECT_EQ(partition.resolution, resolution);
    last = partition.count;
  }
  EXPECT_EQ(find_communities(network, {.resolution = 0.01}).count, 1U);
  EXPECT_EQ(last, 60U) << "at a high resolution all stand alone";
}

TEST(Communities, renaming_vertices_renames_communities) {
  const auto network = ring_of_cliques(10, 6);
  const auto n = network.vertex_count();
  std::vector<Vertex> renamed(n);
  std::iota(renamed.begin(), renamed.end(), Vertex{0});
  RandomSource random(8);
  for (auto i = n; i > 1; --i) std::swap(renamed[i - 1], renamed[random.below(i)]);
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    pairs.push_back({renamed[network.source(e)], renamed[network.target(e)], network.weight(e)});
  }
  for (const auto* algorithm : {"leiden", "louvain"}) {
    const auto before = find_communities(network, {.algorithm = algorithm});
    const auto after = find_communities(Network(n, pairs), {.algorithm = algorithm});
    EXPECT_NEAR(before.modularity, after.modularity, 1e-12);
    std::vector<std::uint32_t> back(n);
    for (Vertex v = 0; v < n; ++v) back[v] = after.community_of[renamed[v]];
    EXPECT_NEAR(adjusted_rand_index(before.community_of, back), 1, 1e-12);
  }
}

TEST(Communities, refuse_settings_without_a_meaning) {
  const auto network = published::karate_club();
  EXPECT_THROW(find_communities(network, {.algorithm = "infomap"}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.resolution = 0}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.resolution = -1}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.resolution = std::nan("")}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.runs = -1}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.communities = 3}), std::invalid_argument);
  EXPECT_THROW(find_communities(network, {.algorithm = "spectral", .communities = 35}), std::invalid_argument);
  for (const double weight : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    const std::vector<Network::WeightedPair> pairs{{0, 1, weight}, {1, 2, 1}};
    EXPECT_THROW(find_communities(Network(3, pairs), {}), std::invalid_argument);
  }
}

TEST(Communities, small_networks_are_searched_more_often_and_stability_stays_that_of_ten_runs) {
  const auto network = random_network(31, 150, 3);
  const auto usual = default_runs(network, "leiden");
  EXPECT_EQ(usual.runs, 10);
  EXPECT_EQ(usual.restarts, 190);
  EXPECT_EQ(default_runs(random_network(1, 50000, 20), "leiden").restarts, 0);
  EXPECT_EQ(default_runs(network, "spectral").runs, 1);
  const auto searched = find_communities(network, {.algorithm = "louvain"});
  EXPECT_EQ(searched.runs, 10);
  const auto ten = find_communities(network, {.algorithm = "louvain", .runs = 10});
  EXPECT_GT(searched.modularity, ten.modularity) << "choose a network on which ten runs are not enough";
  EXPECT_EQ(find_communities(network, {.algorithm = "louvain", .seed = searched.seed, .runs = 1}).community_of,
            searched.community_of);
}

TEST(Communities, pieces_are_the_fewest_communities) {
  const std::vector<Network::WeightedPair> pairs{{0, 1, 1}, {1, 2, 0}, {3, 4, 1}};
  EXPECT_EQ(fewest_communities(Network(6, pairs)), 4U);
  EXPECT_EQ(fewest_communities(Network{}), 0U);
}

}  // namespace
}  // namespace maillage

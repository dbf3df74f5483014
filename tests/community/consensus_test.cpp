// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/consensus.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <stdexcept>

#include "community/random_networks.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using community_tests::random_network;
using community_tests::ring_of_cliques;

TEST(Consensus, of_runs_that_agree_is_what_they_agree_on) {
  const auto consensus = consensus_communities(ring_of_cliques(6, 5), {.runs = 10});
  EXPECT_EQ(consensus.rounds, 0);
  EXPECT_TRUE(consensus.is_unanimous);
  EXPECT_EQ(consensus.partition.count, 6U);
  EXPECT_EQ(consensus.partition.stability_nmi, 1);
  EXPECT_EQ(consensus.partition.runs, 10);
}

TEST(Consensus, is_nearer_to_the_runs_than_the_runs_are_to_each_other) {
  int nearer = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto network = random_network(seed, 300, 3);
    const auto consensus = consensus_communities(network, {.algorithm = "label-propagation", .seed = seed, .runs = 20});
    EXPECT_TRUE(consensus.is_unanimous);
    EXPECT_GE(consensus.rounds, 1);
    double between = 0;
    int pairs = 0;
    std::vector<Partition> runs;
    for (std::uint64_t run = 0; run < 20; ++run) {
      runs.push_back(find_communities(network, {.algorithm = "label-propagation", .seed = seed + run, .runs = 1}));
      for (std::size_t other = 0; other < run; ++other, ++pairs) {
        between += normalized_mutual_information(runs.back().community_of, runs[other].community_of);
      }
    }
    nearer += consensus.partition.stability_nmi > between / pairs;
  }
  EXPECT_EQ(nearer, 10);
}

TEST(Consensus, makes_a_matrix_unless_all_runs_are_the_same) {
  int alike = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto network = random_network(seed, 10, 3);
    const auto consensus = consensus_communities(network, {.algorithm = "label-propagation", .seed = seed, .runs = 6});
    EXPECT_EQ(consensus.rounds == 0, consensus.partition.stability_ari > 1 - 1e-12) << seed;
    alike += consensus.rounds == 0;
  }
  EXPECT_GT(alike, 0);
  EXPECT_LT(alike, 40);
}

TEST(Consensus, of_the_karate_club_is_its_optimum) {
  const auto consensus = consensus_communities(published::karate_club(), {});
  EXPECT_NEAR(consensus.partition.modularity, 0.4197896121, 1e-9);
  EXPECT_NEAR(consensus.modularity_of_best_run, 0.4197896121, 1e-9);
  EXPECT_EQ(consensus.partition.runs, 50);
}

TEST(Consensus, takes_the_constant_potts_model_too) {
  const auto consensus =
      consensus_communities(ring_of_cliques(30, 5), {.resolution = 0.5, .runs = 8, .quality = CommunityQuality::cpm});
  EXPECT_EQ(consensus.partition.count, 30U);
}

TEST(Consensus, is_the_same_for_a_seed_on_one_thread_and_on_three) {
  const auto network = random_network(5, 1500, 4);
  const int threads = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto alone = consensus_communities(network, {.seed = 7, .runs = 12});
  omp_set_num_threads(3);
  const auto together = consensus_communities(network, {.seed = 7, .runs = 12});
  omp_set_num_threads(threads);
  EXPECT_EQ(alone.partition.community_of, together.partition.community_of);
  EXPECT_EQ(alone.partition.stability_ari, together.partition.stability_ari);
  EXPECT_EQ(alone.partition.disconnected, 0U);
}

TEST(Consensus, needs_several_runs_that_are_drawn) {
  const auto network = ring_of_cliques(3, 4);
  EXPECT_THROW(consensus_communities(network, {.runs = 1}), std::invalid_argument);
  EXPECT_THROW(consensus_communities(network, {.algorithm = "spectral"}), std::invalid_argument);
  EXPECT_EQ(consensus_communities(Network{}, {}).partition.count, 0U);
  EXPECT_EQ(consensus_communities(Network(3, {}), {}).partition.count, 3U);
}

}  // namespace
}  // namespace maillage

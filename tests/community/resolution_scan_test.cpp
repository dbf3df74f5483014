// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/resolution_scan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "community/random_networks.hpp"

namespace maillage {
namespace {

using community_tests::ring_of_cliques;

TEST(Resolutions, lie_at_equal_ratios_between_their_ends) {
  const auto resolutions = resolutions_between(0.25, 4, 5);
  ASSERT_EQ(resolutions.size(), 5U);
  EXPECT_EQ(resolutions.front(), 0.25);
  EXPECT_EQ(resolutions.back(), 4);
  EXPECT_NEAR(resolutions[1], 0.5, 1e-15);
  EXPECT_NEAR(resolutions[2], 1, 1e-15);
  EXPECT_EQ(resolutions_between(2, 3, 1), (std::vector<double>{2}));
  for (const auto& [low, high, steps] : {std::tuple{0.0, 1.0, 3}, {2.0, 1.0, 3}, {1.0, 2.0, 0}, {1.0, INFINITY, 2}}) {
    EXPECT_THROW(resolutions_between(low, high, steps), std::invalid_argument);
  }
}

TEST(Scan, tells_the_plateau_of_a_network_with_one_grouping) {
  // Cliques that stand for themselves over a wide range, and nothing else for long.
  const auto network = ring_of_cliques(8, 6);
  const auto scan = scan_resolutions(network, {.runs = 5}, resolutions_between(0.01, 100, 25));
  ASSERT_EQ(scan.steps.size(), 25U);
  EXPECT_TRUE(std::isnan(scan.steps.front().nmi_to_last));
  ASSERT_FALSE(scan.plateaus.empty());
  const auto steps_of = [](const Plateau& plateau) { return plateau.last - plateau.first + 1; };
  const auto longest = *std::ranges::max_element(scan.plateaus, {}, steps_of);
  EXPECT_GE(steps_of(longest), 5U);
  for (auto step = longest.first; step <= longest.last; ++step) EXPECT_EQ(scan.steps[step].partition.count, 8U);
  EXPECT_EQ(scan.steps.front().partition.count, 1U);
  EXPECT_EQ(scan.steps.back().partition.count, 48U);
}

TEST(Scan, gives_at_each_step_what_a_single_search_gives) {
  const auto network = community_tests::random_network(3, 60, 4);
  for (const auto quality : {CommunityQuality::modularity, CommunityQuality::cpm}) {
    const auto scan = scan_resolutions(network, {.seed = 4, .runs = 3, .quality = quality}, {0.2, 0.9});
    for (const auto& step : scan.steps) {
      const auto single = find_communities(
          network, {.resolution = step.partition.resolution, .seed = 4, .runs = 3, .quality = quality});
      EXPECT_EQ(step.partition.community_of, single.community_of);
    }
    EXPECT_EQ(scan.steps[1].nmi_to_last, normalized_mutual_information(scan.steps[0].partition.community_of,
                                                                       scan.steps[1].partition.community_of));
  }
  EXPECT_TRUE(scan_resolutions(network, {}, {}).steps.empty());
}

}  // namespace
}  // namespace maillage

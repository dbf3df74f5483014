// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/followed_communities.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using Rows = std::vector<Index>;

FollowedCommunities follow(const std::vector<std::vector<Rows>>& steps, double threshold = 0.3) {
  std::vector<CommunityStep> found;
  std::vector<std::int32_t> days;
  for (const auto& communities : steps) {
    CommunityStep step;
    step.communities = communities;
    for (const auto& members : communities) step.strongest.push_back(members.front());
    found.push_back(step);
    days.push_back(static_cast<std::int32_t>(days.size()) * 10);
  }
  return follow_communities(days, found, threshold);
}

// step, event, community, others
std::vector<std::string> told(const FollowedCommunities& followed) {
  std::vector<std::string> lines;
  for (const auto& change : followed.changes) {
    auto line = std::to_string(change.step) + " " + std::string(community_event_code(change.event)) + " " + std::to_string(change.community);
    for (const auto other : change.others) line += " <" + std::to_string(other);
    lines.push_back(line);
  }
  return lines;
}

TEST(FollowedCommunities, AreBornGoOnGrowShrinkAndDie) {
  const auto followed = follow({{{1, 2, 3, 4}, {7, 8}}, {{1, 2, 3, 4}, {7, 8, 9}}, {{1, 2, 3}}});
  EXPECT_THAT(told(followed), ElementsAre("0 birth 0", "0 birth 1", "1 continuation 0", "1 growth 1", "2 contraction 0", "2 death 1"));
  EXPECT_EQ(followed.communities[1].label, 7U);
  EXPECT_EQ(followed.communities[0].states.size(), 3U);
}

// The larger part keeps the number; what splits off gets one of its own and keeps it.
TEST(FollowedCommunities, Split) {
  const auto followed = follow({{{1, 2, 3, 4, 5}}, {{1, 2, 3}, {4, 5}}, {{1, 2, 3}, {4, 5}}});
  EXPECT_THAT(told(followed), ElementsAre("0 birth 0", "1 contraction 0", "1 split 1 <0", "2 continuation 0", "2 continuation 1"));
  EXPECT_THAT(followed.communities[0].states[1].members, ElementsAre(1, 2, 3));
}

TEST(FollowedCommunities, Merge) {
  const auto followed = follow({{{1, 2, 3}, {4, 5}}, {{1, 2, 3, 4, 5}}});
  EXPECT_THAT(told(followed), ElementsAre("0 birth 0", "0 birth 1", "1 merge 0 <1"));
  EXPECT_NEAR(followed.changes.back().jaccard, 0.6, 1e-12);
}

// The threshold decides: 2 of 6 is no more the same at 0.34, and is at 0.3.
TEST(FollowedCommunities, FollowTheThreshold) {
  const std::vector<std::vector<Rows>> steps{{{1, 2, 3, 4}}, {{3, 4, 5, 6}}};
  EXPECT_THAT(told(follow(steps, 0.3)), ElementsAre("0 birth 0", "1 continuation 0"));
  EXPECT_THAT(told(follow(steps, 0.34)), ElementsAre("0 birth 0", "1 death 0", "1 birth 1"));
  EXPECT_THROW(follow(steps, 1), std::invalid_argument);
}

// Two old communities match two new ones crosswise: the best match of all goes first.
TEST(FollowedCommunities, KeepLabelsByTheBestMatch) {
  const auto followed = follow({{{1, 2, 3, 4}, {5, 6, 7}}, {{4, 5, 6, 7}, {1, 2, 3}}});
  EXPECT_THAT(followed.communities[0].states[1].members, ElementsAre(1, 2, 3));
  EXPECT_THAT(followed.communities[1].states[1].members, ElementsAre(4, 5, 6, 7));
}

TEST(FollowedCommunities, PassOverSinglesAndEmptySteps) {
  const auto followed = follow({{{1}, {2}}, {}, {{1, 2}}});
  EXPECT_THAT(told(followed), ElementsAre("2 birth 0"));
}

TEST(CommunitySteps, AreTheCommunitiesOfTheNetworkOfTheDay) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    const std::vector<Day> days{dated_registers::kFirst + 20, dated_registers::kFirst + 21, dated_registers::kFirst + 60};
    const auto steps = community_steps(spells, days, {.runs = 3});
    for (std::size_t i = 0; i < days.size(); ++i) {
      ViewOptions options;
      options.as_of = days[i];
      const auto view = build_network(data, options);
      const auto partition = find_communities(view.network, {.runs = 3});
      std::vector<Rows> expected(partition.count);
      for (Vertex v = 0; v < view.nodes.size(); ++v) expected[partition.community_of[v]].push_back(view.nodes[v].row);
      EXPECT_EQ(steps[i].communities, expected) << seed;
      EXPECT_EQ(steps[i].modularity, partition.modularity);
    }
  }
}

}  // namespace
}  // namespace maillage

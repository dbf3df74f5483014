// SPDX-License-Identifier: Apache-2.0
// Paths, partners, isolated institutions and communities against slow versions: all pairs by Floyd and Warshall.
#include "analysis/counterfactual/losses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <omp.h>

#include <cmath>

#include "analysis/counterfactual/community_losses.hpp"
#include "analysis/counterfactual/path_changes.hpp"
#include "analysis/slow_measures.hpp"
#include "registers.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct SlowPaths {
  double efficiency_before = 0, efficiency_after = 0, increase = 0;
  std::uint64_t lost = 0, lengthened = 0, connected_after = 0;
};

SlowPaths slow_paths(const Network& before, const RemainingNetwork& after) {
  SlowPaths slow;
  const auto n = before.vertex_count();
  const auto d = slow::all_lengths(before, Distance::hops), e = slow::all_lengths(after.network, Distance::hops);
  double staying = 0;
  for (Vertex i = 0; i < n; ++i) staying += after.is_removed[i] ? 0 : 1;
  for (Vertex i = 0; i < n; ++i) {
    for (Vertex j = i + 1; j < n; ++j) {
      if (d[i][j] < slow::infinite) slow.efficiency_before += 2 / d[i][j] / (n * (n - 1.0));
      if (after.is_removed[i] || after.is_removed[j]) continue;
      if (e[i][j] < slow::infinite) {
        slow.efficiency_after += 2 / e[i][j] / (staying * (staying - 1));
        ++slow.connected_after;
        slow.increase += e[i][j] - d[i][j];
        if (e[i][j] > d[i][j]) ++slow.lengthened;
      } else if (d[i][j] < slow::infinite) {
        ++slow.lost;
      }
    }
  }
  return slow;
}

TEST(Losses, of_paths_are_those_of_all_pairs) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {.as_of = registers::day("2020-06-30")});
    LapseQuestion question{.before = registers::day("2022")};
    if (seed % 3 == 0) question.institutions = {static_cast<Index>(seed % 14)};
    const auto lapse = lapse_of(view, question);
    const auto losses = losses_of(view, lapse, {.runs = 2});
    std::vector<Index> lost;
    for (const auto& one : lapse.lapsing) lost.push_back(one.agreement);
    const auto rest = remaining_network(view, lost, lapse.removed);
    const auto slow = slow_paths(view.network, rest);
    EXPECT_EQ(losses.paths.pairs_lost, slow.lost);
    EXPECT_EQ(losses.paths.pairs_lengthened, slow.lengthened);
    if (slow.lengthened > 0) {
      EXPECT_NEAR(losses.paths.mean_increase, slow.increase / static_cast<double>(slow.lengthened), 1e-12);
    } else {
      EXPECT_TRUE(std::isnan(losses.paths.mean_increase));
    }
    EXPECT_EQ(losses.after.pairs_connected, slow.connected_after);
    if (losses.before.nodes >= 2) {
      EXPECT_NEAR(losses.before.efficiency, slow.efficiency_before, 1e-12);
    }
    if (losses.after.nodes >= 2) {
      EXPECT_NEAR(losses.after.efficiency, slow.efficiency_after, 1e-12);
    }
    // What is certain is part of what is possible.
    EXPECT_LE(losses.after.ties, losses.after_certain.ties);
    EXPECT_LE(losses.after_certain.ties, losses.before.ties);
    for (const auto& loss : losses.nodes) {
      EXPECT_LE(loss.certainly_lost_partners.size(), loss.lost_partners.size());
      EXPECT_EQ(loss.partners_before - loss.partners_after, loss.lost_partners.size());
      EXPECT_TRUE(loss.becomes_isolated || !loss.certainly_isolated);
    }
  }
}

TEST(Losses, are_the_same_on_any_number_of_threads) {
  const auto data = registers::random_register(11);
  const auto view = build_network(data, {.as_of = registers::day("2020-06-30")});
  const auto sources = path_sources(view.network, 1e9, 1);
  const auto rest = remaining_network(view, std::vector<Index>{view.selection.items.front().agreement}, {});
  const auto threads_before = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto one = compare_paths(view.network, rest, sources);
  omp_set_num_threads(3);
  const auto three = compare_paths(view.network, rest, sources);
  omp_set_num_threads(threads_before);
  EXPECT_EQ(one.reciprocals_after, three.reciprocals_after);
  EXPECT_EQ(one.increase, three.increase);
}

// More than 256 sources: a ring of 600, one tie of which goes. Every path that used the tie runs round the other way.
TEST(Losses, of_a_ring_that_opens) {
  constexpr Vertex n = 600;
  std::vector<Network::WeightedPair> ring, line;
  for (Vertex v = 0; v < n; ++v) {
    ring.push_back({v, (v + 1) % n, 1});
    if (v + 1 < n) line.push_back({v, v + 1, 1});
  }
  const Network before(n, ring);
  RemainingNetwork after{Network(n, line), std::vector<bool>(n, false), {}, 0};
  const auto found = compare_paths(before, after, path_sources(before, 1e12, 1));
  std::uint64_t lengthened = 0, increase = 0;
  for (Vertex i = 0; i < n; ++i) {
    for (Vertex j = i + 1; j < n; ++j) {
      const auto short_way = std::min(j - i, n - (j - i));
      if (j - i > short_way) ++lengthened;
      increase += j - i - short_way;
    }
  }
  EXPECT_EQ(found.changes.pairs_lengthened, lengthened);
  EXPECT_NEAR(found.changes.mean_increase, static_cast<double>(increase) / static_cast<double>(lengthened), 1e-9);
  EXPECT_EQ(found.changes.pairs_lost, 0U);
  EXPECT_FALSE(found.changes.is_sampled);
}

TEST(Losses, sources_are_sampled_where_there_are_too_many) {
  const Network network(5000, {});
  const auto sources = path_sources(network, 1e6, 7);
  EXPECT_EQ(sources.size(), 256U);
  EXPECT_TRUE(std::ranges::is_sorted(sources));
  EXPECT_EQ(std::ranges::adjacent_find(sources), sources.end());
  EXPECT_EQ(sources, path_sources(network, 1e6, 7));
  EXPECT_NE(sources, path_sources(network, 1e6, 8));
}

//   A --- B --- C --- D      the agreement of B and C goes: two pairs stay linked, four lose their path
TEST(Losses, of_a_line_that_is_cut) {
  const auto data = registers::Register()
                        .agreement({.id = "ab"}, {"A", "B"})
                        .agreement({.id = "bc"}, {"B", "C"})
                        .agreement({.id = "cd"}, {"C", "D"})
                        .data();
  const auto view = build_network(data, {});
  const auto losses = losses_of(view, lapse_of(view, {.agreements = {data.find_agreement("bc")}}), {});
  EXPECT_EQ(losses.before.components, 1U);
  EXPECT_EQ(losses.after.components, 2U);
  EXPECT_EQ(losses.after.largest_component, 2U);
  EXPECT_EQ(losses.paths.pairs_lost, 4U);
  EXPECT_NEAR(losses.before.efficiency, (3.0 + 2 * 0.5 + 1.0 / 3) / 6, 1e-12);
  EXPECT_NEAR(losses.after.efficiency, 2.0 / 6, 1e-12);
  EXPECT_EQ(losses.before.cut_points, 2U);
  EXPECT_EQ(losses.after.cut_points, 0U);
  ASSERT_EQ(losses.pairs.lost.size(), 4U);
  EXPECT_THAT(losses.pairs.lost.front().before, ElementsAre(1, 2));
  EXPECT_THAT(losses.pairs.lost.front().after, IsEmpty());
  ASSERT_EQ(losses.nodes.size(), 4U);
  EXPECT_THAT(losses.nodes[1].lost_partners, ElementsAre(2));
  EXPECT_EQ(losses.nodes[0].reach_before, 3U);
  EXPECT_EQ(losses.nodes[0].reach_after, 1U);
  // B and C had strength 2 and shared the first rank; all four share it afterwards.
  EXPECT_EQ(losses.nodes[0].rank_before, 3U);
  EXPECT_EQ(losses.nodes[0].rank_after, 1U);
}

//   A --- B        with the agreement of A and B gone, the way from A to B leads over D and C
//   |     |
//   D --- C
TEST(Losses, of_a_square_lengthen_a_path) {
  const auto data = registers::Register()
                        .agreement({.id = "ab"}, {"A", "B"})
                        .agreement({.id = "bc"}, {"B", "C"})
                        .agreement({.id = "cd"}, {"C", "D"})
                        .agreement({.id = "da"}, {"D", "A"})
                        .data();
  const auto view = build_network(data, {});
  const auto losses = losses_of(view, lapse_of(view, {.agreements = {data.find_agreement("ab")}}), {});
  EXPECT_EQ(losses.paths.pairs_lost, 0U);
  EXPECT_EQ(losses.paths.pairs_lengthened, 1);
  EXPECT_EQ(losses.paths.mean_increase, 2);
  ASSERT_EQ(losses.pairs.lengthened.size(), 1U);
  EXPECT_THAT(losses.pairs.lengthened.front().after, ElementsAre(0, 3, 2, 1));
  EXPECT_THAT(losses.new_cut_points, ElementsAre(2, 3));
}

TEST(Losses, a_removed_institution_is_no_node_afterwards) {
  const auto data = registers::Register()
                        .agreement({.id = "ab"}, {"A", "B"})
                        .agreement({.id = "ac"}, {"A", "C"})
                        .agreement({.id = "abd"}, {"A", "B", "D"})
                        .data();
  const auto view = build_network(data, {});
  const auto losses = losses_of(view, lapse_of(view, {.institutions = {data.find_institution("A")}}), {});
  EXPECT_EQ(losses.after.nodes, 3U);
  EXPECT_EQ(losses.after.components, 2U);  // B and D; C
  EXPECT_EQ(losses.after.isolated, 1U);
  EXPECT_EQ(losses.after.agreements, 1U);
  EXPECT_EQ(losses.after.ties, 1U);
  EXPECT_TRUE(losses.nodes[0].is_removed);
  EXPECT_EQ(losses.nodes[0].rank_after, 0U);
  EXPECT_TRUE(losses.nodes[2].becomes_isolated);
  EXPECT_TRUE(losses.nodes[2].certainly_isolated);
  EXPECT_FALSE(losses.nodes[1].becomes_isolated);
}

Partition partition_of(std::vector<std::uint32_t> community_of, std::uint32_t count) {
  Partition partition;
  partition.community_of = std::move(community_of);
  partition.count = count;
  return partition;
}

TEST(Communities, fall_apart_dissolve_or_stay) {
  // Before {0…5} {6,7} {8,9,10}; after {0,1,2} {3,4,5} {6,7} {8} {9} {10}.
  const auto before = partition_of({0, 0, 0, 0, 0, 0, 2, 2, 1, 1, 1}, 3);
  const auto after = partition_of({0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5}, 6);
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {1, 2}, {3, 4}, {4, 5}, {6, 7}};
  const RemainingNetwork rest{Network(11, pairs), std::vector<bool>(11, false), {}, 0};
  const auto found = compare_communities(rest, before, after);
  ASSERT_EQ(found.communities.size(), 3U);
  EXPECT_EQ(found.communities[0].fate, CommunityFate::splits);
  EXPECT_THAT(found.communities[0].parts, ElementsAre(3, 3));
  EXPECT_EQ(found.communities[0].best_jaccard, 0.5);
  EXPECT_EQ(found.communities[0].pieces, 2U);
  EXPECT_EQ(found.communities[1].fate, CommunityFate::dissolves);  // a single member is no community
  EXPECT_EQ(found.communities[1].isolated, 3U);
  EXPECT_EQ(found.communities[2].fate, CommunityFate::unchanged);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/over_expressed_groups.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "analysis/values_near.hpp"

namespace maillage {
namespace {

using Numbers = std::vector<std::uint32_t>;

// scipy's hypergeometric distribution, chained.
TEST(ChanceOfIntersection, as_scipy) {
  EXPECT_NEAR(chance_of_intersection(10, {4, 5}, 3), 0.2619047619047619, 1e-15);
  EXPECT_NEAR(chance_of_intersection(20, {6, 7, 9}, 2), 0.2318298363829808, 1e-14);
  EXPECT_NEAR(chance_of_intersection(100, {12, 9, 30, 25}, 2), 0.0024759114987358065, 1e-16);
  EXPECT_NEAR(chance_of_intersection(1000, {3, 3}, 3) / 6.018042090186378e-09, 1, 1e-12);
}

/// By going through all subsets of the sizes of {0 … whole - 1}.
double counted(unsigned whole, const Numbers& sizes, unsigned at_least) {
  double all = 0, hits = 0;
  std::vector<unsigned> subsets;
  for (unsigned bits = 0; bits < 1U << whole; ++bits) subsets.push_back(bits);
  const auto of_size = [&](unsigned bits, std::uint32_t size) { return std::popcount(bits) == static_cast<int>(size); };
  for (const auto a : subsets) {
    if (!of_size(a, sizes[0])) continue;
    for (const auto b : subsets) {
      if (!of_size(b, sizes[1])) continue;
      for (const auto c : subsets) {
        if (!of_size(c, sizes[2])) continue;
        ++all;
        hits += static_cast<unsigned>(std::popcount(a & b & c)) >= at_least ? 1 : 0;
      }
    }
  }
  return hits / all;
}

TEST(ChanceOfIntersection, as_counted_over_all_subsets) {
  for (const auto& sizes : {Numbers{2, 3, 4}, Numbers{5, 5, 1}, Numbers{3, 3, 3}, Numbers{6, 2, 5}}) {
    for (std::uint32_t at_least = 0; at_least <= 4; ++at_least) {
      EXPECT_NEAR(chance_of_intersection(6, sizes, at_least), counted(6, sizes, at_least), 1e-13);
    }
  }
}

/// 40 agreements of two at random places, six times the same two, and a group of three twice.
Incidence planted() {
  std::vector<Numbers> partnerships;
  for (std::uint32_t i = 0; i < 40; ++i) partnerships.push_back({i % 10, 10 + i / 4});
  for (int i = 0; i < 6; ++i) partnerships.push_back({30, 31});
  partnerships.push_back({1, 2, 3});
  partnerships.push_back({1, 2, 3});
  partnerships.push_back({5});
  return Incidence(32, partnerships);
}

TEST(OverExpressedGroups, finds_the_one_that_was_planted_with_its_evidence) {
  const auto incidence = planted();
  const auto found = over_expressed_groups(incidence, std::vector<bool>(incidence.partnership_count(), true), 0.01);
  ASSERT_EQ(found.groups.size(), 1U);
  EXPECT_EQ(found.groups[0].members, (Numbers{30, 31}));
  EXPECT_EQ(found.groups[0].partnerships, (Numbers{40, 41, 42, 43, 44, 45}));
  EXPECT_NEAR(found.groups[0].expected, 36.0 / 46, 1e-12);
  EXPECT_NEAR(found.groups[0].p_value * 9366819, 1, 1e-9);  // 46 over 6
  EXPECT_TRUE(found.groups[0].passes_bonferroni);
  ASSERT_EQ(found.tested.size(), 2U);
  EXPECT_EQ(found.tested[0].size, 2U);
  EXPECT_EQ(found.tested[0].partnerships, 46U);
  EXPECT_EQ(found.tested[0].parties, 22U);
  EXPECT_EQ(found.tested[0].groups, 41U);
  EXPECT_EQ(found.tested[0].tests, 231);
  // Two agreements of three, both of the same three: nothing to tell from.
  EXPECT_EQ(found.tested[1].partnerships, 2U);
  EXPECT_EQ(found.tested[1].tests, 1);
}

TEST(OverExpressedGroups, what_does_not_count_is_left_out) {
  const auto incidence = planted();
  std::vector<bool> counts(incidence.partnership_count(), true);
  for (std::size_t p = 41; p < 46; ++p) counts[p] = false;
  const auto found = over_expressed_groups(incidence, counts, 0.01);
  EXPECT_TRUE(found.groups.empty());
  EXPECT_EQ(found.tested[0].partnerships, 41U);
}

TEST(OverExpressedGroups, the_false_discovery_rate_lets_more_through_than_bonferroni) {
  // Thirty pairs that sign with each other alone, four times each, p = 1/8,214,570 each, and what has one agreement each.
  std::vector<Numbers> partnerships;
  for (std::uint32_t pair = 0; pair < 30; ++pair) {
    for (int i = 0; i < 4; ++i) partnerships.push_back({2 * pair, 2 * pair + 1});
  }
  const Incidence incidence(60, partnerships);
  const std::vector<bool> counts(120, true);
  const double p = 1 / 8214570.0, tests = 60 * 59 / 2.0;
  const auto found = over_expressed_groups(incidence, counts, p * tests / 15);  // α/tests is p/15
  EXPECT_EQ(found.groups.size(), 30U);
  for (const auto& group : found.groups) {
    EXPECT_NEAR(group.p_value / p, 1, 1e-9);
    EXPECT_FALSE(group.passes_bonferroni);
  }
  EXPECT_EQ(found.groups[1].members, (Numbers{2, 3}));
  EXPECT_TRUE(over_expressed_groups(incidence, counts, p * tests / 31).groups.empty());
}

TEST(OverExpressedGroups, nothing_of_nothing) {
  EXPECT_TRUE(over_expressed_groups(Incidence{}, {}, 0.01).groups.empty());
  EXPECT_TRUE(over_expressed_groups(Incidence(2, {{0}, {1}}), {true, true}, 0.01).tested.empty());
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// The chain shown is the best of all paths there are, each of them written out.
#include <gtest/gtest.h>

#include <optional>
#include <tuple>

#include "analysis/temporal/timed_chain_search.hpp"
#include "temporal/slow_paths.hpp"

namespace maillage {
namespace {

using slow_paths::all_walks;
using slow_paths::random_spells;
using slow_paths::Walk;

std::vector<long> merit(const Walk& walk, ChainCriterion criterion) {
  const long departure = walk.days.front(), arrival = walk.days.back(), hops = static_cast<long>(walk.days.size());
  switch (criterion) {
    case ChainCriterion::earliest: return {arrival, hops};
    case ChainCriterion::latest: return {-departure, arrival, hops};
    case ChainCriterion::fastest: return {arrival - departure, departure, hops};
    case ChainCriterion::shortest: return {hops, arrival};
  }
  return {};
}

void expect_best(std::uint64_t seed, ChainCriterion criterion, const TimeWindow& window) {
  const auto spells = random_spells(seed, 6, 10, 7);
  const auto network = spells.network();
  for (Vertex from = 0; from < spells.vertices; ++from) {
    for (Vertex to = 0; to < spells.vertices; ++to) {
      if (from == to) continue;
      const auto walks = all_walks(spells, from, to, window);
      const auto found = best_chain(network, from, to, criterion, window);
      ASSERT_EQ(found.has_value(), !walks.empty()) << "seed " << seed;
      if (!found) continue;
      const auto best = std::ranges::min(walks, {}, [&](const Walk& walk) {
        return std::tuple(merit(walk, criterion), walk.vertices, walk.days);
      });
      ASSERT_EQ(found->vertices, best.vertices) << "seed " << seed << " " << code_name(criterion);
      ASSERT_EQ(found->days, best.days) << "seed " << seed << " " << code_name(criterion);
      ASSERT_EQ(found->departure, best.days.front());
      ASSERT_EQ(found->arrival, best.days.back());
    }
  }
}

class BestChain : public ::testing::TestWithParam<ChainCriterion> {};

TEST_P(BestChain, is_the_best_of_all_paths) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const auto start = static_cast<Day>(seed % 3);
    expect_best(seed, GetParam(), {start, seed % 5 == 0 ? 5 : 30, seed % 2 == 1});
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Criteria, BestChain,
                         ::testing::Values(ChainCriterion::earliest, ChainCriterion::latest, ChainCriterion::fastest,
                                           ChainCriterion::shortest),
                         [](const auto& criterion) { return std::string(code_name(criterion.param)); });

TEST(BestChain, from_a_vertex_to_itself_is_no_hop) {
  const auto network = spell_network_of(2, {{0, 1, 3, 4, 0}, {1, 0, 3, 4, 0}});
  const auto first = best_chain(network, 0, 0, ChainCriterion::earliest, {1, 9, false});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->hops(), 0U);
  EXPECT_EQ(first->arrival, 1);
  EXPECT_EQ(best_chain(network, 0, 0, ChainCriterion::latest, {1, 9, false})->arrival, 9);
  EXPECT_FALSE(best_chain(network, 0, 0, ChainCriterion::earliest, {9, 1, false}));
  EXPECT_FALSE(best_chain(network, 0, 1, ChainCriterion::fastest, {9, 1, false}));
  EXPECT_THROW(best_chain(network, 0, 2, ChainCriterion::earliest, {}), std::out_of_range);
}

}  // namespace
}  // namespace maillage

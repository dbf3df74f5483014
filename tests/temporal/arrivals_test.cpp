// SPDX-License-Identifier: Apache-2.0
// Earliest arrivals, latest departures and numbers of hops against a simulation that tries every day.
#include <gtest/gtest.h>

#include "analysis/temporal/earliest_arrival.hpp"
#include "analysis/temporal/layered_arrivals.hpp"
#include "temporal/slow_paths.hpp"

namespace maillage {
namespace {

using slow_paths::best_of;
using slow_paths::random_spells;
using slow_paths::simulate;

constexpr std::uint64_t kNetworks = 3000;

TimeWindow window_of(std::uint64_t seed) {
  const auto start = static_cast<Day>(seed % 4);
  return {start, seed % 3 == 0 ? 7 : 40, seed % 2 == 1};
}

TEST(Arrivals, agree_with_a_simulation_of_every_day) {
  std::size_t reached = 0, later_with_fewer_hops = 0;
  for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
    const auto spells = random_spells(seed, 7, 14, 12);
    const auto network = spells.network();
    const auto window = window_of(seed);
    EarliestArrivals earliest(network);
    LayeredArrivals layered(network);
    for (Vertex source = 0; source < spells.vertices; ++source) {
      const auto slow = simulate(spells, source, window, spells.vertices);
      earliest.search(source, window);
      layered.search(source, window);
      for (Vertex v = 0; v < spells.vertices; ++v) {
        const auto best = best_of(slow, v);
        ASSERT_EQ(earliest.day()[v], best.day) << "seed " << seed << " from " << source << " to " << v;
        ASSERT_EQ(layered.day()[v], best.day) << "seed " << seed << " from " << source << " to " << v;
        ASSERT_EQ(layered.hops()[v], best.hops) << "seed " << seed << " from " << source << " to " << v;
        ASSERT_EQ(layered.fewest_hops()[v], best.fewest_hops) << "seed " << seed << " from " << source << " to " << v;
        reached += best.day != kNever;
        later_with_fewer_hops += best.hops != best.fewest_hops;
        for (std::uint32_t h = 0; h <= spells.vertices; ++h) {
          Day within = kNever;
          for (std::uint32_t k = 0; k <= h; ++k) {
            if (!slow[k][v].empty()) within = std::min(within, *slow[k][v].begin());
          }
          ASSERT_EQ(layered.day_within(v, h), within) << "seed " << seed << " from " << source << " to " << v;
        }
      }
    }
  }
  EXPECT_GT(reached, 20000U);
  EXPECT_GT(later_with_fewer_hops, 1000U) << "the networks are too simple to tell the two apart";
}

TEST(Arrivals, latest_departures_agree_with_departing_on_every_day) {
  for (std::uint64_t seed = 0; seed < kNetworks / 3; ++seed) {
    const auto spells = random_spells(seed, 6, 12, 10);
    const auto network = spells.network();
    const auto window = window_of(seed);
    for (Vertex target = 0; target < spells.vertices; ++target) {
      const auto departures = latest_departures(network, target, window);
      for (Vertex v = 0; v < spells.vertices; ++v) {
        Day last = v == target ? window.end : kNever;
        for (Day day = window.start; v != target && day <= std::min<Day>(window.end, 30); ++day) {
          if (best_of(simulate(spells, v, window, spells.vertices, day), target).day != kNever) last = day;
        }
        ASSERT_EQ(departures[v], last) << "seed " << seed << " from " << v << " to " << target;
      }
    }
  }
}

TEST(Arrivals, a_search_may_stop_at_the_vertex_asked_for) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto network = random_spells(seed, 7, 14, 12).network();
    const auto window = window_of(seed);
    EarliestArrivals arrivals(network);
    const auto all = earliest_arrivals(network, 0, window);
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      arrivals.search(0, window, v);
      EXPECT_EQ(arrivals.day()[v], all[v]);
    }
  }
}

// The fewest hops to the first day are not those of a tree of first arrivals:
//
//   a --[1,1]-- b --[2,2]-- c --[5,9]-- d       a --[5,5]-- c
//
// The first arrival at c takes two hops (day 2), so that a tree would have d three hops away. a – c – d arrives on the same
// day 5 by two hops, though it comes to c three days late.
TEST(Arrivals, a_path_that_arrives_first_may_run_through_a_later_arrival) {
  const auto tie = [](Vertex a, Vertex b, Day first, Day last) {
    return std::vector<SpellArc>{{a, b, first, last, 0}, {b, a, first, last, 0}};
  };
  std::vector<SpellArc> arcs;
  for (const auto& pair : {tie(0, 1, 1, 1), tie(1, 2, 2, 2), tie(2, 3, 5, 9), tie(0, 2, 5, 5)}) {
    arcs.insert(arcs.end(), pair.begin(), pair.end());
  }
  const auto network = spell_network_of(4, arcs);
  LayeredArrivals layered(network);
  layered.search(0, {0, 20, false});
  EXPECT_EQ(layered.day()[2], 2);
  EXPECT_EQ(layered.hops()[2], 2U);
  EXPECT_EQ(layered.fewest_hops()[2], 1U);
  EXPECT_EQ(layered.day()[3], 5);
  EXPECT_EQ(layered.hops()[3], 2U);
  layered.search(0, {0, 20, true});  // strict: on day 5 nobody goes on from c after coming over a – c
  EXPECT_EQ(layered.day()[3], 5);
  EXPECT_EQ(layered.hops()[3], 3U);
  EXPECT_EQ(layered.fewest_hops()[3], 2U) << "a – c on day 5, c – d on day 6";
}

TEST(Arrivals, refuse_what_is_no_vertex) {
  const auto network = spell_network_of(2, {{0, 1, 0, 1, 0}});
  EXPECT_THROW(earliest_arrivals(network, 2, {}), std::out_of_range);
  EXPECT_THROW(latest_departures(network, 2, {}), std::out_of_range);
  EXPECT_THROW(LayeredArrivals(network).search(2, {}), std::out_of_range);
}

}  // namespace
}  // namespace maillage

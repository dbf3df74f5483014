// SPDX-License-Identifier: Apache-2.0
// Temporal closeness, betweenness and reach against paths that are written out one by one, and against the measures
// without time where all ties always hold.
#include <gtest/gtest.h>

#include <map>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/harmonic.hpp"
#include "analysis/temporal/shared_arrivals.hpp"
#include "analysis/temporal/temporal_betweenness.hpp"
#include "analysis/temporal/temporal_closeness.hpp"
#include "temporal/slow_paths.hpp"

namespace maillage {
namespace {

using slow_paths::all_walks;
using slow_paths::best_of;
using slow_paths::random_spells;
using slow_paths::RandomSpells;
using slow_paths::simulate;

TimeWindow window_of(std::uint64_t seed) {
  return {static_cast<Day>(seed % 4), seed % 3 == 0 ? 7 : 40, seed % 2 == 1};
}

TEST(TemporalCloseness, agrees_with_a_simulation_of_every_day) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    const auto spells = random_spells(seed, seed % 10 == 0 ? 40 : 7, seed % 10 == 0 ? 90 : 14, 12);
    const auto network = spells.network();
    const auto window = window_of(seed);
    const auto hops = temporal_closeness(network, window, TemporalDistance::hops);
    const auto latency = temporal_closeness(network, window, TemporalDistance::latency);
    const auto reach = timed_reach(network, window);
    std::vector<std::uint32_t> reached_by(spells.vertices, 0);
    for (Vertex source = 0; source < spells.vertices; ++source) {
      const auto slow = simulate(spells, source, window, spells.vertices);
      double by_hops = 0, by_latency = 0;
      std::uint32_t reached = 0;
      for (Vertex v = 0; v < spells.vertices; ++v) {
        const auto best = best_of(slow, v);
        if (v == source || best.day == kNever) continue;
        by_hops += 1.0 / best.fewest_hops;
        by_latency += 1.0 / (1 + best.day - window.start);
        ++reached;
        ++reached_by[v];
      }
      ASSERT_NEAR(hops[source], by_hops, 1e-12) << "seed " << seed;
      ASSERT_NEAR(latency[source], by_latency, 1e-12) << "seed " << seed;
      ASSERT_EQ(reach.reaches[source], reached) << "seed " << seed;
    }
    ASSERT_EQ(reach.reached_by, reached_by) << "seed " << seed;
  }
}

/// The ways along which ties are crossed as soon as they can be: vertices and days, each once.
using Way = std::vector<std::pair<Vertex, Day>>;
void find_ways(const RandomSpells& spells, Vertex to, const TimeWindow& window, Way& way, std::set<Way>& found) {
  const auto [at, there] = way.back();
  if (at == to) {
    found.insert(way);
    return;
  }
  for (const auto& arc : spells.arcs) {
    if (arc.from != at || std::ranges::any_of(way, [&](const auto& step) { return step.first == arc.to; })) continue;
    const Day day = std::max(arc.first_day, there + (window.strict && way.size() > 1 ? 1 : 0));
    if (day > arc.last_day || day > window.end) continue;
    way.emplace_back(arc.to, day);
    find_ways(spells, to, window, way, found);
    way.pop_back();
  }
}

template <class WaysBetween>
std::vector<double> slow_betweenness(Vertex n, WaysBetween ways_between) {
  std::vector<double> sums(n, 0);
  for (Vertex from = 0; from < n; ++from) {
    for (Vertex to = 0; to < n; ++to) {
      if (from == to) continue;
      const std::set<Way> ways = ways_between(from, to);
      if (ways.empty()) continue;
      const auto fewest = std::ranges::min(ways, {}, &Way::size).size();
      const auto count = static_cast<double>(std::ranges::count(ways, fewest, &Way::size));
      for (const auto& way : ways) {
        for (std::size_t i = 1; way.size() == fewest && i + 1 < way.size(); ++i) sums[way[i].first] += 1 / count;
      }
    }
  }
  return sums;
}

void expect_near(const std::vector<double>& found, const std::vector<double>& wanted, std::uint64_t seed) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t v = 0; v < found.size(); ++v) ASSERT_NEAR(found[v], wanted[v], 1e-9) << "seed " << seed << " at " << v;
}

TEST(TemporalBetweenness, agrees_with_every_path_written_out) {
  double most = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const auto spells = random_spells(seed, 8, 20, 8);
    const auto window = window_of(seed);
    const auto slow = slow_betweenness(spells.vertices, [&](Vertex from, Vertex to) {
      std::set<Way> found;
      Way way{{from, window.start}};
      find_ways(spells, to, window, way, found);
      return found;
    });
    const auto found = temporal_betweenness(spells.network(), window);
    expect_near(found, slow, seed);
    if (HasFatalFailure()) return;
    most = std::max(most, std::ranges::max(found));
  }
  EXPECT_GT(most, 10) << "the networks are too simple";
}

// Where every spell is one day, a path is told by its vertices and days alone, as Buß et al. have it.
TEST(TemporalBetweenness, of_contacts_counts_all_paths_in_time) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    auto spells = random_spells(seed, 7, 16, 6);
    for (auto& arc : spells.arcs) arc.last_day = arc.first_day;
    const auto window = window_of(seed);
    const auto slow = slow_betweenness(spells.vertices, [&](Vertex from, Vertex to) {
      std::set<Way> found;
      for (const auto& walk : all_walks(spells, from, to, window)) {
        Way way{{from, window.start}};
        for (std::size_t i = 0; i < walk.days.size(); ++i) way.emplace_back(walk.vertices[i + 1], walk.days[i]);
        found.insert(way);
      }
      return found;
    });
    expect_near(temporal_betweenness(spells.network(), window), slow, seed);
    if (HasFatalFailure()) return;
  }
}

TEST(TemporalMeasures, where_all_ties_always_hold_they_are_those_without_time) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    auto spells = random_spells(3 * seed + 1, 30, 60, 5);
    std::vector<Network::WeightedPair> pairs;
    std::vector<SpellArc> arcs;
    for (const auto& arc : spells.arcs) {
      pairs.push_back({arc.from, arc.to});
      arcs.push_back({arc.from, arc.to, -5, 1000, arc.agreement});
      arcs.push_back({arc.to, arc.from, -5, 1000, arc.agreement});
    }
    const Network network(spells.vertices, pairs);
    const auto timed = spell_network_of(spells.vertices, arcs);
    auto wanted = betweenness(network, Distance::hops);
    for (auto& value : wanted) value *= 2;  // both directions
    for (const bool strict : {false, true}) {
      expect_near(temporal_betweenness(timed, {0, 500, strict}), wanted, seed);
      expect_near(temporal_closeness(timed, {0, 500, strict}, TemporalDistance::hops), harmonic(network, Distance::hops), seed);
    }
  }
}

// More sources than one pass takes: a path of 600 vertices whose ties open one after the other.
TEST(TemporalMeasures, more_vertices_than_lanes) {
  constexpr Vertex n = 600;
  std::vector<SpellArc> arcs;
  for (Vertex v = 0; v + 1 < n; ++v) {
    arcs.push_back({v, v + 1, static_cast<Day>(v), static_cast<Day>(v), v});
    arcs.push_back({v + 1, v, static_cast<Day>(v), static_cast<Day>(v), v});
  }
  const auto network = spell_network_of(n, arcs);
  for (const bool strict : {false, true}) {
    const auto reach = timed_reach(network, {0, 5000, strict});
    const auto hops = temporal_closeness(network, {0, 5000, strict}, TemporalDistance::hops);
    const auto carried = temporal_betweenness(network, {0, 5000, strict});
    for (Vertex v = 0; v < n; ++v) {
      EXPECT_EQ(reach.reaches[v], n - 1 - v + (v > 0 ? 1 : 0)) << "all after it, and the one before";
      double sum = v > 0 ? 1 : 0;
      for (Vertex k = 1; v + k < n; ++k) sum += 1.0 / k;
      EXPECT_NEAR(hops[v], sum, 1e-9);
      EXPECT_NEAR(carried[v], v == 0 ? 0 : static_cast<double>(v) * (n - 1 - v), 1e-9);
    }
  }
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"

namespace maillage::slow_paths {

/// A small random network of spells within days 0 … 11: parallel arcs with overlapping spells, spells of one day, empty
/// days, isolates. Directed where the seed says so. The same for the same seed on every machine.
struct RandomSpells {
  Vertex vertices = 0;
  std::vector<SpellArc> arcs;
  SpellNetwork network() const { return spell_network_of(vertices, arcs); }
};

inline RandomSpells random_spells(std::uint64_t seed, Vertex most_vertices, std::uint32_t most_ties, Day days) {
  std::mt19937_64 random(seed * 2654435761U + 29);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  RandomSpells made;
  made.vertices = 2 + below(most_vertices - 1);
  const bool is_directed = below(3) == 0;
  const auto ties = 1 + below(most_ties);
  for (std::uint32_t i = 0; i < ties; ++i) {
    const auto a = below(made.vertices), b = below(made.vertices);
    if (a == b) continue;
    const auto first = static_cast<Day>(below(static_cast<std::uint64_t>(days)));
    const auto last = first + static_cast<Day>(below(3) == 0 ? below(static_cast<std::uint64_t>(days)) : below(3));
    made.arcs.push_back({a, b, first, last, i});
    if (!is_directed) made.arcs.push_back({b, a, first, last, i});
  }
  return made;
}

/// What can be reached when and with how many hops, by trying every day: days[h][v] are the days of arrival at v with
/// exactly h crossings, however they wait.
using Arrivals = std::vector<std::vector<std::set<Day>>>;

/// Day by day; the first crossing is on `departure` if that is given. Crossings up to `most_hops`.
inline Arrivals simulate(const RandomSpells& spells, Vertex source, const TimeWindow& window, std::uint32_t most_hops,
                         Day departure = kNever) {
  Arrivals days(most_hops + 1, std::vector<std::set<Day>>(spells.vertices));
  days[0][source].insert(window.start);
  for (std::uint32_t h = 1; h <= most_hops; ++h) {
    for (const auto& arc : spells.arcs) {
      for (const auto there : days[h - 1][arc.from]) {
        for (Day day = std::max(arc.first_day, window.start); day <= std::min(arc.last_day, window.end); ++day) {
          if (h == 1 && departure != kNever && day != departure) continue;
          if (h > 1 && (window.strict ? day <= there : day < there)) continue;
          days[h][arc.to].insert(day);
        }
      }
    }
  }
  return days;
}

struct Best {
  Day day = kNever;
  std::uint32_t hops = 0xFFFFFFFFU, fewest_hops = 0xFFFFFFFFU;
};
inline Best best_of(const Arrivals& arrivals, Vertex v) {
  Best best;
  for (std::uint32_t h = 0; h < arrivals.size(); ++h) {
    if (arrivals[h][v].empty()) continue;
    best.fewest_hops = std::min(best.fewest_hops, h);
    if (*arrivals[h][v].begin() < best.day) {
      best.day = *arrivals[h][v].begin();
      best.hops = h;
    }
  }
  return best;
}

/// A path as vertices and days of crossing.
struct Walk {
  std::vector<Vertex> vertices;
  std::vector<Day> days;
};

/// Every path between two vertices that visits none twice, with every choice of days, one by one.
inline std::vector<Walk> all_walks(const RandomSpells& spells, Vertex from, Vertex to, const TimeWindow& window) {
  std::vector<Walk> found;
  Walk walk{{from}, {}};
  const std::function<void()> go_on = [&] {
    const auto at = walk.vertices.back();
    if (at == to) {
      found.push_back(walk);
      return;
    }
    for (const auto& arc : spells.arcs) {
      if (arc.from != at || std::ranges::find(walk.vertices, arc.to) != walk.vertices.end()) continue;
      for (Day day = std::max(arc.first_day, window.start); day <= std::min(arc.last_day, window.end); ++day) {
        if (!walk.days.empty() && (window.strict ? day <= walk.days.back() : day < walk.days.back())) continue;
        walk.vertices.push_back(arc.to);
        walk.days.push_back(day);
        go_on();
        walk.vertices.pop_back();
        walk.days.pop_back();
      }
    }
  };
  go_on();
  return found;
}

}  // namespace maillage::slow_paths

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"

namespace maillage {

/// Earliest arrivals by number of hops: after k rounds the arrival of a vertex is the earliest of all paths of at most k hops.
///
/// A path that arrives first need not run along paths that arrive first: with fewer hops it may arrive at a vertex on its
/// way later than another does. So the fewest hops to the earliest day cannot be read off any tree of earliest arrivals; here they
/// are the round in which a vertex gained its last day, and the fewest hops of all the round in which it gained its first.
/// A round looks at the arcs of the vertices that gained a day in the one before. Cost: O(arcs) for each gain of a vertex,
/// on real networks two or three; at worst O(arcs · hops).
class LayeredArrivals {
 public:
  /// The network must outlive it.
  explicit LayeredArrivals(const SpellNetwork& network);

  /// Searches from a source, at most so many rounds, or until `to` is reached for the first time (the whole of that
  /// round is done). std::out_of_range for a source that is no vertex.
  void search(Vertex source, const TimeWindow& window, std::uint32_t most_rounds = kNoHops, Vertex to = kNoHops);

  /// By vertex: the earliest arrival; the start at the source, kNever out of reach.
  std::span<const Day> day() const { return day_; }
  /// By vertex: the fewest hops of all paths that arrive on that day; kNoHops out of reach.
  std::span<const std::uint32_t> hops() const { return hops_; }
  /// By vertex: the fewest hops of all paths in the window; kNoHops out of reach.
  std::span<const std::uint32_t> fewest_hops() const { return fewest_hops_; }
  /// The earliest arrival with at most so many hops; kNever where there is none. O(gains of v).
  Day day_within(Vertex v, std::uint32_t hops) const;

  static constexpr std::uint32_t kNoHops = 0xFFFFFFFFU;

 private:
  struct Gain {
    Vertex vertex;
    Day day;
    std::uint32_t hops, before;  // before: the gain of the same vertex that this one betters
  };
  void gain(Vertex v, Day day, std::uint32_t round);

  const SpellNetwork* network_;
  std::vector<Day> day_;
  std::vector<std::uint32_t> hops_, fewest_hops_, last_gain_;
  std::vector<Gain> gains_;  // by round; at most one of a vertex in a round
};

}  // namespace maillage

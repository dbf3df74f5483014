// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"

namespace maillage {

/// A set of sources: source l is bit l % 64 of word l / 64.
struct alignas(32) TimedSources {
  static constexpr std::size_t kWords = 4;
  static constexpr std::size_t kMost = 64 * kWords;
  std::array<std::uint64_t, kWords> words{};

  bool any() const { return (words[0] | words[1] | words[2] | words[3]) != 0; }
  bool operator==(const TimedSources&) const = default;
};

/// Earliest arrivals from up to 256 sources at once, in one pass over the days on which something begins: a word holds 64
/// sources, and an arc that opens, or a vertex that is newly reached, moves all of them (Wu et al. 2014,
/// doi:10.14778/2732939.2732945, for one source; Then et al. 2014, doi:10.14778/2735496.2735507, for the sharing).
///
/// Cost of a pass: O(arcs) for the openings, and each time a vertex gains sources, whatever their number, the arcs out of it
/// that are open then. Memory: 80 B a vertex, 20 B an arc. The network must outlive it.
class SharedArrivals {
 public:
  explicit SharedArrivals(const SpellNetwork& network);

  /// Called for each day and vertex with the sources that arrive there on that day for the first time; days ascend. The
  /// start of the sources themselves is no arrival.
  using OnArrival = std::function<void(Day day, Vertex vertex, const TimedSources& sources)>;

  /// Searches from the vertices first_source, first_source + 1, … (at most 256 of them) in a window.
  void search(Vertex first_source, const TimeWindow& window, const OnArrival& on_arrival);

 private:
  void flood(Day day, const OnArrival& on_arrival);
  void step(Day day, const OnArrival& on_arrival);
  void spread(Vertex v, const TimedSources& sources, Day day);
  void arrive(Vertex w, const TimedSources& sources);

  struct Arc {
    Vertex target;
    Day first_day, last_day;
  };
  struct Opening {
    Vertex source, target;
    Day day;
  };
  const SpellNetwork* network_;
  std::vector<Opening> openings_;           // arcs by first day
  std::vector<Arc> arcs_;                   // of each vertex, by first day
  std::vector<std::uint32_t> open_, ahead_; // by vertex: its arcs before open_ are over, those from ahead_ on yet to come
  std::vector<TimedSources> reached_, coming_;
  std::vector<Vertex> waiting_;  // vertices with sources that are coming
  std::vector<std::pair<Vertex, TimedSources>> front_;
};

/// How many others each vertex reaches in a window, and by how many it is reached. O(n / 256) passes.
struct TimedReach {
  std::vector<std::uint32_t> reaches, reached_by;
};
TimedReach timed_reach(const SpellNetwork& network, const TimeWindow& window);

}  // namespace maillage

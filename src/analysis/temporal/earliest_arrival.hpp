// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/monotone_queue.hpp"
#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"

namespace maillage {

/// Earliest arrivals from one source, by Dijkstra's algorithm over spells: who waits where it has arrived crosses an arc on
/// the first day that it is open, and nobody gains by arriving later (Casteigts et al. 2012, doi:10.1080/17445760.2012.668546;
/// Latapy, Viard & Magnien 2018, arXiv:1710.04073).
///
/// A search costs O(arcs + arrivals · 32) and allocates nothing once its arrays have grown. The network must outlive it.
class EarliestArrivals {
 public:
  explicit EarliestArrivals(const SpellNetwork& network);

  /// Fills day(): the first day on which each vertex can be reached; the start at the source, kNever out of reach. Where
  /// `to` is given the search may stop once its day is known, and only that day is final. std::out_of_range for no vertex.
  void search(Vertex source, const TimeWindow& window, Vertex to = kNobody);
  std::span<const Day> day() const { return day_; }

  static constexpr Vertex kNobody = 0xFFFFFFFFU;

 private:
  const SpellNetwork* network_;
  std::vector<Day> day_;
  MonotoneQueue<Vertex> queue_;
};

/// By vertex, as EarliestArrivals.
std::vector<Day> earliest_arrivals(const SpellNetwork& network, Vertex source, const TimeWindow& window);

/// The last day on which each vertex can depart (cross a first tie) and still reach `target` in the window: the window's end
/// at the target, nothing (kNever) where it cannot. The same search backwards.
std::vector<Day> latest_departures(const SpellNetwork& network, Vertex target, const TimeWindow& window);

}  // namespace maillage

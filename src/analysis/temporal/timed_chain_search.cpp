// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/timed_chain_search.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/temporal/earliest_arrival.hpp"
#include "analysis/temporal/layered_arrivals.hpp"

namespace maillage {
namespace {

TimeWindow backwards(const TimeWindow& window) { return {-window.end, -window.start, window.strict}; }

class ChainSearch {
 public:
  ChainSearch(const SpellNetwork& network, Vertex from, Vertex to, const TimeWindow& window)
      : network_(network), backward_(network.reversed()), from_(from), to_(to), window_(window), ahead_(network),
        back_(backward_) {}

  std::optional<TimedChain> best(ChainCriterion criterion) {
    if (window_.start > window_.end) return std::nullopt;
    switch (criterion) {
      case ChainCriterion::shortest: return fewest_hops(window_);
      case ChainCriterion::earliest: {
        const auto arrival = first_arrival(window_);
        return arrival == kNever ? std::nullopt : fewest_hops({window_.start, arrival, window_.strict});
      }
      case ChainCriterion::latest: {
        const auto departure = last_departure(window_);
        if (departure == kNever) return std::nullopt;
        const TimeWindow rest{departure, window_.end, window_.strict};
        return fewest_hops({departure, first_arrival(rest), window_.strict});
      }
      case ChainCriterion::fastest: {
        const auto least = fastest_window();
        return least ? fewest_hops(*least) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  // The first day of arrival of what stays within a window; kNever.
  Day first_arrival(const TimeWindow& window) {
    ahead_.search(from_, window, to_);
    return ahead_.day()[to_];
  }
  // The last day of departure of what stays within a window; kNever.
  Day last_departure(const TimeWindow& window) {
    back_.search(to_, backwards(window), from_);
    const auto day = back_.day()[from_];
    return day == kNever ? kNever : -day;
  }

  // Departure and arrival of the fastest path. Pairs of a last departure and a first arrival are gone through in turn. A
  // path along which no agreement begins can be moved to begin earlier, so that after a departure only paths that arrive on
  // or after the next beginning can be faster than those seen.
  std::optional<TimeWindow> fastest_window() {
    const auto beginnings = beginnings_in_window();
    const auto least = least_duration();
    std::optional<TimeWindow> best;
    auto start = window_.start;
    Day not_before = window_.start;  // an earlier arrival is of no use
    while (start <= window_.end) {
      auto arrival = first_arrival({start, window_.end, window_.strict});
      if (arrival == kNever) break;
      if (arrival < not_before) {
        start = last_departure({start, not_before - 1, window_.strict}) + 1;
        continue;
      }
      const auto departure = last_departure({start, arrival, window_.strict});
      if (!best || arrival - departure < best->end - best->start) best = {departure, arrival, window_.strict};
      if (best->end - best->start <= least) break;
      const auto next = std::ranges::upper_bound(beginnings, departure);
      if (next == beginnings.end()) break;
      not_before = *next;
      start = departure + 1;
    }
    return best;
  }

  std::vector<Day> beginnings_in_window() const {
    std::vector<Day> days;
    for (const auto day : network_.first_day) {
      if (day > window_.start && day <= window_.end) days.push_back(day);
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  }

  // No path lasts fewer days: hops may share a day, or each needs one of its own.
  Day least_duration() const {
    if (!window_.strict || from_ == to_) return 0;
    LayeredArrivals search(network_);
    search.search(from_, window_, LayeredArrivals::kNoHops, to_);
    const auto hops = search.fewest_hops()[to_];
    return hops == LayeredArrivals::kNoHops ? 0 : static_cast<Day>(hops) - 1;
  }

  // Of the paths in a window with the fewest hops those that arrive first, of these the first by vertices.
  std::optional<TimedChain> fewest_hops(const TimeWindow& window) const {
    LayeredArrivals forward(network_);
    forward.search(from_, window, LayeredArrivals::kNoHops, to_);
    const auto arrival = forward.day()[to_];
    if (arrival == kNever) return std::nullopt;
    const auto hops = forward.fewest_hops()[to_];
    LayeredArrivals backward(backward_);
    backward.search(to_, {-arrival, -window.start, window.strict}, hops);
    TimedChain chain;
    chain.vertices.push_back(from_);
    chain.departure = chain.arrival = window.start;
    Day ready = window.start;
    for (auto left = hops; left > 0; --left) {
      const auto [to, day] = next_step(chain.vertices.back(), ready, left, arrival, backward, window.strict);
      chain.vertices.push_back(to);
      chain.days.push_back(day);
      ready = day + (window.strict ? 1 : 0);
    }
    if (!chain.days.empty()) {
      chain.departure = chain.days.front();
      chain.arrival = chain.days.back();
    }
    return chain;
  }

  struct Step {
    Vertex to;
    Day day;
  };
  // The first vertex from which the rest can be done in the hops left, and the first day to go there.
  Step next_step(Vertex v, Day ready, std::uint32_t left, Day arrival, const LayeredArrivals& backward, bool strict) const {
    Step best{LayeredArrivals::kNoHops, kNever};
    for (auto arc = network_.first[v]; arc < network_.first[v + 1]; ++arc) {
      const auto w = network_.target[arc];
      if (w > best.to) break;  // arcs are by target
      const auto crossing = std::max(ready, network_.first_day[arc]);
      if (crossing > network_.last_day[arc] || crossing >= best.day) continue;
      if (left == 1) {
        if (w == to_ && crossing <= arrival) best = {w, crossing};
        continue;
      }
      const auto day = backward.day_within(w, left - 1);
      const auto last_departure = day == kNever ? kDistantPast - 1 : -day;
      if (w != to_ && crossing + (strict ? 1 : 0) <= last_departure) best = {w, crossing};
    }
    if (best.day == kNever) throw std::logic_error("timed chain: no way on");
    return best;
  }

  const SpellNetwork& network_;
  const SpellNetwork backward_;
  const Vertex from_, to_;
  const TimeWindow window_;
  EarliestArrivals ahead_, back_;
};

}  // namespace

std::optional<TimedChain> best_chain(const SpellNetwork& network, Vertex from, Vertex to, ChainCriterion criterion,
                                     const TimeWindow& window) {
  if (from >= network.vertex_count() || to >= network.vertex_count()) throw std::out_of_range("best chain: no such vertex");
  if (from == to) {
    const auto day = criterion == ChainCriterion::latest ? window.end : window.start;
    return window.start <= window.end ? std::optional(TimedChain{{from}, {}, day, day}) : std::nullopt;
  }
  return ChainSearch(network, from, to, window).best(criterion);
}

}  // namespace maillage

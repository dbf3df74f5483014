// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/earliest_arrival.hpp"

#include <algorithm>
#include <stdexcept>

namespace maillage {

EarliestArrivals::EarliestArrivals(const SpellNetwork& network) : network_(&network), day_(network.vertex_count()) {}

void EarliestArrivals::search(Vertex source, const TimeWindow& window, Vertex to) {
  if (source >= network_->vertex_count()) throw std::out_of_range("earliest arrivals: no such vertex");
  const auto* first = network_->first.data();
  const auto* targets = network_->target.data();
  const auto* first_days = network_->first_day.data();
  const auto* last_days = network_->last_day.data();
  auto* day = day_.data();
  std::ranges::fill(day_, kNever);
  queue_.clear();
  day[source] = window.start;
  queue_.push(0, source);
  while (!queue_.empty()) {
    const auto [since_start, v] = queue_.pop();
    const auto arrived = window.start + static_cast<Day>(since_start);
    if (day[v] < arrived) continue;  // reached earlier since this was noted
    if (v == to) break;
    const Day ready = arrived + (window.strict && v != source ? 1 : 0);
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      const auto w = targets[arc];
      const auto crossing = std::max(ready, first_days[arc]);
      if (crossing >= day[w] || crossing > last_days[arc] || crossing > window.end) continue;
      day[w] = crossing;
      queue_.push(static_cast<std::uint32_t>(crossing) - static_cast<std::uint32_t>(window.start), w);
    }
  }
}

std::vector<Day> earliest_arrivals(const SpellNetwork& network, Vertex source, const TimeWindow& window) {
  EarliestArrivals arrivals(network);
  arrivals.search(source, window);
  return {arrivals.day().begin(), arrivals.day().end()};
}

std::vector<Day> latest_departures(const SpellNetwork& network, Vertex target, const TimeWindow& window) {
  auto days = earliest_arrivals(network.reversed(), target, {-window.end, -window.start, window.strict});
  for (auto& day : days) day = day == kNever ? kNever : -day;
  return days;
}

}  // namespace maillage

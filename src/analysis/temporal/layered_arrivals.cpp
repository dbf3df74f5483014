// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/layered_arrivals.hpp"

#include <algorithm>
#include <stdexcept>

namespace maillage {

LayeredArrivals::LayeredArrivals(const SpellNetwork& network)
    : network_(&network),
      day_(network.vertex_count()),
      hops_(network.vertex_count()),
      fewest_hops_(network.vertex_count()),
      last_gain_(network.vertex_count()) {}

void LayeredArrivals::gain(Vertex v, Day day, std::uint32_t round) {
  day_[v] = day;
  if (hops_[v] == round) {  // once more in this round: the better day takes the place of the other
    gains_[last_gain_[v]].day = day;
    return;
  }
  if (fewest_hops_[v] == kNoHops) fewest_hops_[v] = round;
  gains_.push_back({v, day, round, last_gain_[v]});
  hops_[v] = round;
  last_gain_[v] = static_cast<std::uint32_t>(gains_.size() - 1);
}

void LayeredArrivals::search(Vertex source, const TimeWindow& window, std::uint32_t most_rounds, Vertex to) {
  if (source >= network_->vertex_count()) throw std::out_of_range("layered arrivals: no such vertex");
  std::ranges::fill(day_, kNever);
  for (auto* values : {&hops_, &fewest_hops_, &last_gain_}) std::ranges::fill(*values, kNoHops);
  gains_.clear();
  gain(source, window.start, 0);
  std::size_t begin = 0;
  for (std::uint32_t round = 1; round <= most_rounds && begin < gains_.size(); ++round) {
    const auto end = gains_.size();
    for (; begin < end; ++begin) {
      const auto v = gains_[begin].vertex;
      const Day ready = gains_[begin].day + (window.strict && round > 1 ? 1 : 0);
      for (auto arc = network_->first[v]; arc < network_->first[v + 1]; ++arc) {
        const auto w = network_->target[arc];
        const auto crossing = std::max(ready, network_->first_day[arc]);
        if (crossing < day_[w] && crossing <= network_->last_day[arc] && crossing <= window.end) gain(w, crossing, round);
      }
    }
    if (to < day_.size() && day_[to] != kNever) break;
  }
}

Day LayeredArrivals::day_within(Vertex v, std::uint32_t hops) const {
  for (auto at = last_gain_[v]; at != kNoHops; at = gains_[at].before) {
    if (gains_[at].hops <= hops) return gains_[at].day;
  }
  return kNever;
}

}  // namespace maillage

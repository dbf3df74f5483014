// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/temporal_betweenness.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/ordered_chunks.hpp"
#include "analysis/temporal/earliest_arrival.hpp"

namespace maillage {
namespace {

/// Shortest temporal paths from one source at a time, and what each vertex carries of them.
class Dependencies {
 public:
  explicit Dependencies(const SpellNetwork& network)
      : carried(network.vertex_count()), network_(&network), arrivals_(network), best_(network.vertex_count()),
        fewest_hops_(network.vertex_count()), paths_to_(network.vertex_count()) {}

  void search(Vertex source, const TimeWindow& window) {
    arrivals_.search(source, window);
    auto left = std::ranges::count_if(arrivals_.day(), [](Day day) { return day != kNever; }) - 1;
    std::ranges::fill(best_, kNever);
    std::ranges::fill(fewest_hops_, 0U);
    std::ranges::fill(paths_to_, 0.0);
    appearances_.clear();
    ways_.clear();
    appearances_.push_back({source, window.start, 0, 1, 0, 0, 0});
    best_[source] = window.start;
    std::uint32_t begin = 0;
    // Rounds after the last vertex is first reached hold no shortest path.
    for (std::uint32_t hops = 1; left > 0; ++hops) {
      const auto end = static_cast<std::uint32_t>(appearances_.size());
      find_crossings(begin, end, window, hops == 1);
      left -= appear(hops);
      begin = end;
    }
    share_out(source);
  }

  std::vector<double> carried;  ///< by vertex, from the source searched last

 private:
  struct Appearance {
    Vertex vertex;
    Day day;
    std::uint32_t hops;
    double paths;    // shortest ones that arrive here then
    double carries;  // of paths to others
    std::uint32_t first_way, last_way;
  };
  struct Crossing {
    Vertex to;
    Day day;
    std::uint32_t from;  // appearance
    auto operator<=>(const Crossing&) const = default;
  };

  void find_crossings(std::uint32_t begin, std::uint32_t end, const TimeWindow& window, bool is_first) {
    crossings_.clear();
    for (auto at = begin; at < end; ++at) {
      const auto v = appearances_[at].vertex;
      const Day ready = appearances_[at].day + (window.strict && !is_first ? 1 : 0);
      for (auto arc = network_->first[v]; arc < network_->first[v + 1]; ++arc) {
        const auto w = network_->target[arc];
        const auto day = std::max(ready, network_->first_day[arc]);
        if (day < best_[w] && day <= network_->last_day[arc] && day <= window.end) crossings_.push_back({w, day, at});
      }
    }
    std::ranges::sort(crossings_);
    crossings_.erase(std::unique(crossings_.begin(), crossings_.end()), crossings_.end());
  }

  // One appearance for each vertex and day that is crossed to; how many vertices appear for the first time?
  std::ptrdiff_t appear(std::uint32_t hops) {
    std::ptrdiff_t first_times = 0;
    for (std::size_t i = 0; i < crossings_.size();) {
      const auto [vertex, day, from] = crossings_[i];
      Appearance now{vertex, day, hops, 0, 0, static_cast<std::uint32_t>(ways_.size()), 0};
      for (; i < crossings_.size() && crossings_[i].to == vertex && crossings_[i].day == day; ++i) {
        now.paths += appearances_[crossings_[i].from].paths;
        ways_.push_back(crossings_[i].from);
      }
      now.last_way = static_cast<std::uint32_t>(ways_.size());
      if (best_[vertex] == kNever) {
        ++first_times;
        fewest_hops_[vertex] = hops;
      }
      if (fewest_hops_[vertex] == hops) paths_to_[vertex] += now.paths;
      best_[vertex] = std::min(best_[vertex], day);  // days of a vertex ascend: later ones of this round were found before
      appearances_.push_back(now);
    }
    return first_times;
  }

  // Backwards over the rounds, as Brandes does over levels.
  void share_out(Vertex source) {
    std::ranges::fill(carried, 0.0);
    for (auto at = appearances_.size(); at-- > 1;) {
      const auto& now = appearances_[at];
      const double ends_here = now.hops == fewest_hops_[now.vertex] ? now.paths / paths_to_[now.vertex] : 0;
      for (auto way = now.first_way; way < now.last_way; ++way) {
        auto& before = appearances_[ways_[way]];
        before.carries += before.paths / now.paths * (now.carries + ends_here);
      }
      if (now.vertex != source) carried[now.vertex] += now.carries;
    }
  }

  const SpellNetwork* network_;
  EarliestArrivals arrivals_;
  std::vector<Day> best_;
  std::vector<std::uint32_t> fewest_hops_;
  std::vector<double> paths_to_;
  std::vector<Appearance> appearances_;
  std::vector<std::uint32_t> ways_;
  std::vector<Crossing> crossings_;
};

}  // namespace

std::vector<double> temporal_betweenness(const SpellNetwork& network, const TimeWindow& window) {
  const auto n = network.vertex_count();
  std::vector<double> betweenness(n, 0);
  over_chunks(
      n, 50.0 * n * network.arc_count(), [&] { return Dependencies(network); },
      [&](Dependencies& paths, std::size_t source) { paths.search(static_cast<Vertex>(source), window); },
      [&](const Dependencies& paths, std::size_t) {
        for (Vertex v = 0; v < n; ++v) betweenness[v] += paths.carried[v];
      });
  return betweenness;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/shared_arrivals.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

// The sources of `from` that are not in `there`.
TimedSources without(const TimedSources& from, const TimedSources& there) {
  TimedSources rest;
  for (std::size_t i = 0; i < TimedSources::kWords; ++i) rest.words[i] = from.words[i] & ~there.words[i];
  return rest;
}

void add(TimedSources& to, const TimedSources& sources) {
  for (std::size_t i = 0; i < TimedSources::kWords; ++i) to.words[i] |= sources.words[i];
}

}  // namespace

SharedArrivals::SharedArrivals(const SpellNetwork& network)
    : network_(&network), reached_(network.vertex_count()), coming_(network.vertex_count()) {
  arcs_.reserve(network.arc_count());
  openings_.reserve(network.arc_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    for (auto arc = network.first[v]; arc < network.first[v + 1]; ++arc) {
      arcs_.push_back({network.target[arc], network.first_day[arc], network.last_day[arc]});
      openings_.push_back({v, network.target[arc], network.first_day[arc]});
    }
    std::ranges::stable_sort(arcs_.begin() + network.first[v], arcs_.end(), {}, &Arc::first_day);
  }
  std::ranges::stable_sort(openings_, {}, &Opening::day);
}

// Sources on their way to a vertex, beside those that are there already.
void SharedArrivals::arrive(Vertex w, const TimedSources& sources) {
  auto fresh = without(sources, reached_[w]);
  if (!fresh.any()) return;
  if (!coming_[w].any()) waiting_.push_back(w);
  add(coming_[w], fresh);
}

void SharedArrivals::spread(Vertex v, const TimedSources& sources, Day day) {
  const auto end = network_->first[v + 1];
  while (ahead_[v] < end && arcs_[ahead_[v]].first_day <= day) ++ahead_[v];
  while (open_[v] < ahead_[v] && arcs_[open_[v]].last_day < day) ++open_[v];
  for (auto at = open_[v]; at < ahead_[v]; ++at) {
    if (arcs_[at].last_day >= day) arrive(arcs_[at].target, sources);
  }
}

// Not strict: on one day sources go on as far as open ties carry them.
void SharedArrivals::flood(Day day, const OnArrival& on_arrival) {
  while (!waiting_.empty()) {
    const auto w = waiting_.back();
    waiting_.pop_back();
    const auto sources = std::exchange(coming_[w], {});
    add(reached_[w], sources);
    on_arrival(day, w, sources);
    spread(w, sources, day);
  }
}

// Strict: what is on its way arrives, and goes on from the next day.
void SharedArrivals::step(Day day, const OnArrival& on_arrival) {
  front_.clear();
  for (const auto w : waiting_) {
    front_.emplace_back(w, std::exchange(coming_[w], {}));
    add(reached_[w], front_.back().second);
    on_arrival(day, w, front_.back().second);
  }
  waiting_.clear();
}

void SharedArrivals::search(Vertex first_source, const TimeWindow& window, const OnArrival& on_arrival) {
  const auto n = network_->vertex_count();
  open_.assign(network_->first.begin(), network_->first.begin() + n);
  ahead_ = open_;
  std::ranges::fill(reached_, TimedSources{});
  std::ranges::fill(coming_, TimedSources{});
  waiting_.clear();
  front_.clear();
  const auto last = std::min<std::size_t>(first_source + TimedSources::kMost, n);
  for (auto source = first_source; source < last; ++source) {
    const auto lane = source - first_source;
    reached_[source].words[lane / 64] |= std::uint64_t{1} << (lane % 64);
    front_.emplace_back(source, reached_[source]);
  }
  auto opening = std::ranges::upper_bound(openings_, window.start, {}, &Opening::day);
  auto day = window.start;
  while (day <= window.end) {
    for (const auto& [v, sources] : front_) spread(v, sources, day);
    for (; opening != openings_.end() && opening->day == day; ++opening) {
      arrive(opening->target, reached_[opening->source]);
    }
    front_.clear();
    if (window.strict) {
      step(day, on_arrival);
    } else {
      flood(day, on_arrival);
    }
    if (front_.empty() && opening == openings_.end()) break;
    day = front_.empty() ? opening->day : day + 1;
  }
}

TimedReach timed_reach(const SpellNetwork& network, const TimeWindow& window) {
  const auto n = network.vertex_count();
  TimedReach reach{std::vector<std::uint32_t>(n, 0), std::vector<std::uint32_t>(n, 0)};
  struct Workspace {
    SharedArrivals arrivals;
    std::vector<std::uint32_t> reaches, reached_by;
  };
  const auto batches = (n + TimedSources::kMost - 1) / TimedSources::kMost;
  over_chunks(
      batches, 10.0 * static_cast<double>(batches) * network.arc_count(),
      [&] {
        return Workspace{SharedArrivals(network), std::vector<std::uint32_t>(TimedSources::kMost, 0),
                         std::vector<std::uint32_t>(n, 0)};
      },
      [&](Workspace& workspace, std::size_t batch) {
        std::ranges::fill(workspace.reaches, 0U);
        std::ranges::fill(workspace.reached_by, 0U);
        const auto count = [&](Day, Vertex v, const TimedSources& sources) {
          for (std::size_t i = 0; i < TimedSources::kWords; ++i) {
            workspace.reached_by[v] += static_cast<std::uint32_t>(std::popcount(sources.words[i]));
            for (auto word = sources.words[i]; word != 0; word &= word - 1) {
              ++workspace.reaches[64 * i + static_cast<std::size_t>(std::countr_zero(word))];
            }
          }
        };
        workspace.arrivals.search(static_cast<Vertex>(batch * TimedSources::kMost), window, count);
      },
      [&](const Workspace& workspace, std::size_t batch) {
        const auto first = batch * TimedSources::kMost;
        for (std::size_t lane = 0; lane < TimedSources::kMost && first + lane < n; ++lane) {
          reach.reaches[first + lane] = workspace.reaches[lane];
        }
        for (Vertex v = 0; v < n; ++v) reach.reached_by[v] += workspace.reached_by[v];
      });
  return reach;
}

}  // namespace maillage

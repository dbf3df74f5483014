// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/temporal_closeness.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "analysis/centrality/wide_kernel.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/temporal/shared_arrivals.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLanes = 16;

/// A day for each of 16 sources: one line of cache.
struct alignas(4 * kLanes) LaneDays {
  std::array<Day, kLanes> of{};
};

/// LayeredArrivals from 16 sources at once, for the rounds in which vertices are first reached.
class LaneSearch {
 public:
  explicit LaneSearch(const SpellNetwork& network)
      : network_(&network), day_(network.vertex_count()), gained_(network.vertex_count()), reached_(network.vertex_count()),
        touched_(network.vertex_count()) {}

  /// closeness[lane] of sources first_source, first_source + 1, … afterwards.
  void search(Vertex first_source, const TimeWindow& window) {
    LaneDays never;
    never.of.fill(kNever);
    std::ranges::fill(day_, never);
    std::ranges::fill(gained_, 0U);
    std::ranges::fill(reached_, 0U);
    front_.clear();
    closeness.fill(0);
    const auto last = std::min<std::size_t>(first_source + kLanes, network_->vertex_count());
    for (auto source = first_source; source < last; ++source) {
      const auto lane = source - first_source;
      day_[source].of[lane] = window.start;
      reached_[source] |= 1U << lane;
      auto ready = never;
      ready.of[lane] = window.start;
      front_.push_back({source, ready});
    }
    for (double hops = 1; !front_.empty(); ++hops) {
      const auto count = step(*network_, window.end, front_, day_.data(), gained_.data(), touched_.data());
      arrive(count, window.strict ? 1 : 0, hops);
    }
  }

  std::array<double, kLanes> closeness{};

 private:
  struct Entry {
    Vertex vertex;
    LaneDays ready;  // kNever for sources that gained nothing in the round before
  };

  /// Lets the front cross its ties; writes down the vertices that some source reaches on an earlier day than before.
  MAILLAGE_WIDE_KERNEL
  static std::size_t step(const SpellNetwork& network, Day end, const std::vector<Entry>& front, LaneDays* day,
                          std::uint32_t* gained, Vertex* touched) {
    const auto* first = network.first.data();
    const auto* targets = network.target.data();
    const auto* first_days = network.first_day.data();
    const auto* last_days = network.last_day.data();
    std::size_t count = 0;
    for (const auto& [v, ready] : front) {
      for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
        const auto w = targets[arc];
        const Day opens = first_days[arc], closes = std::min(last_days[arc], end);
        std::uint32_t gains = 0;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          const Day crossing = std::max(ready.of[lane], opens);
          const Day here = day[w].of[lane];
          const bool is_gain = (crossing <= closes) & (crossing < here);
          day[w].of[lane] = is_gain ? crossing : here;
          gains |= static_cast<std::uint32_t>(is_gain) << lane;
        }
        if (gains == 0) continue;
        if (gained[w] == 0) touched[count++] = w;
        gained[w] |= gains;
      }
    }
    return count;
  }

  void arrive(std::size_t count, Day pause, double hops) {
    front_.clear();
    std::array<std::uint32_t, kLanes> newly{};
    for (std::size_t i = 0; i < count; ++i) {
      const auto w = touched_[i];
      Entry entry{w, {}};
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const auto bit = 1U << lane;
        entry.ready.of[lane] = (gained_[w] & bit) != 0 ? day_[w].of[lane] + pause : kNever;
        newly[lane] += (gained_[w] & ~reached_[w] & bit) != 0;
      }
      reached_[w] |= gained_[w];
      gained_[w] = 0;
      front_.push_back(entry);
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) closeness[lane] += newly[lane] / hops;
  }

  const SpellNetwork* network_;
  std::vector<LaneDays> day_;
  std::vector<std::uint32_t> gained_, reached_;
  std::vector<Vertex> touched_;  // as many as there could be
  std::vector<Entry> front_;
};

std::vector<double> by_hops(const SpellNetwork& network, const TimeWindow& window) {
  const auto n = network.vertex_count();
  std::vector<double> closeness(n, 0);
  const auto batches = (n + kLanes - 1) / kLanes;
  over_chunks(
      batches, 20.0 * static_cast<double>(batches) * network.arc_count(), [&] { return LaneSearch(network); },
      [&](LaneSearch& search, std::size_t batch) { search.search(static_cast<Vertex>(batch * kLanes), window); },
      [&](const LaneSearch& search, std::size_t batch) {
        for (std::size_t lane = 0; lane < kLanes && batch * kLanes + lane < n; ++lane) {
          closeness[batch * kLanes + lane] = search.closeness[lane];
        }
      });
  return closeness;
}

std::vector<double> by_latency(const SpellNetwork& network, const TimeWindow& window) {
  const auto n = network.vertex_count();
  std::vector<double> closeness(n, 0);
  struct Workspace {
    SharedArrivals arrivals;
    std::vector<double> sums;
  };
  constexpr auto lanes = TimedSources::kMost;
  const auto batches = (n + lanes - 1) / lanes;
  over_chunks(
      batches, 20.0 * static_cast<double>(batches) * network.arc_count(),
      [&] { return Workspace{SharedArrivals(network), std::vector<double>(lanes)}; },
      [&](Workspace& workspace, std::size_t batch) {
        std::ranges::fill(workspace.sums, 0.0);
        const auto take = [&](Day day, Vertex, const TimedSources& sources) {
          const double nearness = 1 / (1.0 + (static_cast<double>(day) - window.start));
          for (std::size_t i = 0; i < TimedSources::kWords; ++i) {
            for (auto word = sources.words[i]; word != 0; word &= word - 1) {
              workspace.sums[64 * i + static_cast<std::size_t>(std::countr_zero(word))] += nearness;
            }
          }
        };
        workspace.arrivals.search(static_cast<Vertex>(batch * lanes), window, take);
      },
      [&](const Workspace& workspace, std::size_t batch) {
        for (std::size_t lane = 0; lane < lanes && batch * lanes + lane < n; ++lane) {
          closeness[batch * lanes + lane] = workspace.sums[lane];
        }
      });
  return closeness;
}

}  // namespace

std::vector<double> temporal_closeness(const SpellNetwork& network, const TimeWindow& window, TemporalDistance distance) {
  return distance == TemporalDistance::hops ? by_hops(network, window) : by_latency(network, window);
}

}  // namespace maillage

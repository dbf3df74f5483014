// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/path_changes.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/centrality/lane_search.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/random_source.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Counts = std::vector<std::uint64_t>;

void count_at(Counts& counts, std::size_t distance, std::uint64_t pairs) {
  if (counts.size() <= distance) counts.resize(distance + 1, 0);
  counts[distance] += pairs;
}

void add_and_clear(Counts& total, Counts& part) {
  for (std::size_t d = 0; d < part.size(); ++d) {
    if (part[d] > 0) count_at(total, d, part[d]);
    part[d] = 0;
  }
}

std::span<const Vertex> batch_of(const std::vector<Vertex>& sources, std::size_t chunk) {
  const auto first = chunk * LaneSet::kLanes;
  return std::span(sources).subspan(first, std::min(LaneSet::kLanes, sources.size() - first));
}

std::size_t batches_of(const std::vector<Vertex>& sources) {
  return (sources.size() + LaneSet::kLanes - 1) / LaneSet::kLanes;
}

double work_of(const Network& network, std::size_t batches) {
  return static_cast<double>(batches) * (network.vertex_count() + 8.0 * network.edge_count());
}

/// Both searches of one batch of sources, level by level.
class SideBySide {
 public:
  SideBySide(const Network& before, const RemainingNetwork& after, const Components& pieces)
      : before_(before),
        after_(after.network),
        is_removed_(after.is_removed),
        piece_of_(pieces.component_of),
        lanes_in_piece_(pieces.members.size()),
        longer_(before.vertex_count()),
        lengthened(before.vertex_count(), 0),
        increase(before.vertex_count(), 0) {}

  void search(std::span<const Vertex> sources) {
    lay_out(sources);
    bool before_goes_on = true, after_goes_on = true;
    for (std::size_t hops = 1; before_goes_on || after_goes_on; ++hops) {
      if (after_goes_on) after_goes_on = advance_after(hops);
      if (before_goes_on) before_goes_on = advance_before(hops);
    }
    for (Vertex v = 0; v < longer_.size(); ++v) {
      const auto count = longer_[v].size();
      lengthened[v] += count;
      pairs_lengthened += count;
      longer_[v] = {};
    }
    for (const auto piece : pieces_used_) lanes_in_piece_[piece] = {};
    pieces_used_.clear();
  }

 private:
  void lay_out(std::span<const Vertex> sources) {
    before_.start(sources);
    after_.start(sources);
    for (std::size_t lane = 0; lane < sources.size(); ++lane) {
      if (is_removed_[sources[lane]]) continue;
      lanes_in_piece_[piece_of_[sources[lane]]].add(lane);
      pieces_used_.push_back(piece_of_[sources[lane]]);
    }
  }

  bool advance_after(std::size_t hops) {
    const auto arrivals = after_.advance();
    std::uint64_t pairs = 0;
    for (const auto& [v, lanes] : arrivals) {
      const auto count = lanes.size();
      pairs += count;
      increase[v] += static_cast<std::uint32_t>(hops) * count;
    }
    count_at(found_after, hops, pairs);
    return !arrivals.empty();
  }

  // After the same step of the search afterwards: who is not there yet has farther to go, or never arrives.
  bool advance_before(std::size_t hops) {
    const auto arrivals = before_.advance();
    std::uint64_t pairs = 0;
    for (const auto& [v, lanes] : arrivals) {
      pairs += lanes.size();
      if (is_removed_[v]) continue;
      const auto kept = lanes & lanes_in_piece_[piece_of_[v]];
      increase[v] -= static_cast<std::uint32_t>(hops) * kept.size();
      longer_[v] |= kept.without(after_.seen(v));
    }
    count_at(found_before, hops, pairs);
    return !arrivals.empty();
  }

  LaneSearch before_, after_;
  const std::vector<bool>& is_removed_;
  const std::vector<std::uint32_t>& piece_of_;
  std::vector<LaneSet> lanes_in_piece_;  // the sources of each piece of what remains
  std::vector<std::uint32_t> pieces_used_;
  std::vector<LaneSet> longer_;

 public:
  Counts found_before, found_after;
  std::vector<std::uint32_t> lengthened, increase;
  std::uint64_t pairs_lengthened = 0;
};

double sum_of_lengths(const Counts& counts) {
  double sum = 0;
  for (std::size_t d = 1; d < counts.size(); ++d) sum += static_cast<double>(counts[d]) * static_cast<double>(d);
  return sum;
}

std::uint64_t pairs_in(const Components& components) {
  std::uint64_t pairs = 0;
  for (const auto& members : components.members) pairs += std::uint64_t{members.size()} * (members.size() - 1) / 2;
  return pairs;
}

// Pairs of the remaining vertices that have a path before; one component of the network before may hold removed ones.
std::uint64_t pairs_that_remain(const Components& components, const std::vector<bool>& is_removed) {
  std::uint64_t pairs = 0;
  for (const auto& members : components.members) {
    std::uint64_t staying = 0;
    for (const auto v : members) staying += is_removed[v] ? 0 : 1;
    if (staying > 1) pairs += staying * (staying - 1) / 2;
  }
  return pairs;
}

}  // namespace

std::vector<Vertex> path_sources(const Network& network, double most_work, std::uint64_t seed) {
  const auto n = network.vertex_count();
  std::vector<Vertex> sources(n);
  std::iota(sources.begin(), sources.end(), Vertex{0});
  const double each = static_cast<double>(n) + network.edge_count();
  const auto affordable = static_cast<Vertex>(std::clamp(most_work / std::max(each, 1.0), 256.0, 4e9));
  if (n <= affordable) return sources;
  RandomSource random(seed);
  for (Vertex i = 0; i < affordable; ++i) std::swap(sources[i], sources[i + random.below(n - i)]);
  sources.resize(affordable);
  std::ranges::sort(sources);
  return sources;
}

PathComparison compare_paths(const Network& before, const RemainingNetwork& after, const std::vector<Vertex>& sources) {
  const auto pieces = components_of(after.network);
  PathComparison result;
  result.lengthened.assign(before.vertex_count(), 0);
  result.increase.assign(before.vertex_count(), 0);
  Counts counts_before, counts_after;
  std::uint64_t lengthened = 0;
  const auto batches = batches_of(sources);
  over_chunks(
      batches, 2 * work_of(before, batches), [&] { return SideBySide(before, after, pieces); },
      [&](SideBySide& search, std::size_t chunk) { search.search(batch_of(sources, chunk)); },
      [&](SideBySide& search, std::size_t) {
        add_and_clear(counts_before, search.found_before);
        add_and_clear(counts_after, search.found_after);
        lengthened += std::exchange(search.pairs_lengthened, 0);
        for (Vertex v = 0; v < before.vertex_count(); ++v) {
          result.lengthened[v] += std::exchange(search.lengthened[v], 0);
          result.increase[v] += std::exchange(search.increase[v], 0);
        }
      });
  result.reciprocals_before = sum_of_reciprocals(counts_before);
  result.reciprocals_after = sum_of_reciprocals(counts_after);
  result.lengths_before = sum_of_lengths(counts_before);
  result.lengths_after = sum_of_lengths(counts_after);
  result.reached_before = std::accumulate(counts_before.begin(), counts_before.end(), std::uint64_t{0});
  result.reached_after = std::accumulate(counts_after.begin(), counts_after.end(), std::uint64_t{0});
  result.sources_before = static_cast<std::uint32_t>(sources.size());
  for (const auto source : sources) result.sources_after += after.is_removed[source] ? 0 : 1;

  auto& changes = result.changes;
  changes.sources = result.sources_before;
  changes.is_sampled = sources.size() < before.vertex_count();
  changes.pairs_lost = pairs_that_remain(components_of(before), after.is_removed) - pairs_in(pieces);
  std::uint64_t increase = 0;
  for (const auto hops : result.increase) increase += hops;
  const double scale =
      sources.empty() ? 0 : static_cast<double>(before.vertex_count()) / static_cast<double>(sources.size());
  changes.pairs_lengthened = static_cast<double>(lengthened) * scale / 2;
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  changes.mean_increase = lengthened > 0 ? static_cast<double>(increase) / static_cast<double>(lengthened) : undefined;
  changes.share_lengthened = result.reached_after > 0
                                 ? static_cast<double>(lengthened) / static_cast<double>(result.reached_after)
                                 : undefined;
  return result;
}

std::vector<std::uint64_t> pairs_by_distance(const Network& network, const std::vector<Vertex>& sources) {
  struct Search {
    LaneSearch lanes;
    Counts counts;
  };
  Counts total{0};
  const auto batches = batches_of(sources);
  over_chunks(
      batches, work_of(network, batches),
      [&] {
        return Search{LaneSearch(network), {}};
      },
      [&](Search& search, std::size_t chunk) {
        search.lanes.start(batch_of(sources, chunk));
        for (std::size_t hops = 1;; ++hops) {
          const auto arrivals = search.lanes.advance();
          if (arrivals.empty()) break;
          std::uint64_t pairs = 0;
          for (const auto& arrival : arrivals) pairs += arrival.sources.size();
          count_at(search.counts, hops, pairs);
        }
      },
      [&](Search& search, std::size_t) { add_and_clear(total, search.counts); });
  return total;
}

double sum_of_reciprocals(const std::vector<std::uint64_t>& counts) {
  double sum = 0;
  for (std::size_t d = 1; d < counts.size(); ++d) sum += static_cast<double>(counts[d]) / static_cast<double>(d);
  return sum;
}

}  // namespace maillage

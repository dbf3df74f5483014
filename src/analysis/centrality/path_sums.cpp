// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/path_sums.hpp"

#include <algorithm>
#include <bit>

#include "analysis/ordered_chunks.hpp"
#include "analysis/centrality/shortest_paths.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLanes = 64;

/// Breadth-first search from 64 sources at once: bit l of a word stands for source l.
class SharedSearch {
 public:
  explicit SharedSearch(const Network& network)
      : network_(&network), seen_(network.vertex_count(), 0), arriving_(network.vertex_count(), 0) {
    sums.reached.assign(network.vertex_count(), 0);
    sums.total_length.assign(network.vertex_count(), 0);
    sums.total_reciprocal.assign(network.vertex_count(), 0);
  }

  /// Sources first, first+1, … below first+64. `sums` must be zero and holds the sums over these sources afterwards.
  void search(Vertex first_source) {
    std::ranges::fill(seen_, 0);
    front_.clear();
    const auto last = std::min<std::size_t>(first_source + kLanes, network_->vertex_count());
    for (auto source = first_source; source < last; ++source) {
      seen_[source] = std::uint64_t{1} << (source - first_source);
      front_.push_back({source, seen_[source]});
    }
    for (double hops = 1; !front_.empty(); ++hops) {
      step();
      arrive(hops);
    }
  }

  PathSums sums;

 private:
  struct Entry {
    Vertex vertex;
    std::uint64_t sources;
  };

  void step() {
    touched_.clear();
    const auto first = network_->first();
    const auto targets = network_->arc_targets();
    for (const auto [v, sources] : front_) {
      for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
        const auto w = targets[arc];
        const auto coming = sources & ~seen_[w];
        if (coming == 0) continue;
        if (arriving_[w] == 0) touched_.push_back(w);
        arriving_[w] |= coming;
      }
    }
  }

  void arrive(double hops) {
    front_.clear();
    for (const auto w : touched_) {
      const auto sources = arriving_[w];
      arriving_[w] = 0;
      seen_[w] |= sources;
      front_.push_back({w, sources});
      const auto count = std::popcount(sources);
      sums.reached[w] += static_cast<std::uint32_t>(count);
      sums.total_length[w] += count * hops;
      sums.total_reciprocal[w] += count / hops;
    }
  }

  const Network* network_;
  std::vector<std::uint64_t> seen_, arriving_;
  std::vector<Entry> front_;
  std::vector<Vertex> touched_;
};

void add_and_clear(PathSums& total, PathSums& part) {
  for (std::size_t v = 0; v < total.reached.size(); ++v) {
    total.reached[v] += part.reached[v];
    total.total_length[v] += part.total_length[v];
    total.total_reciprocal[v] += part.total_reciprocal[v];
    part.reached[v] = 0;
    part.total_length[v] = part.total_reciprocal[v] = 0;
  }
}

void add_hops(const Network& network, PathSums& total) {
  const auto batches = (network.vertex_count() + kLanes - 1) / kLanes;
  const double work = static_cast<double>(batches) * (network.vertex_count() + 8.0 * network.edge_count());
  over_chunks(
      batches, work, [&] { return SharedSearch(network); },
      [](SharedSearch& search, std::size_t batch) { search.search(static_cast<Vertex>(batch * kLanes)); },
      [&](SharedSearch& search, std::size_t) { add_and_clear(total, search.sums); });
}

void add_lengths(const Network& network, Distance distance, PathSums& total) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  over_chunks(
      n, 10.0 * n * network.edge_count(), [&] { return ShortestPaths(lengths); },
      [](ShortestPaths& paths, std::size_t source) { paths.search(static_cast<Vertex>(source)); },
      [&](const ShortestPaths& paths, std::size_t source) {
        const auto others = paths.order().subspan(1);
        total.reached[source] = static_cast<std::uint32_t>(others.size());
        for (const auto v : others) {
          total.total_length[source] += paths.length_to(v);
          total.total_reciprocal[source] += 1 / paths.length_to(v);
        }
      });
}

}  // namespace

PathSums path_sums(const Network& network, Distance distance) {
  PathSums total;
  total.reached.assign(network.vertex_count(), 0);
  total.total_length.assign(network.vertex_count(), 0);
  total.total_reciprocal.assign(network.vertex_count(), 0);
  if (distance == Distance::hops) {
    add_hops(network, total);
  } else {
    add_lengths(network, distance, total);
  }
  return total;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/path_sums.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>

#include "analysis/ordered_chunks.hpp"
#include "analysis/centrality/shortest_paths.hpp"
#include "analysis/centrality/wide_kernel.hpp"

namespace maillage {
namespace {

constexpr std::size_t kWords = 4;
constexpr std::size_t kLanes = 64 * kWords;

/// A set of sources: source l is bit l % 64 of word l / 64.
struct alignas(8 * kWords) SourceSet {
  std::array<std::uint64_t, kWords> words{};

  void add(std::size_t lane) { words[lane / 64] |= std::uint64_t{1} << (lane % 64); }
  int size() const {
    int count = 0;
    for (const auto word : words) count += std::popcount(word);
    return count;
  }
};

/// Breadth-first search from kLanes sources at once.
class SharedSearch {
 public:
  explicit SharedSearch(const Network& network)
      : network_(&network), seen_(network.vertex_count()), arriving_(network.vertex_count()), touched_(network.vertex_count()) {
    sums.reached.assign(network.vertex_count(), 0);
    sums.total_length.assign(network.vertex_count(), 0);
    sums.total_reciprocal.assign(network.vertex_count(), 0);
  }

  /// Sources first, first+1, … below first+kLanes. `sums` must be zero and holds the sums over these sources afterwards.
  void search(Vertex first_source) {
    std::ranges::fill(seen_, SourceSet{});
    front_.clear();
    const auto last = std::min<std::size_t>(first_source + kLanes, network_->vertex_count());
    for (auto source = first_source; source < last; ++source) {
      seen_[source].add(source - first_source);
      front_.push_back({source, seen_[source]});
    }
    for (double hops = 1; !front_.empty(); ++hops) {
      arrive(step(*network_, front_, seen_.data(), arriving_.data(), touched_.data()), hops);
    }
  }

  PathSums sums;

 private:
  struct Entry {
    Vertex vertex;
    SourceSet sources;
  };

  /// Lets the sources of the front arrive at all neighbours they have not seen; writes those down and counts them.
  MAILLAGE_WIDE_KERNEL
  static std::size_t step(const Network& network, const std::vector<Entry>& front, const SourceSet* seen,
                          SourceSet* arriving, Vertex* touched) {
    const auto* first = network.first().data();
    const auto* targets = network.arc_targets().data();
    std::size_t count = 0;
    for (const auto& [v, sources] : front) {
      for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
        const auto w = targets[arc];
        std::uint64_t any_coming = 0, any_there = 0;
        SourceSet coming;
        for (std::size_t i = 0; i < kWords; ++i) {
          coming.words[i] = sources.words[i] & ~seen[w].words[i];
          any_coming |= coming.words[i];
          any_there |= arriving[w].words[i];
        }
        if (any_coming == 0) continue;
        if (any_there == 0) touched[count++] = w;
        for (std::size_t i = 0; i < kWords; ++i) arriving[w].words[i] |= coming.words[i];
      }
    }
    return count;
  }

  void arrive(std::size_t count_of_touched, double hops) {
    front_.clear();
    for (const auto w : std::span(touched_).first(count_of_touched)) {
      const auto sources = std::exchange(arriving_[w], {});
      for (std::size_t i = 0; i < kWords; ++i) seen_[w].words[i] |= sources.words[i];
      front_.push_back({w, sources});
      const auto count = sources.size();
      sums.reached[w] += static_cast<std::uint32_t>(count);
      sums.total_length[w] += count * hops;
      sums.total_reciprocal[w] += count / hops;
    }
  }

  const Network* network_;
  std::vector<SourceSet> seen_, arriving_;
  std::vector<Entry> front_;
  std::vector<Vertex> touched_;  // as many as there could be
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

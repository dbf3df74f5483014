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

/// The arcs of a network, or those out of the vertices of a directed one.
struct Arcs {
  std::span<const std::uint32_t> first;
  std::span<const Vertex> targets;
  Vertex vertex_count() const { return static_cast<Vertex>(first.size() - 1); }
};

PathSums empty_sums(Vertex vertices) {
  PathSums sums;
  sums.reached.assign(vertices, 0);
  sums.total_length.assign(vertices, 0);
  sums.total_reciprocal.assign(vertices, 0);
  sums.longest.assign(vertices, 0);
  return sums;
}

/// Breadth-first search from kLanes sources at once.
class SharedSearch {
 public:
  PathSums sums;  ///< of every vertex, over the sources that reach it

  explicit SharedSearch(const Arcs& arcs)
      : sums(empty_sums(arcs.vertex_count())), arcs_(arcs), seen_(arcs.vertex_count()), arriving_(arcs.vertex_count()),
        touched_(arcs.vertex_count()) {}

  /// Sources first, first+1, … below first+kLanes. `sums` must be zero and holds the sums over these sources afterwards.
  void search(Vertex first_source) {
    std::ranges::fill(seen_, SourceSet{});
    front_.clear();
    const auto last = std::min<std::size_t>(first_source + kLanes, arcs_.vertex_count());
    for (auto source = first_source; source < last; ++source) {
      seen_[source].add(source - first_source);
      front_.push_back({source, seen_[source]});
    }
    for (double hops = 1; !front_.empty(); ++hops) {
      arrive(step(arcs_, front_, seen_.data(), arriving_.data(), touched_.data()), hops);
    }
  }

 private:
  struct Entry {
    Vertex vertex;
    SourceSet sources;
  };

  /// Lets the sources of the front arrive at all neighbours they have not seen; writes those down and counts them.
  MAILLAGE_WIDE_KERNEL
  static std::size_t step(const Arcs& arcs, const std::vector<Entry>& front, const SourceSet* seen,
                          SourceSet* arriving, Vertex* touched) {
    const auto* first = arcs.first.data();
    const auto* targets = arcs.targets.data();
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
      sums.longest[w] = hops;  // they come in ascending order
    }
  }

  Arcs arcs_;
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
    total.longest[v] = std::max(total.longest[v], part.longest[v]);
    part.total_length[v] = part.total_reciprocal[v] = part.longest[v] = 0;
  }
}

void add_hops(const Arcs& arcs, PathSums& total) {
  const auto batches = (arcs.vertex_count() + kLanes - 1) / kLanes;
  const double work = static_cast<double>(batches) * (arcs.vertex_count() + 4.0 * static_cast<double>(arcs.targets.size()));
  over_chunks(
      batches, work, [&] { return SharedSearch(arcs); },
      [](SharedSearch& search, std::size_t batch) { search.search(static_cast<Vertex>(batch * kLanes)); },
      [&](SharedSearch& search, std::size_t) { add_and_clear(total, search.sums); });
}

/// The sums of a vertex over what it reaches itself.
void add_lengths(const ArcLengths& lengths, PathSums& total) {
  const auto n = lengths.vertex_count();
  over_chunks(
      n, 5.0 * n * static_cast<double>(lengths.targets.size()), [&] { return ShortestPaths(lengths); },
      [](ShortestPaths& paths, std::size_t source) { paths.search(static_cast<Vertex>(source)); },
      [&](const ShortestPaths& paths, std::size_t source) {
        const auto others = paths.order().subspan(1);
        total.reached[source] = static_cast<std::uint32_t>(others.size());
        if (!others.empty()) total.longest[source] = paths.length_to(others.back());
        for (const auto v : others) {
          total.total_length[source] += paths.length_to(v);
          total.total_reciprocal[source] += 1 / paths.length_to(v);
        }
      });
}

}  // namespace

PathSums path_sums(const Network& network, Distance distance) {
  auto total = empty_sums(network.vertex_count());
  if (distance == Distance::hops) {
    add_hops({network.first(), network.arc_targets()}, total);
  } else {
    add_lengths(ArcLengths(network, distance), total);
  }
  return total;
}

PathSums path_sums(const DirectedNetwork& network, Distance distance, Direction direction) {
  auto total = empty_sums(network.vertex_count());
  if (distance == Distance::hops && direction == Direction::in) {
    add_hops({network.out_first(), network.out_targets()}, total);
  } else if (distance == Distance::hops) {
    add_hops({network.in_first(), network.in_sources()}, total);
  } else if (direction == Direction::in) {
    const auto reversed = network.reversed();
    add_lengths(ArcLengths(reversed, distance), total);
  } else {
    add_lengths(ArcLengths(network, distance), total);
  }
  return total;
}

}  // namespace maillage

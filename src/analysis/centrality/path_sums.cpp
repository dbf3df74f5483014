// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/path_sums.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "analysis/centrality/lane_search.hpp"
#include "analysis/centrality/shortest_paths.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

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

/// The sums over LaneSet::kLanes sources at once.
class SharedSearch {
 public:
  PathSums sums;  ///< of every vertex, over the sources that reach it

  explicit SharedSearch(const Arcs& arcs)
      : sums(empty_sums(arcs.vertex_count())), vertices_(arcs.vertex_count()), search_(arcs.first, arcs.targets) {}

  /// Sources first, first+1, … below first+kLanes. `sums` must be zero and holds the sums over these sources afterwards.
  void search(Vertex first_source) {
    sources_.resize(std::min<std::size_t>(LaneSet::kLanes, vertices_ - first_source));
    std::iota(sources_.begin(), sources_.end(), first_source);
    search_.start(sources_);
    double hops = 1;
    for (auto front = search_.advance(); !front.empty(); front = search_.advance()) {
      for (const auto& [v, sources] : front) {
        const auto count = sources.size();
        sums.reached[v] += count;
        sums.total_length[v] += count * hops;
        sums.total_reciprocal[v] += count / hops;
        sums.longest[v] = hops;  // they come in ascending order
      }
      ++hops;
    }
  }

 private:
  Vertex vertices_;
  std::vector<Vertex> sources_;
  LaneSearch search_;
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
  const auto batches = (arcs.vertex_count() + LaneSet::kLanes - 1) / LaneSet::kLanes;
  const double work = static_cast<double>(batches) * (arcs.vertex_count() + 4.0 * static_cast<double>(arcs.targets.size()));
  over_chunks(
      batches, work, [&] { return SharedSearch(arcs); },
      [](SharedSearch& search, std::size_t batch) { search.search(static_cast<Vertex>(batch * LaneSet::kLanes)); },
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

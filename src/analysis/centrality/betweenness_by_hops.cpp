// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/betweenness_by_hops.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "analysis/ordered_chunks.hpp"
#include "analysis/centrality/wide_kernel.hpp"

namespace maillage {
namespace {

constexpr unsigned kLanes = 8;
using Lanes = double __attribute__((vector_size(64)));        // one value for each of eight sources
using LaneBits = std::int64_t __attribute__((vector_size(64)));
using LaneSet = std::uint8_t;                                  // bit l: source l is meant

/// By set of sources: all bits of the lanes of those in the set.
const LaneBits* lane_bits() {
  static const auto table = [] {
    std::array<LaneBits, 256> bits{};
    for (unsigned s = 0; s < 256; ++s) {
      for (unsigned l = 0; l < kLanes; ++l) bits[s][l] = (s >> l & 1U) != 0 ? -1 : 0;
    }
    return bits;
  }();
  return table.data();
}

/// Zero in all lanes but those of `bits`. By reference: how wide values are handed over depends on the processor.
void keep_only(Lanes& values, const LaneBits& bits) {
  values = reinterpret_cast<Lanes>(reinterpret_cast<LaneBits>(values) & bits);
}

/// Eight values in one line of the cache; std::vector does not align the bare vector type.
struct alignas(64) Line {
  Lanes values{};
};

/// A vertex at one level of the searches from `sources`.
struct Entry {
  Vertex vertex;
  LaneSet sources;
};

/// Everything one batch of eight searches writes. `flow` is what neighbours read: at first the number of paths to the
/// vertices of the current level, on the way back (1 + dependency) / paths of the level behind; zero elsewhere, so that
/// the sum over all neighbours is the sum over predecessors or successors without a test.
struct Batch {
  explicit Batch(const Network& of)
      : network(&of),
        paths(of.vertex_count()),
        flow(of.vertex_count()),
        seen(of.vertex_count(), 0),
        arriving(of.vertex_count(), 0),
        dependency(of.vertex_count(), 0) {}

  const Network* network;
  std::vector<Line> paths, flow;
  std::vector<LaneSet> seen, arriving;
  std::vector<double> dependency;  ///< result: summed over the sources of the batch
  std::vector<Entry> entries;      ///< level after level
  std::vector<std::size_t> level_first;  ///< entries of level k: level_first[k] … level_first[k+1]
  std::vector<Vertex> touched;
};

/// Adds the level of the vertices next to the last level; false where there are none.
bool next_level(Batch& batch) {
  batch.touched.clear();
  const auto first = batch.network->first();
  const auto targets = batch.network->arc_targets();
  for (auto i = batch.level_first.end()[-2]; i < batch.level_first.back(); ++i) {
    const auto [v, sources] = batch.entries[i];
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      const auto w = targets[arc];
      const auto coming = static_cast<LaneSet>(sources & ~batch.seen[w]);
      if (coming == 0) continue;
      if (batch.arriving[w] == 0) batch.touched.push_back(w);
      batch.arriving[w] = static_cast<LaneSet>(batch.arriving[w] | coming);
    }
  }
  if (batch.touched.empty()) return false;
  for (const auto w : batch.touched) {
    batch.entries.push_back({w, batch.arriving[w]});
    batch.seen[w] = static_cast<LaneSet>(batch.seen[w] | batch.arriving[w]);
    batch.arriving[w] = 0;
  }
  batch.level_first.push_back(batch.entries.size());
  return true;
}

std::span<const Entry> entries_of(const Batch& batch, std::size_t level) {
  const auto first = batch.level_first[level];
  return std::span(batch.entries).subspan(first, batch.level_first[level + 1] - first);
}

void close_flow(Batch& batch, std::size_t level) {
  for (const auto& entry : entries_of(batch, level)) batch.flow[entry.vertex] = {};
}

/// Lets the neighbours of a level's vertices read what `paths` holds for them at this level.
void open_flow(Batch& batch, std::size_t level) {
  const auto* bits = lane_bits();
  for (const auto [v, sources] : entries_of(batch, level)) {
    batch.flow[v] = batch.paths[v];
    keep_only(batch.flow[v].values, bits[sources]);
  }
}

MAILLAGE_WIDE_KERNEL
void count_paths(Batch& batch, std::size_t level) {
  const auto* first = batch.network->first().data();
  const auto* targets = batch.network->arc_targets().data();
  const auto* flow = batch.flow.data();
  const auto* bits = lane_bits();
  for (const auto [v, sources] : entries_of(batch, level)) {
    Lanes sum{};
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) sum += flow[targets[arc]].values;
    keep_only(sum, bits[sources]);
    batch.paths[v].values += sum;
  }
}

/// Dependencies of a level from those behind it; leaves (1 + dependency) / paths in place of the numbers of paths, which
/// nobody needs any more.
MAILLAGE_WIDE_KERNEL
void collect_dependencies(Batch& batch, std::size_t level) {
  const auto* first = batch.network->first().data();
  const auto* targets = batch.network->arc_targets().data();
  const auto* flow = batch.flow.data();
  const auto* bits = lane_bits();
  for (const auto [v, sources] : entries_of(batch, level)) {
    Lanes sum{};
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) sum += flow[targets[arc]].values;
    Lanes paths = batch.paths[v].values;
    Lanes dependency = paths * sum;
    keep_only(dependency, bits[sources]);
    double in_all = 0;
    for (unsigned l = 0; l < kLanes; ++l) in_all += dependency[l];
    batch.dependency[v] += in_all;
    Lanes share = (1.0 + dependency) / paths;  // may divide by zero in the lanes that are not taken
    keep_only(share, bits[sources]);
    keep_only(paths, ~bits[sources]);
    batch.paths[v].values = share + paths;
  }
}

void start(Batch& batch, Vertex first_source) {
  const auto sources = std::min<Vertex>(kLanes, batch.network->vertex_count() - first_source);
  batch.entries.clear();
  for (unsigned l = 0; l < sources; ++l) {
    const auto source = first_source + l;
    batch.paths[source].values[l] = 1;
    batch.seen[source] = static_cast<LaneSet>(1U << l);
    batch.entries.push_back({source, batch.seen[source]});
  }
  batch.level_first.assign({0, batch.entries.size()});
}

void clear(Batch& batch) {
  for (const auto& entry : batch.entries) {
    batch.paths[entry.vertex] = {};
    batch.seen[entry.vertex] = 0;
  }
}

void search(Batch& batch, Vertex first_source) {
  start(batch, first_source);
  std::size_t level = 0;
  open_flow(batch, level);
  while (next_level(batch)) {
    count_paths(batch, level + 1);
    close_flow(batch, level);
    open_flow(batch, ++level);
  }
  close_flow(batch, level);
  for (; level > 0; --level) {  // the sources themselves, level 0, are end points
    collect_dependencies(batch, level);
    if (level + 2 < batch.level_first.size()) close_flow(batch, level + 1);
    open_flow(batch, level);
  }
  if (batch.level_first.size() > 2) close_flow(batch, 1);
  clear(batch);
}

}  // namespace

std::vector<double> dependencies_by_hops(const Network& network) {
  const auto n = network.vertex_count();
  std::vector<double> total(n, 0);
  const std::size_t batches = (n + kLanes - 1) / kLanes;
  over_chunks(
      batches, 8.0 * static_cast<double>(batches) * (n + 4.0 * network.edge_count()), [&] { return Batch(network); },
      [](Batch& batch, std::size_t i) { search(batch, static_cast<Vertex>(i * kLanes)); },
      [&](Batch& batch, std::size_t) {
        for (Vertex v = 0; v < n; ++v) {
          total[v] += batch.dependency[v];
          batch.dependency[v] = 0;
        }
      });
  return total;
}

}  // namespace maillage

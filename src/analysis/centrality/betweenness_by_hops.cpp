// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/betweenness_by_hops.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <numeric>
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

/// A tie that leads on from an entry to the next level, for the searches from `sources`.
struct Step {
  Vertex to;
  LaneSet sources;
};

/// Everything one batch of eight searches writes. `values` holds the number of shortest paths to a vertex and, on the
/// way back, (1 + dependency) / paths in its place, which nobody needs any more.
struct Batch {
  explicit Batch(const Network& of)
      : network(&of),
        values(of.vertex_count()),
        seen(of.vertex_count(), 0),
        arriving(of.vertex_count(), 0),
        dependency(of.vertex_count(), 0) {}

  const Network* network;
  std::vector<Line> values;
  std::vector<LaneSet> seen, arriving;
  std::vector<double> dependency;       ///< result: summed over the sources of the batch
  std::vector<Entry> entries;           ///< level after level
  std::vector<std::size_t> step_first;  ///< steps of entry i: steps[step_first[i]] … steps[step_first[i + 1]]
  std::vector<Step> steps;              ///< longer than used
  std::vector<Vertex> touched;
};

/// Writes the steps of the next entry behind those of the others. Without a branch: whether a tie leads on is as good as
/// chance, and a processor that guesses wrong loses more than a step that is overwritten.
void find_steps(Batch& batch) {
  const auto entry = batch.step_first.size() - 1;
  const auto [v, sources] = batch.entries[entry];
  const auto neighbours = batch.network->neighbours(v);
  auto used = batch.step_first.back();
  if (batch.steps.size() < used + neighbours.size()) batch.steps.resize(2 * (used + neighbours.size()));
  for (const auto w : neighbours) {
    const auto leads_on = static_cast<LaneSet>(sources & ~batch.seen[w]);
    batch.steps[used] = {w, leads_on};
    used += leads_on != 0 ? 1 : 0;
  }
  batch.step_first.push_back(used);
}

std::span<const Step> steps_of(const Batch& batch, std::size_t entry) {
  const auto first = batch.step_first[entry];
  return std::span(batch.steps).subspan(first, batch.step_first[entry + 1] - first);
}

/// From the entries of one level, from first_entry on, to those of the next; false where there are none.
MAILLAGE_WIDE_KERNEL
bool count_paths(Batch& batch, std::size_t first_entry) {
  const auto* bits = lane_bits();
  auto* paths = batch.values.data();
  auto* arriving = batch.arriving.data();
  batch.touched.clear();
  for (auto entry = first_entry; entry < batch.entries.size(); ++entry) {
    find_steps(batch);
    const Lanes here = paths[batch.entries[entry].vertex].values;
    for (const auto [w, sources] : steps_of(batch, entry)) {
      Lanes through = here;
      keep_only(through, bits[sources]);
      paths[w].values += through;
      if (arriving[w] == 0) batch.touched.push_back(w);
      arriving[w] = static_cast<LaneSet>(arriving[w] | sources);
    }
  }
  for (const auto w : batch.touched) {
    batch.entries.push_back({w, arriving[w]});
    batch.seen[w] = static_cast<LaneSet>(batch.seen[w] | arriving[w]);
    arriving[w] = 0;
  }
  return !batch.touched.empty();
}

/// Dependencies from the farthest entries back to those next to the sources, which are end points themselves.
MAILLAGE_WIDE_KERNEL
void collect_dependencies(Batch& batch, std::size_t sources_count) {
  const auto* bits = lane_bits();
  auto* values = batch.values.data();
  for (auto entry = batch.entries.size(); entry-- > sources_count;) {
    Lanes sum{};
    for (const auto [w, sources] : steps_of(batch, entry)) {
      Lanes share = values[w].values;
      keep_only(share, bits[sources]);
      sum += share;
    }
    const auto [v, sources] = batch.entries[entry];
    Lanes paths = values[v].values;
    Lanes dependency = paths * sum;
    keep_only(dependency, bits[sources]);
    double in_all = 0;
    for (unsigned l = 0; l < kLanes; ++l) in_all += dependency[l];
    batch.dependency[v] += in_all;
    Lanes share = (1.0 + dependency) / paths;  // may divide by zero in the lanes that are not taken
    keep_only(share, bits[sources]);
    keep_only(paths, ~bits[sources]);
    values[v].values = share + paths;
  }
}

void search(Batch& batch, std::span<const Vertex> sources) {
  batch.entries.clear();
  batch.step_first.assign({0});
  for (unsigned l = 0; l < sources.size(); ++l) {
    batch.values[sources[l]].values[l] = 1;
    batch.seen[sources[l]] = static_cast<LaneSet>(1U << l);
    batch.entries.push_back({sources[l], batch.seen[sources[l]]});
  }
  for (std::size_t first = 0, end = batch.entries.size(); count_paths(batch, first); end = batch.entries.size()) {
    first = end;
  }
  collect_dependencies(batch, sources.size());
  for (const auto& entry : batch.entries) {
    batch.values[entry.vertex] = {};
    batch.seen[entry.vertex] = 0;
  }
}

/// The vertices by falling degree: the lines of the hubs, which are read most, come to lie side by side.
std::vector<Vertex> by_degree(const Network& network) {
  std::vector<Vertex> order(network.vertex_count());
  std::iota(order.begin(), order.end(), Vertex{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](Vertex v) { return network.degree(v); });
  return order;
}

/// The network with its vertices in another order: vertex order[i] is called i.
Network reordered(const Network& network, const std::vector<Vertex>& order) {
  std::vector<Vertex> place(order.size());
  for (Vertex i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Network::WeightedPair> pairs;
  pairs.reserve(network.edge_count());
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    pairs.push_back({place[network.source(e)], place[network.target(e)], 1});
  }
  return Network(network.vertex_count(), pairs);
}

/// The sources with ties, those with the same largest partner together: what searches from them meet, they meet at
/// nearly the same level, and a level costs once for all sources that are at it. `order` are the names of the vertices
/// in `is_source`.
std::vector<Vertex> sources_of(const Network& network, const std::vector<Vertex>& order,
                               const std::vector<char>& is_source) {
  std::vector<Vertex> sources;
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (network.degree(v) > 0 && is_source[order[v]] != 0) sources.push_back(v);
  }
  std::ranges::stable_sort(sources, {}, [&](Vertex v) { return network.neighbours(v).front(); });
  return sources;
}

}  // namespace

std::vector<double> dependencies_by_hops(const Network& network) {
  return dependencies_by_hops(network, std::vector<char>(network.vertex_count(), 1));
}

std::vector<double> dependencies_by_hops(const Network& given, const std::vector<char>& is_source) {
  const auto order = by_degree(given);
  const auto network = reordered(given, order);
  const auto sources = sources_of(network, order, is_source);
  const auto n = network.vertex_count();
  std::vector<double> total(n, 0);
  const std::size_t batches = (sources.size() + kLanes - 1) / kLanes;
  over_chunks(
      batches, 8.0 * static_cast<double>(batches) * (n + 4.0 * network.edge_count()), [&] { return Batch(network); },
      [&](Batch& batch, std::size_t i) {
        const auto first = i * kLanes;
        search(batch, std::span(sources).subspan(first, std::min<std::size_t>(kLanes, sources.size() - first)));
      },
      [&](Batch& batch, std::size_t) {
        for (Vertex v = 0; v < n; ++v) {
          total[order[v]] += batch.dependency[v];
          batch.dependency[v] = 0;
        }
      });
  return total;
}

}  // namespace maillage

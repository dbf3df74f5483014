// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/shortest_paths.hpp"

#include <algorithm>
#include <limits>

namespace maillage {
namespace {
constexpr double kNotReached = std::numeric_limits<double>::infinity();
constexpr std::uint32_t kNotSettled = 0xFFFFFFFFU;
}  // namespace

ArcLengths::ArcLengths(const Network& of, Distance distance) : first(of.first()), targets(of.arc_targets()) {
  const auto lengths = tie_lengths(of, distance);
  of_arc.reserve(of.arc_edges().size());
  for (const auto e : of.arc_edges()) of_arc.push_back(lengths[e]);
}

ArcLengths::ArcLengths(const DirectedNetwork& of, Distance distance)
    : first(of.out_first()), targets(of.out_targets()), of_arc(of.arc_count(), 1.0) {
  if (distance == Distance::hops) return;
  std::ranges::transform(of.out_weights(), of_arc.begin(), [&](double weight) { return tie_length(weight, distance); });
}

ShortestPaths::ShortestPaths(const ArcLengths& lengths)
    : lengths_(&lengths),
      length_(lengths.vertex_count(), kNotReached),
      place_(lengths.vertex_count(), kNotSettled) {}

void ShortestPaths::search(Vertex source) {
  for (const auto v : order_) {
    length_[v] = kNotReached;
    place_[v] = kNotSettled;
  }
  order_.clear();
  const auto farther = [](const Waiting& a, const Waiting& b) {
    return a.length != b.length ? a.length > b.length : a.vertex > b.vertex;
  };
  const auto first = lengths_->first;
  const auto targets = lengths_->targets;
  length_[source] = 0;
  heap_.assign(1, {0.0, source});
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), farther);
    const auto [length, v] = heap_.back();
    heap_.pop_back();
    if (place_[v] != kNotSettled) continue;  // a longer way to a settled vertex, left in the heap
    place_[v] = static_cast<std::uint32_t>(order_.size());
    order_.push_back(v);
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      const auto w = targets[arc];
      const auto through_v = length + lengths_->of_arc[arc];
      if (through_v < length_[w]) {
        length_[w] = through_v;
        heap_.push_back({through_v, w});
        std::push_heap(heap_.begin(), heap_.end(), farther);
      }
    }
  }
}

}  // namespace maillage

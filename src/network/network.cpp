// SPDX-License-Identifier: Apache-2.0
#include "network/network.hpp"

#include <algorithm>
#include <numeric>

#include "network/counting_sort.hpp"

namespace maillage {

Network::Network(Vertex vertices, std::span<const WeightedPair> pairs) : Network(vertices, pairs, nullptr) {}

Network::Network(Vertex vertices, std::span<const WeightedPair> pairs, std::vector<EdgeId>* edge_of_pair)
    : first_(vertices + 1, 0) {
  const auto low = [&](std::uint32_t i) { return std::min(pairs[i].source, pairs[i].target); };
  const auto high = [&](std::uint32_t i) { return std::max(pairs[i].source, pairs[i].target); };
  std::vector<std::uint32_t> order;
  order.reserve(pairs.size());
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].source != pairs[i].target) order.push_back(i);
  }
  sort_by_key(order, vertices, high);
  sort_by_key(order, vertices, low);
  if (edge_of_pair != nullptr) edge_of_pair->assign(pairs.size(), no_edge);
  for (const auto i : order) {
    if (source_.empty() || source_.back() != low(i) || target_.back() != high(i)) {
      source_.push_back(low(i));
      target_.push_back(high(i));
      weight_.push_back(0);
    }
    weight_.back() += pairs[i].weight;
    if (edge_of_pair != nullptr) (*edge_of_pair)[i] = edge_count() - 1;
  }
  for (EdgeId e = 0; e < edge_count(); ++e) {
    ++first_[source_[e] + 1];
    ++first_[target_[e] + 1];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  target_of_arc_.resize(2 * source_.size());
  edge_of_arc_.resize(2 * source_.size());
  auto next = first_;
  // Neighbours come out ascending: first those before v (edges by ascending source), then those after it.
  for (EdgeId e = 0; e < edge_count(); ++e) {
    const auto arc = next[target_[e]]++;
    target_of_arc_[arc] = source_[e];
    edge_of_arc_[arc] = e;
  }
  for (EdgeId e = 0; e < edge_count(); ++e) {
    const auto arc = next[source_[e]]++;
    target_of_arc_[arc] = target_[e];
    edge_of_arc_[arc] = e;
  }
}

Network Network::with_unit_weights() const {
  auto copy = *this;
  std::ranges::fill(copy.weight_, 1.0);
  return copy;
}

double Network::strength(Vertex v) const {
  double sum = 0;
  for (const auto e : incident_edges(v)) sum += weight_[e];
  return sum;
}

EdgeId Network::find_edge(Vertex a, Vertex b) const {
  const auto around = neighbours(a);
  const auto found = std::ranges::lower_bound(around, b);
  if (found == around.end() || *found != b) return edge_count();
  return incident_edges(a)[static_cast<std::size_t>(found - around.begin())];
}

}  // namespace maillage

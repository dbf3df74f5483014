// SPDX-License-Identifier: Apache-2.0
#include "network/directed_network.hpp"

#include <algorithm>
#include <numeric>

#include "network/counting_sort.hpp"

namespace maillage {

DirectedNetwork::DirectedNetwork(Vertex vertices, std::span<const WeightedArc> arcs) : out_first_(vertices + 1, 0) {
  std::vector<std::uint32_t> order;
  order.reserve(arcs.size());
  for (std::uint32_t i = 0; i < arcs.size(); ++i) {
    if (arcs[i].source != arcs[i].target) order.push_back(i);
  }
  sort_by_key(order, vertices, [&](std::uint32_t i) { return arcs[i].target; });
  sort_by_key(order, vertices, [&](std::uint32_t i) { return arcs[i].source; });
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto& arc = arcs[order[k]];
    const bool is_new = k == 0 || arcs[order[k - 1]].source != arc.source || arcs[order[k - 1]].target != arc.target;
    if (is_new) {
      out_target_.push_back(arc.target);
      out_weight_.push_back(0);
      ++out_first_[arc.source + 1];
    }
    out_weight_.back() += arc.weight;
  }
  std::partial_sum(out_first_.begin(), out_first_.end(), out_first_.begin());
  find_arcs_in();
}

void DirectedNetwork::find_arcs_in() {
  in_first_.assign(out_first_.size(), 0);
  for (const auto target : out_target_) ++in_first_[target + 1];
  std::partial_sum(in_first_.begin(), in_first_.end(), in_first_.begin());
  in_source_.resize(out_target_.size());
  in_weight_.resize(out_target_.size());
  auto next = in_first_;
  for (Vertex v = 0; v < vertex_count(); ++v) {
    for (auto arc = out_first_[v]; arc < out_first_[v + 1]; ++arc) {
      const auto place = next[out_target_[arc]]++;
      in_source_[place] = v;
      in_weight_[place] = out_weight_[arc];
    }
  }
}

DirectedNetwork DirectedNetwork::with_unit_weights() const {
  auto copy = *this;
  std::ranges::fill(copy.out_weight_, 1.0);
  std::ranges::fill(copy.in_weight_, 1.0);
  return copy;
}

DirectedNetwork DirectedNetwork::reversed() const {
  auto copy = *this;
  std::swap(copy.out_first_, copy.in_first_);
  std::swap(copy.out_target_, copy.in_source_);
  std::swap(copy.out_weight_, copy.in_weight_);
  return copy;
}

}  // namespace maillage

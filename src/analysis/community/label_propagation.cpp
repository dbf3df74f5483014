// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/label_propagation.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "analysis/community/leiden.hpp"
#include "analysis/random_source.hpp"

namespace maillage::community {
namespace {

constexpr double kTie = 1e-9;  // relative

class LabelPropagation {
 public:
  LabelPropagation(const WeightedGraph& graph, std::uint64_t seed)
      : graph_(graph), random_(seed), label_of_(graph.vertex_count()), weight_to_(graph.vertex_count(), 0),
        is_queued_(graph.vertex_count(), 1), queue_(graph.vertex_count()) {
    std::iota(label_of_.begin(), label_of_.end(), Community{0});
    std::iota(queue_.begin(), queue_.end(), Vertex{0});
    for (auto i = graph.vertex_count(); i > 1; --i) std::swap(queue_[i - 1], queue_[random_.below(i)]);
  }

  std::vector<Community> run() {
    const auto capacity = queue_.size();
    auto queued = capacity;
    for (std::size_t head = 0; queued > 0; head = head + 1 == capacity ? 0 : head + 1) {
      const auto v = queue_[head];
      --queued;
      is_queued_[v] = 0;
      const auto label = best_label(v);
      if (label == label_of_[v]) continue;
      label_of_[v] = label;
      for (const auto& arc : graph_.arcs_of(v)) {
        if (label_of_[arc.target] == label || std::exchange(is_queued_[arc.target], 1)) continue;
        queue_[(head + 1 + queued++) % capacity] = arc.target;
      }
    }
    return std::move(label_of_);
  }

 private:
  Community best_label(Vertex v) {
    touched_.clear();
    for (const auto& arc : graph_.arcs_of(v)) {
      const auto label = label_of_[arc.target];
      if (weight_to_[label] == 0) touched_.push_back(label);
      weight_to_[label] += static_cast<double>(arc.weight);
    }
    const auto own = label_of_[v];
    double most = 0;
    for (const auto label : touched_) most = std::max(most, weight_to_[label]);
    const double least = most * (1 - kTie);
    const bool keeps = most == 0 || weight_to_[own] >= least;
    std::size_t equals = 0;
    for (const auto label : touched_) {
      if (weight_to_[label] >= least) touched_[equals++] = label;
      else weight_to_[label] = 0;
    }
    for (std::size_t i = 0; i < equals; ++i) weight_to_[touched_[i]] = 0;
    if (keeps) return own;
    return touched_[equals == 1 ? 0 : random_.below(static_cast<std::uint32_t>(equals))];
  }

  const WeightedGraph& graph_;
  RandomSource random_;
  std::vector<Community> label_of_;
  std::vector<double> weight_to_;  // by label; zero between uses
  std::vector<char> is_queued_;
  std::vector<Vertex> queue_;
  std::vector<Community> touched_;
};

}  // namespace

std::vector<Community> label_propagation(const WeightedGraph& graph, std::uint64_t seed) {
  auto label_of = LabelPropagation(graph, seed).run();
  split_into_connected(graph, label_of);
  return label_of;
}

}  // namespace maillage::community

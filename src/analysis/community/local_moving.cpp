// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/local_moving.hpp"

#include <algorithm>
#include <utility>

namespace maillage::community {
namespace {

constexpr double kNoGain = 1e-11;  // relative to the vertex' strength

class LocalMoving {
 public:
  LocalMoving(const WeightedGraph& graph, double resolution, std::span<Community> community_of, Workspace& workspace)
      : graph_(graph),
        scale_(graph.total > 0 ? resolution / graph.total : 0),
        community_of_(community_of),
        work_(workspace) {}

  double run(RandomSource& random) {
    count_communities();
    fill_queue(random);
    while (queued_ > 0) {
      const auto v = work_.queue[head_];
      head_ = head_ + 1 == capacity_ ? 0 : head_ + 1;
      --queued_;
      work_.is_queued[v] = 0;
      const auto from = community_of_[v];
      const auto to = best_community(v);
      if (to != from) move(v, from, to);
    }
    return gained_;
  }

 private:
  void count_communities() {
    const auto n = graph_.vertex_count();
    std::fill_n(work_.community_strength.begin(), n, 0.0);
    std::fill_n(work_.community_size.begin(), n, 0U);
    for (Vertex v = 0; v < n; ++v) {
      work_.community_strength[community_of_[v]] += graph_.strength[v];
      ++work_.community_size[community_of_[v]];
    }
    work_.empty.clear();
    for (Community c = n; c-- > 0;) {
      if (work_.community_size[c] == 0) work_.empty.push_back(c);
    }
  }

  void fill_queue(RandomSource& random) {
    capacity_ = graph_.vertex_count();
    for (Vertex v = 0; v < capacity_; ++v) {
      work_.is_queued[v] = graph_.first[v] != graph_.first[v + 1];
      if (work_.is_queued[v]) work_.queue[queued_++] = v;
    }
    for (auto i = queued_; i > 1; --i) std::swap(work_.queue[i - 1], work_.queue[random.below(i)]);
  }

  /// The community v gains most from; its own where none gains more.
  Community best_community(Vertex v) {
    const auto own = community_of_[v];
    auto& weight_to = work_.weight_to;
    std::size_t touched = 0;
    for (const auto& arc : graph_.arcs_of(v)) {
      const auto c = community_of_[arc.target];
      work_.touched[touched] = c;  // always written: a branch here is foretold wrongly every other time
      touched += weight_to[c] == 0;
      weight_to[c] += static_cast<double>(arc.weight);
    }
    const double strength = graph_.strength[v];
    const double pull = scale_ * strength;
    const double tolerance = kNoGain * strength;
    auto best = own;
    const double own_gain = weight_to[own] - pull * (work_.community_strength[own] - strength);
    double best_gain = own_gain;
    weight_to[own] = 0;
    if (best_gain < -tolerance && !work_.empty.empty()) {  // better alone than in its own community
      best = work_.empty.back();
      best_gain = 0;
    }
    for (std::size_t i = 0; i < touched; ++i) {
      const auto c = work_.touched[i];
      if (c == own) continue;
      const double gain = weight_to[c] - pull * work_.community_strength[c];
      weight_to[c] = 0;
      if (gain > best_gain + tolerance) {
        best = c;
        best_gain = gain;
      }
    }
    gained_ += best_gain - own_gain;
    return best;
  }

  void move(Vertex v, Community from, Community to) {
    if (work_.community_size[to] == 0) work_.empty.pop_back();
    work_.community_strength[from] -= graph_.strength[v];
    work_.community_strength[to] += graph_.strength[v];
    ++work_.community_size[to];
    if (--work_.community_size[from] == 0) {
      work_.community_strength[from] = 0;
      work_.empty.push_back(from);
    }
    community_of_[v] = to;
    for (const auto& arc : graph_.arcs_of(v)) {
      if (work_.is_queued[arc.target] || community_of_[arc.target] == to) continue;
      work_.is_queued[arc.target] = 1;
      const auto tail = head_ + queued_;
      work_.queue[tail < capacity_ ? tail : tail - capacity_] = arc.target;
      ++queued_;
    }
  }

  const WeightedGraph& graph_;
  double scale_;  // γ / 2W
  std::span<Community> community_of_;
  Workspace& work_;
  double gained_ = 0;
  std::uint32_t head_ = 0, queued_ = 0, capacity_ = 0;
};

}  // namespace

Workspace::Workspace(Vertex vertices)
    : weight_to(vertices, 0),
      touched(vertices + std::size_t{1}),
      community_strength(vertices),
      community_size(vertices),
      queue(vertices),
      is_queued(vertices) {
  empty.reserve(vertices);
}

double move_vertices(const WeightedGraph& graph, double resolution, std::span<Community> community_of,
                   RandomSource& random, Workspace& workspace) {
  return LocalMoving(graph, resolution, community_of, workspace).run(random);
}

}  // namespace maillage::community

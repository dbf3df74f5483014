// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/spectral.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "analysis/community/leading_eigenvector.hpp"
#include "analysis/community/leiden.hpp"

namespace maillage::community {
namespace {

constexpr double kNoGain = 1e-10;  // of modularity
constexpr std::size_t kRefinedWhole = 2000;
constexpr int kMostPasses = 50;

/// One group of vertices, and its split in two.
struct Group {
  std::vector<Vertex> members;
  std::vector<signed char> side;  // by member: -1 or 1
  double gain = 0;                // in modularity, of the split
};

class Bisection {
 public:
  Bisection(const WeightedGraph& graph, double resolution)
      : graph_(graph), scale_(graph.total > 0 ? resolution / graph.total : 0), local_(graph.vertex_count(), kElsewhere) {}

  /// Finds the split of a group, if one gains.
  void split(Group& group) {
    group.gain = 0;
    if (group.members.size() < 2) return;
    enter(group.members);
    auto start = signs();
    if (!start.empty()) {
      side_ = std::move(start);
      refine();
      group.gain = gain();
      group.side = side_;
    }
    for (const auto v : group.members) local_[v] = kElsewhere;
  }

 private:
  static constexpr auto kElsewhere = 0xFFFFFFFFU;

  void enter(const std::vector<Vertex>& members) {
    const auto n = members.size();
    first_.assign(1, 0);
    arcs_.clear();
    strength_.resize(n);
    correction_.resize(n);
    total_strength_ = 0;
    for (std::uint32_t i = 0; i < n; ++i) local_[members[i]] = i;
    for (std::uint32_t i = 0; i < n; ++i) {
      strength_[i] = graph_.strength[members[i]];
      total_strength_ += strength_[i];
      double inside = 0;
      for (const auto& arc : graph_.arcs_of(members[i])) {
        if (local_[arc.target] == kElsewhere) continue;
        arcs_.push_back({local_[arc.target], arc.weight});
        inside += static_cast<double>(arc.weight);
      }
      first_.push_back(static_cast<std::uint32_t>(arcs_.size()));
      correction_[i] = inside;
    }
    for (std::uint32_t i = 0; i < n; ++i) correction_[i] -= scale_ * strength_[i] * total_strength_;
  }

  std::span<const WeightedGraph::Arc> arcs_of(std::size_t i) const {
    return std::span(arcs_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

  /// Signs of the leading eigenvector of the group's modularity matrix, its rows made to sum to zero; empty where no
  /// eigenvalue is positive.
  std::vector<signed char> signs() const {
    const auto n = strength_.size();
    const auto product = [&](const double* x, double* y) {
      double projection = 0;
      for (std::size_t i = 0; i < n; ++i) projection += strength_[i] * x[i];
      for (std::size_t i = 0; i < n; ++i) {
        double sum = -scale_ * strength_[i] * projection - correction_[i] * x[i];
        for (const auto& arc : arcs_of(i)) sum += static_cast<double>(arc.weight) * x[arc.target];
        y[i] = sum;
      }
    };
    const auto leading = greatest_eigenpair(n, product);
    if (leading.value <= kNoGain) return {};
    std::vector<signed char> found(n);
    for (std::size_t i = 0; i < n; ++i) found[i] = leading.vector[i] > 0 ? 1 : -1;
    return found;
  }

  /// Modularity won by the split, times half the total.
  double gain() const {
    double across = 0, ahead = 0;
    for (std::size_t i = 0; i < side_.size(); ++i) {
      if (side_[i] > 0) ahead += strength_[i];
      for (const auto& arc : arcs_of(i)) {
        if (side_[arc.target] != side_[i]) across += static_cast<double>(arc.weight);
      }
    }
    return (scale_ * ahead * (total_strength_ - ahead) - across / 2) * 2 / graph_.total;
  }

  /// What moving i to the other side wins, times half the total.
  double win(std::size_t i) const { return pull_[i] - scale_ * strength_[i] * (side_[i] > 0 ? balance_ : -balance_); }

  // pull: weight to the other side less weight to the own; balance: strength behind less strength ahead, the vertex
  // itself left out by the term k² that refine() puts into pull.
  void weigh() {
    balance_ = 0;
    pull_.assign(side_.size(), 0);
    for (std::size_t i = 0; i < side_.size(); ++i) {
      balance_ -= side_[i] * strength_[i];
      pull_[i] = -scale_ * strength_[i] * strength_[i];
      for (const auto& arc : arcs_of(i)) {
        pull_[i] += side_[arc.target] == side_[i] ? -static_cast<double>(arc.weight) : static_cast<double>(arc.weight);
      }
    }
  }

  void flip(std::size_t i) {
    side_[i] = static_cast<signed char>(-side_[i]);
    balance_ -= 2 * side_[i] * strength_[i];
    const double own = scale_ * strength_[i] * strength_[i];
    pull_[i] = -(pull_[i] + own) - own;
    for (const auto& arc : arcs_of(i)) {
      const double twice = 2 * static_cast<double>(arc.weight);
      pull_[arc.target] += side_[arc.target] == side_[i] ? -twice : twice;
    }
  }

  void refine() {
    weigh();
    if (side_.size() > kRefinedWhole) return move_greedily();
    for (int pass = 0; pass < kMostPasses; ++pass) {
      if (!pass_gains()) return;
    }
  }

  void move_greedily() {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      bool moved = false;
      for (std::size_t i = 0; i < side_.size(); ++i) {
        if (win(i) <= kNoGain * (1 + strength_[i])) continue;
        flip(i);
        moved = true;
      }
      if (!moved) return;
    }
  }

  /// Moves every vertex once, the one that wins most (or loses least) first, and goes back to the best state.
  bool pass_gains() {
    const auto n = side_.size();
    is_moved_.assign(n, 0);
    moved_.clear();
    double sum = 0, most = 0;
    std::size_t kept = 0;
    while (moved_.size() < n) {
      std::size_t next = n;
      double next_win = 0;
      for (std::size_t i = 0; i < n; ++i) {
        if (is_moved_[i]) continue;
        const double won = win(i);
        if (next == n || won > next_win) {
          next = i;
          next_win = won;
        }
      }
      flip(next);
      is_moved_[next] = 1;
      moved_.push_back(next);
      sum += next_win;
      if (sum > most + kNoGain * (1 + total_strength_)) {
        most = sum;
        kept = moved_.size();
      }
    }
    for (auto i = n; i > kept; --i) flip(moved_[i - 1]);
    return kept > 0;
  }

  const WeightedGraph& graph_;
  double scale_;  // γ / 2W
  std::vector<std::uint32_t> local_;
  std::vector<std::uint32_t> first_;
  std::vector<WeightedGraph::Arc> arcs_;
  std::vector<double> strength_, correction_, pull_;
  double total_strength_ = 0, balance_ = 0;
  std::vector<signed char> side_;
  std::vector<char> is_moved_;
  std::vector<std::size_t> moved_;
};

std::vector<Group> components_of(const WeightedGraph& graph) {
  std::vector<Community> component_of(graph.vertex_count(), 0);
  std::vector<Group> groups(split_into_connected(graph, component_of));
  for (Vertex v = 0; v < component_of.size(); ++v) groups[component_of[v]].members.push_back(v);
  return groups;
}

/// Takes the members ahead out of a group, as a group of their own.
Group take_part(Group& group) {
  Group part, rest;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    (group.side[i] > 0 ? part : rest).members.push_back(group.members[i]);
  }
  group = std::move(rest);
  return part;
}

}  // namespace

std::vector<Community> spectral(const WeightedGraph& graph, double resolution, Community communities) {
  auto groups = components_of(graph);
  if (communities > 0 && communities < groups.size()) {
    throw std::invalid_argument("there are more components than communities asked for");
  }
  Bisection bisection(graph, resolution);
  for (auto& group : groups) bisection.split(group);
  while (!groups.empty() && (communities == 0 || groups.size() < communities)) {
    const auto best = std::ranges::max_element(groups, {}, &Group::gain);
    if (best->gain <= kNoGain) break;
    auto part = take_part(*best);
    bisection.split(*best);
    bisection.split(part);
    groups.push_back(std::move(part));
  }
  std::vector<Community> community_of(graph.vertex_count());
  for (Community c = 0; c < groups.size(); ++c) {
    for (const auto v : groups[c].members) community_of[v] = c;
  }
  if (communities == 0) split_into_connected(graph, community_of);
  close_gaps(community_of);
  return community_of;
}

}  // namespace maillage::community

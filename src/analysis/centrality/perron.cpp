// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/perron.hpp"

#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace maillage {
namespace {

constexpr std::uint32_t kNotFound = 0xFFFFFFFFU;

/// The largest eigenvalue of a strongly connected network and its vector.
class Perron {
 public:
  explicit Perron(DirectedNetwork network)
      : network_(std::move(network)), x_(Eigen::VectorXd::Ones(network_.vertex_count())), coming_(x_.size()) {}

  double eigenvalue() {
    for (Vertex v = 0; v < network_.vertex_count(); ++v) {
      const auto weights = network_.in_weights(v);
      shift_ = std::max(shift_, std::accumulate(weights.begin(), weights.end(), 0.0));
    }
    bound();
    for (int step = 0; step < kPowerSteps && !is_found(); ++step) {
      x_ = coming_ + shift_ * x_;
      x_ /= x_.maxCoeff();
      bound();
    }
    for (int step = 0; step < kInverseSteps && !is_found() && step_inversely(); ++step) bound();
    return is_found() ? (low_ + high_) / 2 : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  static constexpr double kGap = 1e-14, kLeastEntry = 1e-200;
  static constexpr int kPowerSteps = 3000, kInverseSteps = 100;

  bool is_found() const { return high_ - low_ <= kGap * high_; }

  /// What arrives at each vertex, and between what it grows.
  void bound() {
    low_ = std::numeric_limits<double>::infinity();
    high_ = 0;
    for (Vertex v = 0; v < network_.vertex_count(); ++v) {
      const auto sources = network_.predecessors(v);
      const auto weights = network_.in_weights(v);
      double coming = 0;
      for (std::size_t i = 0; i < sources.size(); ++i) coming += weights[i] * x_[sources[i]];
      coming_[v] = coming;
      if (x_[v] < kLeastEntry) continue;
      low_ = std::min(low_, coming / x_[v]);
      high_ = std::max(high_, coming / x_[v]);
    }
  }

  /// x ← (high·I − A)⁻¹ x, a positive vector; false where that cannot be solved.
  bool step_inversely() {
    std::vector<Eigen::Triplet<double>> entries;
    for (Vertex v = 0; v < network_.vertex_count(); ++v) {
      const auto sources = network_.predecessors(v);
      const auto weights = network_.in_weights(v);
      entries.emplace_back(v, v, high_ * (1 + kGap));
      for (std::size_t i = 0; i < sources.size(); ++i) entries.emplace_back(v, sources[i], -weights[i]);
    }
    Eigen::SparseMatrix<double> system(x_.size(), x_.size());
    system.setFromTriplets(entries.begin(), entries.end());
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver(system);
    if (solver.info() != Eigen::Success) return false;
    const Eigen::VectorXd next = solver.solve(x_).cwiseAbs();
    const double largest = next.maxCoeff();
    if (!std::isfinite(largest) || largest <= 0) return false;
    x_ = next / largest;
    return true;
  }

  DirectedNetwork network_;
  Eigen::VectorXd x_, coming_;
  double shift_ = 0, low_ = 0, high_ = 0;
};

double eigenvalue_of(const DirectedNetwork& network, const std::vector<Vertex>& component,
                     std::vector<std::uint32_t>& place) {
  for (std::uint32_t i = 0; i < component.size(); ++i) place[component[i]] = i;
  std::vector<DirectedNetwork::WeightedArc> inside;
  for (const auto v : component) {
    const auto targets = network.successors(v);
    const auto weights = network.out_weights(v);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (place[targets[i]] != kNotFound) inside.push_back({place[v], place[targets[i]], weights[i]});
    }
  }
  for (const auto v : component) place[v] = kNotFound;
  return Perron(DirectedNetwork(static_cast<Vertex>(component.size()), inside)).eigenvalue();
}

}  // namespace

std::vector<std::vector<Vertex>> strong_components_of(const DirectedNetwork& network) {
  const auto n = network.vertex_count();
  std::vector<std::uint32_t> number(n, kNotFound), low(n), next_arc(n), component_of(n, kNotFound);
  std::vector<Vertex> open, way;
  std::uint32_t found = 0, count = 0;
  for (Vertex root = 0; root < n; ++root) {
    if (number[root] != kNotFound) continue;
    way.push_back(root);
    while (!way.empty()) {
      const auto v = way.back();
      if (number[v] == kNotFound) {
        number[v] = low[v] = found++;
        next_arc[v] = network.out_first()[v];
        open.push_back(v);
      }
      bool goes_deeper = false;
      while (next_arc[v] < network.out_first()[v + 1] && !goes_deeper) {
        const auto w = network.out_targets()[next_arc[v]];
        if (number[w] == kNotFound) {
          way.push_back(w);  // this arc is looked at again, with the low of w known
          goes_deeper = true;
        } else {
          if (component_of[w] == kNotFound) low[v] = std::min(low[v], low[w]);
          ++next_arc[v];
        }
      }
      if (goes_deeper) continue;
      way.pop_back();
      if (low[v] != number[v]) continue;
      for (Vertex w = kNotFound; w != v;) {
        w = open.back();
        open.pop_back();
        component_of[w] = count;
      }
      ++count;
    }
  }
  std::vector<std::uint32_t> renamed(count, kNotFound);
  std::vector<std::vector<Vertex>> components;
  for (Vertex v = 0; v < n; ++v) {
    auto& name = renamed[component_of[v]];
    if (name == kNotFound) {
      name = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    components[name].push_back(v);
  }
  return components;
}

double perron_eigenvalue(const DirectedNetwork& network) {
  std::vector<std::uint32_t> place(network.vertex_count(), kNotFound);
  double largest = 0;
  for (const auto& component : strong_components_of(network)) {
    if (component.size() < 2) continue;
    const auto here = eigenvalue_of(network, component, place);
    if (std::isnan(here)) return here;
    largest = std::max(largest, here);
  }
  return largest;
}

}  // namespace maillage

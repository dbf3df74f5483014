// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/katz.hpp"

#include <Eigen/IterativeLinearSolvers>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/centrality/adjacency.hpp"
#include "analysis/centrality/largest_eigenvector.hpp"
#include "analysis/centrality/perron.hpp"

namespace maillage {

namespace {

constexpr double kShareOfLimit = 0.9;

void require_convergence(const Katz& katz) {
  if (!(katz.alpha >= 0) || katz.alpha * katz.largest_eigenvalue >= 1) {
    throw KatzDiverges(1 / katz.largest_eigenvalue);
  }
}

}  // namespace

Katz katz(const DirectedNetwork& network, std::optional<double> alpha, Direction direction) {
  Katz result;
  const auto n = network.vertex_count();
  if (n == 0) return result;
  const auto along = direction == Direction::in ? network : network.reversed();
  double largest = 0;
  for (Vertex v = 0; v < n; ++v) {
    const auto weights = along.in_weights(v);
    largest = std::max(largest, std::accumulate(weights.begin(), weights.end(), 0.0));
  }
  result.largest_eigenvalue = perron_eigenvalue(along);
  const auto limit = result.largest_eigenvalue > 0 ? result.largest_eigenvalue : largest;
  result.alpha = alpha.value_or(limit > 0 ? kShareOfLimit / limit : 0);
  result.values.assign(n, std::numeric_limits<double>::quiet_NaN());
  if (std::isnan(result.largest_eigenvalue)) return result;
  require_convergence(result);
  constexpr double kChange = 1e-16, kMostSteps = 1e10;
  constexpr int kMaxSweeps = 1000000;
  const auto most_sweeps = std::min<double>(kMaxSweeps, kMostSteps / std::max(1.0, static_cast<double>(network.arc_count())));
  std::ranges::fill(result.values, 1.0);
  double change = 1;
  for (int sweep = 0; sweep < most_sweeps && change > kChange; ++sweep) {
    change = 0;
    for (Vertex v = 0; v < n; ++v) {
      const auto sources = along.predecessors(v);
      const auto weights = along.in_weights(v);
      double coming = 0;
      for (std::size_t i = 0; i < sources.size(); ++i) coming += weights[i] * result.values[sources[i]];
      const auto next = 1 + result.alpha * coming;
      change = std::max(change, std::abs(next - result.values[v]) / next);
      result.values[v] = next;
    }
  }
  double squares = 0;
  for (const auto value : result.values) squares += value * value;
  if (change > kChange || !std::isfinite(squares)) squares = std::numeric_limits<double>::quiet_NaN();
  for (auto& value : result.values) value /= std::sqrt(squares);
  return result;
}

Katz katz(const Network& network, std::optional<double> alpha) {
  constexpr double kResidual = 1e-15;
  const auto size = static_cast<Eigen::Index>(network.vertex_count());
  Katz result;
  if (size == 0) return result;
  SparseMatrix matrix = adjacency_matrix(network);
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(size);
  if (network.edge_count() > 0) {
    double largest = 0;
    for (Vertex v = 0; v < network.vertex_count(); ++v) largest = std::max(largest, network.strength(v));
    // Shifted by the largest strength, which no eigenvalue exceeds: the one most below zero does not come first.
    const auto product = [&](const auto& x) -> Eigen::VectorXd { return matrix * x / largest + x; };
    result.largest_eigenvalue = (largest_eigenpair(product, ones).value - 1) * largest;
  }
  const bool is_empty = result.largest_eigenvalue <= 0;
  result.alpha = alpha.value_or(is_empty ? 0 : kShareOfLimit / result.largest_eigenvalue);
  require_convergence(result);
  SparseMatrix system(size, size);
  system.setIdentity();
  system -= result.alpha * matrix;
  Eigen::ConjugateGradient<SparseMatrix, Eigen::Lower | Eigen::Upper, Eigen::IdentityPreconditioner> solver;
  solver.setTolerance(kResidual);
  solver.compute(system);
  const Eigen::VectorXd x = solver.solve(ones).normalized();
  result.values.assign(x.data(), x.data() + size);
  return result;
}

}  // namespace maillage

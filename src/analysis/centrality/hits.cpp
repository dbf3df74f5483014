// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hits.hpp"

#include "analysis/centrality/adjacency.hpp"
#include "analysis/centrality/largest_eigenvector.hpp"

namespace maillage {

namespace {

// Sums to 1; what rounding leaves where nothing arrives is 0.
std::vector<double> shares(Eigen::VectorXd scores) {
  constexpr double kRounding = 1e-14;
  const double least = kRounding * scores.maxCoeff();
  for (auto& score : scores) score = score < least ? 0 : score;
  scores /= scores.sum();
  return {scores.data(), scores.data() + scores.size()};
}

}  // namespace

Hits hits(const DirectedNetwork& network) {
  const auto size = static_cast<Eigen::Index>(network.vertex_count());
  Hits result;
  if (size == 0) return result;
  Eigen::VectorXd hub = Eigen::VectorXd::Ones(size), authority = hub;
  if (network.arc_count() > 0) {
    const auto matrix = adjacency_matrix(network);
    const SparseMatrix turned = matrix.transpose();
    const auto product = [&](const auto& x) -> Eigen::VectorXd {
      const Eigen::VectorXd once = matrix * x;
      return turned * once;
    };
    authority = largest_eigenpair(product, turned * hub).vector.cwiseAbs();
    hub = matrix * authority;
  }
  result.hub = shares(std::move(hub));
  result.authority = shares(std::move(authority));
  return result;
}

Hits hits(const Network& network) {
  const auto size = static_cast<Eigen::Index>(network.vertex_count());
  Hits result;
  if (size == 0) return result;
  Eigen::VectorXd scores = Eigen::VectorXd::Ones(size);
  if (network.edge_count() > 0) {
    const auto matrix = adjacency_matrix(network);
    const auto product = [&](const auto& x) -> Eigen::VectorXd {
      const Eigen::VectorXd once = matrix * x;
      return matrix.transpose() * once;
    };
    scores = largest_eigenpair(product, scores).vector.cwiseAbs();
  }
  result.hub = result.authority = shares(std::move(scores));
  return result;
}

}  // namespace maillage

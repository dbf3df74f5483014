// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/leading_eigenvector.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "analysis/random_source.hpp"

namespace maillage::community {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t kDense = 96;
constexpr Index kBasis = 48;
constexpr int kMostRestarts = 40;
constexpr double kResidual = 1e-7, kNothing = 1e-9;

EigenPair oriented(double value, const VectorXd& vector) {
  EigenPair pair{value, std::vector<double>(vector.data(), vector.data() + vector.size())};
  const auto first = std::ranges::find_if(pair.vector, [](double entry) { return std::abs(entry) > kNothing; });
  if (first != pair.vector.end() && *first < 0) {
    for (auto& entry : pair.vector) entry = -entry;
  }
  return pair;
}

EigenPair by_whole_matrix(Index order, const SymmetricProduct& product) {
  MatrixXd matrix(order, order);
  VectorXd unit = VectorXd::Zero(order);
  for (Index column = 0; column < order; ++column) {
    unit[column] = 1;
    product(unit.data(), matrix.col(column).data());
    unit[column] = 0;
  }
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(matrix);
  return oriented(solver.eigenvalues()[order - 1], solver.eigenvectors().col(order - 1));
}

/// The best pair in the Krylov space of a start vector; `residual` relative to the value.
struct Ritz {
  double value = 0, residual = 0;
  VectorXd vector;
};

Ritz best_in_krylov_space(const VectorXd& start, const SymmetricProduct& product) {
  const auto order = start.size();
  MatrixXd basis(order, kBasis);
  VectorXd next(order), diagonal(kBasis), beside(kBasis);
  basis.col(0) = start;
  Index size = 0;
  while (true) {
    product(basis.col(size).data(), next.data());
    diagonal[size] = basis.col(size).dot(next);
    for (int twice = 0; twice < 2; ++twice) {  // once loses the orthogonality it is to bring
      next -= basis.leftCols(size + 1) * (basis.leftCols(size + 1).transpose() * next);
    }
    beside[size] = next.norm();
    ++size;
    if (size == kBasis || beside[size - 1] < 1e-12 * (1 + std::abs(diagonal[size - 1]))) break;
    basis.col(size) = next / beside[size - 1];
  }
  Eigen::SelfAdjointEigenSolver<MatrixXd> solver;
  solver.computeFromTridiagonal(diagonal.head(size), beside.head(size - 1));
  const VectorXd weights = solver.eigenvectors().col(size - 1);
  Ritz best{solver.eigenvalues()[size - 1], 0, basis.leftCols(size) * weights};
  best.vector.normalize();
  best.residual = std::abs(beside[size - 1] * weights[size - 1]) / std::max(1.0, std::abs(best.value));
  return best;
}

}  // namespace

EigenPair greatest_eigenpair(std::size_t order, const SymmetricProduct& product) {
  if (order == 0) return {};
  if (order <= kDense) return by_whole_matrix(static_cast<Index>(order), product);
  RandomSource random(order);
  VectorXd start(static_cast<Index>(order));
  for (auto& entry : start) entry = random.uniform() - 0.5;
  start.normalize();
  Ritz best;
  for (int restart = 0; restart < kMostRestarts; ++restart) {
    best = best_in_krylov_space(start, product);
    if (best.residual < kResidual) break;
    start = best.vector;
  }
  return oriented(best.value, best.vector);
}

}  // namespace maillage::community

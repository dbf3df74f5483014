// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/subgraph_centrality.hpp"

#include <cmath>
#include <limits>

#include "analysis/centrality/adjacency.hpp"
#include "analysis/centrality/largest_eigenvector.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

constexpr std::size_t kDense = 1000;
constexpr double kLargestExponent = 700;

Eigen::VectorXd by_all_eigenvectors(const SparseMatrix& matrix) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{Eigen::MatrixXd(matrix)};
  return solver.eigenvectors().cwiseAbs2() * solver.eigenvalues().array().exp().matrix();
}

/// The entry (i,i) of exp(A), by the tridiagonal matrix of the Lanczos method from unit vector i.
class Quadrature {
 public:
  explicit Quadrature(const SparseMatrix& matrix) : matrix_(&matrix) {}

  double at(Eigen::Index i) {
    constexpr Eigen::Index kMost = 200, kBetweenChecks = 5;
    constexpr double kSmallChange = 1e-13;
    const auto most = std::min(kMost, matrix_->rows());
    basis_.resize(matrix_->rows(), most);
    basis_.col(0).setZero();
    basis_(i, 0) = 1;
    Eigen::VectorXd diagonal(most), beside(most);
    double value = 0;
    for (Eigen::Index k = 0; k < most; ++k) {
      Eigen::VectorXd next = *matrix_ * basis_.col(k);
      diagonal[k] = basis_.col(k).dot(next);
      next -= basis_.leftCols(k + 1) * (basis_.leftCols(k + 1).transpose() * next).eval();
      const double beyond = next.norm();
      beside[k] = beyond;
      const bool is_whole = beyond <= 1e-13 || k + 1 == most;
      if (is_whole || (k + 1) % kBetweenChecks == 0) {
        const double before = value;
        value = of_tridiagonal(diagonal.head(k + 1), beside.head(k));
        if (is_whole || std::abs(value - before) <= kSmallChange * value) break;
      }
      basis_.col(k + 1) = next / beyond;
    }
    return value;
  }

 private:
  static double of_tridiagonal(const Eigen::VectorXd& diagonal, const Eigen::VectorXd& beside) {
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small;
    small.computeFromTridiagonal(diagonal, beside);
    return small.eigenvectors().row(0).cwiseAbs2().dot(small.eigenvalues().array().exp().matrix().transpose());
  }

  const SparseMatrix* matrix_;
  Eigen::MatrixXd basis_;
};

}  // namespace

std::vector<double> subgraph_centrality(const Network& network) {
  std::vector<double> values(network.vertex_count(), 1);
  const auto plain = network.with_unit_weights();
  for (const auto& component : components_of(network).members) {
    if (component.size() < 2) break;  // the largest come first
    const auto matrix = adjacency_matrix(plain, component);
    const auto product = [&](const auto& x) -> Eigen::VectorXd { return matrix * x; };
    if (largest_eigenpair(product, Eigen::VectorXd::Ones(matrix.rows())).value > kLargestExponent) {
      for (const auto v : component) values[v] = std::numeric_limits<double>::quiet_NaN();
      continue;
    }
    if (component.size() <= kDense) {
      const auto found = by_all_eigenvectors(matrix);
      for (std::size_t i = 0; i < component.size(); ++i) values[component[i]] = found[static_cast<Eigen::Index>(i)];
      continue;
    }
    const double work = 30.0 * static_cast<double>(component.size()) * static_cast<double>(matrix.nonZeros());
    struct Workspace {
      Quadrature quadrature;
      double value;
    };
    over_chunks(
        component.size(), work, [&] { return Workspace{Quadrature(matrix), 0}; },
        [](Workspace& w, std::size_t i) { w.value = w.quadrature.at(static_cast<Eigen::Index>(i)); },
        [&](Workspace& w, std::size_t i) { values[component[i]] = w.value; });
  }
  return values;
}

}  // namespace maillage

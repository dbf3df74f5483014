// SPDX-License-Identifier: Apache-2.0
#pragma once

// Eigen's own threads would wait turning (see ordered_chunks.hpp).
#ifndef EIGEN_DONT_PARALLELIZE
#define EIGEN_DONT_PARALLELIZE
#endif
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>

namespace maillage {

/// An eigenvector of length 1 with its eigenvalue.
struct Eigenpair {
  double value = 0;
  Eigen::VectorXd vector;
};

/// The largest eigenvalue of a symmetric matrix among those that `start` has a part in, and the direction of that part:
/// the limit of x ← Mx, scaled, for a matrix without negative eigenvalues.
///
/// `product(x)` gives Mx. Each 24 products are put together to the best vector they hold (Lanczos 1950,
/// doi:10.6028/jres.045.026; Rayleigh–Ritz), from which the next round starts, so that matrices whose first
/// eigenvalues lie close together converge too. Stops at a residual of 1e-14 of the eigenvalue. 25 vectors of memory.
template <class Product>
Eigenpair largest_eigenpair(const Product& product, Eigen::VectorXd start) {
  constexpr Eigen::Index kProducts = 24;
  constexpr int kMaxRounds = 2000;
  constexpr double kResidual = 1e-14;
  constexpr double kSame = 1e-12;
  Eigenpair found{0, start.normalized()};
  double least = std::numeric_limits<double>::infinity();
  for (int round = 0, idle = 0; round < kMaxRounds && idle < 3; ++round) {
    const auto size = std::min(kProducts, start.size());
    Eigen::MatrixXd basis(start.size(), size);
    Eigen::VectorXd diagonal(size), beside(size);
    basis.col(0) = found.vector;
    Eigen::Index used = 0;
    double beyond = 0;  // length of what the last product adds to the space
    while (used < size) {
      Eigen::VectorXd next = product(basis.col(used));
      diagonal[used] = basis.col(used).dot(next);
      const double scale = next.norm();
      for (int pass = 0; pass < 2; ++pass) {  // twice is enough to keep the basis orthogonal
        next -= basis.leftCols(used + 1) * (basis.leftCols(used + 1).transpose() * next).eval();
      }
      beyond = next.norm();
      beside[used++] = beyond;
      if (beyond <= std::numeric_limits<double>::epsilon() * scale) break;
      if (used < size) basis.col(used) = next / beyond;
    }
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small;
    // Eigen stops where what is left beside the diagonal is small against a root of it: the unit must not matter.
    const double unit = std::max(diagonal.head(used).cwiseAbs().maxCoeff(), std::numeric_limits<double>::min());
    small.computeFromTridiagonal(diagonal.head(used) / unit, beside.head(used - 1) / unit);
    // Rounding may bring a second vector of a multiple eigenvalue into the space: what the start has of all of them.
    Eigen::VectorXd best = Eigen::VectorXd::Zero(used);
    for (auto i = used; i-- > 0 && small.eigenvalues()[i] >= small.eigenvalues()[used - 1] * (1 - kSame);) {
      best += small.eigenvectors().col(i) * small.eigenvectors()(0, i);
    }
    best.normalize();
    found = {unit * small.eigenvalues()[used - 1], (basis.leftCols(used) * best).normalized()};
    const double residual = beyond * std::abs(best[used - 1]) / std::max(std::abs(found.value), std::numeric_limits<double>::min());
    if (residual <= kResidual) break;
    idle = residual < least ? 0 : idle + 1;  // rounding may keep it above the aim
    least = std::min(least, residual);
  }
  return found;
}

}  // namespace maillage

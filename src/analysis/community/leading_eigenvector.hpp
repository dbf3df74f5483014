// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace maillage::community {

/// y = A x for a symmetric matrix of the given order, whatever it is stored as.
using SymmetricProduct = std::function<void(const double* x, double* y)>;

struct EigenPair {
  double value = 0;
  std::vector<double> vector;  ///< norm 1; the first entry beyond 1e-9 is positive
};

/// The greatest (not the absolutely greatest) eigenvalue of a symmetric matrix and its vector.
///
/// Up to 96 rows by Eigen's solver on the matrix written out; beyond by Lanczos' iteration with full reorthogonalisation in
/// bases of 48, begun again with the best vector until the residual is below 1e-7 of the value, 40 times at most. Where eigenvalues
/// coincide it is one vector of their space; deterministic. An order of 0 gives an empty vector.
EigenPair greatest_eigenpair(std::size_t order, const SymmetricProduct& product);

}  // namespace maillage::community

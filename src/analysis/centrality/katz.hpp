// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <vector>

#include "analysis/centrality/direction.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Katz centrality with what it rests on.
struct Katz {
  std::vector<double> values;
  double largest_eigenvalue = 0;  ///< of the weighted adjacency matrix
  double alpha = 0;               ///< attenuation used
};

/// An alpha for which the sum over walks has no end.
struct KatzDiverges : std::invalid_argument {
  explicit KatzDiverges(double largest_alpha)
      : std::invalid_argument("alpha must lie between 0 and the inverse of the largest eigenvalue"), limit(largest_alpha) {}
  double limit;  ///< the inverse of the largest eigenvalue: alpha must be below it
};

/// Katz's index of every vertex (Katz 1953, doi:10.1007/BF02289026): x = αAx + 1 with the weighted adjacency matrix A,
/// scaled to L2 norm 1. Walks of every length count, each tie of them weakened by α. Without `alpha`: 0.9 of the
/// inverse of the largest eigenvalue; 0 in a network without ties, where all are equal. KatzDiverges for
/// an alpha below 0, or not below that inverse.
///
/// Solved by conjugate gradients (the matrix I − αA is positive definite) to a relative residual of 1e-15, O(m) a step.
Katz katz(const Network& network, std::optional<double> alpha = std::nullopt);

/// The same along arcs: `in` counts the walks that end at a vertex, x = αAᵀx + 1, `out` those that begin there. Without a
/// cycle the eigenvalue is 0 and any alpha whose powers are numbers will do: 0.9 over the largest sum of weights that come in
/// (go out) then. Iterated until no entry changes by more than 1e-16 of it, O(arcs) a step. All NaN where the eigenvalue is
/// (perron_eigenvalue()), where the sum is no number, or has not settled after some 1e10 steps along arcs.
Katz katz(const DirectedNetwork& network, std::optional<double> alpha, Direction direction);

}  // namespace maillage

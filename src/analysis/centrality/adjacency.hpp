// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Eigen/SparseCore>
#include <span>

#include "network/directed_network.hpp"
#include "network/network.hpp"

namespace maillage {

using SparseMatrix = Eigen::SparseMatrix<double, Eigen::RowMajor, int>;

/// The weighted adjacency matrix of some vertices of a network, in their order; ties to others are left out. Symmetric,
/// nothing on the diagonal. `vertices` ascending. O(n + arcs).
SparseMatrix adjacency_matrix(const Network& network, std::span<const Vertex> vertices);
/// Of all of them.
SparseMatrix adjacency_matrix(const Network& network);
/// Row: source, column: target.
SparseMatrix adjacency_matrix(const DirectedNetwork& network);

}  // namespace maillage

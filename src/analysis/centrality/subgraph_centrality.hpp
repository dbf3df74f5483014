// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// Subgraph centrality of every vertex (Estrada & Rodríguez-Velázquez 2005, doi:10.1103/PhysRevE.71.056103): the closed
/// walks that begin there, those of length k weakened by k!: the diagonal of exp(A) with the adjacency matrix A, ties
/// without their weights. 1 at an isolate. NaN in a component whose largest eigenvalue is above 700: the value
/// is no number a computer holds.
///
/// Components of up to 1,000 vertices: all eigenvectors, O(n³). Larger ones: Gauss quadrature by the Lanczos method from
/// each vertex (Golub & Meurant 2010, isbn:9780691143415) until two steps differ by less than 1e-13 of the value, O(n m) a
/// step.
std::vector<double> subgraph_centrality(const Network& network);

}  // namespace maillage

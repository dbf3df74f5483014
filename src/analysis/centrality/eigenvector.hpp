// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/centrality/direction.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Eigenvector centrality of every vertex (Bonacich 1972, doi:10.1080/0022250X.1972.9989806): the vector that belongs to
/// the largest eigenvalue of the weighted adjacency matrix A of the largest component, all entries positive, L2 norm 1;
/// zero in all other components. Of components of the same size the one with the smallest vertex is taken; a network
/// without ties therefore has 1 at its first vertex.
///
/// Iterated with A + I, since plain iteration with A does not converge on two-mode networks and stars; each 24 products
/// are put together to the best vector they hold (Rayleigh–Ritz), so that long thin networks converge too. Stops at a
/// residual of 1e-14 of the eigenvalue. The unit of the weights does not matter. O(m) a product, 25 vectors of memory.
std::vector<double> eigenvector(const Network& network);

/// The same along arcs: a vertex is as central as those whose arcs come in (in), or those its own lead to (out), in the
/// largest weakly connected component: the limit of x ← (Aᵀ + sI)x from equal scores. Undefined (NaN for every vertex)
/// where that component has no cycle: no eigenvalue is above 0.
std::vector<double> eigenvector(const DirectedNetwork& network, Direction direction);

}  // namespace maillage

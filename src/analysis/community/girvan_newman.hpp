// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/weighted_graph.hpp"

namespace maillage::community {

/// Communities by the removal of edges (Newman & Girvan, Phys. Rev. E 69:026113, 2004, doi:10.1103/PhysRevE.69.026113):
/// the edge of the greatest betweenness is taken out, betweenness is computed again, until none is left; of the
/// partitions into components met on the way the one with the greatest modularity is kept (equal within 1e-12: the one
/// with fewer communities), or with `communities` > 0 the first that has so many.
///
/// Paths are counted in hops. In a weighted network betweenness is divided by the weight of the edge, as if each were that
/// many parallel edges (Newman 2004, doi:10.1103/PhysRevE.70.056131). Of edges whose values are equal within 1e-9, relative,
/// the first in the order of the network goes; edges of weight zero are taken out before anything else. `resolution` is
/// that of the modularity. std::invalid_argument for fewer communities than there are components or more than vertices.
/// Modularity is counted with the weights of `network`. One number for each vertex, without gaps. No draw: the same on any
/// number of threads. O(m²n) at worst, only the component that lost an edge is counted again; memory 16 B an arc.
std::vector<Community> girvan_newman(const Network& network, double resolution, Community communities);

/// Visits of arcs that girvan_newman() needs at most, m · Σ over components of n_c · 2m_c: some 200 million a second on one
/// core. O(n + m).
double girvan_newman_visits(const Network& network);

}  // namespace maillage::community

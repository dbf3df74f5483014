// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/weighted_graph.hpp"

namespace maillage::community {

/// Communities by label propagation (Raghavan, Albert & Kumara, Phys. Rev. E 76:036106, 2007,
/// doi:10.1103/PhysRevE.76.036106), weighted: every vertex begins with a label of its own and takes, one vertex after the
/// other, the label with the greatest weight among its neighbours.
///
/// The vertices are first looked at in random order, then again only when a neighbour has changed (Traag & Šubelj 2023,
/// doi:10.1038/s41598-023-29610-z). A vertex whose own label is among the greatest keeps it, else one of the greatest is
/// drawn; weights within 1e-9, relative, are equal. It ends when every vertex has a label that none exceeds: each change
/// adds weight inside labels, so it ends. What has one label and hangs together by nothing is split, as in the paper. No
/// quality is sought; a whole component may end as one community. One number for each vertex, without gaps. Deterministic for
/// a seed. About 5 passes over the arcs.
std::vector<Community> label_propagation(const WeightedGraph& graph, std::uint64_t seed);

}  // namespace maillage::community

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/weighted_graph.hpp"

namespace maillage::community {

/// Communities by the leading eigenvector of the modularity matrix (Newman, Phys. Rev. E 74:036104, 2006,
/// doi:10.1103/PhysRevE.74.036104; Proc. Natl Acad. Sci. 103:8577, 2006, doi:10.1073/pnas.0601602103): a group is split in two
/// by the signs of the eigenvector, each split is refined by moving every vertex once and keeping the best state on the way, until
/// that gains nothing; groups that no split gains from are left whole. Begun with the components; the split that gains most goes
/// first.
///
/// `communities` > 0: no split after that many, so that there may be fewer (where nothing gains), never more than asked for;
/// std::invalid_argument where there are more components. 0: until no split gains, then what hangs together by nothing is
/// parted, which gains as well. The eigenvector is exact (Eigen) up to 96 vertices, else by Lanczos' iteration on the sparse
/// matrix, with a residual of 1e-7. One number for each vertex, without gaps. No draw. O(splits · 100 passes over the
/// arcs of the group); the refinement of groups of up to 2,000 vertices costs their square, larger ones move greedily.
std::vector<Community> spectral(const WeightedGraph& graph, double resolution, Community communities);

}  // namespace maillage::community

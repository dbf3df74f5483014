// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/communities.hpp"

namespace maillage {

/// A partition that many runs agree on, and how it came about.
struct Consensus {
  Partition partition;     ///< stability: of the runs on the network against the consensus, their mean
  double threshold = 0.5;  ///< share of the runs below which two vertices do not count as together
  int rounds = 0;          ///< matrices made before all runs agreed
  bool is_unanimous = true;  ///< false: the runs still differed after the last round, the best of them was taken
  double modularity_of_best_run = 0;  ///< a consensus may be worth a little less, and is more like all of them
};

/// Consensus clustering (Lancichinetti & Fortunato, Sci. Rep. 2:336, 2012, doi:10.1038/srep00336): from `runs` partitions
/// the matrix of the share of runs in which two vertices are together; entries below one half are dropped, a vertex that
/// so loses all of them keeps its greatest; the same algorithm runs as often on this matrix as a weighted network, and so
/// on until all runs give the same partition, 20 rounds at most.
///
/// Vertices that all runs put together are one vertex of the matrix, so that it stays small: the result is that of the
/// whole matrix, provided that the algorithm does not part vertices whose rows are the same. With cpm the matrix is
/// searched at the resolution 1/2: pairs that agree in more than half of the runs gain. Communities of leiden are parted where they hang
/// together by nothing in the network. For leiden, louvain and label-propagation, with options.runs (0: 50) of 2 or more;
/// else std::invalid_argument. O(runs · (n + m) + pairs of the matrix); the same for a seed on any number of threads.
Consensus consensus_communities(const Network& network, const CommunityOptions& options);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/communities.hpp"
#include "analysis/community/hypergraph_modularity.hpp"

namespace maillage {

/// A partition of greater strict modularity of a hypergraph, by local search from a start, until nothing gains.
///
/// Vertices move to the community that gains most or stand alone; the communities that one agreement touches are united
/// where that gains (the step of the algorithm of Kamiński et al. 2019, doi:10.1371/journal.pone.0224307), more than two
/// of them only while all but the largest have 64 vertices or fewer together; up to 500 vertices the members of each
/// community are also sent elsewhere at once. Never worse than the start. No draw. Community numbers have gaps.
/// std::invalid_argument where the start has not one number for each vertex.
std::vector<std::uint32_t> search_hypergraph_modularity(const Hyperedges& edges, const std::vector<std::uint32_t>& start,
                                                        double resolution);

/// Communities of great strict modularity: the search begins with the partition of each run of Leiden on the network
/// (runs and stability as in find_communities()) and with all alone; the best is kept. options.algorithm must be leiden.
/// Partition::modularity is that of the network, at the resolution. std::invalid_argument as find_communities().
Partition find_hypergraph_communities(const Network& network, const Hyperedges& edges, const CommunityOptions& options);

}  // namespace maillage

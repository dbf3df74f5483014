// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "network/network_view.hpp"
#include "results/network_losses.hpp"

namespace maillage {

struct CostliestOptions {
  std::size_t count = 10;
  std::uint64_t seed = 1;  ///< of the sources, where they are sampled
  double most_work = 4e8;  ///< sources × (n + m) above which sources are sampled
};

/// The partnerships whose lapse, each alone, costs the network most: by the loss of global efficiency (Latora &
/// Marchiori 2001, doi:10.1103/PhysRevLett.87.198701), that is of the mean of 1/d over all ordered pairs, paths counted
/// in hops.
///
/// A partnership is a renewal thread, which lapses as a whole. Ties that another partnership bears too stay. Losses are
/// recomputed on the network without the partnership, for as many as can be among the costliest: a pair loses only
/// where all its shortest paths use a tie that goes, so that Σ over these ties of Σ over pairs of (share of the pair's
/// shortest paths along the tie)/d is never less than the loss, and partnerships whose bound lies below the last of the
/// costliest are left out. Exact, unless sources are sampled: then it is the mean over these. Partnerships without a
/// loss are not listed. Equal losses: the one with the larger bound, then the first, comes first. Institutions and
/// people only. Cost: one pass of Brandes' algorithm from the sources, and for each partnership recomputed
/// pairs_by_distance().
CostliestPartnerships costliest_partnerships(const NetworkView& view, const CostliestOptions& options);

/// What the lapse of one partnership costs, recomputed from all vertices: the slow way, for checks.
CostlyPartnership cost_of(const NetworkView& view, std::uint32_t partnership);

/// For every tie Σ over ordered pairs (source, other vertex) of the part of their shortest paths along it, over their
/// distance. O(sources · (n + m)), the same bits on any number of threads.
std::vector<double> efficiency_along_ties(const Network& network, const std::vector<Vertex>& sources);

}  // namespace maillage

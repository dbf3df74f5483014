// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/community/communities.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// How often each node stays with its community when the partnerships are drawn anew.
struct MembershipCertainty {
  std::vector<double> stays;  ///< by vertex, 0 … 1; NaN for a community of one
  int resamples = 0;          ///< that were made
};

/// The share of bootstrap samples of the partnerships (as rank_hubs() draws them, with the same seed) in which a node
/// lies in one community with at least half of the other members of its community in `partition`.
///
/// In a sample communities are found by one run of `options.algorithm` with the same resolution and seed. A node whose
/// only partnership is not drawn is alone in that sample and has not stayed: membership that rests on one agreement is
/// rarely above 0.63. Fewer samples than asked for where they would cost more than about 5e9 operations; none where not
/// even twenty are affordable, or where there is nothing to draw (`stays` is then empty). Deterministic, on any number
/// of threads. Cost: resamples × one run. std::invalid_argument for a negative number of resamples.
MembershipCertainty membership_certainty(const NetworkView& view, const Partition& partition,
                                         const CommunityOptions& options, int resamples = 1000);

}  // namespace maillage

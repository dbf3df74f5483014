// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "analysis/counterfactual/remaining_network.hpp"
#include "results/network_losses.hpp"
#include "results/results.hpp"

namespace maillage {

/// Two communities are held to be the same from this Jaccard index on (Greene, Doyle & Cunningham 2010,
/// doi:10.1109/ASONAM.2010.17).
inline constexpr double kSameCommunity = 0.3;

/// What becomes of each community of two members or more, both partitions being given by vertex.
///
/// A later community is like it that shares two members or more with it and has a Jaccard index above kSameCommunity.
/// unchanged: a later community has just its members; splits: two or more are like it, or its members are left in two
/// or more pieces of two or more; continues: one is like it; dissolves: none is. Removed vertices are members before
/// and of nothing after. O(n + m).
CommunityLosses compare_communities(const RemainingNetwork& after, const Partition& partition_before,
                                    const Partition& partition_after);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/community/communities.hpp"
#include "analysis/temporal/partnership_spells.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// The communities of one step: rows of institutions, each list ascending.
struct CommunityStep {
  std::vector<std::vector<Index>> communities;  ///< the largest first, then by smallest member
  std::vector<Index> strongest;                 ///< of each: its member of greatest strength
  double modularity = 0;
};

/// Follows communities from step to step by their members (Greene, Doyle & Cunningham 2010, doi:10.1109/ASONAM.2010.17):
/// one of a step is matched with each of the step before whose Jaccard index |A ∩ B| / |A ∪ B| exceeds the threshold.
///
/// Of several matches the best one continues (ties: the older community, then the larger part), so that it keeps its
/// number. A part that matches a community which another part continues is a *split* from it, with a number of its own;
/// a community whose match continues another one ends in a *merge*; without any match there is a *birth* or a *death*.
/// What continues has *grown* or *contracted* where its size changed by more than a tenth. One event for each community
/// and step; a merge goes before growth. Communities of one institution are not followed. `days` and `steps` go
/// together. O(steps × institutions). std::invalid_argument for a threshold outside 0 ≤ θ < 1.
FollowedCommunities follow_communities(std::span<const std::int32_t> days, std::span<const CommunityStep> steps,
                                       double threshold);

/// Communities of the network on each of the days (ascending), by find_communities() with the same options on each.
std::vector<CommunityStep> community_steps(const PartnershipSpells& spells, std::span<const std::int32_t> days,
                                           const CommunityOptions& options);

}  // namespace maillage

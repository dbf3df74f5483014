// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/counterfactual/remaining_network.hpp"
#include "results/network_losses.hpp"

namespace maillage {

/// The pairs whose path vanishes or grows most, with the chains before and after (shortest_chain() by hops).
///
/// Lost ones: those that stood nearest to each other first; lengthened ones: those whose path grew by most hops first,
/// then those that stood nearest. Then by the product of their strengths before (largest first), then by vertex. Pairs
/// with a removed vertex are not looked at. All pairs are where vertices × (n + m) is at most `most_work`; else those
/// of the vertices whose distances grew most or whose component shrank most, as many as that allows, 64 at least.
/// `weight_of_loss`: by vertex, the larger the sooner it is searched from. O(sources · (n + m)).
ConcernedPairs concerned_pairs(const Network& before, const RemainingNetwork& after,
                               const std::vector<double>& weight_of_loss, std::size_t most_pairs, double most_work);

}  // namespace maillage

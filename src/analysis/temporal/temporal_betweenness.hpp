// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/temporal/spell_network.hpp"
#include "analysis/temporal/time_window.hpp"

namespace maillage {

/// Temporal betweenness by shortest paths (Buß, Molter, Niedermeier & Rymar 2020, doi:10.1145/3394486.3403259,
/// arXiv:2006.08668): for each vertex the sum over ordered pairs of others of the share of the shortest temporal paths
/// between them (fewest hops, within the window) that run through it. Counting foremost or fastest paths instead is
/// #P-hard.
///
/// Paths are told apart by their vertices and the days on which they cross, each on the first day that it can, having
/// waited where it was; agreements that carry the same crossing on the same day make one path. Where spells are single days
/// these are the paths of Buß et al.; where all ties hold all the time, those of static betweenness, each pair in both
/// directions. Range 0 … (n − 1)(n − 2).
///
/// For each source the appearances (vertex, day of arrival, hops) are searched by rounds of hops; one that another of the
/// same vertex with fewer hops has outrun lies on no shortest path. Cost: O(appearances · degree · log) a source.
std::vector<double> temporal_betweenness(const SpellNetwork& network, const TimeWindow& window);

}  // namespace maillage

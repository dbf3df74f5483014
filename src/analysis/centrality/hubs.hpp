// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/centrality/measures.hpp"
#include "analysis/centrality/partnership_samples.hpp"

namespace maillage {

struct HubOptions {
  std::string measure = "strength";
  MeasureOptions measure_options;
  std::uint64_t seed = 1;
  int resamples = 1000;
  double most_operations = kMostOperationsOfRanks;  ///< what all samples together may cost
};

/// Ranks the nodes of a view by a measure, with an interval for each rank.
///
/// Equal scores (within 1e-12 relative) share the lowest rank. The interval is the 5th to the 95th percentile of the
/// rank over bootstrap samples of the partnerships (as many drawn with replacement as there are; a renewal thread stays
/// whole), widened to hold the point rank. Nodes whose measure is undefined come last with score NaN. In a sample a
/// partnership drawn twice weighs twice, except under the weighting `none`.
///
/// HubRanking::resamples tells how many samples were taken: fewer than asked for where they would cost more than
/// HubOptions::most_operations or 1 GB together, and none (each interval is then its rank) where not even twenty are within
/// that, or where there is nothing to draw. Betweenness by hops is then estimated in each of a hundred samples from the paths
/// of HubRanking::sampled_sources vertices, 64 at least: the error of the estimate widens the intervals. Deterministic for a
/// seed, on any number of threads. Cost: resamples × the cost of the measure; degree, strength and hyperdegree are summed directly from the partnerships, the others on a network built
/// anew. std::invalid_argument as measure(), and for a negative number of resamples.
HubRanking rank_hubs(const NetworkView& view, const HubOptions& options);

/// The options with which a measure is taken on samples and on other readings of a view: communities are those of the view
/// itself wherever its nodes are those of the other reading, and Katz has its own default alpha in each, since one that is given may have no end there.
MeasureOptions options_for_samples(const NetworkView& view, const HubOptions& options);

/// Ranks of values, the largest first: 1 + the number of larger ones, values within 1e-12 relative of the first of their
/// group being equal; undefined ones (NaN) share the rank after all others. O(n log n).
std::vector<std::uint32_t> ranks_of(const std::vector<double>& values);

}  // namespace maillage

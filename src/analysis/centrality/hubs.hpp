// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/centrality/measures.hpp"

namespace maillage {

struct HubOptions {
  std::string measure = "strength";
  MeasureOptions measure_options;
  std::uint64_t seed = 1;
  int resamples = 1000;
};

/// Ranks the nodes of a view by a measure, with an interval for each rank.
///
/// Equal scores (within 1e-12 relative) share the lowest rank. The interval is the 5th to the 95th percentile of the rank
/// over `resamples` bootstrap samples of the partnerships (as many drawn with replacement as there are; a renewal
/// thread stays whole), widened to hold the point rank. Nodes whose measure is undefined come last with score NaN.
/// Deterministic for a seed, on any number of threads. Cost: resamples × cost of the measure; strength and hyperdegree
/// are summed directly from the partnerships.
HubRanking rank_hubs(const NetworkView& view, const HubOptions& options);

}  // namespace maillage

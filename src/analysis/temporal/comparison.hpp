// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/temporal/partnership_spells.hpp"
#include "results/comparison.hpp"

namespace maillage {

struct ComparisonOptions {
  ViewOptions view;  ///< of institutions, by validity; from and to are not read
  Day first = 0, last = 0;
  std::string measure = "strength";
  MeasureOptions measure_options;
  CommunityOptions communities;
  double threshold = 0.3;  ///< of followed communities
};

/// What changed between two days: agreements, ties, institutions, ranks, communities.
///
/// Certain is what every reading of the dates says, possible what one reading says; an agreement begins and ends in one
/// reading on both days, so that one without dates is not new and ended at once. Ranks and communities are those of the
/// networks of the view (its reading of unknown dates). std::invalid_argument where the last day is not after the first,
/// and as collect_spells(), measure() and find_communities(). Cost: two networks, with the measure and communities of each.
Comparison comparison_of(const DataSet& data, const ComparisonOptions& options);

}  // namespace maillage

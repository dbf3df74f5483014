// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/centrality/measures.hpp"
#include "analysis/temporal/evolving_network.hpp"
#include "analysis/temporal/time_slices.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// Is the measure kept by updates (degree, strength, hyperdegree; not normalised, which the size of the network changes
/// everywhere), so that following it costs what changes, not one network for each change date?
bool is_kept_by_updates(std::string_view measure, const MeasureOptions& options);

/// Exact time-weighted mean of a measure for every institution over a period: Σ |I_k| M(G_k) / Σ |I_k| over the slices
/// I_k on which it is defined.
///
/// Measures kept by updates are 0 on days on which the institution is no node; the others are undefined there.
struct MeanOverTime {
  std::vector<double> mean, sd;     ///< by vertex; NaN where it is defined on no day
  std::vector<std::int64_t> days;   ///< on which it is defined
};
/// What was measured on the slices, kept so that it need not be measured again; left empty where it would take more than
/// about 200 MB. Of the same spells, measures, options and period wherever it is handed on.
struct MeasuredSlices {
  std::vector<std::vector<std::vector<double>>> values;  ///< by slice, measure (those not kept by updates) and vertex
};

/// One pass over the changes for all measures together. The others are computed on every slice on which the network
/// changed, side by side: slices × the cost of the measure. What they give is put into `slices`, where it is handed over.
/// std::invalid_argument as measure().
std::vector<MeanOverTime> means_over_time(const PartnershipSpells& spells, std::span<const std::string> measures,
                                          const MeasureOptions& options, DayPeriod period, MeasuredSlices* slices = nullptr);

/// The course of measures at some vertices, and their ranks among all nodes on the last day of each of `readings`.
struct MeasureCourse {
  std::vector<std::pair<Day, double>> values;  ///< from that day on, until the next; ascending
  std::vector<std::uint32_t> ranks;            ///< by reading; 0 where it is no node
};
/// By measure, then by vertex of `followed`. Takes what `slices` holds, else costs as means_over_time(); the ranks cost
/// n log n each.
std::vector<std::vector<MeasureCourse>> follow_measures(const PartnershipSpells& spells,
                                                        std::span<const std::string> measures,
                                                        const MeasureOptions& options, DayPeriod period,
                                                        std::span<const Vertex> followed,
                                                        std::span<const DayPeriod> readings,
                                                        MeasuredSlices* slices = nullptr);

}  // namespace maillage

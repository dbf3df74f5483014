// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/temporal/time_slices.hpp"
#include "results/evolution.hpp"

namespace maillage {

struct EvolutionOptions {
  ViewOptions view;  ///< of institutions, by validity; from and to are the period, as_of the day up to which ends have come
  CalendarStep step = CalendarStep::year;
  std::vector<std::string> measures{"strength"};
  MeasureOptions measure_options;
  std::vector<Index> institutions;  ///< rows, as the view names them; empty: the `top` with the greatest mean
  std::size_t top = 10;
  /// Communities are followed where this is given: on every change date where there are at most kMostCommunitySteps and
  /// no step of the calendar is asked for, else on the last day of each period of the calendar.
  std::optional<CommunityOptions> communities;
  double threshold = 0.3;        ///< Jaccard index above which two steps are one community
  bool step_is_asked = false;
};
inline constexpr std::size_t kMostCommunitySteps = 40;

/// Follows the network of a view through time: what stands and happens between its change dates and in each period of the
/// calendar, exact means, durations, loyalty, turnover, ranks, burstiness, and communities where they are asked for.
///
/// Period: view.from … view.to, else from the first day on which anything can be dated to the horizon. Horizon: view.as_of, else the latest
/// day the data state, else the last change date; never the clock. Both readings (agreements certainly in force, and
/// possibly) are followed where they differ. docs/evolution.md defines the figures. std::invalid_argument as
/// collect_spells() and measure(). Cost: the changes, O(n) a calendar period, and slices × cost of each measure that is
/// not kept by updates.
Evolution evolution_of(const DataSet& data, const EvolutionOptions& options);

/// The period that evolution_of() follows; from > to where nothing is dated, or nothing begins by the horizon.
struct FollowedPeriod {
  DayPeriod period;
  Day horizon = 0;
  std::optional<Day> begins;  ///< the first day of what begins after the horizon alone
};
FollowedPeriod followed_period(const DataSet& data, const ViewOptions& view, std::span<const Day> change_dates);

}  // namespace maillage

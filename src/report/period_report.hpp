// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "report/period_facts.hpp"
#include "report/report.hpp"

namespace maillage {

/// The two rankings of a report on what is new.
struct RanksThenAndNow {
  NetworkView then_view, now_view;  ///< agreements signed by the day before, and by the last day
  HubRanking then, now;
};

/// What a report on one partner, one office or one period is made from.
struct PeriodReportInput {
  /// The view's selection holds the signed agreements of whom is asked for, whatever their dates (PeriodFacts::ever);
  /// its announced ones likewise. as_of: the last day of the period, or the latest the data state where that is earlier.
  ReportInput report;
  PeriodFacts facts;
  std::optional<RanksThenAndNow> ranks{};  ///< of a report on what is new
  Index asked_unit = kNone;              ///< the unit that was named, where it counts as its institution
};

/// A report on a period as the full report is written: `index.html`, `report.md`, `figures/*.svg`, `tables/*.csv`,
/// `tables/tables.xlsx`; no fact sheets. Figures: `map` (round whom is asked for, in the period), `timeline` (with the
/// period shaded), `years`. Same input, same bytes. Cost: the size of the output.
ReportFiles make_period_report(const PeriodReportInput& input, const Language& language);

}  // namespace maillage

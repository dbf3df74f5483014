// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "report/report_context.hpp"

namespace maillage {

/// The fewest institutions, at most three, taken one by one (the one with most agreements not yet held, then the better
/// rank), that together are parties to two thirds of the signed agreements; empty where four or more are needed.
struct Leaders {
  std::vector<Index> institutions;
  std::size_t agreements = 0;  ///< signed agreements that one of them is a party to
};
Leaders leaders_of(const ReportContext& context);

/// The one sentence that stands above the report.
Line headline(const ReportContext& context);
/// The sentences under it, each with links to what it rests on.
Findings findings(const ReportContext& context);
/// Signed and announced agreements, in force, institutions, signatories.
KeyFigures key_figures(const ReportContext& context);

/// Signed agreements whose end is certain and not before the day, the nearest first, then by row.
std::vector<std::pair<Day, Index>> known_ends(const ReportContext& context);
/// Signed agreements whose end is unknown (neither stated, computed nor open).
std::vector<Index> unknown_ends(const ReportContext& context);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cli/session.hpp"
#include "network/view_options.hpp"
#include "report/report.hpp"

namespace maillage {

/// The blank areas that a report shows: of the type of agreement that most often names communes or groups of communes (at
/// least kLeastOfType times), by groups of communes where the data list more than kLeastTerritories, else by communes
/// where they do. Nothing where they list neither: what is not listed cannot be said to be blank.
std::optional<ReportCoverage> report_coverage(const Session& session, const ViewOptions& view);
inline constexpr std::size_t kLeastOfType = 3, kLeastTerritories = 10;

/// The map of it for a report, in both widths.
ReportFigure coverage_figure(const Session& session, const ReportCoverage& areas, const ViewOptions& view);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/period_report.hpp"

namespace maillage {

/// The drawings of a report on a period. What would show nothing is left out. `view`: cumulated, of whom is asked for.
std::vector<ReportFigure> period_figures(Session& session, const NetworkView& view, const PeriodFacts& facts,
                                         std::uint64_t seed);

}  // namespace maillage

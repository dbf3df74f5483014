// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/report_input.hpp"

namespace maillage {

/// The drawings of a report, each wide (1280 px) and narrow (390 px): `map`, `timeline`, `years`.
std::vector<ReportFigure> report_figures(Session& session, const MapMaterial& material);

// Each of them alone, of what it is given; links lead to the anchors of a report.
ReportFigure drawn_map(const Session& session, const MapMaterial& material, const MapOptions& options,
                       std::optional<MapPeriod> period = {});
ReportFigure drawn_timeline(const Session& session, const TimelineInput& input);
ReportFigure drawn_years(const Session& session, const NetworkView& view, const std::vector<Index>& agreements);

}  // namespace maillage

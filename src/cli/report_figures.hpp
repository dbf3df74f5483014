// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/report_input.hpp"

namespace maillage {

/// The drawings of a report, each wide (1280 px) and narrow (390 px): `map`, `timeline`, `years`.
std::vector<ReportFigure> report_figures(Session& session, const MapMaterial& material);

}  // namespace maillage

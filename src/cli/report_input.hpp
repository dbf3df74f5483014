// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/picture.hpp"
#include "report/report.hpp"

namespace maillage {

/// Everything that reports and fact sheets are made from but the drawings: ranks, reasons, structure, settings.
/// `material` must outlive what is returned.
ReportInput report_input(Session& session, const MapMaterial& material, std::uint64_t seed);

/// What a fact sheet of an institution, person or agreement is written from, and nothing beside: no communities, no
/// betweenness, a ranking for institutions alone. `view` must outlive it.
ReportInput fact_sheet_input(Session& session, const NetworkView& view, EntityKind kind, std::uint64_t seed);

}  // namespace maillage

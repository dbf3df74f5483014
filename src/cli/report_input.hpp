// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/picture.hpp"
#include "report/report.hpp"

namespace maillage {

/// Everything that reports and fact sheets are made from but the drawings: ranks, reasons, structure, settings.
/// `material` must outlive what is returned.
ReportInput report_input(Session& session, const MapMaterial& material, std::uint64_t seed);

}  // namespace maillage

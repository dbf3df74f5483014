// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/document.hpp"
#include "report/report_context.hpp"

namespace maillage {

// One institution, person or agreement on a page: what `maillage show` prints (terminal_page) and what the report
// writes for each party (html_page). A context without hubs, reasons or figures gives a sheet without ranks.

/// What it is, its agreements, partners and rank, who acts for it, what it is mentioned in, and where all that stands.
Document institution_sheet(const ReportContext& context, Index institution);
/// Offices, agreements signed and for whom, presence without signature.
Document person_sheet(const ReportContext& context, Index person);
/// Every field with its evidence.
Document agreement_sheet(const ReportContext& context, Index agreement);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/decision_list.hpp"
#include "report/report_context.hpp"

namespace maillage {

/// What is to be decided of one agreement from the day of the report on, by when and by which rule, with evidence: a line
/// for each deadline, or one that says why there is none; nothing where the agreement is over or only announced.
std::vector<Line> deadline_lines(const ReportContext& context, Index agreement);

/// Where the facts stand that a deadline follows from: end, duration, start, renewal, notice of the agreement, and the end
/// of the amendment that moved it.
Line deadline_evidence(const ReportContext& context, const Decision& decision);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report_context.hpp"

namespace maillage {

/// What is to be decided from the day of the report on: what falls in the months asked for, by day, with the rule and its
/// evidence, then everything later; what has no day by what is missing; what is settled. Complete, as it stands on its
/// own page.
Section decisions_section(const ReportContext& context);

/// What is to be decided of the agreements of a period (`signed_agreements`), seen from its first day: all that falls up to
/// `last`, by day, and what has no day.
Section decisions_between(const ReportContext& context, Day from, Day last);

/// Rows of the table that the report itself shows; the page of decisions shows all.
inline constexpr std::size_t kDecisionsInReport = 12;

/// Leaves of that section what the report itself says: the next decisions without their rules, and a link to the page.
void keep_next_decisions(const ReportContext& context, Section& section, std::string_view page);

}  // namespace maillage

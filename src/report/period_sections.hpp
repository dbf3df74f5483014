// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/period_context.hpp"

namespace maillage {

// The parts of a report on a period, one function each; the anchor of a section is its name. What they share with the
// full report (map, years, mentions, agreements, sources) is in sections.hpp.

// What stands above (period_lead.cpp).
Line period_headline(const PeriodContext& period);
Findings period_findings(const PeriodContext& period);
KeyFigures period_key_figures(const PeriodContext& period);
/// What limits the counts: units counted or not, days the data do not reach.
Blocks period_limits(const PeriodContext& period);

// Who and what (period_partners.cpp, period_changes.cpp).
Section period_partners(const PeriodContext& period);
Section period_changes(const PeriodContext& period);

// What it is about, who signed, what took place (period_contents.cpp).
Section period_breakdowns(const PeriodContext& period);
Section period_signatures(const PeriodContext& period);
Section period_events(const PeriodContext& period);
Section period_mentions(const PeriodContext& period);

// What is new since the last report (since_sections.cpp).
Section rank_changes(const PeriodContext& period);
Section recorded_since(const PeriodContext& period);

/// How each kind was counted, and with what settings (period_method.cpp).
Section period_method(const PeriodContext& period);

}  // namespace maillage

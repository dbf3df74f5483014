// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/period_report.hpp"
#include "report/report_context.hpp"

namespace maillage {

/// What all parts of a report on a period are written from.
struct PeriodContext {
  PeriodContext(const PeriodReportInput& report_input, const Language& language);

  const PeriodReportInput& input;
  const PeriodFacts& facts;
  ReportContext ever;  ///< the agreements of whom is asked for, whatever their dates
  ReportContext c;     ///< those of the period; `in_force` says whether they certainly belong to it

  bool is_about_all() const { return facts.question.asks_for_everything(); }
  bool is_about_person() const { return facts.question.person != kNone; }
  /// Who is asked for, by the name a page gives it; empty for a report about everything.
  std::string subject() const;
  /// `du 1er septembre 2023 au 31 août 2024`, `depuis le …`, `jusqu’au …`; empty without bounds.
  std::string period() const;
  /// `3 à 5 accords` by the message of a key, which holds {range}.
  std::string range_of(std::string_view key, std::size_t certain, std::size_t possible) const;
  Cell certainty_cell(Certainty certainty) const;
  /// The parties of an agreement with their links, those of the own side left out.
  Line partners_of(Index agreement) const;
};

}  // namespace maillage

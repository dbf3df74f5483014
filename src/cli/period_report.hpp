// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "cli/session.hpp"
#include "network/view_options.hpp"
#include "report/period_report.hpp"

namespace maillage {

/// Whom and what a report on a period is asked for, as on the command line.
struct PeriodWords {
  std::string whom;   ///< name of an institution or a person; empty: everything
  std::string since;  ///< a date; empty: the period of the view options
};

/// Everything a report on a period is made from, with its drawings: `map` (round whom is asked for), `timeline` (period
/// shaded), `years`. The network of the period is that of the view options. Failure(usage) for a name that is unknown or
/// ambiguous, for a date that is none, and for --since beside --from or --to.
struct PeriodMaterial {
  PeriodMaterial(const DataSet& data, NetworkView whole, PeriodFacts facts)
      : view(std::move(whole)), input{.report = {.data = data, .view = view}, .facts = std::move(facts)} {}

  NetworkView view;         ///< cumulated; its selection holds the agreements of whom is asked for
  PeriodReportInput input;  ///< refers to `view`: stays where it was made
};
std::unique_ptr<PeriodMaterial> period_material(Session& session, const ViewOptions& options, const PeriodWords& words,
                                                std::uint64_t seed);

}  // namespace maillage

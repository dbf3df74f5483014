// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/answer.hpp"
#include "report/report.hpp"

namespace maillage {

/// Writes a report into its folder as give_folder() does, with a list of its files (`maillage-files.txt`: a mark of the
/// bytes and the path of each). With --force what an earlier report wrote there, says its list, and this one has
/// not is removed where its bytes are still those; everything else in the folder stays. CannotWrite; Failure.
void give_report(Session& session, const OutputOptions& options, ReportFiles files);

}  // namespace maillage

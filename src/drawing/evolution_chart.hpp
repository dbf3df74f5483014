// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/chart.hpp"
#include "model/data_set.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// A network followed through time, on one sheet: the agreements in force as steps between their change dates (certain
/// solid, possible pale), what came into force and what lapsed in each period of the calendar as columns up and down, the
/// ranks of the institutions followed as lines from period to period, and, where communities were followed, their
/// members as bands from step to step. `title`: the finding, in words. Where nothing is dated the sheet says so.
Picture draw_evolution(const DataSet& data, const Evolution& evolution, const std::string& title,
                       const ChartOptions& options, const Language& language);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/decision_list.hpp"
#include "tables/table.hpp"

namespace maillage {

/// One row for each decision: id, title, state, act, act_by, last_working_day, certainty, otherwise, goes_on_until, rule,
/// missing, earliest, latest, counted_forward, term_end, renewals_run, notice, responsible_unit, then the further columns
/// of agreements_table(). `act_by` is empty where the day is unknown or has bounds only; `term_end` is EDTF.
Table decisions_table(const DataSet& data, const std::vector<Decision>& decisions, std::optional<Day> as_of,
                      const Language& language);

/// The columns of it that a terminal shows where nothing else is asked for.
std::vector<std::string> decision_columns_for_reading();

/// The last working day up to the deadline; up to its earliest day where it is no single one; none where that is unknown or
/// lies before the day looked from, since no day is then safe to act by.
std::optional<Day> last_working_day_of(const Deadline& deadline);

}  // namespace maillage

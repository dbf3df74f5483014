// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/answer.hpp"
#include "model/decision_list.hpp"
#include "network/selection.hpp"

namespace maillage {

/// What `list agreements --act-before` looks at: the agreements of a selection, from its day to another.
DecisionList decisions_of(const DataSet& data, const Selection& selection, Day before, UnknownDates unknown);

/// The list as a table and as JSON: the form of `list agreements` with what is to be decided beside it.
Answer decision_answer(const Session& session, const DecisionList& list, const Selection& selection, Day before,
                       bool with_json);

/// The days as a calendar file; what has no day is counted in its description.
std::string decision_calendar(const Session& session, const DecisionList& list, const Selection& selection, Day before);

}  // namespace maillage

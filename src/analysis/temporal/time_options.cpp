// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/time_options.hpp"

#include "model/validity.hpp"

namespace maillage {

std::optional<Day> earliest_stated_day(const DataSet& data) {
  std::optional<Day> earliest;
  const auto look = [&](const PartialDate& date) {
    if (!date.is_known() || date.is_open()) return;
    if (!earliest || date.first_written() < *earliest) earliest = date.first_written();
  };
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (is_announced(data, a)) continue;
    look(data.agreements.signed_on[a]);
    look(data.agreements.valid_from[a]);
  }
  if (earliest) return earliest;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (!is_announced(data, a)) look(data.agreements.valid_to[a]);
  }
  return earliest;
}

std::optional<TimeWindow> time_window_of(const DataSet& data, const TimeOptions& options) {
  const auto start = options.start ? options.start : earliest_stated_day(data);
  if (!start) return std::nullopt;
  return TimeWindow{*start, options.end.value_or(kDistantFuture), options.strict};
}

}  // namespace maillage

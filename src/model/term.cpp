// SPDX-License-Identifier: Apache-2.0
#include "model/term.hpp"

#include <algorithm>

namespace maillage {

Day end_of_terms(Day start, CalendarDuration length, int terms) {
  const auto next = add_duration(start, length, terms);
  const bool is_cut = length.days == 0 && civil_of(next).day < civil_of(start).day;
  return next == kDistantFuture || is_cut ? next : next - 1;
}

Day before_by(Day end, CalendarDuration length) {
  if (end >= kDistantFuture) return kDistantFuture;
  const auto date = civil_of(end - length.days);
  const auto months = std::int64_t{date.year} * 12 + date.month - 1 - length.months;
  if (months < 0) return kDistantPast;
  const auto month = PartialDate::in_month(static_cast<int>(months / 12), static_cast<unsigned>(months % 12) + 1);
  return std::min(month.first_written() + static_cast<Day>(date.day) - 1, month.last_written());
}

Day latest_before_by(Day end, CalendarDuration length) {
  auto day = before_by(end, length);
  // Counted forward a day may come to the same end as the days after it: 28 to 30 November and the last of February.
  while (day > kDistantPast && add_duration(day + 1, length) <= end) ++day;
  return day;
}

}  // namespace maillage

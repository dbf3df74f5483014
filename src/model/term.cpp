// SPDX-License-Identifier: Apache-2.0
#include "model/term.hpp"

#include <algorithm>

namespace maillage {

Day end_of_terms(Day start, CalendarDuration length, int terms) { return end_after_renewals(start, {}, length, terms); }

Day end_after_renewals(Day start, CalendarDuration first, CalendarDuration renewal, int renewals) {
  constexpr std::int64_t last_year = 9999;
  const auto months = first.months + std::int64_t{renewal.months} * renewals;
  const auto days = first.days + std::int64_t{renewal.days} * renewals;
  if (months > last_year * 12 || days > last_year * 366) return kDistantFuture;
  const auto next = add_duration(start, {static_cast<int>(months), static_cast<int>(days)});
  const bool is_cut = days == 0 && civil_of(next).day < civil_of(start).day;
  return next == kDistantFuture || is_cut ? next : next - 1;
}

int term_that_ends(Day start, CalendarDuration first, CalendarDuration renewal, Day end) {
  const auto ends_too_early = [&](int term) { return end_after_renewals(start, first, renewal, term - 1) < end; };
  int low = 0, high = 1;  // term `low` ends before the day, term `high` does not
  while (ends_too_early(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (ends_too_early(middle) ? low : high) = middle;
  }
  return end_after_renewals(start, first, renewal, high - 1) == end ? high : 0;
}

int whole_months(Day start, Day end) {
  const auto first = civil_of(start), next = civil_of(end + 1);
  const int months = (next.year - first.year) * 12 + static_cast<int>(next.month) - static_cast<int>(first.month);
  for (int guess = std::max(months - 1, 1); guess <= months + 1; ++guess) {
    if (end_of_terms(start, {guess, 0}, 1) == end) return guess;
  }
  return 0;
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

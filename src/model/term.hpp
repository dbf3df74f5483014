// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/validity.hpp"

namespace maillage {

/// The last day, inclusive, of `terms` terms of that length that follow one another from `start` on.
///
/// A term ends the day before the day of its beginning comes round; where its last month lacks this day, with that month:
/// a year from 29 February on 28 February. Every term is counted from `start`, so that a short month between shifts
/// nothing. kDistantFuture beyond the year 9999. O(1).
Day end_of_terms(Day start, CalendarDuration length, int terms);
/// The same of a first term and renewals of another length: five years, then two renewals of one year end after seven.
Day end_after_renewals(Day start, CalendarDuration first, CalendarDuration renewal, int renewals);

/// Which term of an agreement that began on `start` ends on that day: 1 the first; 0 where none does. O(log terms).
int term_that_ends(Day start, CalendarDuration first, CalendarDuration renewal, Day end);

/// The whole months that a stated period lasts; 0 where it lasts none. O(1).
int whole_months(Day start, Day end);

/// As many days before `end`, then the same day of the month as many months before, the last day of a shorter month:
/// 31 May less three months is the last of February. Days first, so that add_duration() from there never passes `end`.
/// kDistantPast before the year 0. O(1).
Day before_by(Day end, CalendarDuration length);

/// The last day from which the length, counted forward, is over by `end`: no day that is later is `length` before it.
/// Never before before_by(); up to three days after it where `end` closes a short month. O(1).
Day latest_before_by(Day end, CalendarDuration length);

/// Is there a known term after which tacit renewal may go on?
inline bool may_be_renewed(const Validity& v) {
  return v.end_earliest > kDistantPast && !v.is_terminated && (v.may_run_beyond_stated_end() || v.renewals_unlimited);
}

}  // namespace maillage

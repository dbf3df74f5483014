// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "model/data_set.hpp"

namespace maillage {

/// A length of calendar time as ISO 8601 writes it: P5Y, P18M, P1Y6M, P2W, P90D.
struct CalendarDuration {
  int months = 0;
  int days = 0;
  bool operator==(const CalendarDuration&) const = default;
};
/// Nothing for an empty text or one that is no such duration (times of day are refused).
std::optional<CalendarDuration> parse_duration(std::string_view text);
/// The same, and nothing for a length of zero.
std::optional<CalendarDuration> positive_duration(std::string_view text);
/// The same day of the month `months` later, the last day of a shorter month; then `days` later; all that `times`.
/// kDistantFuture beyond the year 9999.
Day add_duration(Day from, CalendarDuration duration, int times = 1);

/// When an agreement begins and ends, as far as it is known. Inclusive days; unknown bounds are kDistantPast/Future.
///
/// Reading (measures.md, interface.md): a start given as 2023 is 1 January, an end given as 2028 is 31 December; a
/// signature date is any day of what is written. Without a stated start the agreement begins when it is signed.
/// Without a stated end, one is computed from a duration: counted from the start, or from the signature; tacit
/// renewals whose number is stated are taken to happen, each as long as the first term unless another length is stated.
/// A stated end of a tacitly renewed agreement closes a term: as many renewals as are left may follow. A term ends the day before the day of its beginning comes round, or
/// with the month that lacks this day. Of a start that is only known to be by a day, the end is known
/// to be by a day too. A termination ends everything.
struct Validity {
  Day start_earliest = kDistantPast, start_latest = kDistantFuture;
  Day end_earliest = kDistantPast, end_latest = kDistantFuture;
  EndRule end_rule = EndRule::unknown;
  bool start_is_stated = false;
  /// How the end was computed: what it counts from and how many terms (1 + renewals); 0 = not computed.
  enum class CountedFrom { nothing, start, signature } counted_from = CountedFrom::nothing;
  int terms = 0;
  bool renewals_unlimited = false;  ///< tacit, number of renewals not stated: after the first term all is possible
  bool is_terminated = false;
  /// Latest reading of the end as it is written. Tacit renewal may carry the agreement beyond it, to `end_latest`.
  Day stated_end_latest = kDistantFuture;
  bool may_run_beyond_stated_end() const { return stated_end_latest < end_latest; }

  /// The day the agreement ends, where there is exactly one reading.
  std::optional<Day> end() const;
  /// The day that is written as its end, where there is exactly one reading of it.
  std::optional<Day> stated_end() const;
  /// The day it begins, where there is exactly one reading.
  std::optional<Day> start() const;
};

/// O(1).
Validity validity_of(const DataSet& data, Index agreement);

/// Is the agreement only announced? The stage says so; where none is given: it has an expected date and no other.
bool is_announced(const DataSet& data, Index agreement);

/// Status at the end of that day. `unknown` where the readings of the dates differ.
Status status_at(const DataSet& data, Index agreement, Day as_of);

/// Three-valued answers about time.
enum class Certainty : std::uint8_t { no, possible, certain };

/// In force on some day of [from, to] (inclusive). Announced agreements: no.
Certainty in_force_during(const DataSet& data, Index agreement, Day from, Day to);
/// Signed on some day of [from, to] (inclusive). Announced agreements: no.
Certainty signed_during(const DataSet& data, Index agreement, Day from, Day to);

}  // namespace maillage

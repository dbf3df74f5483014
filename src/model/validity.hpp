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
/// The same day of the month `months` later, the last day of a shorter month; then `days` later; all that `times`.
/// kDistantFuture beyond the year 9999.
Day add_duration(Day from, CalendarDuration duration, int times = 1);

/// When an agreement begins and ends, as far as it is known. Inclusive days; unknown bounds are kDistantPast/Future.
///
/// Reading (measures.md, interface.md): a start given as 2023 is 1 January, an end given as 2028 is 31 December; a
/// signature date is any day of what is written. Without a stated start the agreement begins when it is signed.
/// Without a stated end, one is computed from a duration: counted from the start, or from the signature; tacit
/// renewals whose number is stated are taken to happen. A term ends the day before the day of its beginning comes round, or
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

  /// The day the agreement ends, where there is exactly one reading.
  std::optional<Day> end() const;
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

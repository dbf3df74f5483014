// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace maillage {

/// A moment in UTC (`2026-03-01T09:30:00Z`) as the clock on the wall had it, with its distance from UTC:
/// `2026-03-01 10:30:00 +01:00`, by the time zone of the surroundings (`TZ`). A text that is no such moment stays as it is,
/// harmless on a terminal.
std::string shown_moment(const std::string& utc);

/// The first moment of a day on that clock, counted in UTC, in the same form; `day` as in the model, from 1970-01-01.
std::string midnight_in_utc(long day);

/// The day it is, in UTC: `2026-03-01`.
std::string day_of_the_clock();

}  // namespace maillage

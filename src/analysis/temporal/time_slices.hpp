// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/temporal/partnership_spells.hpp"

namespace maillage {

/// Days from one to another, both included.
struct DayPeriod {
  Day from = 0, to = 0;
  bool operator==(const DayPeriod&) const = default;
};

enum class CalendarStep : std::uint8_t { month, quarter, year };
template <> inline constexpr auto code_names<CalendarStep> = std::to_array<std::string_view>({"month", "quarter", "year"});

/// The days on which a network or the agreements behind it change: spells and agreements that begin, and the day after
/// they end, in every reading of their dates; ascending, each once, unbounded ones left out.
/// O(spells + agreements, sorted).
std::vector<Day> change_dates(const PartnershipSpells& spells);

/// The period cut at the change dates in it: on the days of one slice nothing changes. O(change dates).
std::vector<DayPeriod> time_slices(std::span<const Day> change_dates, DayPeriod period);

/// The period cut at the calendar's months, quarters or years; the first and the last may be shorter. Empty for a period
/// that ends before it begins.
std::vector<DayPeriod> calendar_periods(DayPeriod period, CalendarStep step);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/time_slices.hpp"

#include <algorithm>

namespace maillage {

std::vector<Day> change_dates(const PartnershipSpells& spells) {
  std::vector<Day> days;
  const auto add = [&](Day day) {
    if (day > kDistantPast && day < kDistantFuture) days.push_back(day);
  };
  const auto add_end = [&](Day last) {
    if (last > kDistantPast && last < kDistantFuture) add(last + 1);
  };
  for (const auto& spell : spells.spells) {
    add(spell.from);
    if (spell.until > kDistantPast + 1) add(spell.until);  // the day after an end that nobody bounds
  }
  for (const auto a : spells.agreements) {
    const auto v = validity_of(*spells.data, a);
    if (v.start_earliest > v.end_latest) continue;
    add(v.start_earliest);
    add(v.start_latest);
    add_end(v.end_earliest);
    add_end(v.end_latest);
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

std::vector<DayPeriod> time_slices(std::span<const Day> change_dates, DayPeriod period) {
  std::vector<DayPeriod> slices;
  if (period.from > period.to) return slices;
  auto from = period.from;
  for (auto next = std::ranges::upper_bound(change_dates, period.from); next != change_dates.end() && *next <= period.to; ++next) {
    slices.push_back({from, *next - 1});
    from = *next;
  }
  slices.push_back({from, period.to});
  return slices;
}

std::vector<DayPeriod> calendar_periods(DayPeriod period, CalendarStep step) {
  const unsigned months = step == CalendarStep::year ? 12 : step == CalendarStep::quarter ? 3 : 1;
  std::vector<DayPeriod> periods;
  for (auto from = period.from; from <= period.to;) {
    auto [year, month, day] = civil_of(from);
    month = (month - 1) / months * months + 1 + months;
    if (month > 12) {
      month -= 12;
      ++year;
    }
    const auto next = day_of({year, month, 1});
    periods.push_back({from, std::min(next - 1, period.to)});
    from = next;
  }
  return periods;
}

}  // namespace maillage

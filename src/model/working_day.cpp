// SPDX-License-Identifier: Apache-2.0
#include "model/working_day.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maillage {

Day easter_sunday(int year) {
  const int golden = year % 19, century = year / 100, in_century = year % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
  const int shift = (golden + 11 * epact + 22 * weekday) / 451;
  const int days = epact + weekday - 7 * shift + 114;
  return day_of({year, static_cast<unsigned>(days / 31), static_cast<unsigned>(days % 31) + 1});
}

bool is_public_holiday(Day day) {
  using MonthAndDay = std::pair<unsigned, unsigned>;
  constexpr std::array<MonthAndDay, 8> fixed{{{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};
  const auto date = civil_of(day);
  if (std::ranges::find(fixed, MonthAndDay{date.month, date.day}) != fixed.end()) return true;
  const auto after_easter = day - easter_sunday(date.year);
  return after_easter == 1 || after_easter == 39 || after_easter == 50;  // Easter Monday, Ascension, Whit Monday
}

bool is_working_day(Day day) { return weekday_of(day) < 5 && !is_public_holiday(day); }

Day last_working_day(Day day) {
  while (!is_working_day(day)) --day;
  return day;
}

}  // namespace maillage

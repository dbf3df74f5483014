// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/calendar_date.hpp"

namespace maillage::documents {
namespace {

constexpr Day kNearDays = 31;

/// The same date, not sure to the day it is written to.
std::optional<PartialDate> about(const PartialDate& date) { return PartialDate::parse(date.to_edtf() + "~"); }

std::optional<Day> day_in(int year, unsigned month, unsigned day) {
  if (day < 1 || day > 31) return std::nullopt;
  const CivilDate civil{year, month, day};
  const auto number = day_of(civil);
  return civil_of(number) == civil ? std::optional(number) : std::nullopt;
}

/// Of the years round a day that in which the date fits best: the weekday that is said, then the side, then nearness.
std::optional<int> year_of(const WrittenDate& written, Day seen_from) {
  std::optional<int> best;
  double least = 1e9;
  const int here = civil_of(seen_from).year;
  for (int year = here - 2; year <= here + 2; ++year) {
    const auto day = day_in(year, *written.month, written.day.value_or(1));
    if (!day) continue;
    const auto last = written.day ? *day : day_in(year, *written.month, 28).value_or(*day);
    const Day away = last < seen_from ? seen_from - last : *day > seen_from ? *day - seen_from : 0;
    double cost = away;
    if (written.weekday && weekday_of(*day) != *written.weekday) cost += 2000;
    if (written.side == WrittenDate::Side::past && *day > seen_from) cost += 1000;
    if (written.side == WrittenDate::Side::next && last < seen_from) cost += 1000;
    if (*day > seen_from + kNearDays && written.side == WrittenDate::Side::none) cost += 60;  // releases speak of what was
    if (cost < least) {
      least = cost;
      best = year;
    }
  }
  return best;
}

/// The nearest day of that weekday: today or before for « ce » and « dernier », after for « prochain ».
Day nearest_weekday(unsigned weekday, Day seen_from, WrittenDate::Side side) {
  const auto today = weekday_of(seen_from);
  const auto back = static_cast<Day>((today + 7 - weekday) % 7);
  if (side == WrittenDate::Side::next) return seen_from + (7 - back);
  if (side == WrittenDate::Side::past) return seen_from - (back == 0 ? 7 : back);
  return seen_from - back;
}

std::optional<PartialDate> whole_date(const WrittenDate& written, Day seen_from) {
  const auto today = civil_of(seen_from);
  const int step = written.side == WrittenDate::Side::past ? -1 : written.side == WrittenDate::Side::next ? 1 : 0;
  switch (written.whole) {
    case WrittenDate::Whole::year: return PartialDate::in_year(today.year + step);
    case WrittenDate::Whole::month: {
      const int months = today.year * 12 + static_cast<int>(today.month) - 1 + step;
      return PartialDate::in_month(months / 12, static_cast<unsigned>(months % 12) + 1);
    }
    case WrittenDate::Whole::week: {
      const auto monday = seen_from - static_cast<Day>(weekday_of(seen_from)) + 7 * step;
      if (written.weekday) return PartialDate::on(monday + static_cast<Day>(*written.weekday));
      return PartialDate::parse(to_iso(monday) + "/" + to_iso(monday + 6));
    }
    default: return std::nullopt;
  }
}

/// « début 2024 », « au printemps 2024 », « l'automne dernier »: about that year.
std::optional<PartialDate> about_year(const WrittenDate& written, std::optional<Day> seen_from) {
  auto year = written.year;
  if (!year && seen_from && written.season != WrittenDate::Season::none) {
    const auto today = civil_of(*seen_from);
    // The month in which a season is half over: of this year unless the side says otherwise.
    constexpr int kMiddle[] = {0, 5, 8, 11, 2, 9};
    const int middle = kMiddle[static_cast<std::size_t>(written.season)];
    year = today.year;
    if (written.side == WrittenDate::Side::past && middle > static_cast<int>(today.month)) --*year;
    if (written.side == WrittenDate::Side::next && middle < static_cast<int>(today.month)) ++*year;
    if (written.season == WrittenDate::Season::school_year) return PartialDate::in_month(*year, 9);
  }
  if (!year) return std::nullopt;
  if (written.season == WrittenDate::Season::school_year) return PartialDate::in_month(*year, 9);
  return about(PartialDate::in_year(*year));
}

/// « il y a trois mois », « dans deux ans ».
std::optional<PartialDate> ago(const WrittenDate& written, Day seen_from) {
  const auto today = civil_of(seen_from);
  const int count = *written.ago;
  switch (written.whole) {
    case WrittenDate::Whole::year: return about(PartialDate::in_year(today.year - count));
    case WrittenDate::Whole::month: {
      const int months = today.year * 12 + static_cast<int>(today.month) - 1 - count;
      return about(PartialDate::in_month(months / 12, static_cast<unsigned>(months % 12) + 1));
    }
    case WrittenDate::Whole::week: return about(PartialDate::on(seen_from - 7 * count));
    default: return PartialDate::on(seen_from - count);
  }
}

}  // namespace

std::optional<PartialDate> calendar_date(const WrittenDate& written, std::optional<Day> seen_from, bool& weekday_differs) {
  weekday_differs = false;
  if (written.days_ago) return seen_from ? std::optional(PartialDate::on(*seen_from - *written.days_ago)) : std::nullopt;
  if (written.ago) return seen_from ? ago(written, *seen_from) : std::nullopt;
  if (written.whole != WrittenDate::Whole::none) return seen_from ? whole_date(written, *seen_from) : std::nullopt;
  if (written.season != WrittenDate::Season::none || written.part != WrittenDate::Part::none) {
    if (!written.month) return about_year(written, seen_from);
  }
  if (!written.month) {
    if (written.year) return PartialDate::in_year(*written.year);
    if (!seen_from) return std::nullopt;
    if (!written.day) return PartialDate::on(nearest_weekday(written.weekday.value_or(0), *seen_from, written.side));
    // « le 12 de ce mois », « ce lundi 18 »: of this month, or of the one before where the weekday says so.
    auto month = civil_of(*seen_from);
    if (written.side == WrittenDate::Side::past) month = month.month == 1 ? CivilDate{month.year - 1, 12, 1} : CivilDate{month.year, month.month - 1, 1};
    if (written.side == WrittenDate::Side::next) month = month.month == 12 ? CivilDate{month.year + 1, 1, 1} : CivilDate{month.year, month.month + 1, 1};
    if (written.weekday && written.side == WrittenDate::Side::none) {  // « lundi 25 », read on 2 March: nearer in February
      std::optional<Day> nearest;
      for (int step = -1; step <= 1; ++step) {
        const int count = month.year * 12 + static_cast<int>(month.month) - 1 + step;
        const auto day = day_in(count / 12, static_cast<unsigned>(count % 12) + 1, *written.day);
        if (!day || weekday_of(*day) != *written.weekday) continue;
        if (!nearest || std::abs(*day - *seen_from) < std::abs(*nearest - *seen_from)) nearest = day;
      }
      if (nearest) return PartialDate::on(*nearest);
    }
    for (int back = 0; back < 3; ++back) {
      const auto day = day_in(month.year, month.month, *written.day);
      const bool fits = day && (!written.weekday || weekday_of(*day) == *written.weekday);
      if (fits) return PartialDate::on(*day);
      month = month.month == 1 ? CivilDate{month.year - 1, 12, 1} : CivilDate{month.year, month.month - 1, 1};
    }
    return std::nullopt;
  }
  auto year = written.year;
  if (!year && seen_from) year = year_of(written, *seen_from);
  if (!year) return std::nullopt;
  if (!written.day) {
    const auto month = PartialDate::in_month(*year, *written.month);
    return written.part == WrittenDate::Part::none ? month : about(month);
  }
  const auto day = day_in(*year, *written.month, *written.day);
  if (!day) return std::nullopt;
  weekday_differs = written.weekday && weekday_of(*day) != *written.weekday;
  return PartialDate::on(*day);
}

}  // namespace maillage::documents

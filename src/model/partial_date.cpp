// SPDX-License-Identifier: Apache-2.0
#include "model/partial_date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace maillage {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

unsigned days_in_month(int year, unsigned month) {
  static constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
  return value;
}

// What one date of EDTF says: its days, its precision and how sure it is.
struct Part {
  Day first = 0;
  Day last = 0;
  DatePrecision precision = DatePrecision::day;
  DateQualifier qualifier = DateQualifier::none;
};

Part years(int from, int to, DatePrecision precision) {
  return {first_day_of_year(from), last_day_of_year(to), precision, DateQualifier::none};
}

std::optional<Part> parse_year(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const auto known = text.ends_with("XX") ? 2U : text.ends_with('X') ? 3U : 4U;
  const auto value = digits(text.substr(0, known));
  if (!value) return std::nullopt;
  if (known == 2) return years(*value * 100, *value * 100 + 99, DatePrecision::century);
  if (known == 3) return years(*value * 10, *value * 10 + 9, DatePrecision::decade);
  return years(*value, *value, DatePrecision::year);
}

std::optional<Part> parse_plain(std::string_view text) {
  if (text.size() == 4) return parse_year(text);
  if (text.size() >= 7 && (text.substr(4) == "-XX" || text.substr(4) == "-XX-XX")) return parse_year(text.substr(0, 4));
  if ((text.size() != 7 && text.size() != 10) || text[4] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
  const auto month_number = static_cast<unsigned>(*month);
  const auto length = days_in_month(*year, month_number);
  if (text.size() == 7 || text.substr(7) == "-XX") {
    return Part{day_of({*year, month_number, 1}), day_of({*year, month_number, length}), DatePrecision::month,
                DateQualifier::none};
  }
  const auto day = digits(text.substr(8, 2));
  if (text[7] != '-' || !day || *day < 1 || static_cast<unsigned>(*day) > length) return std::nullopt;
  const auto number = day_of({*year, month_number, static_cast<unsigned>(*day)});
  return Part{number, number, DatePrecision::day, DateQualifier::none};
}

std::optional<Part> parse_part(std::string_view text) {
  auto qualifier = DateQualifier::none;
  if (text.ends_with('~')) qualifier = DateQualifier::approximate;
  if (text.ends_with('?')) qualifier = DateQualifier::doubtful;
  if (text.ends_with('%')) qualifier = DateQualifier::approximate_and_doubtful;
  if (qualifier != DateQualifier::none) text.remove_suffix(1);
  auto part = parse_plain(text);
  if (part) part->qualifier = qualifier;
  return part;
}

DateQualifier both(DateQualifier a, DateQualifier b) {
  if (a == b || b == DateQualifier::none) return a;
  return a == DateQualifier::none ? b : DateQualifier::approximate_and_doubtful;
}

std::string part_text(Day day, DatePrecision precision) {
  const auto iso = to_iso(day);
  switch (precision) {
    case DatePrecision::day: return iso;
    case DatePrecision::month: return iso.substr(0, 7);
    case DatePrecision::year: return iso.substr(0, 4);
    case DatePrecision::decade: return iso.substr(0, 3) + "X";
    case DatePrecision::century: return iso.substr(0, 2) + "XX";
  }
  return iso;
}

std::string_view qualifier_text(DateQualifier qualifier) {
  switch (qualifier) {
    case DateQualifier::none: return "";
    case DateQualifier::approximate: return "~";
    case DateQualifier::doubtful: return "?";
    case DateQualifier::approximate_and_doubtful: return "%";
  }
  return "";
}

}  // namespace

// Days from civil dates and back: Howard Hinnant's era arithmetic (public description: "chrono-Compatible Low-Level
// Date Algorithms").
Day day_of(CivilDate date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const auto day_of_year = (153 * (date.month + (date.month > 2 ? -3U : 9U)) + 2) / 5 + date.day - 1;
  const auto day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<int>(day_of_era) - 719468;
}

CivilDate civil_of(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const auto year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const auto day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto shifted_month = (5 * day_of_year + 2) / 153;
  const auto month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = static_cast<int>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

std::string to_iso(Day day) {
  const auto date = civil_of(day);
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", date.year, date.month, date.day);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const auto part = parse_plain(text);
  if (!part || part->precision != DatePrecision::day) return std::nullopt;
  return part->first;
}

unsigned weekday_of(Day day) { return static_cast<unsigned>(((day % 7) + 7 + 3) % 7); }

Day first_day_of_year(int year) { return day_of({year, 1, 1}); }
Day last_day_of_year(int year) { return day_of({year, 12, 31}); }

PartialDate::PartialDate(DateKind kind, Day first, Day last, DatePrecision precision, DatePrecision end_precision,
                         DateQualifier qualifier)
    : first_(first),
      length_(static_cast<std::uint32_t>(last - first) & 0xFFFFFU),
      kind_(static_cast<std::uint32_t>(kind) & 7U),
      precision_(static_cast<std::uint32_t>(precision) & 7U),
      end_precision_(static_cast<std::uint32_t>(end_precision) & 7U),
      qualifier_(static_cast<std::uint32_t>(qualifier) & 3U) {}

PartialDate PartialDate::on(Day day) {
  return {DateKind::single, day, day, DatePrecision::day, DatePrecision::day, DateQualifier::none};
}

PartialDate PartialDate::in_month(int year, unsigned month) {
  return {DateKind::single,     day_of({year, month, 1}), day_of({year, month, days_in_month(year, month)}),
          DatePrecision::month, DatePrecision::month,     DateQualifier::none};
}

PartialDate PartialDate::in_year(int year) {
  return {DateKind::single,    first_day_of_year(year), last_day_of_year(year),
          DatePrecision::year, DatePrecision::year,     DateQualifier::none};
}

PartialDate PartialDate::without_end() {
  return {DateKind::open, 0, 0, DatePrecision::day, DatePrecision::day, DateQualifier::none};
}

PartialDate PartialDate::until(Day day) {
  return {DateKind::by_then, day, day, DatePrecision::day, DatePrecision::day, DateQualifier::none};
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  if (text.empty()) return PartialDate{};
  if (text == "..") return without_end();
  const auto of = [](DateKind kind, const std::optional<Part>& part) -> std::optional<PartialDate> {
    if (!part) return std::nullopt;
    return PartialDate{kind, part->first, part->last, part->precision, part->precision, part->qualifier};
  };
  if (text.starts_with("[..") && text.ends_with(']') && text.size() > 4) {
    return of(DateKind::by_then, parse_part(text.substr(3, text.size() - 4)));
  }
  if (text.starts_with('[') && text.ends_with("..]") && text.size() > 4) {
    return of(DateKind::from_then, parse_part(text.substr(1, text.size() - 4)));
  }
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return of(DateKind::single, parse_part(text));
  const auto from = text.substr(0, slash);
  const auto to = text.substr(slash + 1);
  if (from == ".." || from.empty()) return of(DateKind::by_then, parse_part(to));
  if (to == ".." || to.empty()) return of(DateKind::from_then, parse_part(from));
  const auto first = parse_part(from);
  const auto last = parse_part(to);
  constexpr Day longest = (1 << 20) - 1;
  if (!first || !last || last->last < first->first || last->last - first->first > longest) return std::nullopt;
  return PartialDate{DateKind::span,   first->first,    last->last,
                     first->precision, last->precision, both(first->qualifier, last->qualifier)};
}

std::string PartialDate::to_edtf() const {
  const auto part = part_text(first_, precision()).append(qualifier_text(qualifier()));
  switch (kind()) {
    case DateKind::unknown: return "";
    case DateKind::open: return "..";
    case DateKind::single: return part;
    case DateKind::by_then: return "[.." + part + "]";
    case DateKind::from_then: return "[" + part + "..]";
    case DateKind::span:
      return part + "/" +
             part_text(last_written(), static_cast<DatePrecision>(end_precision_)).append(qualifier_text(qualifier()));
  }
  return "";
}

Day PartialDate::earliest() const {
  switch (kind()) {
    case DateKind::unknown:
    case DateKind::by_then: return kDistantPast;
    case DateKind::open: return kDistantFuture;
    default: return first_;
  }
}

Day PartialDate::latest() const {
  switch (kind()) {
    case DateKind::unknown:
    case DateKind::open:
    case DateKind::from_then: return kDistantFuture;
    default: return last_written();
  }
}

}  // namespace maillage

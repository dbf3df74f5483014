// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace maillage {

/// A day, counted from 1970-01-01 = 0, proleptic Gregorian calendar.
using Day = std::int32_t;
inline constexpr Day kDistantPast = std::numeric_limits<Day>::min() / 2;
inline constexpr Day kDistantFuture = std::numeric_limits<Day>::max() / 2;

struct CivilDate {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
  auto operator<=>(const CivilDate&) const = default;
};

Day day_of(CivilDate date);
CivilDate civil_of(Day day);
/// 2024-07-08 of a day; years 0000 to 9999.
std::string to_iso(Day day);
/// A calendar day written YYYY-MM-DD, nothing else.
std::optional<Day> parse_day(std::string_view text);
/// 0 = Monday … 6 = Sunday.
unsigned weekday_of(Day day);
Day first_day_of_year(int year);
Day last_day_of_year(int year);

enum class DatePrecision : std::uint8_t { day, month, year, decade, century };
enum class DateQualifier : std::uint8_t { none, approximate, doubtful, approximate_and_doubtful };
enum class DateKind : std::uint8_t {
  unknown,   ///< empty: nobody has said
  single,    ///< one date, known to its precision
  by_then,   ///< [..d]: that day or earlier
  from_then, ///< [d..]: that day or later
  span,      ///< a/b: somewhere from a to b
  open       ///< ..: there is no such date (an agreement without term)
};

/// A date as sources give it: EDTF (ISO 8601-2) level 1 and the open sets of level 2.
///
/// Forms: 2024-07-08, 2024-07, 2024, 202X, 20XX, each with ~ (about), ? (doubtful) or % (both);
/// [..2024-12-19], [2024-12-19..], 2022/2026, ../2026 and /2026 (by then), empty (unknown), `..` (open). A qualifier on
/// either end of a span is one of the whole. 8 bytes; a plain value.
/// earliest() and latest() bound the day it can be; a qualifier does not widen them.
class PartialDate {
 public:
  constexpr PartialDate() = default;
  static PartialDate on(Day day);
  static PartialDate in_month(int year, unsigned month);
  static PartialDate in_year(int year);
  static PartialDate without_end();
  static PartialDate until(Day day);  ///< [..day]

  /// The date written as EDTF; nothing where the text is no EDTF of the forms above or names a day that does not exist.
  static std::optional<PartialDate> parse(std::string_view text);
  /// EDTF; parse(to_edtf()) gives the same value.
  std::string to_edtf() const;

  DateKind kind() const { return static_cast<DateKind>(kind_); }
  /// Precision of the date, or of the first part of a span.
  DatePrecision precision() const { return static_cast<DatePrecision>(precision_); }
  /// Precision of the second part of a span; elsewhere that of the date.
  DatePrecision end_precision() const { return static_cast<DatePrecision>(end_precision_); }
  DateQualifier qualifier() const { return static_cast<DateQualifier>(qualifier_); }
  bool is_known() const { return kind() != DateKind::unknown; }
  bool is_open() const { return kind() == DateKind::open; }
  /// One calendar day, without doubt about what is written.
  bool is_exact_day() const { return kind() == DateKind::single && precision() == DatePrecision::day; }
  /// First and last day of the part that is written (of d for [..d] and [d..]); 0 where nothing is.
  Day first_written() const { return first_; }
  Day last_written() const { return first_ + static_cast<Day>(length_); }
  /// First day it can be; kDistantPast where unbounded or unknown, kDistantFuture for open.
  Day earliest() const;
  /// Last day it can be; kDistantFuture where unbounded, unknown or open.
  Day latest() const;

  bool operator==(const PartialDate&) const = default;

 private:
  PartialDate(DateKind kind, Day first, Day last, DatePrecision precision, DatePrecision end_precision,
              DateQualifier qualifier);

  Day first_ = 0;  // first and last day of what is written; for [..d] and [d..] of the part d
  std::uint32_t length_ : 20 = 0;
  std::uint32_t kind_ : 3 = 0;
  std::uint32_t precision_ : 3 = 0;
  std::uint32_t end_precision_ : 3 = 0;
  std::uint32_t qualifier_ : 2 = 0;
};
static_assert(sizeof(PartialDate) == 8);

}  // namespace maillage

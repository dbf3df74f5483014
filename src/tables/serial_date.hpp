// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maillage {

/// From which day a workbook counts.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// What a number format makes of a number.
struct NumberFormat {
  enum class Shows : std::uint8_t { number, day, month, year, time } shows = Shows::number;
  unsigned digits = 0;  ///< `000000000` shows that many digits, with zeros before; 0: no such format

  /// Reads a format code of .xlsx (ECMA-376, 18.8.31): colours, conditions and literal texts in it are passed over.
  static NumberFormat of_code(std::string_view code);
  /// One of the formats that are known by number alone (18.8.30).
  static NumberFormat of_number(unsigned id);
};

/// The day of a serial number as EDTF, as precise as the format shows it; nothing where it is no day: 60 in the system
/// of 1900 (29 February 1900, which never was), below 0, beyond the year 9999. Times of day are left out.
std::optional<std::string> day_of_serial(double serial, DateSystem system, NumberFormat::Shows shows);

}  // namespace maillage

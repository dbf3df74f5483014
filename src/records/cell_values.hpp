// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/partial_date.hpp"

namespace maillage {

// What the cells of a table mean, with what French spreadsheets make of them where that is certain.

/// A value and whether it had to be read past the form a spreadsheet gave it.
template <class T>
struct ReadValue {
  std::optional<T> value;
  bool is_bent = false;  ///< read with certainty from a form that `check --fix` writes straight
};

/// EDTF; also 8/7/2024 and 08/07/2024, day first (bent).
ReadValue<PartialDate> read_date(std::string_view text);

/// A year that computer systems write where there is no end: 9999, 9999-12-31, 2999, 2999-12-31. No agreement has it.
bool stands_for_no_end(const PartialDate& date);

enum class DecimalMark : std::uint8_t { point, comma_possible };
/// A number with decimal point; also 7,5 and 1 000 000,00 (bent). `7,000` could be seven or seven thousand: nothing,
/// unless the file is known to be of a French spreadsheet (comma_possible).
ReadValue<double> read_number(std::string_view text, DecimalMark mark = DecimalMark::point);
/// A whole number from 0 to 4294967295; also with spaces between groups of three (bent).
ReadValue<std::uint32_t> read_integer(std::string_view text);

/// Without spaces, tabs, line ends and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);
/// The values of a list cell, trimmed, empty ones left out.
std::vector<std::string_view> split_list(std::string_view text, char separator = '|');

/// An e-mail address or telephone number that stands in a text; empty where there is none.
std::string_view contact_in(std::string_view text);

/// Shortest decimal text of a number, never with an exponent below 1e15; what writers put into number cells.
std::string plain_number(double value);

}  // namespace maillage

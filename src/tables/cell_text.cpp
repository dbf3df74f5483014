// SPDX-License-Identifier: Apache-2.0
#include "tables/cell_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace maillage {

double rounded(double value) {
  if (!std::isfinite(value)) return value;
  std::array<char, 32> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 11).ptr;
  double result = value;
  if (std::from_chars(buffer.data(), end, result).ec != std::errc{}) return value;
  return result == 0 ? 0 : result;  // no minus before nought
}

std::string number_text(double value) {
  if (std::isnan(value)) return "";
  const double shorter = rounded(value);
  const double magnitude = std::abs(shorter);
  // Plain digits where a person would write them; the shorter of the two forms would give 1e+05.
  const bool is_plain = shorter == 0 || (magnitude >= 1e-6 && magnitude < 1e15) || std::isinf(shorter);
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), shorter,
                                 is_plain ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  return {buffer.data(), end};
}

bool is_nothing(const Cell& cell) {
  const auto* number = std::get_if<double>(&cell.value);
  return std::holds_alternative<std::monostate>(cell.value) || (number != nullptr && std::isnan(*number));
}

std::string machine_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell.value)) return number_text(*number);
  if (const auto* truth = std::get_if<bool>(&cell.value)) return *truth ? "true" : "false";
  return "";
}

std::string shown_text(const Cell& cell) {
  if (!cell.shown.empty()) return cell.shown;
  return is_nothing(cell) ? "–" : machine_text(cell);
}

}  // namespace maillage

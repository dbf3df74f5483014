// SPDX-License-Identifier: Apache-2.0
#include "cli/shown_values.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {
namespace {

constexpr int decimals_of_fractions = 4;

bool is_fraction(const Cell& cell) {
  const auto* number = std::get_if<double>(&cell.value);
  return number != nullptr && std::isfinite(*number) && *number != std::round(*number);
}

void show(Cell& cell, int decimals, const Language& language) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) {
    cell.shown = language.number(*whole);
  } else if (const auto* truth = std::get_if<bool>(&cell.value)) {
    cell.shown = language.say(*truth ? "word.yes" : "word.no");
  } else if (const auto* number = std::get_if<double>(&cell.value); number != nullptr && !std::isnan(*number)) {
    cell.shown = language.number(*number, decimals);
  }
}

}  // namespace

void show_values(Table& table, const Language& language) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].key.ends_with("year")) continue;
    const auto has_fraction = [&](const std::vector<Cell>& row) {
      return column < row.size() && is_fraction(row[column]);
    };
    const int decimals = std::ranges::any_of(table.rows, has_fraction) ? decimals_of_fractions : 0;
    for (auto& row : table.rows) {
      if (column < row.size() && row[column].shown.empty()) show(row[column], decimals, language);
    }
  }
}

}  // namespace maillage

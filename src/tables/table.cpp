// SPDX-License-Identifier: Apache-2.0
#include "tables/table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tables/cell_text.hpp"

namespace maillage {
namespace {

std::size_t column_of(const Table& table, std::string_view key) {
  const auto found = std::ranges::find(table.columns, key, &TableColumn::key);
  if (found == table.columns.end()) throw std::invalid_argument(std::string(key));
  return static_cast<std::size_t>(found - table.columns.begin());
}

double number_of(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return static_cast<double>(*whole);
  if (const auto* truth = std::get_if<bool>(&cell.value)) return *truth ? 1 : 0;
  return std::get<double>(cell.value);
}

// Nothing is compared here: the caller puts it last whichever way it sorts. Numbers come before texts.
int compare(const Cell& a, const Cell& b) {
  const auto* text_a = std::get_if<std::string>(&a.value);
  const auto* text_b = std::get_if<std::string>(&b.value);
  if (text_a != nullptr && text_b != nullptr) return text_a->compare(*text_b);
  if (text_a != nullptr || text_b != nullptr) return text_a != nullptr ? 1 : -1;
  const auto* whole_a = std::get_if<std::int64_t>(&a.value);
  const auto* whole_b = std::get_if<std::int64_t>(&b.value);
  if (whole_a != nullptr && whole_b != nullptr) return *whole_a < *whole_b ? -1 : *whole_a > *whole_b ? 1 : 0;
  const double x = number_of(a);
  const double y = number_of(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

}  // namespace

Table with_columns(const Table& table, const std::vector<std::string>& keys) {
  std::vector<std::size_t> places;
  for (const auto& key : keys) places.push_back(column_of(table, key));
  Table kept{table.name, table.title, {}, {}, table.notes};
  for (const auto place : places) kept.columns.push_back(table.columns[place]);
  for (const auto& row : table.rows) {
    auto& cells = kept.rows.emplace_back();
    for (const auto place : places) cells.push_back(place < row.size() ? row[place] : Cell());
  }
  return kept;
}

Table sorted_by(const Table& table, const std::string& key) {
  const bool downwards = key.starts_with('-');
  const auto column = column_of(table, downwards ? std::string_view(key).substr(1) : key);
  static const Cell nothing;
  const auto cell = [&](std::size_t row) -> const Cell& {
    return column < table.rows[row].size() ? table.rows[row][column] : nothing;
  };
  std::vector<std::size_t> order(table.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const bool empty_a = is_nothing(cell(a));
    const bool empty_b = is_nothing(cell(b));
    if (empty_a || empty_b) return !empty_a && empty_b;
    const int order_of_values = compare(cell(a), cell(b));
    return downwards ? order_of_values > 0 : order_of_values < 0;
  });
  Table sorted{table.name, table.title, table.columns, {}, table.notes};
  for (const auto row : order) sorted.rows.push_back(table.rows[row]);
  return sorted;
}

}  // namespace maillage

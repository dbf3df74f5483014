// SPDX-License-Identifier: Apache-2.0
#include "tables/json_text.hpp"

#include <nlohmann/json.hpp>

#include "tables/cell_text.hpp"

namespace maillage {
namespace {

void round_numbers(nlohmann::ordered_json& value) {
  if (value.is_number_float()) {
    value = rounded(value.get<double>());
  } else if (value.is_structured()) {
    for (auto& inner : value) round_numbers(inner);
  }
}

nlohmann::ordered_json json_value(const Cell& cell) {
  if (is_nothing(cell)) return nullptr;
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return *whole;
  if (const auto* truth = std::get_if<bool>(&cell.value)) return *truth;
  return std::get<double>(cell.value);
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& value) {
  auto rounded_value = value;
  round_numbers(rounded_value);
  return rounded_value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string to_json(const Table& table) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    auto& object = rows.emplace_back(nlohmann::ordered_json::object());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      object[table.columns[i].key] = i < row.size() ? json_value(row[i]) : nullptr;
    }
  }
  return json_text(rows);
}

}  // namespace maillage

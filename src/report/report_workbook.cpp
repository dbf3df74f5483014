// SPDX-License-Identifier: Apache-2.0
#include "report/report_workbook.hpp"

#include <algorithm>

#include "model/partial_date.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {
namespace {

// `a|b|c` counts three: what a column of numbers shows to people.
void count_ids(Table& table) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].align != TableColumn::Align::right) continue;
    for (auto& row : table.rows) {
      const auto* ids = std::get_if<std::string>(&row[column].value);
      if (ids == nullptr || ids->empty()) continue;
      row[column] = Cell(std::int64_t{std::ranges::count(*ids, '|') + 1});
    }
  }
}

// An end is its last day, `2028` too: a day that can be sorted and counted with.
void give_days(Table& table) {
  if (table.name != "endings") return;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].key != "valid_to") continue;
    for (auto& row : table.rows) {
      const auto* text = std::get_if<std::string>(&row[column].value);
      const auto date = text == nullptr ? std::nullopt : PartialDate::parse(*text);
      if (date && date->is_known() && date->kind() == DateKind::single) row[column] = Cell(to_iso(date->latest()));
    }
  }
}

}  // namespace

std::string report_workbook(const std::vector<Table>& tables, const std::string& title, const Language& language) {
  std::vector<SheetToWrite> sheets;
  for (auto table : tables) {
    table.title = language.label("sheet", table.name);
    count_ids(table);
    give_days(table);
    sheets.push_back({.table = std::move(table)});
  }
  return to_xlsx(sheets, {.title = title, .day_format = language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"});
}

}  // namespace maillage

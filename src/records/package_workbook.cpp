// SPDX-License-Identifier: Apache-2.0
#include "records/package_workbook.hpp"

#include <algorithm>

#include "model/schema.hpp"
#include "records/cell_values.hpp"
#include "records/text_tables.hpp"

namespace maillage {
namespace {

// The sheet's rows by the columns of the table; false where its header is another one.
bool take_table(const WorkbookSheet& sheet, TextTable& table) {
  if (sheet.rows.empty()) return false;
  std::vector<std::size_t> places;
  for (const auto& cell : sheet.rows.front().cells) {
    const auto found = std::ranges::find(table.columns, trimmed(cell.text));
    if (found == table.columns.end()) return false;
    places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
  }
  for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
    auto& row = table.rows.emplace_back(table.columns.size());
    const auto& cells = sheet.rows[r].cells;
    for (std::size_t c = 0; c < cells.size() && c < places.size(); ++c) row[places[c]] = cells[c].text;
    const bool is_blank = std::ranges::all_of(row, [](const auto& text) { return trimmed(text).empty(); });
    if (is_blank) table.rows.pop_back();
  }
  return true;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> package_in_workbook(const Workbook& workbook) {
  TextTables tables;
  std::string descriptor;
  std::size_t needed = 0;
  for (const auto& sheet : workbook.sheets) {
    if (sheet.name == kDescriptorSheet) {
      for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
        descriptor += (sheet.rows[r].cells.empty() ? std::string() : sheet.rows[r].cells.front().text) + "\n";
      }
      continue;
    }
    if (find_table(sheet.name) == nullptr) continue;
    if (!take_table(sheet, tables[sheet.name])) return std::nullopt;
    if (sheet.name == "agreements" || sheet.name == "institutions" || sheet.name == "parties") ++needed;
  }
  if (needed != 3) return std::nullopt;
  auto files = tables.files();
  if (!descriptor.empty()) files.emplace(files.begin(), "datapackage.json", descriptor);
  return files;
}

}  // namespace maillage

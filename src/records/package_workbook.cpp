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
  std::vector<std::string> columns;  // those of the sheet in its order
  for (const auto& cell : sheet.rows.front().cells) {
    const std::string name(trimmed(cell.text));
    if (std::ranges::find(table.columns, name) == table.columns.end() || std::ranges::find(columns, name) != columns.end()) return false;
    places.push_back(columns.size());
    columns.push_back(name);
  }
  table.columns = std::move(columns);
  for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
    auto& row = table.rows.emplace_back(table.columns.size());
    const auto& cells = sheet.rows[r].cells;
    for (std::size_t c = 0; c < cells.size() && c < places.size(); ++c) row[places[c]] = cells[c].text;
    const bool is_blank = std::ranges::all_of(row, [](const auto& text) { return trimmed(text).empty(); });
    if (is_blank) table.rows.pop_back();
  }
  return true;
}

// The lines below the header, blank ones too.
std::string text_of(const WorkbookSheet& sheet) {
  std::string text;
  std::uint32_t line = 2;
  for (const auto& row : sheet.rows) {
    if (row.number < line) continue;
    for (; line < row.number; ++line) text += '\n';
    text += (row.cells.empty() ? std::string() : row.cells.front().text) + "\n";
    ++line;
  }
  return text;
}

// A name of an explanation in Markdown, which is no path.
bool is_explanation(const WorkbookSheet& sheet) {
  if (sheet.rows.empty() || sheet.rows.front().number != 1 || sheet.rows.front().cells.size() != 1) return false;
  const auto& name = sheet.rows.front().cells.front().text;
  return name.ends_with(".md") && name.size() > 3 && name.front() != '.' && name.find_first_of("/\\") == std::string::npos;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> package_in_workbook(const Workbook& workbook) {
  TextTables tables;
  std::string descriptor;
  std::vector<std::pair<std::string, std::string>> explanations;
  std::size_t needed = 0;
  for (const auto& sheet : workbook.sheets) {
    if (sheet.name == kDescriptorSheet) {
      descriptor = text_of(sheet);
      continue;
    }
    if (is_explanation(sheet)) {
      explanations.emplace_back(sheet.rows.front().cells.front().text, text_of(sheet));
      continue;
    }
    if (find_table(sheet.name) == nullptr) continue;
    if (!take_table(sheet, tables[sheet.name])) return std::nullopt;
    if (sheet.name == "agreements" || sheet.name == "institutions" || sheet.name == "parties") ++needed;
  }
  if (needed != 3) return std::nullopt;
  auto files = tables.files();
  if (!descriptor.empty()) files.emplace(files.begin(), "datapackage.json", descriptor);
  files.insert(files.end(), explanations.begin(), explanations.end());
  return files;
}

}  // namespace maillage

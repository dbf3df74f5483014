// SPDX-License-Identifier: Apache-2.0
#include "records/office/carried_mapping.hpp"

#include <algorithm>
#include <set>

#include "names/name_index.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

bool is_example(const SheetRow& row) {
  const auto first = std::ranges::find_if(row.cells, [](const SheetCell& cell) { return !cell.is_empty(); });
  if (first == row.cells.end() || first != row.cells.begin()) return false;
  const auto text = folded(first->text);
  return text.starts_with("exemple") || text.starts_with("example");
}

std::string csv_of(const WorkbookSheet& sheet) {
  std::string text;
  for (const auto& row : sheet.rows) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) text += (c > 0 ? "," : "") + csv_field(row.cells[c].text);
    text += '\n';
  }
  return text;
}

}  // namespace

std::optional<CarriedMapping> take_carried_mapping(Workbook& workbook) {
  const auto sheet = std::ranges::find(workbook.sheets, kMappingSheet, &WorkbookSheet::name);
  if (sheet == workbook.sheets.end()) return std::nullopt;
  std::vector<MappingFault> faults;
  CarriedMapping carried{read_mapping(csv_of(*sheet), faults), 0};
  if (!faults.empty()) return std::nullopt;
  std::set<std::string> named;
  for (const auto& column : carried.mapping.columns) named.insert(column.table);
  std::erase_if(workbook.sheets, [&](const WorkbookSheet& one) { return !named.contains(one.name); });
  for (auto& one : workbook.sheets) carried.examples += std::erase_if(one.rows, is_example);
  return carried;
}

}  // namespace maillage

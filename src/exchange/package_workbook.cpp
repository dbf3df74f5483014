// SPDX-License-Identifier: Apache-2.0
#include "exchange/package_workbook.hpp"

#include <algorithm>
#include <charconv>

#include "exchange/table_texts.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLongestText = 32'767;
constexpr std::size_t kBlankRows = 200;  // below the table, that the lists and explanations hold for

// A number only where its text comes back from it; what begins with a nought is a code.
Cell cell_of(const FieldSchema& field, const std::string& text) {
  const bool is_number = field.type == FieldType::integer || field.type == FieldType::number || field.type == FieldType::latitude ||
                         field.type == FieldType::longitude;
  if (!is_number || text.empty()) return text;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && number_text(value) == text ? Cell(value) : Cell(text);
}

SheetToWrite sheet_of(const DataSet& data, const TableSchema& table, bool in_french) {
  SheetToWrite sheet;
  sheet.table.name = table.name;
  sheet.table.title = table.name;
  for (const auto& field : table.fields) {
    const std::string name(field.name);
    const bool is_number = field.type == FieldType::integer || field.type == FieldType::number;
    sheet.table.columns.push_back({name, name, is_number ? TableColumn::Align::right : TableColumn::Align::left});
    sheet.explanations[name] = in_french ? field.description_fr : field.description_en;
    if (field.type == FieldType::date) {
      sheet.days.insert(name);
    } else if (!is_number) {
      sheet.texts.insert(name);
    }
    if (field.is_list) continue;
    for (const auto code : field.codes) {
      if (!code.empty()) sheet.choices[name].emplace_back(code);
    }
  }
  for_each_row(data, table.name, [&](std::span<const std::string> cells) {
    auto& row = sheet.table.rows.emplace_back();
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c].size() > kLongestText) throw TooLongForACell(std::string(table.name) + " " + cells[0]);
      row.push_back(cell_of(table.fields[c], cells[c]));
    }
  });
  sheet.blank_rows = kBlankRows;
  return sheet;
}

}  // namespace

std::vector<SheetToWrite> package_sheets(const DataSet& data, const std::string& descriptor, bool in_french) {
  std::vector<SheetToWrite> sheets;
  for (const auto& table : package_schema()) {
    if (table.is_required || has_rows(data, table.name)) sheets.push_back(sheet_of(data, table, in_french));
  }
  SheetToWrite last;
  last.table.name = last.table.title = "datapackage";
  last.table.columns = {{"json", "json"}};
  last.is_hidden = true;
  for (std::size_t start = 0; start < descriptor.size();) {
    const auto end = std::min(descriptor.find('\n', start), descriptor.size());
    last.table.rows.push_back({Cell(descriptor.substr(start, end - start))});
    start = end + 1;
  }
  sheets.push_back(std::move(last));
  return sheets;
}

}  // namespace maillage

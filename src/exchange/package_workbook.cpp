// SPDX-License-Identifier: Apache-2.0
#include "exchange/package_workbook.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "files/files.hpp"
#include "model/schema.hpp"
#include "tables/csv_reader.hpp"

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

SheetToWrite sheet_of(const TableSchema& table, const CsvTable& rows, bool in_french) {
  SheetToWrite sheet;
  sheet.table.name = table.name;
  sheet.table.title = table.name;
  std::vector<const FieldSchema*> fields;
  for (const auto& name : rows.header) {
    const auto place = table.place_of(name);
    const auto* field = place < table.fields.size() ? &table.fields[place] : nullptr;
    fields.push_back(field);
    const bool is_number = field != nullptr && (field->type == FieldType::integer || field->type == FieldType::number);
    sheet.table.columns.push_back({name, name, is_number ? TableColumn::Align::right : TableColumn::Align::left});
    if (field == nullptr) continue;
    sheet.explanations[name] = in_french ? field->description_fr : field->description_en;
    if (field->type == FieldType::date) {
      sheet.days.insert(name);
    } else if (!is_number) {
      sheet.texts.insert(name);
    }
    if (field->is_list) continue;
    for (const auto code : field->codes) {
      if (!code.empty()) sheet.choices[name].emplace_back(code);
    }
  }
  for (const auto& record : rows.records) {
    auto& row = sheet.table.rows.emplace_back();
    for (std::size_t c = 0; c < fields.size(); ++c) {
      const auto text = c < record.size() ? record[c] : std::string();
      if (text.size() > kLongestText) throw TooLongForACell(std::string(table.name) + " " + record.front());
      row.push_back(fields[c] == nullptr ? Cell(text) : cell_of(*fields[c], text));
    }
  }
  sheet.blank_rows = kBlankRows;
  return sheet;
}

// A text line by line below its name.
SheetToWrite lines_of(const std::string& name, const std::string& header, const std::string& text) {
  SheetToWrite sheet;
  sheet.table.name = sheet.table.title = name;
  sheet.table.columns = {{"line", header}};
  sheet.is_hidden = true;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    if (end - start > kLongestText) throw TooLongForACell(header);
    sheet.table.rows.push_back({Cell(text.substr(start, end - start))});
    start = end + 1;
  }
  return sheet;
}

}  // namespace

std::vector<SheetToWrite> package_sheets(const std::vector<std::pair<std::string, std::string>>& files, bool in_french) {
  std::vector<SheetToWrite> sheets, texts;
  for (const auto& table : package_schema()) {
    const auto file = std::ranges::find(files, std::string(table.name) + ".csv", &std::pair<std::string, std::string>::first);
    if (file != files.end()) sheets.push_back(sheet_of(table, read_csv(file->second), in_french));
  }
  for (const auto& [name, bytes] : files) {
    if (name == "datapackage.json") texts.push_back(lines_of("datapackage", "json", bytes));
    else if (name.ends_with(".md")) texts.push_back(lines_of(name, name, decode(bytes).text));
  }
  sheets.insert(sheets.end(), std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()));
  return sheets;
}

}  // namespace maillage

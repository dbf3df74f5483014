// SPDX-License-Identifier: Apache-2.0
#include "exchange/package_writer.hpp"

#include <algorithm>

#include "exchange/package_descriptor.hpp"
#include "exchange/table_texts.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string table_csv(const DataSet& data, const TableSchema& table) {
  std::string out;
  for (const auto& field : table.fields) {
    if (!out.empty()) out += ',';
    append_cell(out, field.name);
  }
  out += '\n';
  for_each_row(data, table.name, [&](std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      append_cell(out, cells[i]);
    }
    out += '\n';
  });
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> package_files(const DataSet& data) {
  std::vector<const TableSchema*> tables;
  for (const auto& table : package_schema()) {
    if (table.is_required || has_rows(data, table.name)) tables.push_back(&table);
  }
  std::vector<std::pair<std::string, std::string>> files{{"datapackage.json", package_descriptor(data, tables)}};
  for (const auto* table : tables) files.emplace_back(std::string(table->name) + ".csv", table_csv(data, *table));
  return files;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "records/fix.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "files/files.hpp"
#include "records/cell_values.hpp"
#include "records/identifiers.hpp"
#include "records/load.hpp"
#include "records/read_flat.hpp"
#include "records/read_package.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

constexpr auto kMended = std::to_array<std::string_view>(
    {"byte_order_mark", "decimal_comma", "delimiter_semicolon", "french_date", "lost_leading_zero", "outer_space",
     "quote_in_plain_field", "utf_16", "windows_1252"});

std::string as_field(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string straight_list(std::string_view cell, bool may_lack_zeros) {
  std::string text;
  for (const auto value : split_list(cell)) {
    if (!text.empty()) text += '|';
    text += (may_lack_zeros ? with_lost_zeros(FieldType::territory_code, value) : std::nullopt)
                .value_or(std::string(value));
  }
  return text;
}

std::string straight(std::string_view cell, const FieldSchema& field, DecimalMark mark) {
  const bool is_territory = field.references == "territories";
  if (field.is_list) return straight_list(cell, is_territory);
  switch (field.type) {
    case FieldType::date:
      if (const auto date = read_date(cell); date.is_bent) return date.value->to_edtf();
      break;
    case FieldType::integer:
      if (const auto number = read_integer(cell); number.is_bent) return std::to_string(*number.value);
      break;
    case FieldType::number:
    case FieldType::latitude:
    case FieldType::longitude:
      if (const auto number = read_number(cell, mark); number.is_bent) return plain_number(*number.value);
      break;
    default:
      if (auto padded = with_lost_zeros(is_territory ? FieldType::territory_code : field.type, cell)) return *padded;
  }
  return std::string(cell);
}

// The table's columns in the order of the schema, then the unknown ones as they come.
std::vector<std::string> ordered_columns(const TableSchema& schema, const std::vector<std::string>& header) {
  std::vector<std::string> columns;
  for (const auto& field : schema.fields) {
    if (std::ranges::find(header, field.name) != header.end()) columns.emplace_back(field.name);
  }
  for (const auto& name : header) {
    if (!name.empty() && schema.place_of(name) == schema.fields.size()) columns.push_back(name);
  }
  return columns;
}

class TableFix {
 public:
  TableFix(const TableFile& file, const TableSchema& schema, FixedPackage& fixed)
      : file_(file), schema_(schema), fixed_(fixed), head_(head_of(file, column_names(schema))),
        columns_(ordered_columns(schema, head_.columns)) {}

  void run(const std::string& relative) {
    WantedColumns wanted;
    wanted.names.assign(columns_.begin(), columns_.end());
    add_line(wanted.names);
    FaultLog log;
    read_table(file_, head_.form, wanted, log, [&](const TableRow& row) { take(row); });
    const auto before = read_file(file_.path);
    const bool is_certain = !log.has_errors() && !columns_.empty();
    const auto& after = is_certain ? text_ : before;
    if (is_certain) {
      for (auto& fault : log.take()) {
        if (fault.code == "outer_space") add_space(fault);
      }
      std::ranges::stable_sort(cells_, {}, [](const FixedCell& c) { return std::tie(c.row, c.field); });
      for (auto& cell : cells_) fixed_.cells.push_back(std::move(cell));
    }
    if (before != after) fixed_.rewritten.push_back(relative);
    fixed_.files.emplace_back(relative, after);
  }

 private:
  void add_line(const std::vector<std::string_view>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += ',';
      text_ += as_field(cells[i]);
    }
    text_ += '\n';
  }
  void take(const TableRow& row) {
    const auto mark = head_.form.delimiter == ';' ? DecimalMark::comma_possible : DecimalMark::point;
    std::vector<std::string> after;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto place = schema_.place_of(columns_[i]);
      const bool is_known = place < schema_.fields.size();
      after.push_back(is_known ? straight(row.cells[i], schema_.fields[place], mark) : std::string(row.cells[i]));
      if (after.back() == row.cells[i]) continue;
      cells_.push_back({file_.name, row.line, columns_[i], std::string(row.cells[i]), after.back()});
    }
    add_line({after.begin(), after.end()});
  }
  // The space went before anything else: another change of the same cell already tells more.
  void add_space(const Fault& fault) {
    const bool is_told = std::ranges::any_of(
        cells_, [&](const FixedCell& c) { return c.row == fault.row && c.field == fault.field; });
    if (is_told) return;
    cells_.push_back({file_.name, fault.row, fault.field, fault.value, std::string(trimmed(fault.value))});
  }

  const TableFile& file_;
  const TableSchema& schema_;
  FixedPackage& fixed_;
  TableHead head_;
  std::vector<std::string> columns_;
  std::string text_;
  std::vector<FixedCell> cells_;
};

void fix_package(const fs::path& folder, FixedPackage& fixed) {
  FaultLog log;
  const auto files = look_at_package(folder, log);
  std::error_code error;
  const auto descriptor = files.reading->path_of("datapackage.json");
  if (fs::exists(descriptor, error)) fixed.files.emplace_back("datapackage.json", read_file(descriptor));
  for (const auto& [name, path] : files.tables) {
    const TableFile file{path, path.filename().string(), {}};
    TableFix(file, *find_table(name), fixed).run(files.name_of.at(name));
  }
}

void fix_flat(const fs::path& path, FixedPackage& fixed) {
  const TableFile file{path, path.filename().string(), {}};
  const auto format = flat_format_of(head_of(file, flat_columns()).columns);
  const auto& schema = format == InputFormat::edge_list_csv ? edge_list_schema() : agreements_csv_schema();
  TableFix(file, schema, fixed).run(file.name);
}

}  // namespace

FixedPackage straighten(const fs::path& path) {
  FixedPackage fixed;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    fix_package(path, fixed);
  } else if (path.filename() == "datapackage.json") {
    fix_package(path.has_parent_path() ? path.parent_path() : fs::path("."), fixed);
  } else {
    fix_flat(path, fixed);
  }
  for (auto& fault : load(path).faults) {
    if (std::ranges::find(kMended, fault.code) == kMended.end()) fixed.remaining.push_back(std::move(fault));
  }
  return fixed;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/text_tables.hpp"

namespace maillage {

/// A table of a package as the bytes of its file, in which single rows and cells are changed and everything else stays
/// as it is: order of columns, delimiter, byte-order mark, line ends, quotes, blank lines.
class RawTable {
 public:
  /// `name`: of the table in the schema. Without bytes: a new table with the columns of the schema, comma and LF.
  explicit RawTable(std::string_view name, std::string_view bytes = {});

  /// Is it written in UTF-8? Another table can be read, and must be written straight before it is changed.
  bool is_utf8() const { return is_utf8_; }
  const std::string& name() const { return name_; }
  std::size_t size() const { return rows_.size(); }
  /// Text of a cell without quotes and outer spaces; empty where there is no such column.
  std::string cell(std::size_t row, std::string_view column) const;
  /// As evidence and acknowledgements call the row: its id or code, else its first two key columns joined by `/`.
  std::string key(std::size_t row) const;
  /// Rows with that key.
  std::vector<std::size_t> rows_with_key(std::string_view key) const;
  std::vector<std::size_t> rows_with(std::string_view column, std::string_view text) const;

  /// A column of the schema that the file lacks is added at its end. std::out_of_range for a column of no schema.
  void set(std::size_t row, std::string_view column, std::string_view text);
  /// Behind the last row that has the same first cell of a key of several columns, else at the end; its number.
  std::size_t add(const std::vector<std::pair<std::string_view, std::string>>& cells);
  /// The same for many rows in their order, in time linear in the table and them.
  void add_all(const std::vector<std::vector<std::pair<std::string_view, std::string>>>& rows);
  void remove(std::size_t row);

  std::string bytes() const;
  /// The cells by the columns of the schema.
  TextTable texts() const;

 private:
  struct Record {
    std::vector<std::string> fields;  // as they are written
    std::string end;
  };
  std::size_t place_of(std::string_view column) const;
  std::size_t make_column(std::string_view column);
  std::string written(std::string_view text) const;
  void parse(std::string_view text);

  std::string name_, mark_, line_end_ = "\n";
  char delimiter_ = ',';
  bool is_utf8_ = true;
  std::vector<std::string> columns_;
  std::vector<Record> records_;      // the header, rows and blank lines
  std::vector<std::size_t> rows_;    // places of the rows in records_
};

}  // namespace maillage

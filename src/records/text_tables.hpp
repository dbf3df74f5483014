// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maillage {

/// One table of a data package as the texts that stand in its cells: what is collected, merged and edited before it is
/// read, checked and written.
struct TextTable {
  std::vector<std::string> columns;            ///< in the order of the schema
  std::vector<std::vector<std::string>> rows;  ///< a text for each column

  /// The line of its file on which each row begins (the header's is 1).
  std::vector<std::uint64_t> lines() const;
  std::size_t place_of(std::string_view column) const;  ///< std::out_of_range where there is none
  /// Adds a row of these cells; the others are empty. Its number.
  std::size_t add(const std::vector<std::pair<std::string_view, std::string>>& cells);
  std::string& at(std::size_t row, std::string_view column) { return rows[row][place_of(column)]; }
  const std::string& at(std::size_t row, std::string_view column) const { return rows[row][place_of(column)]; }
};

/// Tables of a package by name. A table that is asked for and not there begins empty, with the columns of the schema.
class TextTables {
 public:
  TextTables() = default;
  /// From the files of a package (relative path and bytes): its tables; other files are passed over.
  static TextTables of(const std::vector<std::pair<std::string, std::string>>& files);

  TextTable& operator[](std::string_view name);
  const TextTable* find(std::string_view name) const;
  const std::map<std::string, TextTable, std::less<>>& all() const { return tables_; }
  /// CSV files of the tables that have rows; cells stand exactly as they are.
  std::vector<std::pair<std::string, std::string>> files() const;

 private:
  std::map<std::string, TextTable, std::less<>> tables_;
};

/// What tells a row of a table apart: its key columns joined by `/`; all columns where the schema names none.
std::string row_key(std::string_view table_name, const TextTable& table, std::size_t row);

/// One thing that merging changed.
struct TableChange {
  std::string table, key;           ///< key columns joined by `/`
  std::string field;                ///< empty: the row is new
  std::string before, after;
};

/// Lets the claims of a source that is read again say where it says so now: where claims of `news` have only the locator
/// otherwise than claims of `evidence` of the same row, field, source and value, they take their place; claims left over go.
/// How many places changed. O(rows · log).
std::size_t move_citations(TextTable& evidence, const TextTable& news);

/// Puts the rows of `news` into `tables`: a row whose key columns (model/schema.hpp) are there already has its non-empty
/// cells put over the old ones, any other row is added; a row without key columns in its schema is added where no equal
/// row stands. Nothing is taken away. Rows of `fill_only` tables only fill cells that are empty. Merging the same again
/// changes nothing. O(rows · log).
std::vector<TableChange> merge(TextTables& tables, const TextTables& news, const std::vector<std::string_view>& fill_only);

}  // namespace maillage

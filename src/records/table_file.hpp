// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/fault_log.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {

/// How a table is written down, as far as its bytes tell.
struct TableForm {
  enum class Text : std::uint8_t { utf8, windows_1252, utf16, none } text = Text::utf8;
  char delimiter = ',';
  bool has_mark = false;
  std::uint64_t lines = 0;  ///< line ends; 0 for standard input
};

/// Looks at the bytes of a table and says how to read them. UTF-16 is known by its mark or its null bytes; a workbook, a
/// picture or an archive by how it begins. A text that is no UTF-8 is Windows-1252 where that is
/// certain: no UTF-8 sequences in it, and every byte beyond ASCII is one that French texts use.
class FormFinder {
 public:
  void feed(std::string_view piece);
  /// `known`: the column names that are looked for; the delimiter that yields most of them is taken.
  TableForm found(std::span<const std::string_view> known) const;
  /// The names in the first line, by that form; UTF-8.
  std::vector<std::string> header(const TableForm& form) const;

 private:
  void look_at(unsigned char byte);
  void stray();
  std::string begin_;  // the first 64 KiB
  std::string open_;   // bytes of a UTF-8 sequence that is not complete yet
  std::uint64_t sequences_ = 0, strays_ = 0, strange_ = 0, lines_ = 0;
};

/// A table as it stands in a file, or in memory (standard input).
struct TableFile {
  std::filesystem::path path;
  std::string name;                 ///< as faults call it
  std::optional<std::string> text;  ///< what is read instead of the file
};
/// How the table is written, and the names of its columns. CannotRead.
struct TableHead {
  TableForm form;
  std::vector<std::string> columns;
};
TableHead head_of(const TableFile& file, std::span<const std::string_view> known);

/// The columns that are read from a table.
struct WantedColumns {
  std::vector<std::string_view> names;     ///< in the order the cells are handed over
  std::vector<std::string_view> required;  ///< missing_column where absent
  Severity severity_of_stray = Severity::error;
};

/// One row: a cell for each wanted column, trimmed, empty where the column is absent.
struct TableRow {
  std::uint64_t line = 0;
  std::span<const std::string_view> cells;
  const std::vector<bool>* has_column = nullptr;  ///< by wanted column; nullptr: all are there
};

/// How a table's text was read, for what reads its cells.
struct TableReading {
  std::vector<bool> has_column;  ///< by wanted column
  std::uint64_t rows = 0;
  std::uint64_t mark = 0;        ///< of the rows' content, the same in any order of rows and columns
};

/// The text of UTF-16 with or without a byte-order mark.
std::string text_of_utf16(std::string_view bytes);

/// Streams the rows of a table; what is wrong with its form goes to the log. Rows without any text are passed over.
/// A file that is no text has no rows: no_text.
/// CannotRead where the file cannot be read. Constant memory.
TableReading read_table(const TableFile& file, const TableForm& form, const WantedColumns& wanted, FaultLog& log,
                        const std::function<void(const TableRow&)>& on_row);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// One cell of a spreadsheet, as the sheet holds it.
struct SheetCell {
  enum class Kind : std::uint8_t { empty, text, number, date, boolean, error } kind = Kind::empty;
  /// What stands there as text without loss: the text; the number with decimal point (with the zeros before it that its
  /// format shows); the date as EDTF, no more precise than its format shows (`2024-07` for a cell that shows `juil-24`);
  /// `true` or `false`; the error as the program wrote it (`#REF!`).
  std::string text;
  bool is_formula = false;  ///< `text` is what the program last computed; empty where it never did

  bool is_empty() const { return kind == Kind::empty || text.empty(); }
};

/// Cells that are shown as one; rows and columns from 0, both ends inside.
struct MergedCells {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct SheetRow {
  std::uint32_t number = 0;  ///< row of the sheet, from 1 as the program shows it
  std::vector<SheetCell> cells;
};

struct WorkbookSheet {
  std::string name;
  bool is_hidden = false;
  std::vector<SheetRow> rows;  ///< those with any content, in order
  std::vector<MergedCells> merged;
};

/// Something in a workbook that could not be taken as it stands.
struct WorkbookProblem {
  enum class Kind : std::uint8_t {
    impossible_day,   ///< a serial number that is no day (1900-02-29, which spreadsheets count; beyond 9999)
    cells_beyond,     ///< cells beyond the last column or row that a sheet can have: left out
    unknown_text,     ///< a reference to a shared text that does not exist: read as empty
    broken_value      ///< a number or date that cannot be read: kept as text
  } kind;
  std::string sheet;
  std::uint32_t row = 0, column = 0;  ///< row from 1, column from 0
  std::string value;
};

struct Workbook {
  std::vector<WorkbookSheet> sheets;  ///< in the order of the workbook, hidden ones too
  std::vector<WorkbookProblem> problems;
};

/// A file that is no workbook, or one that cannot be read.
struct CannotReadWorkbook : std::runtime_error {
  explicit CannotReadWorkbook(std::string why, std::string part = {});
  /// Code for the catalogue `workbook.REASON`: not_a_workbook, damaged, encrypted, old_format (.xls), too_large,
  /// too_dense (packed so tightly that it is likely made to harm).
  std::string reason;
  std::string part;  ///< of the file, for `damaged`
};

/// What reading may cost.
struct WorkbookLimits {
  std::uint64_t cells = 6'000'000;
};

/// Is this the beginning of an office file (zip, or the older compound file)?
bool looks_like_workbook(std::string_view first_bytes);

/// Reads .xlsx (ISO/IEC 29500) or .ods (ISO/IEC 26300), told apart by content. Formulas are never run: what the program
/// last computed is taken. Links to other files are never followed. O(cells). CannotReadWorkbook.
Workbook read_workbook(std::string_view bytes, const WorkbookLimits& limits = {});

/// Letters of a column as spreadsheets show it: 0 is A, 26 is AA.
std::string column_letters(std::uint32_t column);

}  // namespace maillage

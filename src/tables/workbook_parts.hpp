// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "files/xml_events.hpp"
#include "files/zip_archive.hpp"
#include "tables/workbook.hpp"

namespace maillage {

constexpr std::uint32_t kMostRows = 1'048'576, kMostColumns = 16'384;  // of a sheet, in the programs people use

/// Puts cells where they belong in a sheet, within its limits; what does not fit is told once a sheet.
class SheetFiller {
 public:
  SheetFiller(Workbook& workbook, WorkbookSheet& sheet, std::uint64_t& cells_left);
  /// Row and column from 0; empty cells are passed over. CannotReadWorkbook (too_large).
  void put(std::uint32_t row, std::uint32_t column, SheetCell cell);
  void problem(WorkbookProblem::Kind kind, std::uint32_t row, std::uint32_t column, std::string_view value);

 private:
  Workbook* workbook_;
  WorkbookSheet* sheet_;
  std::uint64_t* cells_left_;
  bool is_beyond_told_ = false;
};

/// A part as XML events, its faults as CannotReadWorkbook.
void read_part(std::string_view bytes, std::string_view part, const XmlEvents& events);

Workbook read_xlsx(ZipArchive& archive, const WorkbookLimits& limits);
Workbook read_ods(ZipArchive& archive, const WorkbookLimits& limits);

/// A number as the file writes it, in the shortest form that loses nothing; nothing where it is none.
std::optional<double> number_of(std::string_view text);
std::string shortest(double number);

}  // namespace maillage

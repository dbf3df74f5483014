// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/workbook.hpp"

namespace maillage {

/// One row of an office's list.
struct ListRow {
  std::uint32_t number = 0;      ///< in the sheet or file, from 1
  std::vector<SheetCell> cells;  ///< one for each header
};

/// One table of an office's list: a sheet of a workbook, or a CSV file.
struct ListTable {
  std::string name;                  ///< of the sheet; of the file, without extension, for CSV
  std::size_t file = 0;              ///< number of the file it stands in, where there are several
  bool is_hidden = false;
  std::uint32_t header_row = 0;      ///< the last row of the header, from 1
  std::vector<std::string> headers;  ///< each once: a second « Partenaire » is « Partenaire (2) »
  std::vector<ListRow> rows;         ///< those with any content below the header
  std::vector<std::pair<std::uint32_t, std::string>> headings;  ///< rows that are one merged cell, with its text: no part of `rows`
};

/// The tables of a workbook: finds the header of each sheet among its first rows (titles and logos may stand above it,
/// it may span rows and merged cells) and gives merged cells their value throughout. Sheets without a row below a header
/// are left out.
std::vector<ListTable> list_tables(const Workbook& workbook);

/// A CSV text of any kind as a workbook of one sheet: comma, semicolon, tab or pipe; UTF-8 with or without mark, UTF-16,
/// Windows-1252. All cells are texts.
Workbook workbook_of_csv(std::string_view bytes, std::string_view name);

}  // namespace maillage

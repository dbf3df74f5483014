// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tables/table.hpp"

namespace maillage {

/// One sheet of a workbook to be written: a table, and what helps a person fill it in.
struct SheetToWrite {
  Table table;
  std::map<std::string, std::vector<std::string>> choices;  ///< drop-down list by column key
  std::map<std::string, std::string> explanations;          ///< shown when a cell of the column is chosen
  /// Columns of days, months and years, by key. Their empty cells have no format: the program that they are typed into gives
  /// a day the form of a day and a month that of a month, which a day's form would turn into its first day.
  std::set<std::string> days;
  std::string no_day;  ///< shown where what is typed into such a column holds no year; empty: anything may be typed
  std::set<std::string> texts;  ///< columns of texts whatever these look like, also of what is typed, by key
  std::map<std::string, double> widths;  ///< of columns in characters, by key; 0 hides the column, others fit their texts
  std::string marked_where;  ///< formula of the second row: each row for which it holds has a coloured ground; empty: none
  bool is_hidden = false;
  std::size_t blank_rows = 0;  ///< rows below the table that the lists and explanations hold for as well
};

struct XlsxOptions {
  std::string title;              ///< in the properties of the file
  std::string day_format = "dd/mm/yyyy";  ///< of whole days, as a number format
};

/// An .xlsx workbook, one sheet a table in their order: people's labels as a frozen header with filters, typed cells
/// (numbers, yes and no, whole days from 1900-03-01 on as dates), links where a text is an http(s) address, columns as
/// wide as their texts need, amounts (`amount` in the key) in euros. It prints on A4 landscape, as wide as a page, with
/// the header on every page. Texts stay texts: none of them can run as a formula. Notes stand below the table.
///
/// The same tables give the same bytes. O(cells) time, memory of a row at a time. std::invalid_argument for more rows
/// or columns than a sheet has; CannotWrite where the temporary file cannot be written.
std::string to_xlsx(const std::vector<SheetToWrite>& sheets, const XlsxOptions& options);

}  // namespace maillage

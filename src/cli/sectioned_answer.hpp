// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/answer.hpp"

namespace maillage {

/// An answer that is read as a page of several tables, and of which one table is the result for machines.
struct SectionedAnswer {
  std::string title;                             ///< the finding
  std::vector<std::string> lead;                 ///< sentences below it
  std::vector<Table> before;                     ///< sections above the main table; without rows they are left out
  Answer main;                                   ///< the table of CSV, and the JSON
  std::vector<std::string> columns_for_reading;  ///< of the main table on a page; empty: all
  std::size_t rows_for_reading = 0;              ///< of the main table on a page unless --top says so; 0: all
  std::vector<Table> after;                      ///< sections below the main table
  std::vector<std::string> notes;                ///< settings, at the foot
};

/// Writes it in the form asked for: a page for a terminal or Markdown, a sheet for each section as a workbook, the main
/// table as CSV (the lead and the notes as messages), the JSON. --columns, --sort and --top are about the main table.
void give(Session& session, const OutputOptions& options, SectionedAnswer answer);

}  // namespace maillage

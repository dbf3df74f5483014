// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tables/xlsx_writer.hpp"

namespace maillage {

/// A text that no cell of a workbook can hold whole (32,767 characters): what() is its table and row.
struct TooLongForACell : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The sheets of a workbook that says all that the files of a data package say (relative path and bytes: tables as CSV with
/// commas, datapackage.json, explanations in Markdown; others are passed over): one for each table, named as the table, its
/// rows and columns in the order of the file, codes as drop-down lists, columns explained in French or English; the last
/// ones, hidden, hold datapackage.json and the Markdown line by line. Numbers and whole days are typed, everything else stands
/// as text, so that reading the workbook gives the same files (records/package_workbook.hpp). O(cells). TooLongForACell.
std::vector<SheetToWrite> package_sheets(const std::vector<std::pair<std::string, std::string>>& files, bool in_french);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "model/data_set.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {

/// A text that no cell of a workbook can hold whole (32,767 characters): what() is its table and row.
struct TooLongForACell : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The sheets of a workbook that says all a data package says: one for each table that has rows or that every package has,
/// named as the table, headers as its columns, codes as drop-down lists, columns explained in French or English; the last
/// one holds datapackage.json. Numbers and whole days are typed, everything else stands as text, so that reading the
/// workbook gives the same tables (records/package_workbook.hpp). `descriptor`: the text of datapackage.json. O(cells).
std::vector<SheetToWrite> package_sheets(const DataSet& data, const std::string& descriptor, bool in_french);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "tables/table.hpp"

namespace maillage {

/// All tables of a report as one workbook, a sheet each: sheets named in the language, numbers as numbers (a list of ids
/// in a column of numbers is their number; the .csv of the table holds the ids). Same tables, same bytes. O(cells).
std::string report_workbook(const std::vector<Table>& tables, const std::string& title, const Language& language);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tables/workbook.hpp"

namespace maillage {

/// The sheet of a package's workbook that holds its datapackage.json, line by line below the header.
inline constexpr const char* kDescriptorSheet = "datapackage";

/// The files of a data package of which a workbook holds all tables, a sheet each, as `export --as xlsx` writes it: sheets
/// go by the names of the tables, headers by those of the columns, rows in their order; datapackage.json and explanations in
/// Markdown where they are there. Nothing where it is no such workbook.
std::optional<std::vector<std::pair<std::string, std::string>>> package_in_workbook(const Workbook& workbook);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/structure/coverage.hpp"
#include "cli/json_forms.hpp"
#include "language/language.hpp"

namespace maillage {

/// Date, level and filters of a coverage in a sentence.
std::string coverage_settings(const DataSet& data, const CoverageOptions& options, const Language& language);

/// The JSON of `coverage` (docs/commands.md) without its rows, and one row.
Json coverage_json(const DataSet& data, const Coverage& coverage, const CoverageOptions& options);
Json covered_territory_json(const DataSet& data, const CoveredTerritory& row);

}  // namespace maillage

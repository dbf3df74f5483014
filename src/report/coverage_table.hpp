// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"
#include "results/coverage.hpp"
#include "tables/table.hpp"

namespace maillage {

/// Rows of a coverage as it is read: what has no record first, then ended, not begun, announced, covered in part,
/// possibly, certainly; in each the largest population first, unknown ones last, then by code.
std::vector<std::size_t> coverage_order(const DataSet& data, const Coverage& coverage);

/// One row a territory, in that order: code, territory, level, parent, status, population, population_certain,
/// population_possible, share_certain, share_possible, agreements (ids; in words with how they hold), latitude,
/// longitude.
Table coverage_table(const DataSet& data, const Coverage& coverage, const std::vector<std::size_t>& order,
                     const Language& language);

/// One row a status that occurs and `no_record`, then all: status, territories, share_territories, population,
/// share_population.
Table coverage_totals_table(const Coverage& coverage, const Language& language);

/// What was counted, in sentences: territories by status; inhabitants covered; what is not known or not placed.
std::vector<std::string> coverage_sentences(const DataSet& data, const Coverage& coverage, TerritoryLevel level,
                                            const Language& language);

/// “90 of 92” is the number that matters: territories without any record of an agreement in force.
std::string coverage_finding(const Coverage& coverage, TerritoryLevel level, const Language& language);

/// The columns that a terminal or a page shows.
std::vector<std::string> coverage_columns_for_reading();

/// What stands beside an agreement that touches a territory: possibly, in part, announced, ended; empty: all of it.
std::string covering_remark(const DataSet& data, const CoveringAgreement& covering, const Language& language);

}  // namespace maillage

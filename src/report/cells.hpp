// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"
#include "report/citations.hpp"
#include "tables/table.hpp"

namespace maillage {

// Cells that hold a value for machines and words for people.

/// Code and label: `in_force`, « en vigueur ».
template <class E>
Cell code_cell(std::string_view group, E value, const Language& language) {
  const auto code = code_name(value);
  return {std::string(code), language.label(group, code)};
}
/// EDTF and words; an unknown date is an empty value, shown as “unknown”.
Cell date_cell(const PartialDate& date, const Language& language);
/// The same, shown short and as a dash where unknown.
Cell short_date_cell(const PartialDate& date, const Language& language);
Cell edtf_cell(const std::string& edtf, const Language& language);
Cell count_cell(std::size_t count, const Language& language);
/// Rounded to `decimals` for people; NaN is nothing, shown as a dash.
Cell number_cell(double value, int decimals, const Language& language);
Cell amount_cell(double amount_eur, const Language& language);
/// Ids joined by `|`, names joined by the language's list.
Cell list_cell(const std::vector<std::string>& ids, const std::vector<std::string>& names, const Language& language);
Cell citations_cell(const DataSet& data, const std::vector<Citation>& citations, const Language& language);
/// Text of the data as it is; nothing where empty.
Cell text_cell(std::string_view text);

/// A column with the label of the catalogue, `report.column.KEY`.
TableColumn column(std::string_view key, const Language& language);
TableColumn number_column(std::string_view key, const Language& language);

/// What people read in a cell: `shown`, else the value, else a dash for nothing.
std::string shown_text(const Cell& cell, const Language& language);

/// Label of a theme in the language; of a territory, its name.
std::string theme_label(const DataSet& data, Index theme, const Language& language);
std::string territory_label(const DataSet& data, Index territory);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "report/cells.hpp"

#include <cmath>

#include "model/joined_values.hpp"

namespace maillage {

Cell text_cell(std::string_view text) { return text.empty() ? Cell() : Cell(text); }

Cell date_cell(const PartialDate& date, const Language& language) {
  Cell cell = text_cell(date.to_edtf());
  cell.shown = language.date(date);
  return cell;
}

Cell short_date_cell(const PartialDate& date, const Language& language) {
  Cell cell = text_cell(date.to_edtf());
  if (date.is_known()) cell.shown = language.short_date(date);
  return cell;
}

Cell edtf_cell(const std::string& edtf, const Language& language) {
  return date_cell(PartialDate::parse(edtf).value_or(PartialDate()), language);
}

Cell count_cell(std::size_t count, const Language& language) {
  return {count, language.number(static_cast<std::int64_t>(count))};
}

Cell number_cell(double value, int decimals, const Language& language) {
  if (std::isnan(value)) return {};
  return {value, language.number(value, decimals)};
}

Cell amount_cell(double amount_eur, const Language& language) {
  if (std::isnan(amount_eur)) return {};
  return {amount_eur, language.euros(amount_eur)};
}

Cell list_cell(const std::vector<std::string>& ids, const std::vector<std::string>& names, const Language& language) {
  if (ids.empty()) return {};
  return {joined_values(ids), language.list(names)};
}

Cell citations_cell(const DataSet& data, const std::vector<Citation>& citations, const Language& language) {
  std::vector<std::string> ids, labels;
  for (const auto& citation : citations) {
    const auto id = std::string(data.sources[citation.source].id);
    ids.push_back(citation.locator.empty() ? id : id + ", " + citation.locator);
    labels.push_back(citation_label(citation, language));
  }
  return list_cell(ids, labels, language);
}

TableColumn column(std::string_view key, const Language& language) {
  return {std::string(key), language.say("report.column." + std::string(key)), TableColumn::Align::left};
}

TableColumn number_column(std::string_view key, const Language& language) {
  return {std::string(key), language.say("report.column." + std::string(key)), TableColumn::Align::right};
}

std::string shown_text(const Cell& cell, const Language& language) {
  if (!cell.shown.empty()) return cell.shown;
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return language.number(*number);
  if (const auto* number = std::get_if<double>(&cell.value); number && !std::isnan(*number)) {
    return language.number(*number, 2);
  }
  if (const auto* yes = std::get_if<bool>(&cell.value)) return language.say(*yes ? "report.yes" : "report.no");
  return "–";
}

std::string theme_label(const DataSet& data, Index theme, const Language& language) {
  const auto& row = data.themes[theme];
  const auto wanted = language.is_french() ? row.label_fr : row.label_en;
  const auto other = language.is_french() ? row.label_en : row.label_fr;
  return std::string(!wanted.empty() ? wanted : !other.empty() ? other : row.code);
}

std::string territory_label(const DataSet& data, Index territory) {
  const auto& row = data.territories[territory];
  return std::string(row.name.empty() ? row.code : row.name);
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "model/schema.hpp"
#include "records/register/package_text.hpp"

namespace maillage {
namespace {

using Rows = std::map<std::string, std::vector<std::size_t>>;

Rows rows_of(std::string_view name, const TextTable& table) {
  Rows rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) rows[row_key(name, table, r)].push_back(r);
  return rows;
}

struct TableStep {
  std::string table;
  std::vector<std::pair<std::size_t, std::pair<std::string, std::string>>> cells;  // row of the file, column, text
  std::vector<std::vector<std::pair<std::string_view, std::string>>> rows;
};

// What is to be done in one table; false where it cannot be done row by row.
bool plan(const TableSchema& schema, RawTable& raw, const TextTable& before, const TextTable& after, TableStep& step) {
  const auto old_rows = rows_of(schema.name, before);
  const auto written = raw.texts();
  auto places = rows_of(schema.name, written);
  std::map<std::string, std::size_t> taken;
  std::size_t kept = 0;
  for (std::size_t r = 0; r < after.rows.size(); ++r) {
    const auto key = row_key(schema.name, after, r);
    const auto old = old_rows.find(key);
    auto& next = taken[key];
    if (old == old_rows.end() || next >= old->second.size()) {
      auto& cells = step.rows.emplace_back();
      for (std::size_t c = 0; c < after.columns.size(); ++c) {
        if (!after.rows[r][c].empty()) cells.emplace_back(after.columns[c], after.rows[r][c]);
      }
      continue;
    }
    ++kept;
    const auto& was = before.rows[old->second[next]];
    const auto place = places.find(key);
    for (std::size_t c = 0; c < after.columns.size(); ++c) {
      if (was[before.place_of(after.columns[c])] == after.rows[r][c]) continue;
      if (place == places.end() || next >= place->second.size()) return false;
      step.cells.push_back({place->second[next], {after.columns[c], after.rows[r][c]}});
    }
    ++next;
  }
  return kept == before.rows.size();
}

}  // namespace

bool lay_over(PackageText& package, const TextTables& before, const TextTables& after) {
  std::vector<TableStep> steps;
  for (const auto& schema : package_schema()) {
    static const TextTable none;
    const auto* old_table = before.find(schema.name);
    const auto* new_table = after.find(schema.name);
    const auto& was = old_table == nullptr ? none : *old_table;
    const auto& is = new_table == nullptr ? none : *new_table;
    if (was.rows == is.rows) continue;
    auto& raw = package.table(schema.name);
    TableStep step{std::string(schema.name), {}, {}};
    if (!raw.is_utf8() || raw.size() != was.rows.size() || !plan(schema, raw, was, is, step)) return false;
    steps.push_back(std::move(step));
  }
  for (const auto& step : steps) {
    auto& raw = package.table(step.table);
    for (const auto& [row, cell] : step.cells) raw.set(row, cell.first, cell.second);
    raw.add_all(step.rows);
  }
  return true;
}

}  // namespace maillage

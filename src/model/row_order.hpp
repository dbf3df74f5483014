// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/data_set_builder.hpp"

namespace maillage {

// How DataSetBuilder puts the rows of a table into the order of their ids.

// Stable order of 0..count-1 by the text of each row; empty when they stand in order already.
template <class Get>
std::vector<Index> order_by(Index count, Get text) {
  bool sorted = true;
  for (Index row = 1; row < count && sorted; ++row) sorted = text(row - 1) < text(row);
  if (sorted) return {};
  std::vector<Index> order(count);
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::stable_sort(order, {}, text);
  return order;
}

// A column table sorted by id with its double ids taken out.
template <class Table, class Permute>
void sort_table(Table& table, const std::string& name, std::vector<DuplicateId>& duplicates, Permute permute) {
  auto order = order_by(table.count, [&](Index row) { return table.id[row]; });
  if (order.empty()) return;
  std::vector<Index> kept_rows;
  kept_rows.reserve(order.size());
  for (const auto row : order) {
    if (!kept_rows.empty() && table.id.id(kept_rows.back()) == table.id.id(row)) {
      duplicates.push_back({name, std::string(table.id[row]), table.row[row], table.row[kept_rows.back()]});
    } else {
      kept_rows.push_back(row);
    }
  }
  permute(std::span<const Index>(kept_rows));
  table.count = static_cast<Index>(kept_rows.size());
}

template <class Row, class Key>
void sort_rows(std::vector<Row>& all, const std::string& name, Key Row::*key, std::vector<DuplicateId>& duplicates) {
  std::ranges::stable_sort(all, {}, key);
  std::vector<Row> unique;
  for (auto& row : all) {
    if (!unique.empty() && unique.back().*key == row.*key) {
      duplicates.push_back({name, std::string(row.*key), row.row, unique.back().row});
    } else {
      unique.push_back(std::move(row));
    }
  }
  all = std::move(unique);
}

template <class Row>
Index find_row(const std::vector<Row>& all, std::string_view Row::*key, std::string_view wanted) {
  const auto found = std::ranges::lower_bound(all, wanted, {}, key);
  return found != all.end() && (*found).*key == wanted ? static_cast<Index>(found - all.begin()) : kNone;
}

}  // namespace maillage

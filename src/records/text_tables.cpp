// SPDX-License-Identifier: Apache-2.0
#include "records/text_tables.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/schema.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

void append_exact(std::string& text, std::string_view cell) {
  if (cell.find_first_of(",\"\n\r") == std::string_view::npos) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

// The columns that tell rows apart; all columns where the schema has none.
std::vector<std::size_t> key_places(std::string_view name, const TextTable& table) {
  std::vector<std::size_t> places;
  const auto* schema = find_table(name);
  if (schema != nullptr) {
    for (const auto column : schema->key) places.push_back(table.place_of(column));
  }
  if (places.empty()) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) places.push_back(i);
  }
  return places;
}

std::string joined(const std::vector<std::string>& row, const std::vector<std::size_t>& places, char by) {
  std::string key;
  for (const auto place : places) {
    if (!key.empty() || place != places.front()) key += by;
    key += row[place];
  }
  return key;
}

}  // namespace

std::size_t TextTable::place_of(std::string_view column) const {
  const auto found = std::ranges::find(columns, column);
  if (found == columns.end()) throw std::out_of_range(std::string(column));
  return static_cast<std::size_t>(found - columns.begin());
}

std::size_t TextTable::add(const std::vector<std::pair<std::string_view, std::string>>& cells) {
  auto& row = rows.emplace_back(columns.size());
  for (const auto& [column, text] : cells) row[place_of(column)] = text;
  return rows.size() - 1;
}

TextTables TextTables::of(const std::vector<std::pair<std::string, std::string>>& files) {
  TextTables tables;
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".csv")) continue;
    const auto name = path.substr(0, path.size() - 4);
    if (find_table(name) == nullptr) continue;
    auto read = read_csv(bytes);
    auto& table = tables[name];
    for (auto& record : read.records) {
      auto& row = table.rows.emplace_back(table.columns.size());
      for (std::size_t c = 0; c < read.header.size() && c < record.size(); ++c) {
        const auto place = std::ranges::find(table.columns, read.header[c]);
        if (place != table.columns.end()) row[static_cast<std::size_t>(place - table.columns.begin())] = std::move(record[c]);
      }
    }
  }
  return tables;
}

TextTable& TextTables::operator[](std::string_view name) {
  const auto found = tables_.find(name);
  if (found != tables_.end()) return found->second;
  const auto* schema = find_table(name);
  if (schema == nullptr) throw std::out_of_range(std::string(name));
  TextTable table;
  for (const auto column : column_names(*schema)) table.columns.emplace_back(column);
  return tables_.emplace(std::string(name), std::move(table)).first->second;
}

const TextTable* TextTables::find(std::string_view name) const {
  const auto found = tables_.find(name);
  return found == tables_.end() ? nullptr : &found->second;
}

std::vector<std::pair<std::string, std::string>> TextTables::files() const {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [name, table] : tables_) {
    const auto* schema = find_table(name);
    if (table.rows.empty() && !(schema != nullptr && schema->is_required)) continue;
    std::string text;
    const auto line = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        append_exact(text, cells[i]);
      }
      text += '\n';
    };
    line(table.columns);
    for (const auto& row : table.rows) line(row);
    files.emplace_back(name + ".csv", std::move(text));
  }
  return files;
}

std::vector<std::uint64_t> TextTable::lines() const {
  std::vector<std::uint64_t> lines;
  std::uint64_t at = 2;
  for (const auto& row : rows) {
    lines.push_back(at++);
    for (const auto& cell : row) at += static_cast<std::uint64_t>(std::ranges::count(cell, '\n'));
  }
  return lines;
}

std::string row_key(std::string_view table_name, const TextTable& table, std::size_t row) {
  return joined(table.rows[row], key_places(table_name, table), '/');
}

std::size_t move_citations(TextTable& evidence, const TextTable& news) {
  const auto locator = static_cast<std::size_t>(std::ranges::find(evidence.columns, "locator") - evidence.columns.begin());
  std::vector<std::size_t> others;
  for (std::size_t c = 0; c < evidence.columns.size(); ++c) {
    if (c != locator) others.push_back(c);
  }
  struct Claims {
    std::vector<std::size_t> old_rows;
    std::vector<std::string> places;
  };
  std::map<std::string, Claims> claims;
  for (const auto& row : news.rows) claims[joined(row, others, '\x1f')].places.push_back(row[locator]);
  for (std::size_t r = 0; r < evidence.rows.size(); ++r) {
    const auto found = claims.find(joined(evidence.rows[r], others, '\x1f'));
    if (found != claims.end()) found->second.old_rows.push_back(r);
  }
  std::size_t moved = 0;
  std::vector<bool> is_gone(evidence.rows.size(), false);
  for (auto& [key, claim] : claims) {
    const auto stands = [&](std::size_t r) { return std::erase(claim.places, evidence.rows[r][locator]) > 0; };
    std::erase_if(claim.old_rows, stands);
    for (std::size_t i = 0; i < claim.old_rows.size(); ++i, ++moved) {
      if (i < claim.places.size()) evidence.rows[claim.old_rows[i]][locator] = claim.places[i];
      else is_gone[claim.old_rows[i]] = true;
    }
  }
  std::size_t r = 0;
  std::erase_if(evidence.rows, [&](const auto&) { return is_gone[r++]; });
  return moved;
}

std::vector<TableChange> merge(TextTables& tables, const TextTables& news, const std::vector<std::string_view>& fill_only) {
  std::vector<TableChange> changes;
  for (const auto& [name, added] : news.all()) {
    auto& table = tables[name];
    const auto places = key_places(name, table);
    const bool fills = std::ranges::find(fill_only, name) != fill_only.end();
    std::map<std::string, std::size_t> row_of;
    for (std::size_t r = 0; r < table.rows.size(); ++r) row_of.try_emplace(joined(table.rows[r], places, '\x1f'), r);
    for (const auto& row : added.rows) {
      const auto [at, is_new] = row_of.try_emplace(joined(row, places, '\x1f'), table.rows.size());
      if (is_new) {
        table.rows.push_back(row);
        changes.push_back({name, joined(row, places, '/'), {}, {}, {}});
        continue;
      }
      auto& old = table.rows[at->second];
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c].empty() || row[c] == old[c] || (fills && !old[c].empty())) continue;
        changes.push_back({name, joined(row, places, '/'), table.columns[c], old[c], row[c]});
        old[c] = row[c];
      }
    }
  }
  return changes;
}

}  // namespace maillage

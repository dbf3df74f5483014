// SPDX-License-Identifier: Apache-2.0
#include "records/acceptance/accepted_tables.hpp"

#include <algorithm>

#include "model/schema.hpp"
#include "records/acceptance/compared_values.hpp"

namespace maillage {
namespace {

constexpr char kBetween = '\x1f';

std::string joined_cells(const TextTable& table, std::size_t row, const std::vector<std::string_view>& columns) {
  std::string key;
  for (const auto column : columns) key += table.at(row, column) + kBetween;
  return key;
}

std::string review_key(const std::string& source, const std::string& table, const std::string& row, const std::string& field) {
  return source + kBetween + table + kBetween + row + kBetween + field;
}

}  // namespace

AcceptedTables::AcceptedTables(TextTables tables) : tables_(std::move(tables)) {
  for (const auto& [name, table] : tables_.all()) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) index_row(name, row);
  }
}

void AcceptedTables::index_row(std::string_view name, std::size_t row) {
  const auto& table = *tables_.find(name);
  const auto* schema = find_table(name);
  if (!schema->key.empty()) row_of_[std::string(name)].try_emplace(joined_cells(table, row, schema->key), row);
  if (name == "evidence") {
    claims_[{table.at(row, "table"), table.at(row, "row"), table.at(row, "field")}].push_back(row);
    claims_of_source_[table.at(row, "source")].push_back(row);
  }
  if (name == "reviews") reviews_.insert(review_key(table.at(row, "source"), table.at(row, "table"), table.at(row, "row"), table.at(row, "field")));
}

std::optional<std::size_t> AcceptedTables::find_row(std::string_view name, const Cells& key) {
  const auto* schema = find_table(name);
  std::string wanted;
  for (const auto column : schema->key) {
    const auto cell = std::ranges::find(key, column, &Cells::value_type::first);
    wanted += (cell == key.end() ? std::string() : cell->second) + kBetween;
  }
  const auto rows = row_of_.find(name);
  if (rows == row_of_.end()) return std::nullopt;
  const auto found = rows->second.find(wanted);
  return found == rows->second.end() ? std::nullopt : std::optional(found->second);
}

std::size_t AcceptedTables::add_row(std::string_view name, const Cells& cells) {
  const auto row = tables_[name].add(cells);
  index_row(name, row);
  return row;
}

std::string AcceptedTables::key_of(std::string_view name, std::size_t row) const {
  const auto& table = *tables_.find(name);
  const auto& key = find_table(name)->key;
  return key.size() < 2 ? table.at(row, key.front()) : table.at(row, key[0]) + "/" + table.at(row, key[1]);
}

ClaimState AcceptedTables::claim_row(std::string_view name, const Cells& key, const ClaimOrigin& origin) {
  const auto found = find_row(name, key);
  const auto row = found ? *found : add_row(name, key);
  add_claim({std::string(name), key_of(name, row), "*"}, {}, origin, {});
  return found ? ClaimState::same : ClaimState::added;
}

bool AcceptedTables::fill(std::string_view name, std::size_t row, std::string_view field, const std::string& value) {
  auto& cell = tables_[name].at(row, field);
  if (!cell.empty()) return false;
  cell = value;
  return true;
}

bool AcceptedTables::would_conflict(std::string_view name, std::size_t row, std::string_view field, const std::string& value) const {
  const auto& known = tables_.find(name)->at(row, field);
  return !known.empty() && compare_values(name, field, known, value) == ValueRelation::other;
}

ClaimResult AcceptedTables::claim_value(std::string_view name, std::size_t row, std::string_view field, const std::string& value,
                                        const ClaimOrigin& origin, OnConflict on_conflict) {
  if (value.empty()) return {};
  auto& cell = tables_[name].at(row, field);
  const Place place{std::string(name), key_of(name, row), std::string(field)};
  const auto before = cell;
  if (before.empty()) {
    cell = value;
    add_claim(place, value, origin, {});
    return {ClaimState::added, {}};
  }
  const auto relation = compare_values(name, field, before, value);
  const bool is_known_claim = std::ranges::any_of(claims_of(place), [&](std::size_t claim) {
    const auto& evidence = *tables_.find("evidence");
    return evidence.at(claim, "source") == origin.source && evidence.at(claim, "value") == value;
  });
  if (relation == ValueRelation::same) {
    add_claim(place, value, origin, {});
    return {ClaimState::same, before};
  }
  keep_value_of_register(place, before);
  if (relation == ValueRelation::finer) {
    add_claim(place, value, origin, {});
    cell = value;
    return {ClaimState::refined, before};
  }
  if (relation == ValueRelation::wording) {
    add_claim(place, value, origin, {});
    return {is_known_claim ? ClaimState::same : ClaimState::beside, before};
  }
  if (on_conflict == OnConflict::take) {
    reject_others(place, value, before);
    add_claim(place, value, origin, "yes");
    cell = value;
    return {ClaimState::taken, before};
  }
  add_claim(place, value, origin, on_conflict == OnConflict::keep ? "no" : "");
  return {is_known_claim ? ClaimState::same : ClaimState::conflict, before};
}

const std::vector<std::size_t>& AcceptedTables::claims_of(const Place& place) const {
  static const std::vector<std::size_t> none;
  const auto found = claims_.find(place);
  return found == claims_.end() ? none : found->second;
}

bool AcceptedTables::is_register(const std::string& source) const {
  const auto* sources = tables_.find("sources");
  const auto rows = row_of_.find("sources");
  if (sources == nullptr || rows == row_of_.end()) return false;
  const auto found = rows->second.find(source + kBetween);
  return found != rows->second.end() && sources->at(found->second, "kind") == "register";
}

// A register's claim for the whole row vouches for fields that no other claim speaks of; from now on one does.
void AcceptedTables::keep_value_of_register(const Place& place, const std::string& before) {
  if (!claims_of(place).empty()) return;
  const auto& [table, key, field] = place;
  for (const auto claim : std::vector(claims_of({table, key, "*"}))) {
    const auto& evidence = *tables_.find("evidence");
    if (!is_register(evidence.at(claim, "source"))) continue;
    const Cells cells{{"table", table}, {"row", key}, {"field", field}, {"value", before}, {"source", evidence.at(claim, "source")},
                      {"locator", evidence.at(claim, "locator")}, {"basis", evidence.at(claim, "basis")}, {"reason", evidence.at(claim, "reason")}};
    add_row("evidence", cells);
  }
}

void AcceptedTables::reject_others(const Place& place, const std::string& value, const std::string& before) {
  for (const auto claim : claims_of(place)) {
    auto& evidence = tables_["evidence"];
    if (evidence.at(claim, "value").empty()) evidence.at(claim, "value") = before;
    if (evidence.at(claim, "value") != value) evidence.at(claim, "accepted") = "no";
  }
}

void AcceptedTables::add_claim(const Place& place, const std::string& value, const ClaimOrigin& origin, std::string_view accepted) {
  const auto& [table, key, field] = place;
  mark_reviewed(place, origin);
  for (const auto claim : claims_of(place)) {
    auto& evidence = tables_["evidence"];
    if (evidence.at(claim, "source") != origin.source || evidence.at(claim, "value") != value) continue;
    if (!accepted.empty()) evidence.at(claim, "accepted") = accepted;
    return;
  }
  add_row("evidence", {{"table", table}, {"row", key}, {"field", field}, {"value", value}, {"source", origin.source}, {"locator", origin.locator},
                       {"basis", origin.reason.empty() ? "stated" : "inferred"}, {"reason", origin.reason}, {"accepted", std::string(accepted)}});
}

void AcceptedTables::mark_reviewed(const Place& place, const ClaimOrigin& origin) {
  const auto& [table, key, field] = place;
  if (origin.reviewed.empty() || !reviews_.insert(review_key(origin.source, table, key, field)).second) return;
  tables_["reviews"].add({{"source", origin.source}, {"table", table}, {"row", key}, {"field", field}, {"day", origin.reviewed}});
}

void AcceptedTables::add_evidence(const Cells& cells) {
  const auto cell = [&](std::string_view column) {
    const auto found = std::ranges::find(cells, column, &Cells::value_type::first);
    return found == cells.end() ? std::string() : found->second;
  };
  for (const auto claim : claims_of({cell("table"), cell("row"), cell("field")})) {
    const auto& evidence = *tables_.find("evidence");
    if (evidence.at(claim, "source") == cell("source") && evidence.at(claim, "value") == cell("value")) return;
  }
  add_row("evidence", cells);
}

void AcceptedTables::note_claim(std::string_view source, std::string_view table, const std::string& key, std::string_view field, const std::string& note) {
  for (const auto claim : claims_of({std::string(table), key, std::string(field)})) {
    auto& evidence = tables_["evidence"];
    if (evidence.at(claim, "source") == source && evidence.at(claim, "note").empty()) evidence.at(claim, "note") = note;
  }
}

std::string AcceptedTables::note_of_claim(std::string_view source, std::string_view table, const std::string& key, std::string_view field) const {
  for (const auto claim : claims_of({std::string(table), key, std::string(field)})) {
    const auto& evidence = *tables_.find("evidence");
    if (evidence.at(claim, "source") == source) return evidence.at(claim, "note");
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> AcceptedTables::rows_of_source(std::string_view source, std::string_view table, std::string_view field) const {
  std::vector<std::pair<std::string, std::string>> rows;
  const auto found = claims_of_source_.find(source);
  if (found == claims_of_source_.end()) return rows;
  const auto& evidence = *tables_.find("evidence");
  for (const auto claim : found->second) {
    if (evidence.at(claim, "table") == table && evidence.at(claim, "field") == field) rows.emplace_back(evidence.at(claim, "row"), evidence.at(claim, "value"));
  }
  return rows;
}

std::string AcceptedTables::free_id(std::string_view table, const std::string& wanted) {
  const auto* column = find_table(table)->key.front() == "code" ? "code" : "id";
  auto id = wanted;
  for (int n = 2; find_row(table, {{column, id}}); ++n) id = wanted + "-" + std::to_string(n);
  return id;
}

}  // namespace maillage

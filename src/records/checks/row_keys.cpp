// SPDX-License-Identifier: Apache-2.0
#include "records/checks/row_keys.hpp"

#include "model/row_key.hpp"
#include "records/nearest.hpp"

namespace maillage {
namespace {

std::string owner_of(std::string_view key) { return std::string(key.substr(0, key.find('/'))).append("/…"); }

void add_keys_of_columns(const DataSet& data, std::string_view table, std::unordered_set<std::string>& keys) {
  const auto add_ids = [&](const auto& rows_of_table) {
    for (Index row = 0; row < rows_of_table.size(); ++row) keys.emplace(rows_of_table.id[row]);
  };
  if (table == "institutions") add_ids(data.institutions);
  if (table == "people") add_ids(data.people);
  if (table == "agreements") add_ids(data.agreements);
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (table == "parties") {
      for (const auto party : data.parties_of(a)) keys.insert(key_of_party(data, a, party));
    } else if (table == "signatures") {
      for (const auto signature : data.signatures_of(a)) keys.insert(key_of_signature(data, a, signature));
    }
  }
}

void add_keys_of_rows(const DataSet& data, std::string_view table, std::unordered_set<std::string>& keys) {
  const auto add = [&](std::string_view name, const auto& all, auto key) {
    if (table != name) return;
    for (const auto& row : all) keys.emplace(key(row));
  };
  const auto joined = [&](const auto& row) { return key_of(data, row); };
  const auto code = [](const auto& row) { return row.code; };
  const auto id = [](const auto& row) { return row.id; };
  add("affiliations", data.affiliations, joined);
  add("successions", data.successions, joined);
  add("positions", data.positions, joined);
  add("lineage", data.lineage, joined);
  add("territories", data.territories, code);
  add("themes", data.themes, code);
  add("events", data.events, id);
  add("mentions", data.mentions, id);
  add("sources", data.sources, id);
  add("acknowledgements", data.acknowledgements, [](const Acknowledgement& row) { return row.key; });
}

}  // namespace

const RowKeys::Keys& RowKeys::of(std::string_view table) {
  const auto found = keys_.find(table);
  if (found != keys_.end()) return found->second;
  auto& keys = keys_[std::string(table)];
  add_keys_of_columns(context_->data, table, keys);
  add_keys_of_rows(context_->data, table, keys);
  for (const auto& broken : context_->input.built.broken) {  // rows that were left out: their fault is told already
    if (broken.table == table && !broken.key.empty()) keys.insert(owner_of(broken.key));
  }
  return keys;
}

// A claim about a row of an owner that has a broken row may speak of that row as it should be.
bool RowKeys::has(std::string_view table, std::string_view key) {
  const auto& keys = of(table);
  return keys.contains(std::string(key)) || keys.contains(owner_of(key));
}

std::string RowKeys::nearest(std::string_view table, std::string_view key) {
  const auto& keys = of(table);
  return nearest_to(key, std::vector<std::string_view>(keys.begin(), keys.end()));
}

}  // namespace maillage

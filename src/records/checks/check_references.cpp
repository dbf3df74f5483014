// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "model/schema.hpp"
#include "records/checks/context.hpp"
#include "records/nearest.hpp"

namespace maillage {
namespace {

std::string_view table_led_to(std::string_view table, std::string_view field) {
  const auto* schema = find_table(table);
  if (schema == nullptr) return {};
  const auto place = schema->place_of(field);
  return place < schema->fields.size() ? schema->fields[place].references : std::string_view();
}

std::vector<std::string_view> ids_of(const DataSet& data, std::string_view table) {
  std::vector<std::string_view> ids;
  const auto from_column = [&](const auto& rows_of_table) {
    for (Index row = 0; row < rows_of_table.size(); ++row) ids.push_back(rows_of_table.id[row]);
  };
  if (table == "institutions") from_column(data.institutions);
  if (table == "people") from_column(data.people);
  if (table == "agreements") from_column(data.agreements);
  if (table == "territories") for (const auto& row : data.territories) ids.push_back(row.code);
  if (table == "themes") for (const auto& row : data.themes) ids.push_back(row.code);
  if (table == "sources") for (const auto& row : data.sources) ids.push_back(row.id);
  return ids;
}

}  // namespace

void check_references(const CheckContext& context) {
  std::map<std::string_view, std::vector<std::string_view>> ids;
  std::size_t told = 0;
  for (const auto& broken : context.input.built.broken) {
    if (broken.value.empty()) continue;  // a missing value, told when the row was read
    const auto table = table_led_to(broken.table, broken.field);
    auto [known, is_new] = ids.try_emplace(table);
    if (is_new) known->second = ids_of(context.data, table);
    if (context.is_lost(table, !known->second.empty(), broken.table)) continue;
    std::string near;
    if (++told <= 200) {  // looking for near ids costs more than the reading
      near = nearest_to(broken.value, known->second);
    }
    context.log.add("broken_reference", context.at(broken.table, broken.row, broken.field), broken.value, near,
                    context.file(table));
  }
  for (const auto& twice : context.input.built.duplicates) {
    const auto* schema = find_table(twice.table);
    context.log.add("duplicate_id", context.at(twice.table, twice.row, schema->key[0]), twice.id,
                    std::to_string(twice.first_row));
  }
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "model/schema.hpp"

#include <algorithm>

#include "model/codes.hpp"
#include "model/schema_of_tables.hpp"

namespace maillage {

std::size_t TableSchema::place_of(std::string_view field) const {
  return static_cast<std::size_t>(std::ranges::find(fields, field, &FieldSchema::name) - fields.begin());
}

const std::vector<TableSchema>& package_schema() {
  static const std::vector<TableSchema> tables = [] {
    auto all = tables_of_bodies();
    for (auto& table : tables_of_agreements()) all.push_back(std::move(table));
    for (auto& table : tables_of_sources()) all.push_back(std::move(table));
    return all;
  }();
  return tables;
}

const TableSchema* find_table(std::string_view name) {
  const auto& tables = package_schema();
  const auto found = std::ranges::find(tables, name, &TableSchema::name);
  return found == tables.end() ? nullptr : &*found;
}

std::vector<std::string_view> column_names(const TableSchema& table) {
  std::vector<std::string_view> names;
  for (const auto& field : table.fields) names.push_back(field.name);
  return names;
}

std::string_view pattern_of(FieldType type) {
#define MAILLAGE_DAY "([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?|[0-9]{3}X|[0-9]{2}XX)[~?%]?"
  switch (type) {
    case FieldType::date:
      return "\\.\\.|" MAILLAGE_DAY "|\\[\\.\\." MAILLAGE_DAY "\\]|\\[" MAILLAGE_DAY "\\.\\.\\]|(\\.\\.|" MAILLAGE_DAY
             ")?/(\\.\\.|" MAILLAGE_DAY ")?";
    case FieldType::duration: return "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?";
    case FieldType::url: return "https?://.+";
    case FieldType::ror: return "0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}";
    case FieldType::siren: return "[0-9]{9}";
    case FieldType::finess: return "[0-9][0-9AB][0-9]{7}";
    case FieldType::wikidata: return "Q[1-9][0-9]*";
    case FieldType::orcid: return "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]";
    case FieldType::sha256: return "[0-9a-f]{64}";
    case FieldType::country: return "[A-Z]{2}";
    case FieldType::language: return "[a-z]{2}";
    default: return "";
  }
#undef MAILLAGE_DAY
}

}  // namespace maillage

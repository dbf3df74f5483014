// SPDX-License-Identifier: Apache-2.0
#include "exchange/package_descriptor.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tables/json_text.hpp"

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;
using Tables = std::span<const TableSchema* const>;

void set_if_known(Json& object, const char* key, std::string_view text) {
  if (!text.empty()) object[key] = text;
}

template <class Described>
void describe(Json& object, const Described& described) {
  set_if_known(object, "title", described.title_fr);
  set_if_known(object, "title_en", described.title_en);
  set_if_known(object, "description", described.description_fr);
  set_if_known(object, "description_en", described.description_en);
}

const char* type_of(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "integer";
    case FieldType::number:
    case FieldType::latitude:
    case FieldType::longitude:
      return "number";
    default:
      return "string";
  }
}

Json constraints_of(const FieldSchema& field) {
  auto constraints = Json::object();
  if (field.is_required) constraints["required"] = true;
  if (field.is_list) return constraints;  // a cell holds several values
  auto codes = Json::array();
  for (const auto code : field.codes) {
    if (!code.empty()) codes.push_back(code);
  }
  if (!codes.empty()) constraints["enum"] = std::move(codes);
  if (const auto pattern = pattern_of(field.type); !pattern.empty()) constraints["pattern"] = pattern;
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number:
      constraints["minimum"] = 0;
      break;
    case FieldType::latitude:
      constraints["minimum"] = -90;
      constraints["maximum"] = 90;
      break;
    case FieldType::longitude:
      constraints["minimum"] = -180;
      constraints["maximum"] = 180;
      break;
    default:
      break;
  }
  return constraints;
}

Json field_of(const FieldSchema& field) {
  Json object{{"name", field.name}};
  describe(object, field);
  object["type"] = type_of(field.type);
  if (auto constraints = constraints_of(field); !constraints.empty()) object["constraints"] = std::move(constraints);
  return object;
}

// A primary key is required in full (Table Schema); one with a column that may be empty is none.
bool is_primary(const TableSchema& table) {
  return !table.key.empty() && std::ranges::all_of(table.key, [&](std::string_view column) {
    return table.fields[table.place_of(column)].is_required;
  });
}

Json foreign_keys_of(const TableSchema& table, Tables tables) {
  auto keys = Json::array();
  for (const auto& field : table.fields) {
    if (field.references.empty() || field.is_list) continue;
    const auto target = std::ranges::find(tables, field.references, &TableSchema::name);
    if (target == tables.end()) continue;
    const auto resource = *target == &table ? std::string_view() : (*target)->name;
    keys.push_back(
        {{"fields", field.name}, {"reference", {{"resource", resource}, {"fields", (*target)->key.front()}}}});
  }
  return keys;
}

Json schema_of(const TableSchema& table, Tables tables) {
  auto fields = Json::array();
  for (const auto& field : table.fields) fields.push_back(field_of(field));
  Json schema{{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
  if (is_primary(table)) {
    if (table.key.size() == 1) {
      schema["primaryKey"] = table.key.front();
    } else {
      schema["primaryKey"] = table.key;
    }
  }
  if (auto keys = foreign_keys_of(table, tables); !keys.empty()) schema["foreignKeys"] = std::move(keys);
  return schema;
}

Json resource_of(const TableSchema& table, Tables tables) {
  Json resource{{"name", table.name}};
  describe(resource, table);
  resource["path"] = std::string(table.name) + ".csv";
  resource["profile"] = "tabular-data-resource";
  resource["format"] = "csv";
  resource["mediatype"] = "text/csv";
  resource["encoding"] = "utf-8";
  resource["dialect"] = {
      {"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}};
  resource["schema"] = schema_of(table, tables);
  return resource;
}

Json licence_of(const DataSet& data) {
  auto licence = Json::object();
  set_if_known(licence, "name", data.licence_name);
  set_if_known(licence, "title", data.licence_title);
  set_if_known(licence, "path", data.licence_url);
  return licence;
}

}  // namespace

std::string package_descriptor(const DataSet& data, Tables tables) {
  Json package{{"profile", "tabular-data-package"}};
  set_if_known(package, "name", data.name);
  set_if_known(package, "title", data.title_fr);
  set_if_known(package, "title_en", data.title_en);
  set_if_known(package, "description", data.description);
  set_if_known(package, "version", data.version);
  if (auto licence = licence_of(data); !licence.empty()) package["licenses"] = Json::array({std::move(licence)});
  package["resources"] = Json::array();
  for (const auto* table : tables) package["resources"].push_back(resource_of(*table, tables));
  return json_text(package);
}

}  // namespace maillage

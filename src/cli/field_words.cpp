// SPDX-License-Identifier: Apache-2.0
#include "cli/field_words.hpp"

#include <algorithm>
#include <vector>

#include "cli/register_values.hpp"
#include "model/partial_date.hpp"
#include "records/cell_values.hpp"
#include "report/agreement_facts.hpp"

namespace maillage {
namespace {

const FieldSchema* find_field(std::string_view table, std::string_view field) {
  const auto* schema = find_table(table);
  if (schema == nullptr || schema->place_of(field) == schema->fields.size()) return nullptr;
  return &schema->fields[schema->place_of(field)];
}

std::string one_in_words(std::string_view table, const FieldSchema& field, const std::string& value, const Language& language) {
  const auto group = label_group(table, field.name);
  if (field.type == FieldType::code && !group.empty() && std::ranges::find(field.codes, value) != field.codes.end()) return language.label(group, value);
  if (field.type == FieldType::duration) return duration_in_words(value, language);
  const auto date = field.type == FieldType::date ? PartialDate::parse(value) : std::nullopt;
  return date && date->is_known() ? language.date(*date) : value;
}

}  // namespace

std::string table_in_words(std::string_view table, const Language& language) {
  const auto* schema = find_table(table);
  return std::string(schema == nullptr ? table : language.is_french() ? schema->title_fr : schema->title_en);
}

std::string field_in_words(std::string_view table, std::string_view field, const Language& language) {
  const auto* found = find_field(table, field);
  return std::string(found == nullptr ? field : language.is_french() ? found->title_fr : found->title_en);
}

std::string value_in_words(std::string_view table, std::string_view field, const std::string& value, const Language& language) {
  const auto* found = find_field(table, field);
  if (found == nullptr || value.empty()) return value;
  if (!found->is_list) return one_in_words(table, *found, value, language);
  std::vector<std::string> parts;
  for (const auto part : split_list(value)) parts.push_back(one_in_words(table, *found, std::string(part), language));
  return language.list(parts);
}

}  // namespace maillage

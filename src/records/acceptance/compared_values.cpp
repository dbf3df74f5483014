// SPDX-License-Identifier: Apache-2.0
#include "records/acceptance/compared_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "model/schema.hpp"
#include "model/validity.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"

namespace maillage {
namespace {

// Fields whose words differ from source to source without any of them being wrong.
constexpr auto kWordings = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"agreements", "title"}, {"agreements", "axes"}, {"agreements", "note"}, {"signatures", "capacity"}, {"positions", "title"},
     {"institutions", "name"}, {"institutions", "aliases"}, {"people", "name"}, {"people", "aliases"}, {"lineage", "note"}});

ValueRelation compare_dates(const std::string& known, const std::string& said) {
  const auto old_date = read_date(known).value, new_date = read_date(said).value;
  if (!old_date || !new_date || old_date->is_open() || new_date->is_open()) return ValueRelation::other;
  if (old_date->earliest() >= new_date->earliest() && old_date->latest() <= new_date->latest()) return ValueRelation::same;
  if (new_date->earliest() >= old_date->earliest() && new_date->latest() <= old_date->latest()) return ValueRelation::finer;
  return ValueRelation::other;
}

ValueRelation compare_durations(const std::string& known, const std::string& said) {
  const auto old_duration = parse_duration(known), new_duration = parse_duration(said);
  return old_duration && new_duration && *old_duration == *new_duration ? ValueRelation::same : ValueRelation::other;
}

ValueRelation compare_numbers(const std::string& known, const std::string& said) {
  const auto old_number = read_number(known).value, new_number = read_number(said).value;
  return old_number && new_number && *old_number == *new_number ? ValueRelation::same : ValueRelation::other;
}

ValueRelation compare_codes(std::string_view field, const std::string& known, const std::string& said) {
  if (field == "type" && said == "other") return ValueRelation::same;
  if (field == "type" && known == "other") return ValueRelation::finer;
  if (field == "stage") return known == "announced" ? ValueRelation::finer : ValueRelation::same;
  return ValueRelation::other;
}

bool holds_all(const std::string& known, const std::string& said) {
  const auto there = split_list(known);
  return std::ranges::all_of(split_list(said), [&](std::string_view part) {
    return std::ranges::any_of(there, [&](std::string_view other) { return folded(other) == folded(part); });
  });
}

}  // namespace

ValueRelation compare_values(std::string_view table, std::string_view field, const std::string& known, const std::string& said) {
  if (known == said) return ValueRelation::same;
  const auto* schema = find_table(table);
  const auto place = schema == nullptr ? 0 : schema->place_of(field);
  if (schema == nullptr || place == schema->fields.size()) return ValueRelation::other;
  const auto& column = schema->fields[place];
  const bool is_wording = std::ranges::find(kWordings, std::pair(table, field)) != kWordings.end();
  const auto otherwise = is_wording ? ValueRelation::wording : ValueRelation::other;
  if (column.is_list) return holds_all(known, said) ? ValueRelation::same : otherwise;
  switch (column.type) {
    case FieldType::date: return compare_dates(known, said);
    case FieldType::duration: return compare_durations(known, said);
    case FieldType::number:
    case FieldType::integer: return compare_numbers(known, said);
    case FieldType::code: return compare_codes(field, known, said);
    default: return folded(known) == folded(said) ? ValueRelation::same : otherwise;
  }
}

}  // namespace maillage

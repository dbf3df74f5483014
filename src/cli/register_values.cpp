// SPDX-License-Identifier: Apache-2.0
#include "cli/register_values.hpp"

#include <algorithm>
#include <array>

#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

struct LabelGroup {
  std::string_view table, field, group;
};
constexpr auto kGroups = std::to_array<LabelGroup>({
    {"agreements", "type", "type"}, {"agreements", "renewal", "renewal"}, {"agreements", "stage", "stage"},
    {"institutions", "kind", "kind"}, {"parties", "role", "role"}, {"signatures", "kind", "signature"},
    {"events", "kind", "event"}, {"lineage", "kind", "lineage"}, {"mentions", "context", "mention"},
    {"successions", "kind", "succession"}, {"territories", "level", "level"}, {"sources", "kind", "source_kind"},
    {"evidence", "basis", "basis"},
});

SheetCell as_cell(const std::string& text) { return {SheetCell::Kind::text, text, false}; }

}  // namespace

std::string_view label_group(std::string_view table, std::string_view field) {
  for (const auto& one : kGroups) {
    if (one.table == table && one.field == field) return one.group;
  }
  return {};
}

std::string RegisterValues::value(const TableSchema& table, const FieldSchema& field, const std::string& text,
                                  const std::string& option) {
  const std::string bare(trimmed(text));
  if (bare.empty()) return {};
  if (!field.is_list) return one(table, field, bare, option);
  std::string list;
  for (const auto part : split_list(bare)) {
    const auto value = one(table, field, std::string(part), option);
    list += (list.empty() ? "" : "|") + value;
  }
  return list;
}

std::string RegisterValues::one(const TableSchema& table, const FieldSchema& field, const std::string& text, const std::string& option) {
  const auto& language = session_.language;
  const auto refuse = [&](const char* key, const std::string& allowed) -> std::string {
    throw BadValue(language.say(key, {{"option", option}, {"value", shown_word(text)}, {"allowed", allowed}}));
  };
  const auto read = [&](const OfficeValue& read_value, const char* key) { return read_value.text ? *read_value.text : refuse(key, {}); };
  switch (field.type) {
    case FieldType::code: {
      std::vector<std::string_view> codes(field.codes.begin(), field.codes.end());
      std::erase(codes, "");
      const auto group = label_group(table.name, field.name);
      if (auto code = language.code_of_label(group.empty() ? "type" : group, text, codes); !code.empty()) return code;
      if (field.name == "renewal") {  // « tacite », « non reconductible »
        if (const auto renewal = office_renewal(text).text) return *renewal;
      }
      if (table.name == "agreements" && field.name == "type") {  // « convention cadre de partenariat »
        if (const auto type = office_type(text).text) return *type;
      }
      if (table.name == "institutions") {  // « hôpital », « université » : what the names of such institutions say too
        if (const auto kind = kind_in_name(text)) return std::string(code_name(*kind));
      }
      std::vector<std::string> names(codes.begin(), codes.end());
      return refuse("register.bad.code", language.list(names));
    }
    case FieldType::reference: return id_of(field.references, text, option);
    case FieldType::date:
      if (text == "..") return text;
      if (const auto date = read_date(text); date.value) return date.value->to_edtf();
      return read(office_date(as_cell(text)), "register.bad.date");
    case FieldType::duration: return read(office_duration(text, 0), "register.bad.duration");
    case FieldType::integer: return read(office_count(text), "register.bad.count");
    case FieldType::number: return read(office_amount(as_cell(text)), "register.bad.amount");
    default: return text;
  }
}

std::string RegisterValues::id_of(std::string_view table, const std::string& name, const std::string& option) {
  for (const auto& added : added_) {
    if (added.table == table && (folded(added.name) == folded(name) || added.id == name)) return added.id;
  }
  const auto kind = table == "institutions" ? EntityKind::institution : table == "people" ? EntityKind::person : EntityKind::agreement;
  const bool is_indexed = table == "institutions" || table == "people" || table == "agreements";
  if (!is_indexed) return id_in_list(table, name, option);
  const auto& data = session_.data();
  try {
    const auto row = session_.resolve(name, {kind}).row;
    return std::string(kind == EntityKind::institution ? data.institutions.id[row]
                       : kind == EntityKind::person    ? data.people.id[row]
                                                       : data.agreements.id[row]);
  } catch (const Failure& failure) {
    throw BadValue(session_.language.say("register.bad.name", {{"option", option}, {"message", failure.what()}}), session_.names().find(name, {kind}).empty() ? name : std::string());
  }
}

// Tables that the index of names does not hold: by id or code, else by a name or label spelled alike.
std::string RegisterValues::id_in_list(std::string_view table, const std::string& name, const std::string& option) {
  const auto& data = session_.data();
  std::vector<std::pair<std::string, std::string>> names;  // id, a name of it
  const auto add = [&](std::string_view id, std::string_view one_name) { names.emplace_back(id, one_name); };
  if (table == "territories") {
    for (const auto& row : data.territories) add(row.code, row.name);
  } else if (table == "themes") {
    for (const auto& row : data.themes) {
      add(row.code, row.label_fr);
      add(row.code, row.label_en);
      for (const auto& synonym : row.synonyms) add(row.code, synonym);
    }
  } else if (table == "sources") {
    for (const auto& row : data.sources) add(row.id, row.title);
  }
  for (const auto& [id, label] : names) {
    if (id == name) return id;
  }
  std::vector<std::string> found;
  for (const auto& [id, label] : names) {
    if (folded(label) == folded(name) && std::ranges::find(found, id) == found.end()) found.push_back(id);
  }
  if (found.size() == 1) return found.front();
  std::vector<std::string> known = found;
  for (const auto& [id, label] : names) {
    if (known.size() < 20 && std::ranges::find(known, id) == known.end()) known.push_back(id);
  }
  throw BadValue(session_.language.say(found.empty() ? "register.bad.unknown" : "register.bad.ambiguous",
                                       {{"option", option}, {"value", shown_word(name)}, {"allowed", session_.language.list(known)}}),
                 found.empty() ? name : std::string());
}

}  // namespace maillage

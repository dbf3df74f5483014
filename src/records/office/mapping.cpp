// SPDX-License-Identifier: Apache-2.0
#include "records/office/mapping.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "names/name_index.hpp"
#include "names/similarity.hpp"
#include "records/cell_values.hpp"
#include "tables/csv_reader.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

using Kind = MappingFault::Kind;

template <class Names>
std::string nearest_of(std::string_view wanted, const Names& names) {
  std::string best;
  double most = 0.4;
  const auto bare = folded(wanted);
  for (const auto& name : names) {
    const auto near = alikeness(bare, folded(name));
    if (near > most) {
      most = near;
      best = name;
    }
  }
  return best;
}

std::string nearest_field(std::string_view wanted) {
  std::vector<std::string> names;
  for (const auto& info : import_fields()) names.emplace_back(info.name);
  return nearest_of(wanted, names);
}

bool are_codes_sound(const MappedColumn& column) {
  for (const auto part : split_list(column.codes)) {
    const auto equals = part.rfind('=');
    if (equals == std::string_view::npos) return false;
    const auto code = trimmed(part.substr(equals + 1));
    if (code.empty()) continue;
    const auto type = info_of(column.field).type;
    if (type == ImportType::type && !parse_code<AgreementType>(code)) return false;
    if (type == ImportType::role && !parse_code<PartyRole>(code)) return false;
    if (type == ImportType::kind && !parse_code<InstitutionKind>(code)) return false;
    if (type == ImportType::renewal && !parse_code<Renewal>(code)) return false;
  }
  return true;
}

std::optional<std::string> missing_header(const MappedColumn& column, const std::vector<std::string>& headers) {
  const auto is_missing = [&](const std::string& header) { return std::ranges::find(headers, header) == headers.end(); };
  if (!column.column.empty()) return is_missing(column.column) ? std::optional(column.column) : std::nullopt;
  for (const auto& piece : pieces_of(column.value)) {
    if (piece.is_column && is_missing(piece.text)) return piece.text;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ValuePiece> pieces_of(std::string_view value) {
  std::vector<ValuePiece> pieces;
  while (!value.empty()) {
    const auto open = value.find('{'), close = value.find('}', open);
    if (close == std::string_view::npos) {
      pieces.push_back({std::string(value), false});
      break;
    }
    if (open > 0) pieces.push_back({std::string(value.substr(0, open)), false});
    pieces.push_back({std::string(value.substr(open + 1, close - open - 1)), true});
    value.remove_prefix(close + 1);
  }
  return pieces;
}

std::string mapping_csv(const Mapping& mapping) {
  std::string text = "table,column,field,group,separator,value,codes,example,certainty\n";
  const auto line = [&](std::initializer_list<std::string_view> cells) {
    bool is_first = true;
    for (const auto cell : cells) {
      if (!is_first) text += ',';
      is_first = false;
      text += csv_field(cell);
    }
    text += '\n';
  };
  for (const auto& c : mapping.columns) {
    const auto certainty = number_text(std::round(c.certainty * 100) / 100);
    line({c.table, c.column, info_of(c.field).name, c.group, c.separator, c.value, c.codes, c.example, certainty});
  }
  for (const auto& same : mapping.same_as) line({"", "", "same_as", "", "", same.spelling, same.id, "", ""});
  return text;
}

Mapping read_mapping(std::string_view csv, std::vector<MappingFault>& faults) {
  Mapping mapping;
  const auto header = csv.substr(0, csv.find('\n'));
  const char delimiter = std::ranges::count(header, ';') > std::ranges::count(header, ',') ? ';' : ',';
  const auto table = read_csv(csv, {.delimiter = delimiter});
  const auto has = [&](std::string_view name) { return std::ranges::find(table.header, name) != table.header.end(); };
  if (!has("column") || !has("field")) {
    faults.push_back({Kind::not_a_mapping, 1, {}, {}});
    return mapping;
  }
  // A cell that a spreadsheet would have run as a formula was written with an apostrophe before it.
  const auto cell = [&](std::size_t row, std::string_view name) {
    auto text = std::string(trimmed(table.at(row, name)));
    if (text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos) text.erase(0, 1);
    return text;
  };
  for (std::size_t r = 0; r < table.records.size(); ++r) {
    const auto line = table.lines[r];
    const auto name = cell(r, "field");
    if (name == "same_as") {
      mapping.same_as.push_back({cell(r, "value"), cell(r, "codes")});
      continue;
    }
    MappedColumn column{cell(r, "table"), cell(r, "column"), ImportField::ignore, cell(r, "group"), table.at(r, "separator"),
                        cell(r, "value"), cell(r, "codes"), cell(r, "example"), 1};
    if (const auto certainty = read_number(cell(r, "certainty")).value) column.certainty = *certainty;
    const auto field = name.empty() ? ImportField::ignore : import_field_named(name).value_or(ImportField::ignore);
    if (!name.empty() && !import_field_named(name)) {
      faults.push_back({Kind::unknown_field, line, name, nearest_field(name)});
      continue;
    }
    column.field = field;
    column.line = line;
    if (column.column.empty() && column.value.empty()) faults.push_back({Kind::nothing_to_take, line, name, {}});
    if (!are_codes_sound(column)) faults.push_back({Kind::broken_codes, line, column.codes, {}});
    mapping.columns.push_back(std::move(column));
  }
  return mapping;
}

std::vector<MappingFault> misfits(const Mapping& mapping, std::span<const ListTable> tables) {
  std::vector<MappingFault> faults;
  bool has_party = false;
  for (const auto& column : mapping.columns) {
    const auto line = column.line;
    has_party = has_party || column.field == ImportField::party || column.field == ImportField::party_id;
    bool has_table = column.table.empty(), has_column = false;
    std::vector<std::string> names, headers;
    std::optional<std::string> missing;
    for (const auto& table : tables) {
      names.push_back(table.name);
      if (!column.table.empty() && table.name != column.table) continue;
      has_table = true;
      headers.insert(headers.end(), table.headers.begin(), table.headers.end());
      const auto lacks = missing_header(column, table.headers);
      has_column = has_column || !lacks;
      if (lacks) missing = lacks;
    }
    if (!has_table) {
      faults.push_back({Kind::unknown_table, line, column.table, nearest_of(column.table, names)});
    } else if (!has_column && missing && column.field != ImportField::ignore) {
      faults.push_back({Kind::unknown_column, line, *missing, nearest_of(*missing, headers)});
    }
  }
  if (!has_party) faults.push_back({Kind::no_parties, 0, {}, {}});
  return faults;
}

}  // namespace maillage

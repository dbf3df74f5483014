// SPDX-License-Identifier: Apache-2.0
#include "records/office/cell_reader.hpp"

#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/identifiers.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

// The unit that a header names: `Durée (mois)`.
char unit_of(std::string_view header) {
  const auto bare = " " + folded(header) + " ";
  for (const std::string_view word : {" mois ", " months "}) {
    if (bare.find(word) != std::string::npos) return 'M';
  }
  for (const std::string_view word : {" ans ", " an ", " annees ", " years "}) {
    if (bare.find(word) != std::string::npos) return 'Y';
  }
  return bare.find(" jours ") != std::string::npos || bare.find(" days ") != std::string::npos ? 'D' : '\0';
}

OfficeValue identifier(const MappedColumn& column, std::string_view text) {
  if (column.field == ImportField::party_ror) {
    const auto slash = text.rfind('/');
    const auto bare = std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
    return is_identifier(FieldType::ror, bare) ? OfficeValue{bare, false} : OfficeValue{};
  }
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {};
  }
  if (digits.size() > 9 && digits.size() <= 14) digits = std::string(14 - digits.size(), '0').append(digits).substr(0, 9);  // a SIRET
  if (is_identifier(FieldType::siren, digits)) return {digits, false};
  if (auto padded = with_lost_zeros(FieldType::siren, digits)) return {*padded, false};
  return {};
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text, const std::string& separator) {
  std::vector<std::string> parts;
  const auto signs = separator.empty() ? std::string(";|\n") : separator == "\\n" ? std::string("\n") : separator;
  const bool is_word = signs.size() > 1 && !separator.empty() && separator != "\\n";  // ` / ` and ` et ` as a whole
  while (true) {
    const auto at = is_word ? text.find(signs) : text.find_first_of(signs);
    const auto part = trimmed(text.substr(0, at));
    if (!part.empty()) parts.emplace_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + (is_word ? signs.size() : 1));
  }
}

CellReader::CellReader(const Mapping& mapping, std::vector<ImportNote>& notes) : notes_(&notes) {
  for (const auto& column : mapping.columns) {
    for (const auto part : split_list(column.codes)) {
      const auto equals = part.rfind('=');
      if (equals == std::string_view::npos) continue;
      codes_[&column][folded(part.substr(0, equals))] = std::string(trimmed(part.substr(equals + 1)));
    }
  }
}

void CellReader::begin(const ListTable& table, std::uint32_t row) {
  table_ = &table;
  row_ = row;
  uncoded_.clear();
}

void CellReader::note(Note kind, const MappedColumn& column, std::string_view value, std::string taken) {
  notes_->push_back({kind, table_->name, row_, column.column, std::string(info_of(column.field).name), std::string(value.substr(0, 200)),
                     std::move(taken)});
}

std::optional<std::string> CellReader::type_of(const MappedColumn& column, std::string_view text) {
  if (auto value = office_type(text); value.text) return value.text;
  note(Note::unknown_code, column, text, "other");
  uncoded_.emplace_back(column.column, text);
  return "other";
}

std::optional<std::string> CellReader::value_of(const MappedColumn& column, const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (text.empty() || says_nothing(text)) return std::nullopt;
  if (cell.kind == SheetCell::Kind::error) {
    note(Note::error_value, column, text);
    return std::nullopt;
  }
  if (const auto codes = codes_.find(&column); codes != codes_.end()) {
    if (const auto code = codes->second.find(folded(text)); code != codes->second.end()) return code->second;
  }
  if (cell.kind == SheetCell::Kind::text && !contact_in(text).empty()) {
    note(Note::contact, column, "");
    return std::nullopt;
  }
  OfficeValue value;
  switch (info_of(column.field).type) {
    case ImportType::date: value = office_date(cell); break;
    case ImportType::duration: value = office_duration(text, unit_of(column.column)); break;
    case ImportType::amount: value = office_amount(text); break;
    case ImportType::count: value = office_count(text); break;
    case ImportType::renewal: value = office_renewal(text); break;
    case ImportType::role: value = office_role(text); break;
    case ImportType::identifier: value = identifier(column, text); break;
    case ImportType::type: return type_of(column, text);
    case ImportType::kind:
      if (const auto kind = kind_in_name(text)) value = {std::string(code_name(*kind)), false};
      else if (parse_code<InstitutionKind>(text)) value = {std::string(text), false};
      break;
    default: value = {std::string(text), false};
  }
  if (!value.text) note(Note::unread, column, text);
  else if (value.is_doubtful) note(Note::doubtful, column, text, *value.text);
  return value.text;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "records/office/cell_reader.hpp"

#include <algorithm>
#include <initializer_list>

#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/identifiers.hpp"
#include "records/office/cell_parts.hpp"
#include "records/office/country_names.hpp"
#include "records/office/office_values.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

bool has_word(std::string_view header, std::initializer_list<std::string_view> words) {
  const auto bare = " " + folded(header) + " ";
  return std::ranges::any_of(words, [&](auto word) { return bare.find(" " + std::string(word) + " ") != std::string::npos; });
}

// The unit that a header names: `Durée (mois)`.
char unit_of(std::string_view header) {
  if (has_word(header, {"mois", "months"})) return 'M';
  if (has_word(header, {"ans", "an", "annees", "years"})) return 'Y';
  return has_word(header, {"jours", "days"}) ? 'D' : '\0';
}

// Columns whose cells are names: in them NA and SO may be somebody's initials.
bool holds_names(ImportField field) {
  return field == ImportField::party || field == ImportField::signatory || field == ImportField::party_signatory;
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

// Text that a spreadsheet would run, with a sign before it that makes it a text wherever the tables of the package are opened.
OfficeValue harmless(std::string_view text) {
  const auto guarded = csv_field(text);
  const bool would_be_run = !text.starts_with('\'') && (guarded.starts_with('\'') || guarded.starts_with("\"'"));
  return {(would_be_run ? "\u2019" : "") + std::string(text), would_be_run};
}

}  // namespace

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
  kept_as_text_.clear();
}

void CellReader::note(Note kind, const MappedColumn& column, std::string_view value, std::string taken) {
  notes_->push_back({kind, table_->name, row_, column.column, std::string(info_of(column.field).name), std::string(value.substr(0, 200)),
                     std::move(taken)});
}

// `value` tells apart what is told once; of months any of them stands for all.
void CellReader::note_once(Note kind, const MappedColumn& column, std::string_view value, std::string taken) {
  const auto same = kind == Note::month_only ? std::string() : folded(value);
  const auto [found, is_new] = place_of_once_.try_emplace({kind, &column, same}, once_.size());
  if (!is_new) {
    ++once_[found->second].count;
    return;
  }
  once_.push_back({kind, table_->name, row_, column.column, std::string(info_of(column.field).name), std::string(value.substr(0, 200)), std::move(taken)});
}

void CellReader::end_table() {
  for (auto& note : once_) notes_->push_back(std::move(note));
  once_.clear();
  place_of_once_.clear();
}

void CellReader::keep_as_text(const MappedColumn& column, std::string_view text) {
  const auto part = info_of(column.field).part;
  if (part == ImportPart::agreement) kept_as_text_.emplace_back(column.column.empty() ? info_of(column.field).name : column.column, text);
}

std::optional<std::string> CellReader::type_of(const MappedColumn& column, std::string_view text) {
  if (auto value = office_type(text); value.text && !value.is_doubtful) return value.text;
  note_once(Note::unknown_code, column, text, "other");
  keep_as_text(column, text);
  return "other";
}

// What the mapping says that this text means.
std::optional<std::string> CellReader::coded(const MappedColumn& column, std::string_view text) const {
  const auto codes = codes_.find(&column);
  if (codes == codes_.end()) return std::nullopt;
  const auto code = codes->second.find(folded(text));
  return code == codes->second.end() ? std::nullopt : std::optional(code->second);
}

// Cells of which nothing is to be taken; noted where they are not simply empty.
bool CellReader::is_left_out(const MappedColumn& column, const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (text.empty()) {
    if (cell.is_formula) note(Note::not_computed, column, text);
    return true;
  }
  if (cell.kind == SheetCell::Kind::error) {
    note(Note::error_value, column, text);
    return true;
  }
  if (holds_names(column.field) && says_nothing_briefly(text)) {
    const bool is_upper = std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_upper && text.size() == 2) return false;  // « So » is a name
    if (is_upper) note(Note::perhaps_name, column, text);
    return true;
  }
  if (says_nothing(text)) return column.field != ImportField::valid_to || text != "..";  // « .. »: without term
  if (cell.kind == SheetCell::Kind::text && !contact_in(text).empty()) {
    note(Note::contact, column, "");
    return true;
  }
  return false;
}

std::optional<std::string> CellReader::value_of(const MappedColumn& column, const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (auto code = coded(column, text); code && !text.empty()) return code;
  if (is_left_out(column, cell)) return std::nullopt;
  OfficeValue value;
  const auto type = info_of(column.field).type;
  if (type == ImportType::date && cell.kind == SheetCell::Kind::date && text.size() == 7) note_once(Note::month_only, column, text, std::string(text));
  switch (type) {
    case ImportType::date: value = office_date(cell); break;
    case ImportType::duration: value = office_duration(text, unit_of(column.column)); break;
    case ImportType::notice: value = office_notice(text, unit_of(column.column)); break;
    case ImportType::amount: value = office_amount(cell); break;
    case ImportType::count: value = office_count(text); break;
    case ImportType::role: value = office_role(text); break;
    case ImportType::identifier: value = identifier(column, text); break;
    case ImportType::type: return type_of(column, text);
    case ImportType::kind:
      if (const auto kind = kind_in_name(text)) value = {std::string(code_name(*kind)), false};
      else if (parse_code<InstitutionKind>(text)) value = {std::string(text), false};
      break;
    default:
      if (column.field == ImportField::party_country) value = {country_code(text), false};
      else value = harmless(text);
  }
  const auto date = type == ImportType::date && value.text ? PartialDate::parse(*value.text) : std::nullopt;
  if (column.field == ImportField::valid_to && date && stands_for_no_end(*date)) {
    note_once(Note::no_term, column, text, "");
    value.text = PartialDate::without_end().to_edtf();
  }
  if (!value.text && column.field == ImportField::party_role) {
    note_once(Note::unknown_code, column, text, "party");
  } else if (!value.text) {
    note(Note::unread, column, text);
    keep_as_text(column, text);
  } else if (value.is_doubtful) {
    note(Note::doubtful, column, text, *value.text);
  }
  return value.text;
}

void CellReader::tell_if_several(const MappedColumn& column, std::string_view name) {
  if (std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; }) && name.size() > 30) return;  // capitals throughout tell no initials
  const auto signs = signs_in(name);
  const bool is_person = info_of(column.field).part == ImportPart::signatory;
  for (const auto& sign : signs) {
    const auto parts = parts_of(name, sign.size() == 1 && std::string_view(";|,").find(sign[0]) != std::string_view::npos ? sign : " " + sign + " ");
    const auto looks_like_one = [&](const std::string& part) { return is_person ? part.find(' ') != std::string::npos : looks_like_institution(part); };
    if (std::ranges::all_of(parts, looks_like_one)) return note(Note::perhaps_several, column, name, sign);
  }
}

std::vector<SaidOfAgreement> CellReader::said_in(const MappedColumn& column, const SheetCell& cell) {
  std::vector<SaidOfAgreement> said;
  const auto text = trimmed(cell.text);
  const auto type = info_of(column.field).type;
  const bool may_say_more = type == ImportType::duration && column.field != ImportField::renewal_duration;
  const bool is_ordinary = !may_say_more && type != ImportType::renewal && type != ImportType::status && type != ImportType::period &&
                           type != ImportType::date;
  if (is_ordinary || coded(column, text) || is_left_out(column, cell)) {
    if (!is_ordinary && !coded(column, text)) return said;
    if (const auto value = value_of(column, cell); value && !value->empty()) said.push_back({column.field, *value, false});
    return said;
  }
  if (column.field == ImportField::signed_on && !office_date(cell).text) {  // « en cours de signature » where the day will stand
    if (const auto state = office_state(text); state.is_read && state.stage == Stage::announced) {
      said.push_back({ImportField::status, std::string(code_name(state.stage)), true});
      return note(Note::doubtful, column, text, said.back().text), said;
    }
  }
  if (type == ImportType::duration || type == ImportType::renewal) {
    take_term(column, text, said);
  } else if (type == ImportType::status) {
    take_status(column, text, said);
  } else if (type == ImportType::period || !office_date(cell).text || text.find('/') == 4) {
    if (take_period(column, cell, said)) return said;
    if (const auto value = value_of(column, cell); value && type == ImportType::date) said.push_back({column.field, *value, false});
  } else if (const auto value = value_of(column, cell)) {
    said.push_back({column.field, *value, false});
  }
  return said;
}

// « 1 an renouvelable 2 fois par tacite reconduction » in a column of durations or of renewals.
void CellReader::take_term(const MappedColumn& column, std::string_view text, std::vector<SaidOfAgreement>& said) {
  const bool is_duration = column.field == ImportField::duration;
  const auto plain = is_duration ? office_duration(text, unit_of(column.column)) : OfficeValue{};
  if (plain.text) return said.push_back({ImportField::duration, *plain.text, false});
  if (is_duration && office_date({SheetCell::Kind::text, std::string(text), false}).text == "..") {
    return said.push_back({ImportField::valid_to, "..", true});  // « illimitée »: there is no end
  }
  auto term = office_term(text, unit_of(column.column));
  const auto word = folded(text);
  const bool is_yes = word == "oui" || word == "yes" || word == "x" || word == "true";
  if (!is_duration && is_yes && has_word(column.column, {"tacite", "tacit"})) term.renewal = Renewal::tacit;
  if (!is_duration && is_yes && has_word(column.column, {"expresse", "express"})) term.renewal = Renewal::express;
  const auto renewal = term.renewal ? OfficeValue{std::string(code_name(*term.renewal)), false} : office_renewal(text);
  if (is_duration ? term.duration.empty() : !renewal.text) {
    note(Note::unread, column, text);
    return keep_as_text(column, text);
  }
  const auto add = [&](ImportField field, const std::string& value) {
    if (!value.empty()) said.push_back({field, value, field != column.field});
  };
  add(ImportField::duration, term.duration);
  if (renewal.text) add(ImportField::renewal, *renewal.text);
  if (term.max_renewals) add(ImportField::max_renewals, std::to_string(*term.max_renewals));
  add(ImportField::notice, term.notice);
  if (term.renewal_period != term.duration) add(ImportField::renewal_duration, term.renewal_period);
  std::string taken;
  for (const auto& one : said) {
    taken += (taken.empty() ? "" : ", ") + std::string(info_of(one.field).name) + " " + one.text;
  }
  const bool says_more = term.has_total || (is_duration && !term.renewal && said.size() == 1) || (!is_duration && renewal.text && renewal.text->empty());
  if (says_more) keep_as_text(column, text);
  if (says_more || is_duration) note(Note::doubtful, column, text, taken);
}

void CellReader::take_status(const MappedColumn& column, std::string_view text, std::vector<SaidOfAgreement>& said) {
  const auto state = office_state(text);
  if (!state.is_read) {
    note(Note::unread, column, text);
    return keep_as_text(column, text);
  }
  said.push_back({ImportField::status, std::string(code_name(state.stage)), false});
  if (state.terminated) said.push_back({ImportField::terminated, *state.terminated, true});
  else if (state.is_terminated) note(Note::no_day, column, text);
  if (state.is_over || state.is_terminated) keep_as_text(column, text);
}

// Two dates in one cell: « 2023-2028 ».
bool CellReader::take_period(const MappedColumn& column, const SheetCell& cell, std::vector<SaidOfAgreement>& said) {
  if (cell.kind != SheetCell::Kind::text || column.field == ImportField::signed_on) return false;
  const auto period = office_period(cell.text);
  if (!period) {
    if (column.field != ImportField::period) return false;
    if (const auto date = office_date(cell); date.text) {  // a single year, for both ends
      said.push_back({ImportField::valid_from, *date.text, true});
      if (*date.text != "..") said.push_back({ImportField::valid_to, *date.text, true});
      note(Note::doubtful, column, cell.text, *date.text + " – " + *date.text);
    } else {
      note(Note::unread, column, trimmed(cell.text));
      keep_as_text(column, trimmed(cell.text));
    }
    return true;
  }
  if (column.field != ImportField::valid_from && column.field != ImportField::valid_to && column.field != ImportField::period) return false;
  said.push_back({ImportField::valid_from, period->from, column.field != ImportField::valid_from});
  const auto end = PartialDate::parse(period->to);
  const bool has_no_end = end && stands_for_no_end(*end);
  if (has_no_end) note_once(Note::no_term, column, trimmed(cell.text), "");
  said.push_back({ImportField::valid_to, has_no_end ? PartialDate::without_end().to_edtf() : period->to,
                  column.field != ImportField::valid_to});
  if (column.field != ImportField::period) note(Note::doubtful, column, trimmed(cell.text), period->from + " – " + period->to);
  return true;
}

}  // namespace maillage

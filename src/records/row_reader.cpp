// SPDX-License-Identifier: Apache-2.0
#include "records/row_reader.hpp"

#include <cassert>

#include "model/validity.hpp"
#include "records/identifiers.hpp"
#include "records/nearest.hpp"

namespace maillage {

void RowReader::begin(const TableRow& row) {
  row_ = row;
  place_ = 0;
  repaired_.clear();
  has_key_ = true;
  for (std::size_t i = 0; i < schema_->fields.size(); ++i) {
    const auto& field = schema_->fields[i];
    if (!field.is_required || !row.cells[i].empty()) continue;
    const bool has_column = row.has_column == nullptr || (*row.has_column)[i];
    if (has_column) log_->add("missing_value", {file_, row.line, field.name}, "", field.name);
    const bool names_a_row = field.type == FieldType::id || field.type == FieldType::reference ||
                             field.type == FieldType::territory_code;
    if (names_a_row) has_key_ = false;
  }
}

std::string_view RowReader::next() {
  assert(place_ < schema_->fields.size());
  return row_.cells[place_++];
}

void RowReader::look_for_contact(std::string_view cell) {
  if (field().type != FieldType::text) return;
  const auto contact = contact_in(cell);
  if (!contact.empty()) log_->add("personal_contact", here(), contact);
}

std::string_view RowReader::text() {
  const auto cell = next();
  if (cell.empty()) return cell;
  look_for_contact(cell);
  return repaired_code(cell);
}

std::vector<std::string_view> RowReader::texts(char other) {
  const auto cell = next();
  assert(field().is_list);
  if (cell.empty()) return {};
  look_for_contact(cell);
  auto values = split_list(cell, cell.find('|') == std::string_view::npos ? other : '|');
  for (auto& value : values) value = repaired_code(value);
  return values;
}

// A reference to a territory that has lost its zeros.
std::string_view RowReader::repaired_code(std::string_view cell) {
  if (field().references != "territories") return cell;
  auto padded = with_lost_zeros(FieldType::territory_code, cell);
  if (!padded) return cell;
  log_->add("lost_leading_zero", here(), cell, *padded);
  repaired_.push_back(std::move(*padded));
  return repaired_.back();
}

PartialDate RowReader::date() {
  const auto cell = next();
  assert(field().type == FieldType::date);
  if (cell.empty()) return {};
  const auto read = read_date(cell);
  if (!read.value) {
    log_->add("malformed_date", here(), cell);
    return {};
  }
  if (field().name == "valid_to" && stands_for_no_end(*read.value)) {
    log_->add("placeholder_date", here(), cell);
    return PartialDate::without_end();
  }
  if (read.is_bent) log_->add("french_date", here(), cell, read.value->to_edtf());
  return *read.value;
}

std::optional<double> RowReader::number() {
  const auto cell = next();
  if (cell.empty()) return std::nullopt;
  const auto read = read_number(cell, mark_);
  const double limit = field().type == FieldType::latitude ? 90 : field().type == FieldType::longitude ? 180 : 0;
  const bool fits = read.value && (limit == 0 ? *read.value >= 0 : *read.value >= -limit && *read.value <= limit);
  if (!fits) {
    log_->add("malformed_number", here(), cell);
    return std::nullopt;
  }
  if (read.is_bent) log_->add("decimal_comma", here(), cell, plain_number(*read.value));
  return read.value;
}

std::optional<std::uint32_t> RowReader::integer(std::uint32_t largest) {
  const auto cell = next();
  assert(field().type == FieldType::integer);
  if (cell.empty()) return std::nullopt;
  const auto read = read_integer(cell);
  if (!read.value || *read.value > largest) {
    log_->add("malformed_number", here(), cell);
    return std::nullopt;
  }
  if (read.is_bent) log_->add("decimal_comma", here(), cell, std::to_string(*read.value));
  return read.value;
}

std::string_view RowReader::duration() {
  const auto cell = next();
  assert(field().type == FieldType::duration);
  if (cell.empty() || parse_duration(cell)) return cell;
  log_->add("malformed_duration", here(), cell);
  return {};
}

std::string_view RowReader::identifier() {
  const auto cell = next();
  if (cell.empty()) return {};
  const auto type = field().type;
  if (type == FieldType::url) {
    if (cell.starts_with("https://") || cell.starts_with("http://")) return cell;
    log_->add("malformed_address", here(), cell);
    return {};
  }
  if (is_identifier(type, cell)) return cell;
  if (auto padded = with_lost_zeros(type, cell)) {
    log_->add("lost_leading_zero", here(), cell, *padded);
    repaired_.push_back(std::move(*padded));
    return repaired_.back();
  }
  log_->add("malformed_identifier", here(), cell, standard_of(type));
  return {};
}

std::string_view RowReader::code_text() {
  const auto cell = next();
  for (const auto known : field().codes) {
    if (known == cell) return cell;
  }
  if (!cell.empty()) tell_of_code(cell);
  return cell;
}

void RowReader::tell_of_code(std::string_view cell) {
  std::vector<std::string_view> codes;
  std::string all;
  for (const auto known : field().codes) {
    if (known.empty()) continue;
    codes.push_back(known);
    all.append(all.empty() ? "" : ", ").append(known);
  }
  const auto near = nearest_to(cell, codes);
  log_->add("unknown_code", here(), cell, near.empty() ? all : near, all);
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "records/register/raw_table.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "files/files.hpp"
#include "model/schema.hpp"
#include "records/cell_values.hpp"
#include "records/table_file.hpp"

namespace maillage {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string unquoted(std::string_view raw) {
  raw = trimmed(raw);
  if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') return std::string(raw);
  std::string text;
  raw = raw.substr(1, raw.size() - 2);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    text += raw[i];
    if (raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"') ++i;
  }
  return std::string(trimmed(text));
}

// Bytes up to the next delimiter or line end outside quotes.
std::size_t length_of_field(std::string_view rest, char delimiter) {
  std::size_t i = 0;
  if (!rest.empty() && rest.front() == '"') {
    for (i = 1; i < rest.size(); ++i) {
      if (rest[i] != '"') continue;
      if (i + 1 < rest.size() && rest[i + 1] == '"') {
        ++i;
      } else {
        break;
      }
    }
  }
  while (i < rest.size() && rest[i] != delimiter && rest[i] != '\n' && rest[i] != '\r') ++i;
  return i;
}

}  // namespace

RawTable::RawTable(std::string_view name, std::string_view bytes) : name_(name) {
  const auto* schema = find_table(name);
  if (schema == nullptr) throw std::out_of_range(name_);
  if (bytes.empty()) {
    Record header{{}, line_end_};
    for (const auto column : column_names(*schema)) {
      columns_.emplace_back(column);
      header.fields.emplace_back(column);
    }
    records_.push_back(std::move(header));
    return;
  }
  const TableFile file{name_ + ".csv", name_ + ".csv", std::string(bytes)};
  delimiter_ = head_of(file, column_names(*schema)).form.delimiter;
  is_utf8_ = is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
  if (!is_utf8_) {
    parse(decode(bytes).text);
    return;
  }
  if (bytes.starts_with(kMark)) {
    mark_ = kMark;
    bytes.remove_prefix(kMark.size());
  }
  parse(bytes);
}

void RawTable::parse(std::string_view text) {
  bool has_header = false;
  while (!text.empty()) {
    Record record;
    while (true) {
      const auto length = length_of_field(text, delimiter_);
      record.fields.emplace_back(text.substr(0, length));
      text.remove_prefix(length);
      if (text.empty() || text.front() != delimiter_) break;
      text.remove_prefix(1);
    }
    const std::size_t end = text.empty() ? 0 : text.starts_with("\r\n") ? 2 : 1;
    record.end = text.substr(0, end);
    text.remove_prefix(end);
    const bool is_blank = std::ranges::all_of(record.fields, [](const auto& field) { return unquoted(field).empty(); });
    if (!is_blank && !has_header) {
      has_header = true;
      if (!record.end.empty()) line_end_ = record.end;
      for (const auto& field : record.fields) columns_.push_back(unquoted(field));
    } else if (!is_blank) {
      rows_.push_back(records_.size());
    }
    records_.push_back(std::move(record));
  }
}

std::size_t RawTable::place_of(std::string_view column) const {
  return static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
}

std::string RawTable::cell(std::size_t row, std::string_view column) const {
  const auto& fields = records_[rows_[row]].fields;
  const auto place = place_of(column);
  return place < fields.size() ? unquoted(fields[place]) : std::string();
}

std::string RawTable::key(std::size_t row) const {
  const auto* schema = find_table(name_);
  std::string key;
  for (std::size_t i = 0; i < schema->key.size() && i < 2; ++i) key += (i > 0 ? "/" : "") + cell(row, schema->key[i]);
  return key;
}

std::vector<std::size_t> RawTable::rows_with_key(std::string_view wanted) const {
  std::vector<std::size_t> found;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (key(row) == wanted) found.push_back(row);
  }
  return found;
}

std::vector<std::size_t> RawTable::rows_with(std::string_view column, std::string_view text) const {
  std::vector<std::size_t> found;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (cell(row, column) == text) found.push_back(row);
  }
  return found;
}

std::string RawTable::written(std::string_view text) const {
  const bool is_plain = text.find_first_of("\"\n\r") == std::string_view::npos && text.find(delimiter_) == std::string_view::npos &&
                        (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (is_plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::size_t RawTable::make_column(std::string_view column) {
  const auto place = place_of(column);
  if (place < columns_.size()) return place;
  const auto* schema = find_table(name_);
  if (schema->place_of(column) == schema->fields.size()) throw std::out_of_range(std::string(column));
  columns_.emplace_back(column);
  bool is_header = true;
  for (auto& record : records_) {
    if (record.fields.size() == 1 && unquoted(record.fields[0]).empty()) continue;  // a blank line
    record.fields.resize(place);
    record.fields.push_back(is_header ? std::string(column) : std::string());
    is_header = false;
  }
  return place;
}

void RawTable::set(std::size_t row, std::string_view column, std::string_view text) {
  const auto place = make_column(column);
  auto& fields = records_[rows_[row]].fields;
  if (fields.size() <= place) fields.resize(columns_.size());
  if (unquoted(fields[place]) != text) fields[place] = written(text);
}

std::size_t RawTable::add(const std::vector<std::pair<std::string_view, std::string>>& cells) {
  for (const auto& [column, text] : cells) make_column(column);
  const auto* schema = find_table(name_);
  std::size_t at = rows_.size();
  if (schema->key.size() > 1) {
    for (const auto& [column, text] : cells) {
      if (column != schema->key.front()) continue;
      const auto same = rows_with(column, text);
      if (!same.empty()) at = same.back() + 1;
    }
  }
  Record record{std::vector<std::string>(columns_.size()), line_end_};
  for (const auto& [column, text] : cells) record.fields[place_of(column)] = written(text);
  const auto place = at == 0 ? rows_.empty() ? records_.size() : rows_.front() : rows_[at - 1] + 1;
  if (place > 0 && records_[place - 1].end.empty()) records_[place - 1].end = line_end_;
  records_.insert(records_.begin() + static_cast<std::ptrdiff_t>(place), std::move(record));
  for (auto& row : rows_) row += row >= place ? 1 : 0;
  rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(at), place);
  return at;
}

void RawTable::add_all(const std::vector<std::vector<std::pair<std::string_view, std::string>>>& rows) {
  for (const auto& cells : rows) {
    for (const auto& [column, text] : cells) make_column(column);
  }
  const auto* schema = find_table(name_);
  const auto owner = schema->key.size() > 1 ? std::string_view(schema->key.front()) : std::string_view();
  std::unordered_map<std::string, std::size_t> last_of;  // the last row of an owner; from rows_.size() on: its group at the end
  for (std::size_t row = 0; row < rows_.size() && !owner.empty(); ++row) last_of[cell(row, owner)] = row;
  std::vector<std::vector<Record>> behind(rows_.size() + 1);  // what follows each row; then the groups of new owners
  for (const auto& cells : rows) {
    Record record{std::vector<std::string>(columns_.size()), line_end_};
    auto group = rows_.size();
    for (const auto& [column, text] : cells) {
      record.fields[place_of(column)] = written(text);
      if (column != owner) continue;
      group = last_of.try_emplace(text, behind.size()).first->second;
      if (group == behind.size()) behind.emplace_back();
    }
    behind[group].push_back(std::move(record));
  }
  auto before = std::exchange(records_, {});
  const auto places = std::exchange(rows_, {});
  const auto take = [&](std::vector<Record>& group) {
    for (auto& record : group) {
      if (!records_.empty() && records_.back().end.empty()) records_.back().end = line_end_;
      rows_.push_back(records_.size());
      records_.push_back(std::move(record));
    }
  };
  const auto take_new = [&] {
    for (std::size_t group = places.size(); group < behind.size(); ++group) take(behind[group]);
  };
  std::size_t row = 0;
  for (std::size_t place = 0; place < before.size(); ++place) {
    const bool is_row = row < places.size() && places[row] == place;
    if (is_row) rows_.push_back(records_.size());
    records_.push_back(std::move(before[place]));
    if (!is_row) continue;
    take(behind[row]);
    if (++row == places.size()) take_new();
  }
  if (places.empty()) take_new();
}

void RawTable::remove(std::size_t row) {
  const auto place = rows_[row];
  records_.erase(records_.begin() + static_cast<std::ptrdiff_t>(place));
  rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
  for (auto& other : rows_) other -= other > place ? 1 : 0;
}

std::string RawTable::bytes() const {
  std::string text = mark_;
  for (const auto& record : records_) {
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      if (i > 0) text += delimiter_;
      text += record.fields[i];
    }
    text += record.end;
  }
  return text;
}

TextTable RawTable::texts() const {
  TextTable table;
  const auto* schema = find_table(name_);
  for (const auto column : column_names(*schema)) table.columns.emplace_back(column);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    auto& cells = table.rows.emplace_back();
    for (const auto& column : table.columns) cells.push_back(cell(row, column));
  }
  return table;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tables/cell_text.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// -3, +2.5, -1,25, 4e-7: what a spreadsheet reads as a number although it begins with a sign.
bool is_number(std::string_view text) {
  const auto skip_digits = [&] {
    const auto before = text.size();
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    return before != text.size();
  };
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  if (!skip_digits()) return false;
  if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
    text.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  return text.empty();
}

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !is_number(text);
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::ranges::count_if(text, is_digit) == 8;
}

std::string quoted_where_needed(std::string text, char delimiter) {
  if (text.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

// A spreadsheet reads a date in ISO form as a date and a number as a number: only other texts are written as shown.
std::string excel_text(const Cell& cell) {
  if (is_nothing(cell)) return "";
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    return csv_field(cell.shown.empty() || is_iso_day(*text) ? *text : cell.shown, ';');
  }
  if (std::holds_alternative<bool>(cell.value)) return csv_field(shown_text(cell), ';');
  auto number = machine_text(cell);
  std::ranges::replace(number, '.', ',');
  return number;
}

// A record of one empty field would be an empty line, which readers skip.
void end_record(std::string& out, std::size_t begin, std::string_view line_end) {
  if (out.size() == begin) out += "\"\"";
  out += line_end;
}

template <class Header, class Field>
void append_records(std::string& out, const Table& table, char delimiter, std::string_view line_end, Header header,
                    Field field) {
  auto begin = out.size();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += delimiter;
    out += csv_field(header(table.columns[i]), delimiter);
  }
  end_record(out, begin, line_end);
  static const Cell nothing;
  for (const auto& row : table.rows) {
    begin = out.size();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) out += delimiter;
      out += field(i < row.size() ? row[i] : nothing);
    }
    end_record(out, begin, line_end);
  }
}

}  // namespace

std::string csv_field(std::string_view text, char delimiter) {
  return quoted_where_needed((is_formula(text) ? "'" : "") + std::string(text), delimiter);
}

std::string to_csv(const Table& table) {
  std::string out;
  append_records(
      out, table, ',', "\n", [](const TableColumn& column) { return column.key; },
      [](const Cell& cell) {
        const auto* text = std::get_if<std::string>(&cell.value);
        return text != nullptr ? csv_field(*text) : machine_text(cell);
      });
  return out;
}

std::string to_excel_csv(const Table& table) {
  std::string out = "\xEF\xBB\xBF";
  append_records(
      out, table, ';', "\r\n", [](const TableColumn& column) { return column.label; }, excel_text);
  return out;
}

}  // namespace maillage

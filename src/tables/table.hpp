// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace maillage {

/// A cell of a table that is given out: the value for machines, and how it is shown to people where that differs.
struct Cell {
  using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string>;
  Value value;        ///< monostate: nothing known; NaN counts as nothing
  std::string shown;  ///< for terminal, Markdown and HTML; empty: made from `value`

  Cell() = default;
  Cell(std::string text) : value(std::move(text)) {}
  Cell(std::string_view text) : value(std::string(text)) {}
  Cell(const char* text) : value(std::string(text)) {}
  Cell(std::int64_t number) : value(number) {}
  Cell(std::uint32_t number) : value(static_cast<std::int64_t>(number)) {}
  Cell(std::size_t number) : value(static_cast<std::int64_t>(number)) {}
  Cell(int number) : value(static_cast<std::int64_t>(number)) {}
  Cell(double number) : value(number) {}
  template <class V>
  Cell(V&& machine, std::string people) : Cell(std::forward<V>(machine)) {
    shown = std::move(people);
  }
};

struct TableColumn {
  std::string key;    ///< header for machines: snake_case, stable
  std::string label;  ///< header for people, in their language
  enum class Align : std::uint8_t { left, right } align = Align::left;
};

/// A table as a value; what a command prints and a report writes.
struct Table {
  std::string name;   ///< file name without extension
  std::string title;  ///< for people
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  ///< sentences below the table: settings, counts, doubts
};

/// Keeps the columns with these keys, in this order; std::invalid_argument whose what() is the key that is unknown.
Table with_columns(const Table& table, const std::vector<std::string>& keys);
/// Sorted by a column, stably; `-key` sorts downwards. Numbers by value, texts by bytes, nothing last. Unknown key: as
/// with_columns().
Table sorted_by(const Table& table, const std::string& key);

/// Numbers in tables have at most 12 significant digits: the same bytes on every machine.
double rounded(double value);
/// Shortest text of rounded(value) with a decimal point: plain digits from 1e-6 to 1e15, else 1e-09; "" for NaN.
std::string number_text(double value);

/// RFC 4180, comma, UTF-8, LF, machine keys as header, machine values. A text cell that a spreadsheet would run as a
/// formula (it begins with = + - @ tab or CR, and is no number) is written with an apostrophe before it.
std::string to_csv(const Table& table);
/// For a double click in French Excel: byte-order mark, `;`, CRLF, decimal comma, people's labels, formulas made
/// harmless. Numbers and days stay values; other texts stand as they are shown to people.
std::string to_excel_csv(const Table& table);
/// JSON array of objects by machine keys.
std::string to_json(const Table& table);
/// GitHub-flavoured Markdown with people's labels; pipes, HTML and Markdown's own signs escaped; notes below. Without
/// the title, whose heading is the page's affair.
std::string to_markdown(const Table& table);
/// `text` as one line of Markdown in which it stands for itself: markup, links and HTML in it are escaped.
std::string markdown_text(std::string_view text);
/// Plain text for a terminal `width` columns wide (0: as wide as it comes): columns fit, long cells wrap at words, wide
/// characters counted right; the title above, the notes below. Where the columns cannot fit, each record stands field
/// under field. Control characters are made harmless.
std::string to_terminal(const Table& table, unsigned width);

/// `text` as one CSV field: quoted where needed, formulas made harmless.
std::string csv_field(std::string_view text, char delimiter = ',');

}  // namespace maillage

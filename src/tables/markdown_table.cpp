// SPDX-License-Identifier: Apache-2.0
#include "tables/cell_text.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

bool is_word(std::string_view text, std::size_t i) {
  const char c = i < text.size() ? text[i] : ' ';
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Does the character mean something to Markdown where it stands?
bool is_markup(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '_':  // no emphasis begins inside a word: snake_case stays readable
      return i == 0 || !is_word(text, i - 1) || !is_word(text, i + 1);
    case ':':  // a bare address would become a link by itself
      return text.substr(i).starts_with("://");
    case '.':
      return i >= 3 && text.substr(i - 3, 3) == "www";
    case '#':
    case '+':
    case '-':
    case '=':  // a heading, a list, the line under a heading
      return i == 0;
    default:
      return std::string_view("\\|*`[]~$@").find(text[i]) != std::string_view::npos;
  }
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '\n' || c == '\t') {
      escaped += ' ';
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      if (is_markup(text, i)) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

std::string to_markdown(const Table& table) {
  std::string out = "|";
  for (const auto& column : table.columns) out += " " + markdown_text(column.label) + " |";
  out += "\n|";
  for (const auto& column : table.columns) out += column.align == TableColumn::Align::right ? " ---: |" : " --- |";
  out += '\n';
  static const Cell nothing;
  for (const auto& row : table.rows) {
    out += '|';
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      out += " " + markdown_text(shown_text(i < row.size() ? row[i] : nothing)) + " |";
    }
    out += '\n';
  }
  for (const auto& note : table.notes) out += "\n" + markdown_text(note) + "\n";
  return out;
}

}  // namespace maillage

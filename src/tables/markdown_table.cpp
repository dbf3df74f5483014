// SPDX-License-Identifier: Apache-2.0
#include "tables/cell_text.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside_word = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '\r':
        break;
      case '\n':
      case '\t':
        escaped += ' ';
        break;
      case '_':
        if (!inside_word) escaped += '\\';  // snake_case stays readable: no emphasis begins inside a word
        escaped += c;
        break;
      case '\\':
      case '|':
      case '*':
      case '`':
      case '[':
      case ']':
      case '~':
        escaped += '\\';
        escaped += c;
        break;
      case ':':
      case '.':  // bare addresses would become links by themselves
        if (text.substr(i).starts_with("://") || (c == '.' && i >= 3 && text.substr(i - 3, 3) == "www")) escaped += '\\';
        escaped += c;
        break;
      case '$':
      case '@':
        escaped += '\\';
        escaped += c;
        break;
      case '#':
      case '+':
      case '-':
      case '=':
        if (i == 0) escaped += '\\';
        escaped += c;
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) escaped += c;
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

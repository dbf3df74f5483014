// SPDX-License-Identifier: Apache-2.0
#include "report/document.hpp"

#include <algorithm>

namespace maillage {

Target to_web(std::string_view address) {
  // Anything below a space, and quotes, would need more than escaping to be safe everywhere an address is written.
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\') return {};
  }
  const bool is_web = address.starts_with("https://") || address.starts_with("http://");
  return is_web ? Target{Target::Kind::web, std::string(address)} : Target{};
}

void append(Line& line, const Line& more) {
  if (!line.empty() && !more.empty()) line.push_back({" "});
  line.insert(line.end(), more.begin(), more.end());
}

std::string plain_text(const Line& line) {
  std::string text;
  for (const auto& span : line) text += span.text;
  return text;
}

std::string part_mark(std::size_t number) { return "\x01" + std::to_string(number) + "\x02"; }

Line with_parts(std::string_view message, const std::vector<Line>& parts) {
  Line line;
  while (!message.empty()) {
    const auto open = message.find('\x01');
    if (open != 0) line.push_back({std::string(message.substr(0, open))});
    if (open == std::string_view::npos) break;
    const auto close = message.find('\x02', open);
    const auto number = std::stoul(std::string(message.substr(open + 1, close - open - 1)));
    line.insert(line.end(), parts.at(number).begin(), parts.at(number).end());
    message.remove_prefix(close + 1);
  }
  return line;
}

CellDress& TableBlock::at(std::size_t row, std::size_t column) {
  if (dress.size() <= row) dress.resize(row + 1);
  if (dress[row].size() <= column) dress[row].resize(column + 1);
  return dress[row][column];
}

const CellDress* TableBlock::find(std::size_t row, std::size_t column) const {
  if (row >= dress.size() || column >= dress[row].size()) return nullptr;
  return &dress[row][column];
}

std::vector<std::size_t> TableBlock::shown_columns() const {
  std::vector<std::size_t> numbers;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (std::ranges::find(for_machines, table.columns[c].key) == for_machines.end()) numbers.push_back(c);
  }
  return numbers;
}

Table TableBlock::for_file() const {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (std::ranges::find(for_people, table.columns[c].key) == for_people.end()) kept.push_back(c);
  }
  Table file{table.name, table.title, {}, {}, table.notes};
  for (const auto c : kept) file.columns.push_back(table.columns[c]);
  for (const auto& row : table.rows) {
    auto& cells = file.rows.emplace_back();
    for (const auto c : kept) cells.push_back(row[c]);
  }
  return file;
}

}  // namespace maillage

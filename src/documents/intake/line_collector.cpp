// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/line_collector.hpp"

#include <unicode/uchar.h>

#include "documents/text/clean_lines.hpp"
#include "documents/text/letters.hpp"

namespace maillage::documents {
namespace {

/// « Date de signature », but neither a name (two capitals) nor a sum.
bool is_label(std::string_view cell) {
  constexpr std::size_t kLongest = 60;
  if (cell.size() > kLongest) return false;
  int capitals = 0;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(cell.size()); at < size;) {
    const auto c = next_letter(cell, at);
    if (u_isdigit(c)) return false;
    capitals += u_isupper(c) ? 1 : 0;
  }
  return capitals == 1;
}

}  // namespace

std::string with_single_blanks(std::string_view text) {
  std::string single;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank)
      single += c;
    else if (!single.empty() && single.back() != ' ')
      single += ' ';
  }
  if (single.ends_with(' ')) single.pop_back();
  return single;
}

void LineCollector::add(std::string_view line, std::uint32_t number, LineForm form, std::uint32_t page) {
  auto clean = cleaned_line(line);
  if (clean.find_first_not_of(' ') == std::string::npos) return;
  bytes_ += clean.size();
  if (bytes_ > limits_->text_bytes) throw Refused("too_much_text", std::to_string(limits_->text_bytes));
  if (text_->lines.size() >= limits_->lines) throw Refused("too_many_lines", std::to_string(limits_->lines));
  text_->lines.push_back({std::move(clean), number, page, form});
}

void LineCollector::blank() {
  auto& lines = text_->lines;
  if (!lines.empty() && !lines.back().text.empty())
    lines.push_back({"", lines.back().number, lines.back().page, LineForm::plain});
}

void LineCollector::add_row(const std::vector<std::string>& cells, std::uint32_t number, std::uint32_t page) {
  std::string row;
  std::size_t count = 0;
  for (const auto& cell : cells) {
    const auto text = with_single_blanks(cell);
    if (text.empty()) continue;
    if (count == 1 && is_label(row) && !row.ends_with(':')) row += " :";
    if (count > 0) row += row.ends_with(':') ? " " : row.ends_with(',') || row.ends_with(';') ? " " : ", ";
    row += text;
    ++count;
  }
  add(row, number, LineForm::begins, page);
}

}  // namespace maillage::documents

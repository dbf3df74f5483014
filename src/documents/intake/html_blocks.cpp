// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/html_blocks.hpp"

#include <algorithm>
#include <utility>

namespace maillage::documents {
namespace {

bool has_letters(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

void HtmlBlocks::start(std::string_view name, HtmlRole role, std::uint32_t line) {
  if (name == "table" && is_in_cell()) make_layout(rows_.back());
  if (role != HtmlRole::inline_text) end_line();
  if (role == HtmlRole::block || role == HtmlRole::heading) blank();
  if (role == HtmlRole::heading) is_heading_ = true;
  if (name == "pre") ++preformatted_;
  if (name == "ul" || name == "ol" || name == "menu") lists_.push_back({name == "ol", 0});
  if (name == "li") {
    auto* list = lists_.empty() ? nullptr : &lists_.back();
    mark_ = list != nullptr && list->is_numbered ? std::to_string(++list->count) + ". " : "• ";
  }
  if (name == "tr") rows_.push_back({{}, line});
  if (name == "td" || name == "th") begin_cell();
}

void HtmlBlocks::end(std::string_view name, HtmlRole role) {
  if (name == "td" || name == "th") end_cell();
  if (name == "tr") end_row();
  if (role != HtmlRole::inline_text) end_line();
  if (role == HtmlRole::block || role == HtmlRole::heading) blank();
  if (role == HtmlRole::heading) is_heading_ = false;
  if (name == "li") mark_.clear();
  if (name == "pre") --preformatted_;
  if ((name == "ul" || name == "ol" || name == "menu") && !lists_.empty()) lists_.pop_back();
}

void HtmlBlocks::text(std::string_view piece, std::uint32_t line) {
  if (is_in_cell() && rows_.back().has_break && has_letters(piece)) make_layout(rows_.back());
  while (true) {
    const auto end = std::min(piece.find('\n'), piece.size());
    if (pieces_.empty() || pieces_.back().second != line) pieces_.emplace_back("", line);
    pieces_.back().first += piece.substr(0, end);
    if (end == piece.size()) return;
    piece.remove_prefix(end + 1);
    ++line;
    if (preformatted_ > 0) end_line();
  }
}

void HtmlBlocks::end_line() {
  if (is_in_cell()) {
    const bool has_text = std::ranges::any_of(pieces_, [](const auto& piece) { return has_letters(piece.first); });
    rows_.back().has_break = rows_.back().has_break || has_text;
    return;
  }
  give();
}

void HtmlBlocks::blank() {
  if (!is_in_cell()) lines_.blank();
}

void HtmlBlocks::give() {
  bool is_first = true;
  for (const auto& [text, line] : std::exchange(pieces_, {})) {
    if (!has_letters(text)) continue;
    const auto form = !is_first ? LineForm::goes_on : is_heading_ ? LineForm::heading : LineForm::begins;
    lines_.add((is_first ? std::exchange(mark_, {}) : "") + with_single_blanks(text), line, form);
    is_first = false;
  }
}

void HtmlBlocks::make_layout(Row& row) {
  const auto pieces = std::exchange(pieces_, {});
  for (const auto& cell : row.cells) lines_.add(with_single_blanks(cell), row.line, LineForm::begins);
  row.cells.clear();
  row.is_for_layout = true;
  pieces_ = pieces;
  give();
}

void HtmlBlocks::begin_cell() {
  if (rows_.empty()) return;
  pieces_.clear();
  rows_.back().is_in_cell = true;
  rows_.back().has_break = false;
}

void HtmlBlocks::end_cell() {
  if (rows_.empty() || !rows_.back().is_in_cell) return;
  auto& row = rows_.back();
  if (row.is_for_layout) {
    give();
    row.is_for_layout = false;
  } else {
    std::string cell;
    for (const auto& [text, line] : std::exchange(pieces_, {})) {
      if (row.cells.empty() && cell.empty()) row.line = line;
      cell += text + ' ';
    }
    row.cells.push_back(std::move(cell));
  }
  row.is_in_cell = false;
}

void HtmlBlocks::end_row() {
  if (rows_.empty()) return;
  end_cell();
  const auto row = std::move(rows_.back());
  rows_.pop_back();
  lines_.add_row(row.cells, row.line);
}

}  // namespace maillage::documents

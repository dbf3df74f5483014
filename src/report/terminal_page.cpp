// SPDX-License-Identifier: Apache-2.0
#include "report/terminal_page.hpp"

#include <algorithm>

#include "report/cells.hpp"
#include "tables/display_width.hpp"

namespace maillage {
namespace {

class TerminalWriter {
 public:
  TerminalWriter(const Language& language, unsigned width) : language_(language), width_(width) {}

  std::string page(const Document& document) {
    heading(inline_text(document.headline), '=');
    if (!document.kicker.empty()) paragraph(inline_text(document.kicker), 0);
    for (const auto& block : document.lead) write(block);
    for (const auto& section : document.sections) write(section);
    while (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  static std::string inline_text(const Line& line) {
    std::string text;
    for (const auto& span : line) {
      const bool is_citation = span.style == Span::Style::citation;
      text += is_citation ? "[" + span.text + "]" : span.text;
    }
    return terminal_line(text);
  }
  void heading(const std::string& text, char underline) {
    std::size_t longest = 0;
    for (const auto& line : lines_of(text, 0)) {
      out_ += line + "\n";
      longest = std::max(longest, display_width(line));
    }
    out_ += std::string(longest, underline) + "\n\n";
  }
  std::vector<std::string> lines_of(std::string_view text, std::size_t indent) const {
    constexpr std::size_t least = 10;
    if (width_ == 0) return {std::string(text)};
    return maillage::wrapped(text, std::max(least, width_ - std::min<std::size_t>(width_, indent)));
  }
  // Wraps at spaces; later lines are indented by `indent`, the first stands where the caller has put it.
  void wrapped(std::string_view text, std::size_t indent) {
    const auto lines = lines_of(text, indent);
    for (std::size_t i = 0; i < lines.size(); ++i) out_ += (i > 0 ? std::string(indent, ' ') : "") + lines[i] + "\n";
  }
  void paragraph(const std::string& text, std::size_t indent) {
    wrapped(text, indent);
    out_ += "\n";
  }

  void write(const Block& block) {
    std::visit([this](const auto& content) { write(content); }, block.content);
  }
  void write(const Paragraph& paragraph_block) { paragraph(inline_text(paragraph_block.line), 0); }
  void write(const Findings& findings) { list(findings.lines); }
  void write(const Bullets& bullets) { list(bullets.lines); }
  void list(const std::vector<Line>& lines) {
    for (const auto& line : lines) {
      out_ += "- ";
      wrapped(inline_text(line), 2);
    }
    if (!lines.empty()) out_ += "\n";
  }
  void write(const KeyFigures& keys) {
    for (const auto& figure : keys.figures) paragraph(figure.value + " " + figure.label + (figure.remark.empty() ? "" : " (" + figure.remark + ")"), 2);
  }
  void write(const Definitions& definitions) {
    for (const auto& row : definitions.rows) {
      const auto term = language_.say("report.card_label", {{"label", inline_text(row.term)}});
      if (row.texts.size() == 1) {
        wrapped(term + " " + inline_text(row.texts.front()), 2);
        continue;
      }
      out_ += term + "\n";
      for (const auto& text : row.texts) {
        out_ += "  - ";
        wrapped(inline_text(text), 4);
      }
    }
    if (!definitions.rows.empty()) out_ += "\n";
  }
  void write(const Section& section) {
    heading(inline_text(section.heading), '-');
    for (const auto& block : section.blocks) write(block);
  }
  void write(const Columns& columns) {
    for (const auto& column : columns.columns) {
      for (const auto& block : column) write(block);
    }
  }
  void write(const FigureBlock&) {}
  void write(const TableBlock& block) {
    if (block.rows_in_page == 0) return;
    Table table{block.table.name, block.table.title, {}, {}, block.table.notes};
    const auto shown = block.shown_columns();
    for (const auto c : shown) table.columns.push_back(block.table.columns[c]);
    for (std::size_t row = 0; row < block.table.rows.size() && row < block.rows_in_page; ++row) {
      auto& cells = table.rows.emplace_back();
      for (const auto c : shown) {
        auto cell = block.table.rows[row][c];
        const auto* dress = block.find(row, c);
        if (dress != nullptr && dress->is_only_after && !dress->after.empty()) cell.shown = inline_text(dress->after);
        cells.push_back(std::move(cell));
      }
    }
    out_ += to_terminal(table, width_) + "\n";
  }

  const Language& language_;
  unsigned width_;
  std::string out_;
};

}  // namespace

std::string terminal_page(const Document& document, const Language& language, unsigned width) {
  return TerminalWriter(language, width).page(document);
}

}  // namespace maillage

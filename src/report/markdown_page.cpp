// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_page.hpp"
#include "tables/table.hpp"

#include "report/cells.hpp"
#include "report/html_page.hpp"

namespace maillage {
namespace {

constexpr std::size_t kItemsInCell = 6;

class MarkdownWriter {
 public:
  MarkdownWriter(const LinkMap& links, const Language& language) : links_(links), language_(language) {}

  std::string page(const Document& document) {
    if (document.logo) out_ += "![" + markdown_text(document.logo->alternative) + "](" + document.logo->file + ")\n\n";
    if (!document.kicker.empty()) out_ += inline_text(document.kicker) + "\n\n";
    out_ += "# " + inline_text(document.headline) + "\n\n";
    for (const auto& block : document.lead) write(block);
    for (const auto& section : document.sections) write(section);
    for (const auto& block : document.closing) write(block);
    if (!document.foot.empty()) out_ += "---\n\n" + inline_text(document.foot) + "\n";
    return std::move(out_);
  }

 private:
  std::string linked(const std::string& text, const Target& target) const {
    auto address = links_.address(target);
    if (address.empty() || text.empty()) return text;
    std::string safe;
    for (const char c : address) {
      switch (c) {
        case '(': safe += "%28"; break;
        case ')': safe += "%29"; break;
        case '|': safe += "%7C"; break;
        default: safe += c;
      }
    }
    return "[" + text + "](" + safe + ")";
  }

  std::string inline_text(const Line& line) const {
    std::string text;
    for (const auto& span : line) {
      const auto words = linked(markdown_text(span.text), span.target);
      switch (span.style) {
        case Span::Style::strong: text += "**" + words + "**"; break;
        case Span::Style::emphasis: text += "*" + words + "*"; break;
        case Span::Style::citation: text += "(" + words + ")"; break;
        default: text += words;
      }
    }
    return text;
  }

  void write(const Block& block) {
    std::visit([this](const auto& content) { write(content); }, block.content);
  }
  void write(const Paragraph& paragraph) {
    out_ += inline_text(paragraph.line) + "\n\n";
    write_items(paragraph.unfolds, "");
    if (!paragraph.unfolds.list.empty()) out_ += "\n";
  }
  void write_items(const Unfolding& unfolds, const std::string& indent) {
    for (const auto& [label, target] : unfolds.list) out_ += indent + "- " + linked(markdown_text(label), target) + "\n";
    if (!unfolds.list_rest.empty()) out_ += indent + "- " + markdown_text(unfolds.list_rest) + "\n";
  }
  void write(const Findings& findings) {
    for (std::size_t i = 0; i < findings.lines.size(); ++i) {
      out_ += std::to_string(i + 1) + ". " + inline_text(findings.lines[i]) + "\n";
    }
    out_ += "\n";
  }
  void write(const Bullets& bullets) {
    for (std::size_t i = 0; i < bullets.lines.size(); ++i) {
      out_ += "- ";
      if (i < bullets.anchors.size()) out_ += anchor(bullets.anchors[i]);
      out_ += inline_text(bullets.lines[i]) + "\n";
      if (i < bullets.unfolds.size()) write_items(bullets.unfolds[i], "  ");
    }
    if (!bullets.lines.empty()) out_ += "\n";
  }
  void write(const KeyFigures& keys) {
    for (const auto& figure : keys.figures) {
      out_ += "- **" + markdown_text(figure.value) + "** " + linked(markdown_text(figure.label), figure.target);
      if (!figure.remark.empty()) out_ += " (" + markdown_text(figure.remark) + ")";
      out_ += "\n";
    }
    out_ += "\n";
  }
  void write(const Definitions& definitions) {
    for (const auto& row : definitions.rows) {
      const auto term = markdown_text(language_.say("report.card_label", {{"label", plain_text(row.term)}}));
      out_ += "- **" + term + "** ";
      for (std::size_t i = 0; i < row.texts.size(); ++i) {
        if (row.texts.size() > 1) out_ += "\n  - ";
        out_ += inline_text(row.texts[i]);
      }
      out_ += "\n";
    }
    if (!definitions.rows.empty()) out_ += "\n";
  }
  void write(const Section& section) {
    if (!section.anchor.empty()) out_ += anchor(section.anchor) + "\n\n";
    out_ += std::string(static_cast<std::size_t>(section.level), '#') + " " + inline_text(section.heading) + "\n\n";
    for (const auto& block : section.blocks) write(block);
  }
  void write(const Columns& columns) {
    for (const auto& column : columns.columns) {
      for (const auto& block : column) write(block);
    }
  }
  void write(const FigureBlock& figure) {
    out_ += "![" + markdown_text(language_.say("report.figure." + figure.name)) + "](figures/" + figure.name + ".svg)\n\n";
    if (!figure.caption.empty()) out_ += inline_text(figure.caption) + "\n\n";
  }
  void write(const TableBlock& block) {
    if (block.rows_in_page == 0 || block.table.rows.empty()) return;
    const auto& table = block.table;
    const auto shown = block.shown_columns();
    if (!table.title.empty()) out_ += markdown_text(table.title) + "\n\n";
    std::string rule = "|";
    out_ += "|";
    for (const auto c : shown) {
      out_ += " " + markdown_text(table.columns[c].label) + " |";
      rule += table.columns[c].align == TableColumn::Align::right ? " ---: |" : " --- |";
    }
    out_ += "\n" + rule + "\n";
    for (std::size_t row = 0; row < table.rows.size() && row < block.rows_in_page; ++row) {
      out_ += "|";
      for (const auto c : shown) {
        out_ += " ";
        if (c == shown.front() && row < block.anchors.size()) out_ += anchor(block.anchors[row]);
        out_ += cell_text(block, row, c) + " |";
      }
      out_ += "\n";
    }
    out_ += "\n";
    for (const auto& note : table.notes) out_ += markdown_text(note) + "\n\n";
  }

  std::string cell_text(const TableBlock& block, std::size_t row, std::size_t c) const {
    const auto text = markdown_text(shown_text(block.table.rows[row][c], language_));
    const auto* dress = block.find(row, c);
    if (dress == nullptr) return text;
    if (dress->is_only_after && !dress->after.empty()) return inline_text(dress->after);
    const bool is_long = dress->list.size() > kItemsInCell;  // the list of all agreements is where it can be read
    auto cell = linked(text, is_long ? to_section("agreements") : dress->target);
    if (!dress->list.empty() && dress->list.size() <= kItemsInCell) {
      std::vector<std::string> items;
      for (const auto& [label, target] : dress->list) items.push_back(linked(markdown_text(label), target));
      cell += " <br>" + language_.list(items);
    }
    if (!dress->after.empty()) cell += " " + inline_text(dress->after);
    return cell;
  }

  static std::string anchor(const std::string& name) {
    return name.empty() ? "" : "<a id=\"" + html_text(name) + "\"></a>";
  }

  const LinkMap& links_;
  const Language& language_;
  std::string out_;
};

}  // namespace

std::string markdown_page(const Document& document, const LinkMap& links, const Language& language) {
  return MarkdownWriter(links, language).page(document);
}

}  // namespace maillage

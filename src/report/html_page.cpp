// SPDX-License-Identifier: Apache-2.0
#include "report/html_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/cells.hpp"
#include "report/style_sheet.hpp"

namespace maillage {
namespace {

// Nothing is fetched and nothing runs: what data could smuggle in has nowhere to go.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// U+202A–202E and U+2066–2069 turn the reading direction of all that follows; U+200E, U+200F are left: Arabic needs them.
bool turns_direction(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  return (second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      three = (three << 8) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      text += i + j > bytes.size() ? '=' : kDigits[(three >> (18 - 6 * j)) & 63U];
    }
  }
  return text;
}

class HtmlWriter {
 public:
  HtmlWriter(const LinkMap& links, const Language& language) : links_(links), language_(language) {}

  std::string page(const Document& document, std::string_view figure_styles) {
    body(document);
    std::string page = "<!doctype html>\n<html lang=\"" + std::string(language_.code()) +
           "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"" +
           html_text(kPolicy) + (document.logo ? "; img-src data:" : "") + "\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">" +
           "<meta name=\"color-scheme\" content=\"light dark\"><title>" + html_text(document.title) + "</title>\n<style>";
    page += ":root{color-scheme:light;" + std::string(kLightTokens) +
            "}\n@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;" + std::string(kDarkTokens) + "}}\n";
    page += figure_styles;
    page += page_style_for(out_);
    page += "</style></head>\n";
    return page + out_;
  }

 private:
  void body(const Document& document) {
    out_ = "<body><main>\n<header>";
    if (document.logo) {
      out_ += "<img class=\"logo\" alt=\"" + html_text(document.logo->alternative) + "\" src=\"data:" +
              html_text(document.logo->media_type) + ";base64," + base64(document.logo->bytes) + "\">\n";
    }
    element("p", "kicker", document.kicker);
    out_ += "<h1>" + inline_html(document.headline) + "</h1>\n";
    bool is_navigation_written = false;
    for (const auto& block : document.lead) {
      if (!is_navigation_written && std::holds_alternative<KeyFigures>(block.content)) {
        navigation(document);
        is_navigation_written = true;
      }
      write(block);
    }
    if (!is_navigation_written) navigation(document);
    out_ += "</header>\n";
    for (const auto& section : document.sections) write(section);
    write_all(document.closing);
    if (!document.foot.empty()) element("footer", "", document.foot);
    out_ += "</main></body></html>\n";
  }

  void element(std::string_view name, std::string_view classes, const Line& line) {
    if (line.empty()) return;
    out_ += "<" + std::string(name);
    if (!classes.empty()) out_ += " class=\"" + std::string(classes) + "\"";
    out_ += ">" + inline_html(line) + "</" + std::string(name) + ">\n";
  }

  std::string linked(const std::string& html, const Target& target, std::string_view classes = {}) const {
    const auto address = links_.address(target);
    if (address.empty()) return html;
    std::string open = "<a";
    if (!classes.empty()) open += " class=\"" + std::string(classes) + "\"";
    if (target.kind == Target::Kind::web) open += " rel=\"noopener noreferrer\"";
    return open + " href=\"" + html_text(address) + "\">" + html + "</a>";
  }

  std::string inline_html(const Line& line) const {
    std::string html;
    for (const auto& span : line) {
      const auto text = html_text(span.text);
      switch (span.style) {
        case Span::Style::plain: html += linked(text, span.target); break;
        case Span::Style::strong: html += "<b>" + linked(text, span.target) + "</b>"; break;
        case Span::Style::emphasis: html += "<em>" + linked(text, span.target) + "</em>"; break;
        case Span::Style::soft: html += "<span class=\"soft\">" + linked(text, span.target) + "</span>"; break;
        case Span::Style::code: html += "<code>" + linked(text, span.target) + "</code>"; break;
        case Span::Style::citation: html += linked(text, span.target, text.size() > 60 ? "s long" : "s"); break;
      }
    }
    return html;
  }

  void navigation(const Document& document) {
    if (document.navigation.empty()) return;
    out_ += "<nav aria-label=\"" + html_text(language_.say("report.sections")) + "\">";
    for (const auto& [label, target] : document.navigation) out_ += linked(html_text(label), target);
    out_ += "</nav>\n";
  }

  void write_all(const Blocks& blocks) {
    for (const auto& block : blocks) write(block);
  }
  void write(const Block& block) {
    std::visit([this](const auto& content) { write(content); }, block.content);
  }
  void write(const Paragraph& paragraph) {
    if (paragraph.unfolds.list.empty()) {
      element("p", paragraph.is_note ? "note" : "", paragraph.line);
      return;
    }
    out_ += "<div class=\"counted\">";
    unfolding(inline_html(paragraph.line), paragraph.unfolds);
    out_ += "</div>\n";
  }
  void unfolding(const std::string& summary, const Unfolding& unfolds) {
    out_ += "<details><summary>" + summary + "</summary><ul>";
    for (const auto& [label, target] : unfolds.list) out_ += "<li>" + linked(html_text(label), target) + "</li>";
    if (!unfolds.list_rest.empty()) out_ += "<li class=\"soft\">" + html_text(unfolds.list_rest) + "</li>";
    out_ += "</ul></details>";
  }
  void write(const Findings& findings) {
    out_ += "<ol class=\"findings\">\n";
    for (const auto& line : findings.lines) out_ += "<li><span>" + inline_html(line) + "</span></li>\n";
    out_ += "</ol>\n";
  }
  void write(const Bullets& bullets) {
    if (bullets.lines.empty()) return;
    out_ += bullets.is_list_of_sources ? "<ul class=\"sources\">\n" : "<ul>\n";
    for (std::size_t i = 0; i < bullets.lines.size(); ++i) {
      out_ += i < bullets.anchors.size() ? "<li id=\"" + html_text(bullets.anchors[i]) + "\">" : "<li>";
      if (i < bullets.unfolds.size() && !bullets.unfolds[i].list.empty()) {
        unfolding(inline_html(bullets.lines[i]), bullets.unfolds[i]);
      } else {
        out_ += inline_html(bullets.lines[i]);
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }
  void write(const KeyFigures& keys) {
    out_ += "<div class=\"keys\" role=\"group\" aria-label=\"" + html_text(keys.label) + "\">\n";
    for (const auto& figure : keys.figures) {
      const auto inside = "<b>" + html_text(figure.value) + "</b><span>" + html_text(figure.label) +
                          "</span><span class=\"soft\">" + html_text(figure.remark) + "</span>";
      const auto link = linked(inside, figure.target);
      out_ += (link == inside ? "<div>" + inside + "</div>" : link) + "\n";
    }
    out_ += "</div>\n";
  }
  void write(const Definitions& definitions) {
    if (definitions.rows.empty()) return;
    out_ += "<dl>\n";
    for (const auto& row : definitions.rows) {
      out_ += "<dt>" + inline_html(row.term) + "</dt>";
      for (const auto& text : row.texts) out_ += "<dd>" + inline_html(text) + "</dd>";
      out_ += "\n";
    }
    out_ += "</dl>\n";
  }
  void write(const Section& section) {
    const auto anchor = section.anchor.empty() ? "" : " id=\"" + html_text(section.anchor) + "\"";
    const std::string name = section.level == 2 ? "section" : "article";
    const auto tag = "h" + std::to_string(section.level);
    // A drawing says its finding itself: the heading above only names it.
    const bool begins_with_figure =
        !section.blocks.empty() && std::holds_alternative<FigureBlock>(section.blocks.front().content);
    const std::string classes =
        section.is_figure_page ? " class=\"figure-part figure-page\"" : begins_with_figure ? " class=\"figure-part\"" : "";
    out_ += "<" + name + anchor + classes + ">";
    out_ += "<" + tag + ">" + inline_html(section.heading) + "</" + tag + ">\n";
    write_all(section.blocks);
    out_ += "</" + name + ">\n";
  }
  void write(const Columns& columns) {
    out_ += "<div class=\"columns\">\n";
    for (const auto& column : columns.columns) {
      out_ += "<div>";
      write_all(column);
      out_ += "</div>\n";
    }
    out_ += "</div>\n";
  }
  void write(const FigureBlock& figure) {
    out_ += "<figure>";
    if (figure.narrow.empty()) {
      out_ += figure_for_page(figure.wide, links_);
    } else {
      out_ += "<div class=\"wide-only\">" + figure_for_page(figure.wide, links_) + "</div>\n<div class=\"narrow-only\">" +
              figure_for_page(figure.narrow, links_) + "</div>";
    }
    element("figcaption", "", figure.caption);
    link_to_file("figures/", safe_name(figure.name) + ".svg");
    out_ += "</figure>\n";
  }

  void write(const TableBlock& block) {
    const auto& table = block.table;
    if (block.rows_in_page == 0 || table.rows.empty()) return;
    const bool is_matrix = block.look == TableBlock::Look::matrix;
    const bool is_cards = block.look == TableBlock::Look::cards;
    out_ += is_matrix ? "<div class=\"matrix-box\">" : "<div class=\"table\">";
    out_ += is_matrix ? "<table class=\"matrix\">" : is_cards ? "<table class=\"cards\">" : "<table class=\"compact\">";
    if (!table.title.empty()) out_ += "<caption>" + html_text(table.title) + "</caption>";
    out_ += "<thead><tr>";
    const auto shown = block.shown_columns();
    for (const auto c : shown) {
      const auto& column = table.columns[c];
      const std::string_view is_number = column.align == TableColumn::Align::right ? " num" : "";
      out_ += "<th scope=\"col\" class=\"c-" + html_text(column.key) + std::string(is_number) + "\">";
      out_ += html_text(column.label) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t row = 0; row < table.rows.size() && row < block.rows_in_page; ++row) write_row(block, row, shown);
    out_ += "</tbody></table>\n";
    for (const auto& note : table.notes) element("p", "note", plain(note));
    link_to_file("tables/", table.name + ".csv");
    out_ += "</div>\n";
  }

  void link_to_file(const std::string& folder, const std::string& name) {
    const auto file = to_file(folder + name);
    if (links_.address(file).empty()) return;
    out_ += "<p class=\"file\">" + linked(html_text(name), file) + "</p>\n";
  }

  void write_row(const TableBlock& block, std::size_t row, const std::vector<std::size_t>& shown) {
    out_ += "<tr";
    if (row < block.anchors.size() && !block.anchors[row].empty()) {
      out_ += " id=\"" + html_text(block.anchors[row]) + "\"";
    }
    out_ += ">";
    for (const auto c : shown) write_cell(block, row, c, c == shown.front());
    out_ += "</tr>\n";
  }

  void write_cell(const TableBlock& block, std::size_t row, std::size_t c, bool is_first) {
    const auto& column = block.table.columns[c];
    const auto text = shown_text(block.table.rows[row][c], language_);
    const auto* dress = block.find(row, c);
    std::string classes = column.align == TableColumn::Align::right ? "num" : "";
    if (text == "–" && (dress == nullptr || dress->after.empty())) classes += classes.empty() ? "none" : " none";
    const std::string name = is_first ? "th" : "td";
    out_ += is_first ? "<th scope=\"row\"" : "<td";
    if (!classes.empty()) out_ += " class=\"" + classes + "\"";
    if (!is_first && block.look == TableBlock::Look::cards) {
      out_ += " data-l=\"" + html_text(language_.say("report.card_label", {{"label", column.label}})) + "\"";
    }
    out_ += ">";
    cell_content(text, dress);
    out_ += "</" + name + ">";
  }

  void cell_content(const std::string& text, const CellDress* dress) {
    if (dress == nullptr) {
      out_ += html_text(text);
      return;
    }
    if (dress->is_only_after && !dress->after.empty()) {
      out_ += inline_html(dress->after);
      return;
    }
    if (dress->list.empty()) {
      out_ += linked(html_text(text), dress->target);
    } else {
      unfolding(html_text(text), *dress);
    }
    if (dress->bar_possible >= 0) bar(*dress);
    if (!dress->after.empty()) out_ += " " + inline_html(dress->after);
  }

  // The outline is what is possible, the core what is certain; the text of the cell says the numbers.
  void bar(const CellDress& dress) {
    constexpr double kLength = 118;
    const auto width = [](double share) { return fmt::format("{:.1f}", std::clamp(share, 0.0, 1.0) * kLength); };
    out_ += "<svg class=\"bar\" viewBox=\"0 0 120 12\" aria-hidden=\"true\">";
    out_ += "<rect class=\"bar-edge\" x=\"1\" y=\"1\" width=\"" + width(dress.bar_possible) + "\" height=\"10\"/>";
    if (dress.bar_certain > 0) {
      out_ += "<rect class=\"bar-core\" x=\"1\" y=\"1\" width=\"" + width(dress.bar_certain) + "\" height=\"10\"/>";
    }
    out_ += "</svg>";
  }

  const LinkMap& links_;
  const Language& language_;
  std::string out_;
};

std::string unescaped(std::string text) {
  for (const auto& [entity, character] : {std::pair<std::string_view, char>{"&lt;", '<'}, {"&gt;", '>'},
                                          {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), 1, character);
    }
  }
  return text;
}

Target target_of_anchor(const std::string& anchor) {
  const std::string_view view = anchor;
  for (const auto& [prefix, kind] :
       {std::pair<std::string_view, Target::Kind>{"agreement-", Target::Kind::agreement},
        {"institution-", Target::Kind::institution}, {"source-", Target::Kind::source}}) {
    if (view.starts_with(prefix)) return {kind, std::string(view.substr(prefix.size()))};
  }
  return {Target::Kind::section, anchor};
}

std::string with_links(std::string_view svg, const LinkMap& links) {
  constexpr std::string_view mark = " href=\"#";
  std::string out;
  for (;;) {
    const auto at = svg.find(mark);
    const auto end = at == std::string_view::npos ? at : svg.find('"', at + mark.size());
    if (end == std::string_view::npos) return out + std::string(svg);
    out += svg.substr(0, at);
    const auto anchor = unescaped(std::string(svg.substr(at + mark.size(), end - at - mark.size())));
    auto address = links.address(target_of_anchor(anchor));
    if (address.empty() && links.has_anchor_here(anchor)) address = "#" + anchor;
    if (!address.empty()) out += " href=\"" + html_text(address) + "\"";
    svg.remove_prefix(end + 1);
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string html;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (turns_direction(text.substr(i))) {
      i += 2;
      continue;
    }
    switch (const char c = text[i]) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      case '\n': case '\t': html += ' '; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) html += c;
    }
  }
  return html;
}

std::string html_page(const Document& document, const LinkMap& links, const Language& language,
                      std::string_view figure_styles) {
  return HtmlWriter(links, language).page(document, figure_styles);
}

std::string figure_for_page(std::string_view svg, const LinkMap& links) {
  const auto start = svg.find("<svg");
  if (start == std::string_view::npos) return "";
  auto drawing = with_links(svg.substr(start), links);
  // An image has no parts to a reader of screens: what holds links is a group of them under the same name.
  constexpr std::string_view image = " role=\"img\"";
  const auto role = drawing.find(image);
  if (role != std::string::npos && drawing.find(" href=\"") != std::string::npos) {
    drawing.replace(role, image.size(), " role=\"group\"");
  }
  return drawing;
}

std::string figure_for_file(std::string_view svg, const LinkMap& links) {
  return with_links(svg, links.seen_from("figures/figure.svg"));
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include <algorithm>

#include "report/fact_sheet.hpp"
#include "report/findings.hpp"
#include "report/html_page.hpp"
#include "report/link_map.hpp"
#include "report/listing_pages.hpp"
#include "report/markdown_page.hpp"
#include "report/sections.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {
namespace {

constexpr const char* kIndex = "index.html";
constexpr const char* kMarkdown = "report.md";
constexpr const char* kWorkbook = "tables/tables.xlsx";  // all tables, a sheet each

Line kicker(const ReportContext& c) {
  std::string title(c.language.is_french() ? c.data.title_fr : c.data.title_en);
  if (title.empty()) title = c.language.is_french() ? c.data.title_en : c.data.title_fr;
  if (title.empty()) title = c.data.name;
  std::string day;
  if (!c.input.as_of) {
    day = c.say("report.kicker.no_day");
  } else {
    day = c.say(c.view.selection.reference_day_is_asked ? "report.kicker.asked" : "report.kicker.latest",
                {{"date", c.language.date(*c.input.as_of)}});
  }
  return plain(title.empty() ? day : title + " · " + day);
}

Document report_document(const ReportContext& c) {
  Document document;
  document.kicker = kicker(c);
  document.headline = headline(c);
  document.title = plain_text(document.headline);
  document.lead.push_back({findings(c)});
  document.lead.push_back({key_figures(c)});
  const auto add = [&](Section section, std::string_view label) {
    document.navigation.emplace_back(c.say(label), to_section(section.anchor));
    document.sections.push_back(std::move(section));
  };
  if (auto map = map_section(c)) add(std::move(*map), "report.section.map");
  if (auto timeline = timeline_section(c)) add(std::move(*timeline), "report.section.timeline");
  add(years_section(c), "report.nav.years");
  add(breakdowns_section(c), "report.nav.breakdowns");
  add(endings_section(c), "report.nav.endings");
  add(hubs_section(c), "report.nav.hubs");
  add(structure_section(c), "report.nav.structure");
  add(signatures_section(c), "report.nav.signatures");
  add(announced_section(c), "report.nav.announced");
  add(mentions_section(c), "report.nav.mentions");
  add(agreements_section(c), "report.nav.agreements");
  add(institutions_section(c), "report.nav.institutions");
  add(quality_section(c), "report.nav.quality");
  add(sources_section(c), "report.section.sources");
  add(method_section(c), "report.nav.method");
  document.foot = {{c.say("report.foot", {{"version", c.input.version}})},
                   {" "},
                   {c.say("report.foot.markdown"), Span::Style::plain, to_file(kMarkdown)}};
  return document;
}

// Calls `visit` on every block of a document, those inside sections and columns included.
template <class Visit>
void for_each_block(const Blocks& blocks, const Visit& visit) {
  for (const auto& block : blocks) {
    visit(block);
    if (const auto* section = std::get_if<Section>(&block.content)) for_each_block(section->blocks, visit);
    if (const auto* columns = std::get_if<Columns>(&block.content)) {
      for (const auto& column : columns->columns) for_each_block(column, visit);
    }
  }
}

template <class Visit>
void for_each_block(const Document& document, const Visit& visit) {
  for_each_block(document.lead, visit);
  for (const auto& section : document.sections) {
    visit(Block{section});
    for_each_block(section.blocks, visit);
  }
}

void add_anchors(const Document& document, const std::string& page, LinkMap& links) {
  for_each_block(document, [&](const Block& block) {
    if (const auto* section = std::get_if<Section>(&block.content)) {
      if (!section->anchor.empty()) links.add_anchor(section->anchor, page);
    } else if (const auto* bullets = std::get_if<Bullets>(&block.content)) {
      for (const auto& anchor : bullets->anchors) links.add_anchor(anchor, page);
    } else if (const auto* table = std::get_if<TableBlock>(&block.content)) {
      for (std::size_t row = 0; row < table->anchors.size() && row < table->rows_in_page; ++row) {
        if (!table->anchors[row].empty()) links.add_anchor(table->anchors[row], page);
      }
    }
  });
}

std::vector<Table> tables_of(const Document& document) {
  std::vector<Table> tables;
  for_each_block(document, [&](const Block& block) {
    const auto* table = std::get_if<TableBlock>(&block.content);
    if (table != nullptr && !table->table.name.empty()) tables.push_back(table->for_file());
  });
  std::ranges::stable_sort(tables, {}, &Table::name);
  return tables;
}

void add_tables(const ReportContext& c, const std::vector<Table>& tables, Line& foot) {
  std::vector<LinkedName> links{{"tables.xlsx", to_file(kWorkbook)}};
  for (const auto& table : tables) {
    const auto file = table.name + ".csv";
    links.emplace_back(file, to_file("tables/" + file));
  }
  append(foot, with_parts(c.say_count("report.foot.tables", tables.size(), {{"tables", part_mark(0)}}), {c.linked_list(links)}));
}

std::string workbook_of(const std::vector<Table>& tables, const std::string& title, const Language& language) {
  std::vector<SheetToWrite> sheets;
  for (const auto& table : tables) sheets.push_back({.table = table});
  return to_xlsx(sheets, {.title = title, .day_format = language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"});
}

LinkMap link_map(const ReportContext& c, const Document& document, const std::string& page,
                 const std::vector<ListingPage>& listings, const std::vector<Table>& tables) {
  LinkMap links(page);
  add_anchors(document, page, links);
  for (const auto& listing : listings) {
    add_anchors(listing.document, listing.path, links);
    links.add_file(listing.path);
  }
  links.add_file(kIndex);
  links.add_file(kMarkdown);
  for (const auto& table : tables) links.add_file("tables/" + table.name + ".csv");
  links.add_file(kWorkbook);
  for (const auto& figure : c.input.figures) links.add_file("figures/" + safe_name(figure.name) + ".svg");
  for (const auto institution : c.parties) links.add_sheet(std::string(c.data.institutions.id[institution]));
  return links;
}

}  // namespace

ReportFiles make_report(const ReportInput& input, const Language& language) {
  const ReportContext c(input, language);
  auto document = report_document(c);
  const auto tables = tables_of(document);
  add_tables(c, tables, document.foot);
  const auto listings = take_out_long_lists(c, document);
  const auto links = link_map(c, document, kIndex, listings, tables);
  ReportFiles files;
  files.emplace_back(kIndex, html_page(document, links, language, input.figure_styles));
  files.emplace_back(kMarkdown, markdown_page(document, link_map(c, document, kMarkdown, listings, tables), language));
  for (const auto& listing : listings) {
    files.emplace_back(listing.path, html_page(listing.document, links.seen_from(listing.path), language, ""));
  }
  for (const auto& figure : input.figures) {
    const auto path = "figures/" + safe_name(figure.name);
    files.emplace_back(path + ".svg", figure_for_file(figure.wide, links));
    if (!figure.narrow.empty()) files.emplace_back(path + "-narrow.svg", figure_for_file(figure.narrow, links));
  }
  for (const auto& table : tables) files.emplace_back("tables/" + table.name + ".csv", to_csv(table));
  files.emplace_back(kWorkbook, workbook_of(tables, document.title, language));
  for (const auto institution : c.parties) {
    const auto path = links.sheet_of(std::string(c.data.institutions.id[institution]));
    auto sheet = institution_sheet(c, institution);
    auto above = sheet.foot;  // back to the report, from the top as from the bottom
    append(above, plain("·"));
    append(above, sheet.kicker);
    sheet.kicker = std::move(above);
    auto links_of_sheet = links.seen_from(path);
    add_anchors(sheet, path, links_of_sheet);
    files.emplace_back(path, html_page(sheet, links_of_sheet, language, ""));
  }
  return files;
}

}  // namespace maillage

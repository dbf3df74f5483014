// SPDX-License-Identifier: Apache-2.0
#include "report/report_files.hpp"

#include <algorithm>

#include "report/fact_sheet.hpp"
#include "report/html_page.hpp"
#include "report/link_map.hpp"
#include "report/listing_pages.hpp"
#include "report/markdown_page.hpp"
#include "report/report_workbook.hpp"

namespace maillage {
namespace {

constexpr const char* kIndex = "index.html";
constexpr const char* kMarkdown = "report.md";
constexpr const char* kWorkbook = "tables/tables.xlsx";  // all tables, a sheet each

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

LinkMap link_map(const ReportContext& c, const Document& document, const std::string& page,
                 const std::vector<ListingPage>& listings, const std::vector<Table>& tables, const std::vector<Index>& sheets) {
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
  for (const auto institution : sheets) links.add_sheet(std::string(c.data.institutions.id[institution]));
  return links;
}

}  // namespace

Line report_foot(const ReportContext& c) {
  return {{c.say("report.foot", {{"version", c.input.version}})},
          {" "},
          {c.say("report.foot.markdown"), Span::Style::plain, to_file(kMarkdown)}};
}

ReportFiles report_files(const ReportContext& c, Document document, const std::vector<Index>& sheets) {
  if (c.input.wording) put_wording(*c.input.wording, document);
  const auto tables = tables_of(document);
  add_tables(c, tables, document.foot);
  const auto listings = take_out_long_lists(c, document);
  const auto links = link_map(c, document, kIndex, listings, tables, sheets);
  ReportFiles files;
  files.emplace_back(kIndex, html_page(document, links, c.language, c.input.figure_styles));
  files.emplace_back(kMarkdown, markdown_page(document, link_map(c, document, kMarkdown, listings, tables, sheets), c.language));
  for (const auto& listing : listings) {
    files.emplace_back(listing.path, html_page(listing.document, links.seen_from(listing.path), c.language, ""));
  }
  for (const auto& figure : c.input.figures) {
    const auto path = "figures/" + safe_name(figure.name);
    files.emplace_back(path + ".svg", figure_for_file(figure.wide, links));
    if (!figure.narrow.empty()) files.emplace_back(path + "-narrow.svg", figure_for_file(figure.narrow, links));
  }
  if (document.logo) files.emplace_back(document.logo->file, document.logo->bytes);
  for (const auto& table : tables) files.emplace_back("tables/" + table.name + ".csv", to_csv(table));
  files.emplace_back(kWorkbook, report_workbook(tables, document.title, c.language));
  for (const auto institution : sheets) {
    const auto path = links.sheet_of(std::string(c.data.institutions.id[institution]));
    auto sheet = institution_sheet(c, institution);
    auto above = sheet.foot;  // back to the report, from the top as from the bottom
    append(above, plain("·"));
    append(above, sheet.kicker);
    sheet.kicker = std::move(above);
    auto links_of_sheet = links.seen_from(path);
    add_anchors(sheet, path, links_of_sheet);
    files.emplace_back(path, html_page(sheet, links_of_sheet, c.language, ""));
  }
  return files;
}

}  // namespace maillage

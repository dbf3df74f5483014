// SPDX-License-Identifier: Apache-2.0
#include "report/listing_pages.hpp"

#include <algorithm>

#include "report/decisions_section.hpp"

namespace maillage {
namespace {

std::size_t rows_shown(const Section& section) {
  std::size_t rows = 0;
  for (const auto& block : section.blocks) {
    const auto* table = std::get_if<TableBlock>(&block.content);
    if (table != nullptr) rows = std::max(rows, std::min(table->table.rows.size(), table->rows_in_page));
  }
  return rows;
}

Document page_of(const ReportContext& c, const Section& section, const Line& kicker) {
  const Line back{{c.say("report.sheet.back"), Span::Style::plain, to_file("index.html")}};
  Document page;
  page.title = plain_text(section.heading);
  page.headline = section.heading;
  page.kicker = back;
  append(page.kicker, plain("·"));
  append(page.kicker, kicker);
  page.lead = section.blocks;
  page.foot = back;
  return page;
}

}  // namespace

std::vector<ListingPage> take_out_long_lists(const ReportContext& c, Document& report) {
  std::vector<ListingPage> pages;
  for (auto& section : report.sections) {
    if (section.anchor == "decisions" && !c.signed_agreements.empty()) {
      pages.push_back({"decisions.html", page_of(c, section, report.kicker)});
      keep_next_decisions(c, section, pages.back().path);
      continue;
    }
    if (section.anchor != "agreements" && section.anchor != "institutions") continue;
    const auto rows = rows_shown(section);
    if (rows <= kListedInReport) continue;
    const auto path = section.anchor + ".html";
    pages.push_back({path, page_of(c, section, report.kicker)});
    section.blocks = {{Paragraph{with_parts(c.say_count("report.listed_elsewhere", rows, {{"page", part_mark(0)}}),
                                            {{{plain_text(section.heading), Span::Style::plain, to_file(path)}}})}}};
  }
  return pages;
}

}  // namespace maillage

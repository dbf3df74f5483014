// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline.hpp"

#include "drawing/sheet_text.hpp"
#include "drawing/timeline_page.hpp"

namespace maillage {
Picture draw_timeline(const TimelineInput& input, const TimelineOptions& options, const Language& language) {
  const TimelineWords words(input, options, language);
  const auto page = timeline_page(input, options, words);
  const auto sheet = sheet_of(options.sheet);
  const bool is_wide = options.sheet == SheetWidth::wide;
  SvgWriter svg(options.palette);

  const auto title = words.title();
  double y = 0;
  if (options.with_heading) {
    y = draw_heading(svg, options.sheet, title, words.subtitle(page.first_year, page.last_year));
  }
  y = is_wide ? draw_wide_rows(svg, page, y + 24) : draw_narrow_rows(svg, page, y + 18);
  y = draw_timeline_legend(svg, page, language, options.sheet, y + 16);
  y = draw_notes(svg, options.sheet, words.notes(page.facts, page.first_row, page.rows_shown, page.rows), y + 12);

  SvgDocument document{.width = sheet.width, .height = y + 20, .title = title};
  document.description = words.description(page.facts, page.first_year, page.last_year);
  document.language = std::string(language.code());
  document.id = options.drawing_id;
  document.command = input.command;
  document.version = input.version;
  document.data_hash = input.data->content_hash;
  return svg.finish(document);
}

}  // namespace maillage

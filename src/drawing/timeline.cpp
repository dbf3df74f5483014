// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline.hpp"

#include "drawing/timeline_page.hpp"

namespace maillage {
namespace {

double draw_heading(SvgWriter& svg, const Sheet& sheet, const TypeSizes& type, const std::string& title,
                    const std::string& subtitle) {
  const double room = sheet.width - 2 * sheet.margin;
  double y = sheet.margin / 2 + 6 + type.title;
  y = svg.lines(sheet.margin, y, wrap_text(title, type.title, room, FontWeight::bold),
                {.size = type.title, .weight = FontWeight::bold}, type.title * 1.25);
  return svg.lines(sheet.margin, y + type.subtitle * 2 - 1, wrap_text(subtitle, type.subtitle, room),
                   {.size = type.subtitle, .colour = tokens::soft}, type.subtitle * 1.35);
}

double draw_notes(SvgWriter& svg, const Sheet& sheet, const std::vector<std::string>& notes, double top) {
  constexpr double kSize = kWideType.source, kLine = 16;
  double y = top;
  for (const auto& note : notes) {
    const auto lines = wrap_text(note, kSize, sheet.width - 2 * sheet.margin);
    y = svg.lines(sheet.margin, y + kLine, lines, {.size = kSize, .colour = tokens::soft}, kLine);
  }
  return y;
}

}  // namespace

Picture draw_timeline(const TimelineInput& input, const TimelineOptions& options, const Language& language) {
  const TimelineWords words(input, options, language);
  const auto page = timeline_page(input, options, words);
  const auto sheet = sheet_of(options.sheet);
  const bool is_wide = options.sheet == SheetWidth::wide;
  SvgWriter svg(options.palette);

  const auto title = words.title();
  double y = 0;
  if (options.with_heading) {
    y = draw_heading(svg, sheet, is_wide ? kWideType : kNarrowType, title, words.subtitle(page.first_year, page.last_year));
  }
  y = is_wide ? draw_wide_rows(svg, page, y + 24) : draw_narrow_rows(svg, page, y + 18);
  y = draw_timeline_legend(svg, page, language, options.sheet, y + 16);
  y = draw_notes(svg, sheet, words.notes(page.facts, page.first_row, page.rows_shown, page.rows), y + 12);

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

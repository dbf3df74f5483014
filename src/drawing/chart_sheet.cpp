// SPDX-License-Identifier: Apache-2.0
#include "drawing/chart_sheet.hpp"

#include "drawing/sheet_text.hpp"

namespace maillage {

std::string bounds_in_figures(const ChartCount& count, const Language& language) {
  const auto possible = language.number(count.possible);
  return count.certain == count.possible ? possible : language.number(count.certain) + "–" + possible;
}

Paint certain_paint() { return {.fill = tokens::accent, .stroke = tokens::accent, .stroke_width = 1}; }
Paint possible_paint() { return {.fill = tokens::accent, .stroke = tokens::accent, .stroke_width = 1, .fill_opacity = 0.2}; }

double draw_chart_legend(SvgWriter& svg, const ChartParts& parts, SheetWidth width, const Language& language, double top) {
  const auto sheet = sheet_of(width);
  svg.line(sheet.margin, top, sheet.width - sheet.margin, top, {.stroke = tokens::rule});
  double x = sheet.margin, y = top + 24;
  const auto add = [&](bool occurs, std::string_view key, const Paint& paint) {
    if (!occurs) return;
    const auto text = language.say(key);
    const double needed = 30 + text_width(text, kWideType.legend);
    if (x > sheet.margin && x + needed > sheet.width - sheet.margin) {
      x = sheet.margin;
      y += 22;
    }
    svg.rectangle(x + 0.5, y - 10.5, 22, 12, paint);
    svg.text(x + 30, y, text, {.size = kWideType.legend});
    x += needed + 32;
  };
  add(parts.certain, "chart.legend.certain", certain_paint());
  add(parts.possible, "chart.legend.possible", possible_paint());
  return y + 4;
}

Picture finish_chart(SvgWriter& svg, const ChartParts& parts, const ChartWords& words, const ChartOptions& options,
                     const Language& language, double bottom) {
  double y = bottom;
  if (parts.certain || parts.possible) {
    y = draw_chart_legend(svg, parts, options.sheet, language, bottom + 16);
  }
  auto notes = words.notes;
  notes.insert(notes.end(), options.notes.begin(), options.notes.end());
  y = draw_notes(svg, options.sheet, notes, y + 10);
  SvgDocument document{.width = sheet_of(options.sheet).width, .height = y + 18, .title = words.title};
  document.description = words.description;
  document.language = std::string(language.code());
  document.id = options.drawing_id;
  document.command = options.command;
  document.version = options.version;
  document.data_hash = options.data_hash;
  return svg.finish(document);
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/sheet_text.hpp"

namespace maillage {

std::vector<std::string> title_lines(const std::string& title, double size, double room) {
  constexpr double least_share = 0.35, step = 0.96, narrowest = 0.5;
  const auto widest = wrap_text(title, size, room, FontWeight::bold);
  auto lines = widest;
  for (double width = room; lines.size() > 1 && text_width(lines.back(), size, FontWeight::bold) < least_share * room; width *= step) {
    if (width < narrowest * room) return widest;
    lines = wrap_text(title, size, width, FontWeight::bold);
    if (lines.size() > widest.size()) return widest;
  }
  return lines;
}

double draw_heading(SvgWriter& svg, SheetWidth width, const std::string& title, const std::string& subtitle) {
  const auto sheet = sheet_of(width);
  const auto& type = width == SheetWidth::wide ? kWideType : kNarrowType;
  const double room = sheet.width - 2 * sheet.margin;
  const double y = svg.lines(sheet.margin, sheet.margin / 2 + 6 + type.title,
                             title_lines(title, type.title, room),
                             {.size = type.title, .weight = FontWeight::bold}, type.title * 1.25);
  return svg.lines(sheet.margin, y + type.subtitle * 2 - 1, wrap_text(subtitle, type.subtitle, room),
                   {.size = type.subtitle, .colour = tokens::soft}, type.subtitle * 1.35);
}

double draw_notes(SvgWriter& svg, SheetWidth width, const std::vector<std::string>& notes, double top) {
  constexpr double kSize = kWideType.source, kLine = 16;
  const auto sheet = sheet_of(width);
  double y = top;
  for (const auto& note : notes) {
    y = svg.lines(sheet.margin, y + kLine, wrap_text(note, kSize, sheet.width - 2 * sheet.margin),
                  {.size = kSize, .colour = tokens::soft}, kLine);
  }
  return y;
}

}  // namespace maillage

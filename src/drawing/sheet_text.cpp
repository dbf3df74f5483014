// SPDX-License-Identifier: Apache-2.0
#include "drawing/sheet_text.hpp"

namespace maillage {

double draw_heading(SvgWriter& svg, SheetWidth width, const std::string& title, const std::string& subtitle) {
  const auto sheet = sheet_of(width);
  const auto& type = width == SheetWidth::wide ? kWideType : kNarrowType;
  const double room = sheet.width - 2 * sheet.margin;
  const double y = svg.lines(sheet.margin, sheet.margin / 2 + 6 + type.title,
                             wrap_text(title, type.title, room, FontWeight::bold),
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

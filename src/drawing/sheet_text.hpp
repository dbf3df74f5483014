// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/svg_writer.hpp"

namespace maillage {

/// Lines of a title: as few as possible, the last not much shorter than the others.
std::vector<std::string> title_lines(const std::string& title, double size, double room);

/// Title and subtitle at the head of a sheet, wrapped to its width; returns the base line of the last line.
double draw_heading(SvgWriter& svg, SheetWidth sheet, const std::string& title, const std::string& subtitle);

/// Paragraphs at the foot of a sheet, from `top` on; returns the base line of the last line.
double draw_notes(SvgWriter& svg, SheetWidth sheet, const std::vector<std::string>& notes, double top);

}  // namespace maillage

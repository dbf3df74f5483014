// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/chart.hpp"

namespace maillage {

/// What a chart says in words.
struct ChartWords {
  std::string title, subtitle, description;
  std::vector<std::string> notes;  ///< before those of the options
};

/// The parts of a bar, for the legend.
struct ChartParts {
  bool certain = false, possible = false;
};

/// `3–10`, or one number where both bounds are equal.
std::string bounds_in_figures(const ChartCount& count, const Language& language);

/// Paint of the certain part and of the possible part.
Paint certain_paint();
Paint possible_paint();

/// Draws the legend in one row (wide) or column (narrow) from `top` on; returns where it ends.
double draw_chart_legend(SvgWriter& svg, const ChartParts& parts, SheetWidth sheet, const Language& language, double top);

/// Ends a chart whose marks end at `bottom`: legend, notes, root.
Picture finish_chart(SvgWriter& svg, const ChartParts& parts, const ChartWords& words, const ChartOptions& options,
                     const Language& language, double bottom);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "drawing/chart_sheet.hpp"
#include "model/data_set.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// What the panels of an evolution are drawn with.
struct EvolutionSheet {
  SvgWriter& svg;
  const DataSet& data;
  const Evolution& evolution;
  const Language& language;
  SheetWidth width;

  double left() const { return sheet_of(width).margin + (width == SheetWidth::wide ? 44 : 30); }
  double right() const { return sheet_of(width).width - sheet_of(width).margin; }
  /// Days lie evenly between left and right.
  double x(double day) const;
};

/// The heading of a panel from `top` on; returns where its marks may begin.
double draw_panel_heading(const EvolutionSheet& sheet, const std::string& text, double top);
/// Years (or months of a short period) below an axis at `base`; returns where the labels end.
double draw_time_axis(const EvolutionSheet& sheet, double base);

/// Each draws one panel from `top` on and returns where it ends; the parts that occur are added for the legend.
double draw_stock_panel(const EvolutionSheet& sheet, double top, ChartParts& parts);
double draw_flow_panel(const EvolutionSheet& sheet, double top, ChartParts& parts);
double draw_ranks_panel(const EvolutionSheet& sheet, double top);
double draw_communities_panel(const EvolutionSheet& sheet, const FollowedCommunities& communities, double top);

}  // namespace maillage

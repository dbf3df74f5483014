// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/coverage_map.hpp"
#include "drawing/coverage_places.hpp"

namespace maillage {

/// One territory on its way to the sheet.
struct CoverageDisc {
  std::size_t row = 0;  ///< in Coverage::territories
  PlacedDisc disc;
  std::string label;    ///< short name; the whole name stands in the tooltip
};

/// Radius of a disc of that many inhabitants. Those of unknown population are drawn as the smallest.
struct CoverageScale {
  double per_root = 1, least = 2;
  double radius(const std::optional<std::uint64_t>& people) const;
};

/// The mark of a status at (x, y): outline, and the parts that are covered inside it.
void draw_coverage_mark(SvgWriter& svg, const CoveredTerritory& row, Point at, double radius);

/// The name of a territory without what every such name begins with (“CA du Pays de Laon”: “Pays de Laon”).
std::string short_territory_name(std::string_view name, TerritoryLevel level);

/// What the legend tells beside the marks: where it may stand, and what is drawn.
struct CoverageLegend {
  double x = 0, top = 0, width = 0;
  std::vector<std::size_t> unplaced;  ///< rows without a place
  std::size_t unnamed = 0;            ///< discs whose name found no room
  bool has_ground = false;
};

/// Draws the legend (marks with counts and inhabitants, three sizes, what has no place); returns where it ends.
double draw_coverage_legend(SvgWriter& svg, const CoverageMapInput& input, const CoverageLegend& legend,
                            const CoverageScale& scale, const Language& language);

}  // namespace maillage

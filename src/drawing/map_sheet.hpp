// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/labels.hpp"
#include "drawing/map_legend.hpp"

namespace maillage {

/// One map in the making: what it is made of, where it may be drawn, and what the drawing has to tell.
struct MapSheet {
  const MapScene& scene;
  const MapInput& input;
  const MapOptions& options;
  const MapWords& words;
  const MapStyle& style;
  Box area;  ///< free for nodes and labels
  SvgWriter& svg;
  MapPicture& picture;
  MapLegend& legend;

  /// A link to the sheet of a node or agreement where there is one, else a group; with its tooltip.
  void open(const std::string& id, const std::string& tooltip) const;
  void close() const;
  /// Draws the labels and keeps their boxes; the first `names` wishes are names of the nodes in `owners`.
  void write_labels(const std::vector<LabelWish>& wishes, const std::vector<PlacedLabel>& placed) const;
};

/// The name of a node in one line, then broken in two; never cut.
LabelWish name_wish(const MapSheet& sheet, std::uint32_t node, Point at, double radius, double size, FontWeight weight);

/// Up to 40 nodes: every name and tie.
void draw_whole_map(MapSheet& sheet);
/// Above: communities as discs, the backbone inside them, bands between them; above 2,000 nodes discs and bands alone,
/// with the hubs and cut points.
void draw_map_of_communities(MapSheet& sheet);

}  // namespace maillage

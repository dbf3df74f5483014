// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "drawing/map_scene.hpp"
#include "drawing/shapes.hpp"

namespace maillage {

/// Sizes of a map's marks on one sheet.
struct MapStyle {
  TypeSizes type = kWideType;
  double margin = 32;
  double area_factor = 16;   ///< r = factor · √size
  double least_radius = 5;   ///< of a node whose size is nought or nearly so
  double announced_radius = 12.8;
  bool is_narrow = false;

  /// The least one for what is nought, negative or not defined.
  double radius(double size) const { return size > 0 ? std::max(least_radius, area_factor * std::sqrt(size)) : least_radius; }
  double radius(const MapScene::Node& node) const {
    if (node.is_undefined()) return 1.3 * least_radius;  // its dashes can be told
    return node.is_only_announced() ? announced_radius : radius(node.size);
  }
};
/// r = 16 √n (11 √n narrow), less where the largest would be over 46 px (34); for over 40 nodes 2.55 √n and at least
/// 3.2 px. Measures that are no counts are scaled to their largest.
MapStyle style_of_map(const MapScene& scene, const MapInput& input, const MapOptions& options);

Shape shape_of_node(const MapScene::Node& node);
Colour colour_of_node(const MapScene::Node& node, MapColours by);

/// Pale fill and outline for what is possible, a solid core for what is certainly in force, dashes where only announced,
/// short ones where the measure that gives the sizes is not defined.
void draw_node_mark(SvgWriter& svg, const MapScene::Node& node, Point at, double radius, Colour colour);
/// A ring round the small mark of the node that a map of communities is about, 4 px off it.
void draw_ring_round(SvgWriter& svg, Point at, double radius);
/// How far a mark reaches from its centre in a direction (unit vector).
double reach_towards(Shape shape, double radius, Point direction);
Box box_of_mark(Shape shape, double radius, Point at);

/// Stroke of an agreement by status; `weight` is Newman's.
Paint tie_paint(Status status, double weight);
/// The same for the thin ties inside communities.
Paint thin_tie_paint(Status status, double weight);
Paint component_paint();
/// Outline of an agreement of three and more: the convex outline of its parties, grown and rounded.
void draw_hull(SvgWriter& svg, std::span<const Point> outline, double growth);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_marks.hpp"

namespace maillage {

MapStyle style_of_map(const MapScene& scene, const MapInput& input, const MapOptions& options) {
  MapStyle style;
  style.is_narrow = options.is_narrow;
  style.type = options.is_narrow ? kNarrowType : kWideType;
  style.margin = options.is_narrow ? 12 : 32;
  double largest = 0;
  for (const auto& node : scene.nodes) largest = std::max(largest, node.size);
  const bool is_whole = scene.nodes.size() <= 40;
  const bool is_count = input.measure == "hyperdegree" || input.measure == "strength" || input.measure == "degree";
  const double wished = is_whole ? (options.is_narrow ? 11 : 16) : (options.is_narrow ? 1.7 : 2.55);
  const double largest_of_whole = scene.is_dense() ? (options.is_narrow ? 20 : 26) : (options.is_narrow ? 34 : 46);
  const double most = is_whole ? largest_of_whole : (options.is_narrow ? 11 : 18);
  style.area_factor = wished;
  if (largest > 0) {
    const double scaled = most / std::sqrt(largest);
    style.area_factor = is_count ? std::min(wished, scaled) : scaled;
  }
  style.least_radius = is_whole ? (options.is_narrow ? 5 : 6) : (options.is_narrow ? 2.2 : 3.2);
  style.announced_radius = is_whole ? 0.8 * wished : style.least_radius;
  return style;
}

Shape shape_of_node(const MapScene::Node& node) {
  if (node.node_kind == NodeKind::institution) return shape_of_kind(node.kind);
  return node.node_kind == NodeKind::person ? Shape::pentagon : Shape::disc;
}

Colour colour_of_node(const MapScene::Node& node, MapColours by) {
  if (by == MapColours::community && !node.is_only_announced()) return colour_of_community(node.community);
  if (node.node_kind == NodeKind::institution) return colour_of_kind(node.kind);
  return node.node_kind == NodeKind::person ? tokens::accent : tokens::edge;
}

void draw_node_mark(SvgWriter& svg, const MapScene::Node& node, Point at, double radius, Colour colour) {
  if (node.node_kind == NodeKind::agreement) {
    draw_agreement_sheet(svg, at.x, at.y, std::clamp(radius / 11, 0.5, 1.3), node.is_only_announced());
    return;
  }
  const auto shape = shape_of_node(node);
  const auto outline = shape_path(shape, at.x, at.y, radius);
  svg.path(outline, {.fill = tokens::paper});
  if (node.is_only_announced()) {
    svg.path(outline, {.stroke = colour, .stroke_width = 1.6, .dashes = "3.5 2.5"});
    return;
  }
  if (node.is_undefined()) {
    svg.path(outline, {.stroke = colour, .stroke_width = 1.4, .dashes = "2 1.6"});
    return;
  }
  const double line = radius < 8 ? 1 : 1.5;
  const bool is_solid = node.core >= 1;
  svg.path(outline, {.fill = colour, .stroke = colour, .stroke_width = line, .fill_opacity = is_solid ? 1 : 0.2});
  if (node.core > 0 && !is_solid) {
    svg.path(shape_path(shape, at.x, at.y, radius * std::sqrt(node.core)), {.fill = colour});
  }
}

void draw_ring_round(SvgWriter& svg, Point at, double radius) {
  svg.circle(at.x, at.y, 1.15 * radius + 4, {.stroke = tokens::ink, .stroke_width = 2});
}

double reach_towards(Shape shape, double radius, Point d) {
  const double x = std::abs(d.x), y = std::abs(d.y);
  switch (shape) {
    case Shape::square: return 0.8862 * radius / std::max({x, y, 1e-9});
    case Shape::diamond: return 1.2533 * radius / std::max(x + y, 1e-9);
    case Shape::triangle: {
      // Distances of the three sides from the centre are half the circumradius; take the nearest one that is met.
      const double inner = 0.7776 * radius, s = 0.8660254;
      return inner / std::max({d.y, s * x - 0.5 * d.y, 1e-9});
    }
    case Shape::cross: return radius * (std::max(x, y) > 0.9 ? 1.05 : 0.85);
    case Shape::disc:
    case Shape::hexagon:
    case Shape::pentagon: return radius;
  }
  return radius;
}

Box box_of_mark(Shape shape, double radius, Point at) {
  const auto reach = reach_of(shape, radius);
  return {at.x - reach.side, at.y - reach.up, at.x + reach.side, at.y + reach.down};
}

Paint tie_paint(Status status, double weight) {
  const double w = std::min(weight, 3.0);
  switch (status) {
    case Status::in_force: return {.stroke = tokens::edge, .stroke_width = 1.4 + 1.6 * w};
    case Status::signed_not_started: return {.stroke = tokens::edge, .stroke_width = 1.4 + 1.2 * w, .dashes = "14 3"};
    case Status::unknown:
      return {.stroke = tokens::edge, .stroke_width = 1.6 + 1.2 * w, .dashes = "0.1 6.5", .round_caps = true};
    case Status::ended: return {.stroke = tokens::line, .stroke_width = 1.2 + 1.4 * w};
    case Status::announced: return {.stroke = tokens::edge, .stroke_width = 1.6, .dashes = "8 5"};
  }
  return {};
}

Paint thin_tie_paint(Status status, double weight) {
  const double w = std::min(weight, 3.0);
  switch (status) {
    case Status::in_force: return {.stroke = tokens::edge, .stroke_width = 0.9 + 0.4 * w};
    case Status::signed_not_started: return {.stroke = tokens::edge, .stroke_width = 0.9 + 0.3 * w, .dashes = "7 2"};
    case Status::unknown:
      return {.stroke = tokens::edge, .stroke_width = 1.1 + 0.3 * w, .dashes = "0.1 3", .round_caps = true};
    case Status::ended: return {.stroke = tokens::line, .stroke_width = 0.7 + 0.3 * w};
    case Status::announced: return {.stroke = tokens::edge, .stroke_width = 1, .dashes = "4 3"};
  }
  return {};
}

Paint component_paint() { return {.stroke = tokens::line, .stroke_width = 1}; }

void draw_hull(SvgWriter& svg, std::span<const Point> outline, double growth) {
  std::string path;
  for (const auto p : outline) path += (path.empty() ? 'M' : 'L') + svg_number(p.x) + ' ' + svg_number(p.y);
  if (outline.size() > 1) path += 'Z';
  // A stroke with round joins grows and rounds the outline at once; the wider one under it is the border.
  svg.path(path, {.stroke = tokens::hull_border, .stroke_width = 2 * growth + 2, .round_caps = true});
  svg.path(path, {.fill = tokens::hull, .stroke = tokens::hull, .stroke_width = 2 * growth, .round_caps = true});
}

}  // namespace maillage

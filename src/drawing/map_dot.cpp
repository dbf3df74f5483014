// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_dot.hpp"

#include "drawing/graphviz.hpp"

namespace maillage {
namespace {

std::string shape_name(Shape shape) {
  switch (shape) {
    case Shape::disc:
    case Shape::ring: return "circle";
    case Shape::cross: return "star";  // DOT has no cross
    case Shape::diamond: return "diamond";
    case Shape::hexagon: return "hexagon";
    case Shape::square: return "square";
    case Shape::triangle: return "triangle";
  }
  return "circle";
}

std::string line_style(Status status) {
  switch (status) {
    case Status::announced: return "dashed";
    case Status::unknown: return "dotted";
    default: return "solid";
  }
}

// 96 px to the inch, 72 points to the inch; y grows upwards in DOT.
std::string position(Point p, double height) { return svg_number(p.x * 0.75) + "," + svg_number((height - p.y) * 0.75) + "!"; }

DotGraph::Attributes tie_attributes(const MapScene& scene, Status status, double weight,
                                    const std::vector<Index>& agreements, Palette palette) {
  const auto paint = tie_paint(status, weight);
  std::string ids;
  for (const auto a : agreements) ids += (ids.empty() ? "" : "|") + std::string(scene.data->agreements.id[a]);
  return {{"style", line_style(status)},
          {"color", std::string(paint.stroke.in(palette))},
          {"penwidth", svg_number(paint.stroke_width)},
          {"status", std::string(code_name(status))},
          {"agreements", ids}};
}

}  // namespace

std::string dot_of_map(const MapScene& scene, const MapPicture& picture, const MapStyle& style, const MapOptions& options) {
  DotGraph graph;
  graph.attributes = {{"outputorder", "edgesfirst"}, {"bgcolor", std::string(tokens::paper.in(options.palette))},
                      {"splines", "line"}};
  const auto place_of = [&](const std::map<std::string, Point>& places, const std::string& id) {
    const auto found = places.find(id);
    return found == places.end() ? std::string() : position(found->second, picture.height);
  };
  for (const auto& node : scene.nodes) {
    const auto colour = std::string(colour_of_node(node, options.colour_by).in(options.palette));
    const auto shape = shape_of_node(node);
    const auto box = box_of_mark(shape, style.radius(node), {});
    DotGraph::Attributes attributes{{"label", node.label},
                                    {"shape", shape_name(shape)},
                                    {"fixedsize", "true"},
                                    {"width", svg_number(box.width() / 96)},
                                    {"height", svg_number(box.height() / 96)},
                                    {"color", colour},
                                    {"kind", std::string(code_name(node.kind))}};
    const auto at = place_of(picture.places.nodes, node.id);
    if (!at.empty()) attributes.emplace_back("pos", at);
    if (node.is_only_announced()) {
      attributes.emplace_back("style", "dashed");
    } else {
      attributes.emplace_back("style", "filled");
      attributes.emplace_back("fillcolor", node.core > 0 ? colour : colour + "33");
    }
    graph.nodes.push_back({node.id, std::move(attributes)});
  }
  for (std::size_t a = 0; a < scene.agreements.size(); ++a) {
    const auto& agreement = scene.agreements[a];
    const std::string id(scene.data->agreements.id[agreement.agreements[0]]);
    DotGraph::Attributes attributes{{"label", std::string(scene.data->title_of_agreement(agreement.agreements[0]))},
                                    {"shape", "note"}, {"width", "0.15"}, {"height", "0.18"}, {"fixedsize", "true"},
                                    {"color", std::string(tokens::edge.in(options.palette))}};
    const auto at = place_of(picture.places.agreements, id);
    if (!at.empty()) attributes.emplace_back("pos", at);
    // An agreement and an institution may have the same id.
    graph.nodes.push_back({"agreement:" + id, std::move(attributes)});
  }
  std::size_t number = 0;
  for (const auto& tie : scene.ties) {
    auto attributes = tie_attributes(scene, tie.status, tie.weight, tie.agreements, options.palette);
    if (tie.kind == MapScene::Tie::Kind::component) {
      attributes = {{"style", "solid"}, {"color", std::string(tokens::line.in(options.palette))}, {"penwidth", "1"},
                    {"status", "component"}};
    }
    graph.ties.push_back({tie.source, tie.target, "t" + std::to_string(number++), std::move(attributes)});
  }
  for (std::size_t a = 0; a < scene.agreements.size(); ++a) {
    const auto& agreement = scene.agreements[a];
    const auto sign = static_cast<std::uint32_t>(scene.nodes.size() + a);
    for (const auto v : agreement.members) {
      graph.ties.push_back({sign, v, "t" + std::to_string(number++),
                            tie_attributes(scene, agreement.status, agreement.weight, agreement.agreements, options.palette)});
    }
  }
  return write_dot(graph);
}

}  // namespace maillage

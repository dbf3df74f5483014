// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_dot.hpp"

#include "drawing/graphviz.hpp"

namespace maillage {
namespace {

std::string shape_name(Shape shape) {
  switch (shape) {
    case Shape::disc: return "circle";
    case Shape::cross: return "star";  // DOT has no cross
    case Shape::diamond: return "diamond";
    case Shape::hexagon: return "hexagon";
    case Shape::square: return "square";
    case Shape::triangle: return "triangle";
    case Shape::pentagon: return "pentagon";
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

/// Names are ids; people and agreements may have the same ids as institutions.
std::string dot_name(const MapScene::Node& node) {
  switch (node.node_kind) {
    case NodeKind::institution: return node.id;
    case NodeKind::person: return "person:" + node.id;
    case NodeKind::agreement: return "agreement:" + node.id;
  }
  return node.id;
}

DotGraph::DotNode dot_node(const MapScene::Node& node, const Point* at, double height, const MapStyle& style,
                           const MapOptions& options) {
  const auto colour = std::string(colour_of_node(node, options.colour_by).in(options.palette));
  const auto shape = shape_of_node(node);
  const auto box = box_of_mark(shape, style.radius(node), {});
  DotGraph::Attributes attributes{{"label", node.label},
                                  {"shape", node.node_kind == NodeKind::agreement ? "note" : shape_name(shape)},
                                  {"fixedsize", "true"},
                                  {"width", svg_number(box.width() / 96)},
                                  {"height", svg_number(box.height() / 96)},
                                  {"color", colour}};
  if (node.node_kind == NodeKind::institution) attributes.emplace_back("kind", std::string(code_name(node.kind)));
  if (at != nullptr) attributes.emplace_back("pos", position(*at, height));
  if (node.is_only_announced() || node.is_undefined()) {
    attributes.emplace_back("style", "dashed");
  } else {
    attributes.emplace_back("style", "filled");
    attributes.emplace_back("fillcolor", node.core > 0 ? colour : colour + "33");
  }
  return {dot_name(node), std::move(attributes)};
}

DotGraph empty_graph(const MapScene& scene, const MapOptions& options) {
  DotGraph graph;
  graph.is_directed = scene.view->is_directed();
  graph.attributes = {{"outputorder", "edgesfirst"}, {"bgcolor", std::string(tokens::paper.in(options.palette))},
                      {"splines", "line"}};
  return graph;
}

// In a directed graph an arc for each way something flows, so that readers who know nothing of `dir` count them right; a
// tie without direction is one without heads.
void add_tie(DotGraph& graph, std::uint32_t source, std::uint32_t target, LineDirection direction, DotGraph::Attributes attributes) {
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    graph.ties.push_back({from, to, "t" + std::to_string(graph.ties.size()), attributes});
  };
  if (graph.is_directed && direction == LineDirection::none) attributes.emplace_back("dir", "none");
  if (!graph.is_directed || !leads_backward(direction) || leads_forward(direction)) add(source, target);
  if (graph.is_directed && leads_backward(direction)) add(target, source);
}

}  // namespace

std::string dot_of_map(const MapScene& scene, const MapPicture& picture, const MapStyle& style, const MapOptions& options) {
  DotGraph graph = empty_graph(scene, options);
  const auto place_of = [&](const std::map<std::string, Point>& places, const std::string& id) {
    const auto found = places.find(id);
    return found == places.end() ? nullptr : &found->second;
  };
  for (const auto& node : scene.nodes) {
    graph.nodes.push_back(dot_node(node, place_of(picture.places.nodes, node.id), picture.height, style, options));
  }
  for (std::size_t a = 0; a < scene.agreements.size(); ++a) {
    const auto& agreement = scene.agreements[a];
    const std::string id(scene.data->agreements.id[agreement.agreements[0]]);
    DotGraph::Attributes attributes{{"label", std::string(scene.data->title_of_agreement(agreement.agreements[0]))},
                                    {"shape", "note"}, {"width", "0.15"}, {"height", "0.18"}, {"fixedsize", "true"},
                                    {"color", std::string(tokens::edge.in(options.palette))}};
    const auto* at = place_of(picture.places.agreements, id);
    if (at != nullptr) attributes.emplace_back("pos", position(*at, picture.height));
    graph.nodes.push_back({"agreement:" + id, std::move(attributes)});
  }
  for (const auto& tie : scene.ties) {
    auto attributes = tie_attributes(scene, tie.status, tie.weight, tie.agreements, options.palette);
    if (tie.kind == MapScene::Tie::Kind::component) {
      attributes = {{"style", "solid"}, {"color", std::string(tokens::line.in(options.palette))}, {"penwidth", "1"},
                    {"status", "component"}};
    }
    add_tie(graph, tie.source, tie.target, tie.direction, std::move(attributes));
  }
  for (std::size_t a = 0; a < scene.agreements.size(); ++a) {
    const auto& agreement = scene.agreements[a];
    const auto sign = static_cast<std::uint32_t>(scene.nodes.size() + a);
    for (std::size_t i = 0; i < agreement.members.size(); ++i) {
      add_tie(graph, sign, agreement.members[i], reversed(agreement.direction_of_member(i)),
              tie_attributes(scene, agreement.status, agreement.weight, agreement.agreements, options.palette));
    }
  }
  return write_dot(graph);
}

std::string dot_of_communities(const MapSheet& sheet, const CommunityMap& map) {
  const auto& scene = sheet.scene;
  const double height = sheet.area.bottom;
  DotGraph graph = empty_graph(scene, sheet.options);
  std::vector<std::uint32_t> number(scene.nodes.size(), kNoVertex);
  for (std::uint32_t v = 0; v < scene.nodes.size(); ++v) {
    if (!map.is_shown[v]) continue;
    number[v] = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back(dot_node(scene.nodes[v], &map.layout.positions[v], height, sheet.style, sheet.options));
    if (v == scene.centre && map.disc_of[v] == map.disc_of_centre) continue;
    graph.nodes.back().attributes.emplace_back("community", CommunityMap::name_of_disc(map.disc_of[v]));
  }
  const auto first_disc = static_cast<std::uint32_t>(graph.nodes.size());
  for (std::uint32_t d = 0; d < map.layout.discs.size(); ++d) {
    const auto& disc = map.layout.discs[d];
    const auto name = CommunityMap::name_of_disc(d);
    graph.nodes.push_back({"community:" + name, {{"label", name}, {"shape", "circle"}, {"fixedsize", "true"},
                                                 {"width", svg_number(2 * disc.radius / 96)},
                                                 {"pos", position(disc.centre, height)},
                                                 {"color", std::string(tokens::hull_border.in(sheet.options.palette))}}});
  }
  if (map.disc_of_centre < map.layout.discs.size()) {  // a place for the ends of bands, no community
    graph.nodes[first_disc + map.disc_of_centre].attributes.emplace_back("style", "invis");
  }
  for (const auto& pair : map.pairs) {
    if (!pair.is_drawn) continue;
    add_tie(graph, number[pair.source], number[pair.target], pair.direction,
            tie_attributes(scene, pair.status, pair.weight, pair.agreements, sheet.options.palette));
  }
  for (const auto& band : map.bands) {
    add_tie(graph, first_disc + band.one, first_disc + band.other, band.direction(),
            {{"color", std::string(tokens::line.in(sheet.options.palette))}, {"penwidth", svg_number(band.width)},
             {"count", svg_number(band.agreements)}});
  }
  return write_dot(graph);
}

}  // namespace maillage

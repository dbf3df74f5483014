// SPDX-License-Identifier: Apache-2.0
#include "drawing/map.hpp"

#include <stdexcept>

#include "drawing/map_dot.hpp"
#include "drawing/map_sheet.hpp"
#include "drawing/sheet_text.hpp"

namespace maillage {
namespace {

MapKind kind_of(const MapScene& scene) {
  if (scene.nodes.size() <= 40) return MapKind::whole;
  return scene.nodes.size() <= 2000 ? MapKind::communities : MapKind::discs_alone;
}

/// Height of the part where nodes lie, by how many there are.
double area_height(const MapScene& scene, bool is_narrow) {
  const auto n = static_cast<double>(scene.nodes.size());
  if (scene.is_dense() && n <= 40 && is_narrow) return 160 + 28 * n;
  if (n <= 40) return is_narrow ? std::clamp(230 + 46 * n, 300.0, 1700.0) : std::clamp(250 + 25 * n, 320.0, 900.0);
  return is_narrow ? 900 : 740;
}

/// Pieces side by side with a point between them, as many on a line as fit; none stands at the end of a line.
std::vector<std::string> packed(const std::vector<std::string>& pieces, double size, double room) {
  std::vector<std::string> lines;
  for (const auto& piece : pieces) {
    const auto longer = lines.empty() ? piece : lines.back() + " · " + piece;
    if (!lines.empty() && text_width(longer, size) <= room) {
      lines.back() = longer;
      continue;
    }
    for (auto& line : wrap_text(piece, size, room)) lines.push_back(std::move(line));
  }
  return lines;
}

double draw_head(SvgWriter& svg, const std::string& title, const std::vector<std::string>& subtitle, const MapStyle& style, double width) {
  TextStyle heading;
  heading.size = style.type.title;
  heading.weight = FontWeight::bold;
  const double room = width - 2 * style.margin, line = std::round(style.type.title * 1.25);
  double y = svg.lines(style.margin, style.margin + style.type.title * 0.6, title_lines(title, heading.size, room),
                       heading, line);
  TextStyle counts;
  counts.size = style.type.subtitle;
  counts.colour = tokens::soft;
  y = svg.lines(style.margin, y + style.type.subtitle * 2, packed(subtitle, counts.size, room), counts,
                std::round(style.type.subtitle * 1.35));
  return y + 12;
}

MapPicture draw(const MapScene& scene, const MapInput& input, const MapOptions& options, const Language& language,
                double height_of_area) {
  const MapWords words(scene, input, language);
  const auto style = style_of_map(scene, input, options);
  MapPicture picture;
  picture.kind = kind_of(scene);
  SvgWriter svg(options.palette);
  MapLegend legend;
  std::string title = options.title;
  if (title.empty()) title = picture.kind == MapKind::whole ? words.finding() : words.finding_of_communities();
  const double top = draw_head(svg, title, words.subtitle_pieces(), style, options.width);
  Box area{style.margin / 2, top, options.width - style.margin / 2, top + height_of_area};
  if (input.places != nullptr) {  // all of them, drawn or not: the sheets of all dates are alike
    for (const auto& [id, at] : input.places->nodes) area.bottom = std::max(area.bottom, at.y + 50);
  }
  MapSheet sheet{scene, input, options, words, style, area, svg, picture, legend};
  if (picture.kind == MapKind::whole) draw_whole_map(sheet);
  else draw_map_of_communities(sheet);
  picture.width = options.width;
  picture.height = draw_legend(svg, scene, words, style, options, legend, sheet.area.bottom + 12);
  if (picture.kind == MapKind::whole) picture.dot = dot_of_map(scene, picture, style, options);
  auto drawn = svg.finish({.width = picture.width, .height = picture.height, .title = title,
                           .description = words.description(), .language = std::string(language.code()),
                           .id = options.drawing_id, .classes = options.is_narrow ? "map narrow" : "map wide",
                           .command = input.command, .version = input.version, .data_hash = scene.data->content_hash});
  picture.svg = std::move(drawn.svg);
  picture.texts = std::move(drawn.labels);
  return picture;
}

}  // namespace

MapPicture draw_map(const MapInput& input, const MapOptions& options, const Language& language) {
  if (input.view == nullptr) throw std::invalid_argument("draw_map: no view");
  auto scene = scene_of(input);
  if (options.around) {
    const auto node = scene.node_of_id(*options.around);
    if (node == kNoVertex) throw std::invalid_argument("draw_map: no node " + *options.around);
    scene = around(scene, node, options.within);
  }
  auto wished = options;
  if (wished.is_narrow && wished.width == MapOptions{}.width) wished.width = 390;
  const double usual = area_height(scene, wished.is_narrow);
  auto picture = draw(scene, input, wished, language, usual);
  if (wished.height > 0) {  // head and legend take what they need; the rest is for the nodes
    const double left = std::max(wished.height - (picture.height - usual), 240.0);
    picture = draw(scene, input, wished, language, left);
  }
  return picture;
}

}  // namespace maillage

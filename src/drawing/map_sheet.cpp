// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_sheet.hpp"

namespace maillage {

void MapSheet::open(const std::string& id, const std::string& tooltip) const {
  const auto link = input.links.find(id);
  svg.open_link(link == input.links.end() ? std::string() : link->second, tooltip);
}

void MapSheet::close() const { svg.close_link(); }

void MapSheet::write_labels(const std::vector<LabelWish>& wishes, const std::vector<PlacedLabel>& placed) const {
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    draw_label(svg, wishes[i], placed[i]);
    const auto owner = wishes[i].owner;
    if (owner < 0 || static_cast<std::size_t>(owner) >= scene.nodes.size()) continue;
    const auto& node = scene.nodes[static_cast<std::size_t>(owner)];
    if (!placed[i].is_placed) {
      picture.nodes_unnamed.push_back(node.id);
      if (node.hub_rank > 0) picture.hubs_unnamed.push_back(node.id);
      continue;
    }
    std::string text;
    for (const auto& line : wishes[i].wordings[placed[i].wording]) text += (text.empty() ? "" : " ") + line;
    picture.names.push_back({node.id, text, placed[i].box});
    if (node.hub_rank > 0) picture.hubs_named.push_back(node.id);
  }
}

LabelWish name_wish(const MapSheet& sheet, std::uint32_t node, Point at, double radius, double size, FontWeight weight) {
  const auto& n = sheet.scene.nodes[node];
  const auto reach = reach_of(shape_of_node(n), radius);
  LabelWish wish;
  wish.owner = node;
  wish.style.size = size;
  wish.style.weight = weight;
  wish.style.halo = 4;
  wish.line_height = std::round(size * 1.2);
  wish.priority = (n.is_cut_point || weight == FontWeight::bold ? 1000 : 100) + std::min(n.strength, 500.0);
  const double longest = sheet.style.is_narrow ? 130 : 210;
  const double width = text_width(n.label, size, weight), word = longest_word(n.label, size, weight);
  if (width <= longest) wish.wordings.push_back({n.label});
  // Two lines of about the same length; more only where the name is longer than two lines of the sheet's measure.
  for (const double part : {0.54, 0.62, 0.75}) {
    if (width <= 80) break;
    const double room = std::clamp(width * part, std::min(word, longest), longest);
    auto lines = wrap_text(n.label, size, room + 0.5, weight);
    if (lines.size() > 2 && width * part < longest) continue;
    if (lines.size() > 1) wish.wordings.push_back(std::move(lines));
    break;
  }
  if (wish.wordings.empty()) wish.wordings.push_back(wrap_text(n.label, size, longest, weight));
  wish.spots.push_back({.at = at, .reach_side = reach.side, .reach_up = reach.up, .reach_down = reach.down});
  return wish;
}

}  // namespace maillage

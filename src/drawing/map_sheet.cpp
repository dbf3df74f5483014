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

LabelWish name_wish(const MapSheet& sheet, std::uint32_t node, Point at, double radius, bool is_strong) {
  const auto& n = sheet.scene.nodes[node];
  const auto reach = reach_of(shape_of_node(n), radius);
  LabelWish wish;
  wish.owner = node;
  wish.style.size = is_strong ? sheet.style.type.hub : sheet.style.type.name;
  wish.style.weight = is_strong ? FontWeight::bold : FontWeight::regular;
  wish.style.halo = 4;
  wish.line_height = std::round(wish.style.size * 1.2);
  wish.priority = (n.is_cut_point || is_strong ? 1000 : 100) + std::min(n.strength, 500.0);
  wish.remark_style = wish.style;
  wish.remark_style.weight = FontWeight::regular;
  wish.remark_style.size = sheet.style.type.tie;
  wish.remark_style.italic = true;
  wish.remark_style.colour = tokens::soft;
  const double longest = sheet.style.is_narrow ? 130 : 210;
  for (const auto& remark : sheet.words.node_remarks(n)) {
    for (auto& line : wrap_text(remark, wish.remark_style.size, longest)) wish.remarks.push_back(std::move(line));
  }
  const double width = text_width(n.label, wish.style.size, wish.style.weight);
  if (width <= longest) wish.wordings.push_back({n.label});
  // Two lines of about the same length; a third only where the name is longer than two lines of the sheet's measure.
  for (const double part : {0.56, 0.75}) {
    const double broken = std::max(width * part, sheet.style.is_narrow ? 60.0 : 70.0);
    if (width <= 90) break;
    auto lines = wrap_text(n.label, wish.style.size, std::min(broken, longest), wish.style.weight);
    if (lines.size() > 1 && (wish.wordings.empty() || wish.wordings.back() != lines)) wish.wordings.push_back(std::move(lines));
    if (!wish.wordings.empty() && wish.wordings.back().size() == 2) break;
  }
  if (wish.wordings.empty()) wish.wordings.push_back(wrap_text(n.label, wish.style.size, longest, wish.style.weight));
  wish.spots.push_back({.at = at, .reach_side = reach.side, .reach_up = reach.up, .reach_down = reach.down});
  return wish;
}

}  // namespace maillage

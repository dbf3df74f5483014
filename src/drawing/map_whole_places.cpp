// SPDX-License-Identifier: Apache-2.0
// Where the nodes and signs of a map of up to 40 nodes lie.
#include <algorithm>
#include <set>
#include <span>

#include "drawing/layout_cells.hpp"
#include "drawing/layout_rim.hpp"
#include "drawing/map_whole.hpp"

namespace maillage {
namespace {

constexpr std::size_t kSignsLaidOut = 8;

}  // namespace

std::vector<SmallLayout> WholeMap::layouts_of_nodes() const {
  SmallLayoutInput input;
  input.box = sheet_.area;
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
    const auto wish = wish_of_name(v);
    const auto& lines = wish.wordings.back();
    double width = 0;
    for (const auto& line : lines) width = std::max(width, text_width(line, wish.style.size, wish.style.weight));
    input.vertices.push_back({radius(v), width, wish.line_height * static_cast<double>(lines.size() + wish.remarks.size())});
  }
  for (const auto& bundle : bundles_) {
    double width = 0;
    for (const auto& text : texts_) {
      if (text.bundles.size() != 1 || &bundles_[text.bundles[0]] != &bundle) continue;
      for (const auto& piece : text.pieces) width = std::max(width, text_width(piece, sheet_.style.type.tie));
    }
    const bool is_short = scene_.ties[bundle.ties[0]].kind == MapScene::Tie::Kind::component;
    input.ties.push_back({bundle.source, bundle.target, width, is_short});
  }
  add_signs_to(input);
  if (is_dense_ || is_in_pieces(input)) {
    std::vector<SmallLayout> only{is_dense_ ? lay_out_on_rim(input) : lay_out_in_cells(input)};
    if (sheet_.input.places != nullptr) keep_places(only[0].positions);
    place_signs(only[0].positions);
    return only;
  }
  auto layouts = lay_out_small(input, scene_.nodes.size() + input.ties.size() <= 50 ? 8 : 3);
  if (layouts.size() > 4) layouts.resize(4);
  for (auto& layout : layouts) place_signs(layout.positions);
  if (sheet_.input.places != nullptr) {
    layouts.resize(1);
    keep_places(layouts[0].positions);
  }
  return layouts;
}

// A few agreements of three and more have their signs laid out like nodes; of many, the parties only attract each other
// and the signs are put between them afterwards.
void WholeMap::add_signs_to(SmallLayoutInput& input) const {
  if (!is_dense_ && scene_.agreements.size() <= kSignsLaidOut) {
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      input.vertices.push_back({kSignRadius, 60, 30});
      if (scene_.agreements.size() <= kMostHulls) input.groups.push_back({sign_of(a), scene_.agreements[a].members});
      for (const auto v : scene_.agreements[a].members) input.ties.push_back({v, sign_of(a), 0, true});
    }
    return;
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (const auto& tie : input.ties) joined.insert(std::minmax(tie.source, tie.target));
  for (const auto& agreement : scene_.agreements) {
    for (std::size_t i = 0; i + 1 < agreement.members.size(); ++i) {
      const auto pair = std::minmax(agreement.members[i], agreement.members[i + 1]);
      if (joined.insert(pair).second) input.ties.push_back({pair.first, pair.second, 0, false});
    }
  }
}

// Signs without a place go to the middle of their parties, then off what lies there.
void WholeMap::place_signs(std::vector<Point>& positions) const {
  const auto first = positions.size();
  for (std::size_t a = first - scene_.nodes.size(); a < scene_.agreements.size(); ++a) {
    Point middle;
    for (const auto v : scene_.agreements[a].members) middle = middle + positions[v];
    middle = middle * (1.0 / static_cast<double>(scene_.agreements[a].members.size()));
    // Between nodes on a rim all middles are near the middle of the sheet: use its breadth.
    const Point centre = sheet_.area.centre();
    const double half = 0.36 * sheet_.area.width();
    positions.push_back(is_dense_ ? centre + Point{half * std::tanh(1.3 * (middle.x - centre.x) / half), (middle.y - centre.y) * 1.2}
                                  : middle);
  }
  Box room = sheet_.area.grown(-14);
  if (is_dense_) {  // outside the rim stand the names
    const Box rim = box_of(std::span<const Point>(positions).first(scene_.nodes.size()));
    room = {rim.left + 0.14 * rim.width(), rim.top, rim.right - 0.14 * rim.width(), rim.bottom};
  }
  for (int pass = 0; pass < 40; ++pass) {
    for (auto i = first; i < positions.size(); ++i) {
      for (std::size_t j = 0; j < positions.size(); ++j) {
        if (i == j) continue;
        const double wished = j < scene_.nodes.size() ? 1.3 * radius(static_cast<std::uint32_t>(j)) + 18 : 26 * sign_scale_;
        Point way = positions[i] - positions[j];
        double apart = length_of(way);
        if (apart >= wished) continue;
        if (apart < 1e-6) way = {0.1 * static_cast<double>(i - j), 0.1}, apart = length_of(way);
        positions[i] = positions[i] + way * ((wished - apart) / apart * 0.6);
      }
      positions[i] = {std::clamp(positions[i].x, room.left, room.right), std::clamp(positions[i].y, room.top, room.bottom)};
    }
  }
  for (auto i = first; i < positions.size(); ++i) {
    positions[i] = {std::round(positions[i].x * 10) / 10, std::round(positions[i].y * 10) / 10};
  }
}

void WholeMap::keep_places(std::vector<Point>& positions) const {
  const auto& places = *sheet_.input.places;
  for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
    const auto found = places.nodes.find(scene_.nodes[v].id);
    if (found != places.nodes.end()) positions[v] = found->second;
  }
  for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
    const auto found = places.agreements.find(id_of_agreement(a));
    if (found != places.agreements.end()) {
      positions[sign_of(a)] = found->second;
      continue;
    }
    Point middle;
    for (const auto v : scene_.agreements[a].members) middle = middle + positions[v];
    positions[sign_of(a)] = middle * (1.0 / static_cast<double>(scene_.agreements[a].members.size()));
  }
}

}  // namespace maillage

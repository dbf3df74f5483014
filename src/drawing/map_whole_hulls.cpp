// SPDX-License-Identifier: Apache-2.0
// What lies below the ties of a map of up to 40 nodes: communities, and hulls round the parties of one agreement.
#include <algorithm>

#include "drawing/map_whole.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostInHull = 8;

}  // namespace

std::vector<WholeMap::Community> WholeMap::communities() const {
  const auto by = sheet_.options.hulls;
  if (sheet_.input.partition == nullptr || (by != MapHulls::communities && by != MapHulls::all)) return {};
  std::vector<Community> all(sheet_.input.partition->count);
  const auto is_in = [&](std::uint32_t v, std::uint32_t c) {
    return !scene_.nodes[v].is_only_announced() && scene_.nodes[v].community == c;
  };
  for (std::uint32_t c = 0; c < all.size(); ++c) {
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (!is_in(v, c)) continue;
      all[c].members.push_back(v);
      all[c].growth = std::max(all[c].growth, 1.3 * radius(v) + 8);
    }
    for (const auto& bundle : bundles_) {
      if (is_in(bundle.source, c) && is_in(bundle.target, c)) all[c].lines.emplace_back(bundle.source, bundle.target);
    }
    for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
      std::vector<std::uint32_t> inside;
      for (const auto v : scene_.agreements[a].members) {
        if (is_in(v, c)) inside.push_back(v);
      }
      if (inside.size() < 2) continue;
      for (const auto v : inside) all[c].lines.emplace_back(v, sign_of(a));
    }
  }
  return all;
}

// Round the members and along what ties them: so a hull seldom holds a foreign node, which a convex one often would.
void WholeMap::draw_communities() const {
  for (const auto& community : communities()) {
    if (community.members.size() < 2) continue;
    std::string path;
    const auto add = [&](Point from, Point to) {
      path += 'M' + svg_number(from.x) + ' ' + svg_number(from.y) + 'L' + svg_number(to.x) + ' ' + svg_number(to.y);
    };
    for (const auto v : community.members) add(at_[v], at_[v] + Point{0.1, 0});
    for (const auto& [from, to] : community.lines) add(at_[from], at_[to]);
    const double width = 2 * community.growth;
    sheet_.svg.path(path, {.stroke = tokens::hull_border, .stroke_width = width + 2, .round_caps = true});
    sheet_.svg.path(path, {.stroke = tokens::wash, .stroke_width = width, .round_caps = true});
  }
}

double WholeMap::growth(std::size_t a) const {
  double largest = 0;
  for (const auto v : scene_.agreements[a].members) largest = std::max(largest, radius(v));
  return largest + 8;
}

void WholeMap::decide_hulls() {
  outlines_.assign(scene_.agreements.size(), {});
  const bool is_asked = sheet_.options.hulls == MapHulls::agreements || sheet_.options.hulls == MapHulls::all;
  if (!is_asked && sheet_.options.hulls != MapHulls::automatic) return;
  if (!is_asked && scene_.agreements.size() > kMostHulls) return;
  for (std::size_t a = 0; a < scene_.agreements.size(); ++a) {
    const auto& members = scene_.agreements[a].members;
    if (!is_asked && members.size() > kMostInHull) continue;
    std::vector<Point> corners;
    for (const auto v : members) corners.push_back(at_[v]);
    auto outline = convex_outline(corners);
    bool is_clean = outline.size() >= 2;
    for (std::uint32_t v = 0; v < scene_.nodes.size() && is_clean; ++v) {
      if (std::find(members.begin(), members.end(), v) != members.end()) continue;
      is_clean = distance_to_outline(at_[v], outline) > growth(a) + radius(v);
    }
    if (is_clean) outlines_[a] = std::move(outline);
  }
}

bool WholeMap::lies_on_hull(Point p) const {
  for (std::size_t a = 0; a < outlines_.size(); ++a) {
    if (!outlines_[a].empty() && distance_to_outline(p, outlines_[a]) < growth(a)) return true;
  }
  return false;
}

void WholeMap::draw_hulls() const {
  for (std::size_t a = 0; a < outlines_.size(); ++a) {
    if (!outlines_[a].empty()) draw_hull(sheet_.svg, outlines_[a], growth(a));
  }
}

}  // namespace maillage

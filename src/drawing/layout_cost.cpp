// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_cost.hpp"

#include <numbers>

namespace maillage {
namespace {

// Weights found by looking at pictures of the real data and of generated networks of 5 to 40 nodes.
constexpr double kCrowding = 14, kRepulsion = 0.03, kLength = 2.2, kCrossing = 4, kNearness = 7, kFan = 2.6;
constexpr double kLevel = 4, kBorder = 12, kHull = 10, kThroughHull = 1.2, kUntied = 4;

double square(double x) { return x * x; }
/// 0 from `enough` on, 1 at nought.
double shortage(double have, double enough) { return have >= enough ? 0 : square(1 - have / enough); }

}  // namespace

LayoutCost::LayoutCost(const SmallLayoutInput& input)
    : input_(input), ties_of_(input.vertices.size()), groups_of_(input.vertices.size()),
      component_of_(input.vertices.size(), 0xFFFFFFFFU), is_sign_(input.vertices.size()) {
  const auto n = static_cast<std::uint32_t>(input.vertices.size());
  unit_ = std::sqrt(input.box.width() * input.box.height() / std::max(n, 6U));
  for (std::uint32_t t = 0; t < input.ties.size(); ++t) {
    ties_of_[input.ties[t].source].push_back(t);
    ties_of_[input.ties[t].target].push_back(t);
  }
  for (std::size_t g = 0; g < input.groups.size(); ++g) {
    is_sign_[input.groups[g].sign] = true;
    groups_of_[input.groups[g].sign].push_back(g);
    for (const auto v : input.groups[g].members) groups_of_[v].push_back(g);
  }
  for (const auto& tie : input.ties) {
    const double radii = input.vertices[tie.source].radius + input.vertices[tie.target].radius;
    const bool joins_hubs = ties_of_[tie.source].size() > 2 && ties_of_[tie.target].size() > 2;
    const double free = std::min(unit_ * (tie.is_short ? 0.62 : 0.8), tie.is_short ? 130.0 : 170.0);
    const double for_label = std::min(tie.label_width + 24, input.box.width() * 0.3);
    wished_.push_back(radii + std::max(free, joins_hubs ? std::max(free * 1.7, for_label) : for_label * 0.7));
  }
  for (std::uint32_t start = 0; start < n; ++start) {
    if (component_of_[start] != 0xFFFFFFFFU) continue;
    std::vector<std::uint32_t> waiting{start};
    component_of_[start] = components_;
    while (!waiting.empty()) {
      const auto v = waiting.back();
      waiting.pop_back();
      for (const auto t : ties_of_[v]) {
        const auto u = other_end(t, v);
        if (component_of_[u] != 0xFFFFFFFFU) continue;
        component_of_[u] = components_;
        waiting.push_back(u);
      }
    }
    ++components_;
  }
}

std::uint32_t LayoutCost::other_end(std::uint32_t tie, std::uint32_t v) const {
  return input_.ties[tie].source == v ? input_.ties[tie].target : input_.ties[tie].source;
}
bool LayoutCost::touches(std::uint32_t tie, std::uint32_t v) const {
  return input_.ties[tie].source == v || input_.ties[tie].target == v;
}

double LayoutCost::pair(std::uint32_t a, std::uint32_t b, const std::vector<Point>& at) const {
  const auto& p = input_.vertices[a];
  const auto& q = input_.vertices[b];
  const Point d = at[a] - at[b];
  // A name stands beside its node or over it: it needs its width once, and a line or two of height.
  const double aside = component_of_[a] == component_of_[b] ? 1 : 1.35;
  const double wide = (p.radius + q.radius + 12 + 0.62 * (p.label_width + q.label_width)) * aside;
  const double high = (p.radius + q.radius + 14 + 0.8 * (p.label_height + q.label_height)) * aside;
  const double apart = std::sqrt(square(d.x / wide) + square(d.y / high));
  return kCrowding * shortage(apart, 1) + kRepulsion * square(unit_) / (square(d.x) + square(d.y) + 1);
}

double LayoutCost::length(std::uint32_t tie, const std::vector<Point>& at) const {
  const auto& t = input_.ties[tie];
  const Point d = at[t.target] - at[t.source];
  const double have = length_of(d), ratio = have / wished_[tie];
  double cost = kLength * square(ratio < 1 ? 1.6 * (1 - ratio) : ratio - 1);
  // Ties between two hubs lie level where they can: the reader's line from the one to the other.
  const auto least = std::min(ties_of_[t.source].size(), ties_of_[t.target].size());
  const bool is_pair = ties_of_[t.source].size() == 1 && ties_of_[t.target].size() == 1;
  if ((least > 1 || is_pair) && !is_sign_[t.source] && !is_sign_[t.target] && have > 0) {
    cost += kLevel * square(d.y / have);
  }
  return cost;
}

double LayoutCost::crossing(std::uint32_t a, std::uint32_t b, const std::vector<Point>& at) const {
  const auto& p = input_.ties[a];
  const auto& q = input_.ties[b];
  if (touches(b, p.source) || touches(b, p.target)) return 0;
  return segments_cross(at[p.source], at[p.target], at[q.source], at[q.target]) ? kCrossing : 0;
}

double LayoutCost::nearness(std::uint32_t v, std::uint32_t tie, const std::vector<Point>& at) const {
  if (touches(tie, v)) return 0;
  const auto& t = input_.ties[tie];
  const double aside = component_of_[v] == component_of_[t.source] ? 26 : 60;
  return kNearness * shortage(distance_to_segment(at[v], at[t.source], at[t.target]), input_.vertices[v].radius + aside);
}

double LayoutCost::fan(std::uint32_t v, const std::vector<Point>& at) const {
  const auto degree = ties_of_[v].size();
  if (degree < 2) return 0;
  std::vector<double> angles;
  for (const auto t : ties_of_[v]) {
    const Point d = at[other_end(t, v)] - at[v];
    angles.push_back(std::atan2(d.y, d.x));
  }
  std::sort(angles.begin(), angles.end());
  const double even = degree == 2 ? std::numbers::pi * 0.6 : 2 * std::numbers::pi / static_cast<double>(degree);
  double cost = 0;
  for (std::size_t i = 0; i < angles.size(); ++i) {
    const double gap = i + 1 < angles.size() ? angles[i + 1] - angles[i] : angles[0] + 2 * std::numbers::pi - angles[i];
    cost += kFan * shortage(gap, even);
  }
  return cost;
}

double LayoutCost::border(std::uint32_t v, const std::vector<Point>& at) const {
  const auto& p = input_.vertices[v];
  // A hull reaches further than its parties, by the largest of them.
  double hull = 0;
  for (const auto g : groups_of_[v]) {
    for (const auto u : input_.groups[g].members) hull = std::max(hull, input_.vertices[u].radius + 16);
  }
  const double beside = std::max(p.radius + 10 + 0.5 * p.label_width, hull);
  const double above = std::max(p.radius + 8 + p.label_height, hull);
  const Box& box = input_.box;
  // What has no tie stands along the lower edge, out of the way of what has.
  const double aside = ties_of_[v].empty() ? kUntied * (box.bottom - at[v].y) / box.height() : 0;
  return aside + kBorder * (shortage(std::max(at[v].x - box.left, 0.0), beside) +
                    shortage(std::max(box.right - at[v].x, 0.0), beside) +
                    shortage(std::max(at[v].y - box.top, 0.0), above) +
                    shortage(std::max(box.bottom - at[v].y, 0.0), above)) / 2;
}

double LayoutCost::group(std::size_t g, const std::vector<Point>& at) const {
  const auto& members = input_.groups[g].members;
  std::vector<Point> corners;
  double largest = 0;
  for (const auto v : members) {
    corners.push_back(at[v]);
    largest = std::max(largest, input_.vertices[v].radius);
  }
  const auto outline = convex_outline(corners);
  const auto is_in = [&](std::uint32_t v) {
    return v == input_.groups[g].sign || std::find(members.begin(), members.end(), v) != members.end();
  };
  double cost = 0;
  for (std::uint32_t v = 0; v < at.size(); ++v) {
    if (is_in(v)) continue;
    cost += kHull * shortage(distance_to_outline(at[v], outline), largest + 8 + input_.vertices[v].radius + 16);
  }
  for (const auto& tie : input_.ties) {
    const bool from_in = is_in(tie.source), to_in = is_in(tie.target);
    if (from_in && to_in) continue;
    int crossings = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Point a = outline[i], b = outline[(i + 1) % outline.size()];
      if (segments_cross(at[tie.source], at[tie.target], a, b)) ++crossings;
    }
    cost += kThroughHull * crossings;
  }
  return cost;
}

double LayoutCost::around(std::uint32_t v, const std::vector<Point>& at) const {
  const auto n = static_cast<std::uint32_t>(at.size());
  double cost = border(v, at) + fan(v, at);
  for (std::uint32_t u = 0; u < n; ++u) {
    if (u != v) cost += pair(v, u, at);
  }
  for (std::uint32_t t = 0; t < input_.ties.size(); ++t) cost += nearness(v, t, at);
  for (const auto t : ties_of_[v]) {
    cost += length(t, at) + fan(other_end(t, v), at);
    for (std::uint32_t s = 0; s < input_.ties.size(); ++s) cost += s == t ? 0 : crossing(t, s, at);
    for (std::uint32_t u = 0; u < n; ++u) cost += u == v ? 0 : nearness(u, t, at);
  }
  for (std::size_t g = 0; g < input_.groups.size(); ++g) cost += group(g, at);
  return cost;
}

double LayoutCost::total(const std::vector<Point>& at) const {
  const auto n = static_cast<std::uint32_t>(at.size());
  const auto m = static_cast<std::uint32_t>(input_.ties.size());
  double cost = 0;
  for (std::uint32_t v = 0; v < n; ++v) {
    cost += border(v, at) + fan(v, at);
    for (std::uint32_t u = v + 1; u < n; ++u) cost += pair(v, u, at);
    for (std::uint32_t t = 0; t < m; ++t) cost += nearness(v, t, at);
  }
  for (std::uint32_t t = 0; t < m; ++t) {
    cost += length(t, at);
    for (std::uint32_t s = t + 1; s < m; ++s) cost += crossing(t, s, at);
  }
  for (std::size_t g = 0; g < input_.groups.size(); ++g) cost += group(g, at);
  return cost;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_geometry.hpp"

namespace maillage {

double distance_to_segment(Point p, Point a, Point b) {
  const Point along = b - a;
  const double square = along.x * along.x + along.y * along.y;
  if (square <= 0) return distance_between(p, a);
  const double t = std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / square, 0.0, 1.0);
  return distance_between(p, a + along * t);
}

bool segments_cross(Point a, Point b, Point c, Point d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

double length_inside(Point a, Point b, const Box& box) {
  // Liang and Barsky: the part [from, to] of the segment that passes all four sides.
  double from = 0, to = 1;
  const Point along = b - a;
  const auto clip = [&](double slope, double room) {
    if (slope == 0) return room >= 0;
    const double t = room / slope;
    if (slope < 0) from = std::max(from, t); else to = std::min(to, t);
    return from < to;
  };
  if (!clip(-along.x, a.x - box.left) || !clip(along.x, box.right - a.x) || !clip(-along.y, a.y - box.top) ||
      !clip(along.y, box.bottom - a.y)) {
    return 0;
  }
  return (to - from) * length_of(along);
}

std::vector<Point> convex_outline(std::vector<Point> points) {
  std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  std::vector<Point> outline;  // Andrew's monotone chain
  const auto chain = [&](auto first, auto last) {
    const auto base = outline.size();
    for (auto p = first; p != last; ++p) {
      while (outline.size() >= base + 2 && turn(outline[outline.size() - 2], outline.back(), *p) <= 0) outline.pop_back();
      outline.push_back(*p);
    }
    outline.pop_back();
  };
  chain(points.begin(), points.end());
  chain(points.rbegin(), points.rend());
  return outline;
}

double distance_to_outline(Point p, std::span<const Point> outline) {
  if (outline.empty()) return HUGE_VAL;
  double distance = distance_between(p, outline[0]);
  bool is_inside = outline.size() >= 3;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i], b = outline[(i + 1) % outline.size()];
    distance = std::min(distance, distance_to_segment(p, a, b));
    if (turn(a, b, p) < 0) is_inside = false;
  }
  return is_inside ? 0 : distance;
}

Box box_of(std::span<const Point> points) {
  if (points.empty()) return {};
  Box box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const auto p : points) {
    box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
  }
  return box;
}

}  // namespace maillage

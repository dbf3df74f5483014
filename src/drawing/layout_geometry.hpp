// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace maillage {

/// A place on the sheet, in pixels; y grows downwards.
struct Point {
  double x = 0, y = 0;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
  bool operator==(const Point&) const = default;
};
inline double length_of(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }
inline double distance_between(Point a, Point b) { return length_of(a - b); }
/// Twice the signed area of the triangle a b c; positive when c lies clockwise of a→b on the sheet.
inline double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// An upright rectangle.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
  Box moved(Point by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }
  bool holds(Point p) const { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
  bool holds(const Box& b) const { return b.left >= left && b.right <= right && b.top >= top && b.bottom <= bottom; }
  /// Do the insides meet? Boxes that only touch do not.
  bool overlaps(const Box& b) const { return left < b.right && b.left < right && top < b.bottom && b.top < bottom; }
  bool operator==(const Box&) const = default;
};
inline Box box_round(Point centre, double half_width, double half_height) {
  return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

/// Distance from p to the segment a b.
double distance_to_segment(Point p, Point a, Point b);
/// Do the segments a b and c d cross inside both?
bool segments_cross(Point a, Point b, Point c, Point d);
/// Length of the part of segment a b inside the box; 0 where they do not meet.
double length_inside(Point a, Point b, const Box& box);
/// Corners of the convex outline, clockwise on the sheet; one or two points give themselves. O(n log n).
std::vector<Point> convex_outline(std::vector<Point> points);
/// Distance from p to a convex outline: 0 inside it.
double distance_to_outline(Point p, std::span<const Point> outline);
/// The smallest box round the points; an empty one for none.
Box box_of(std::span<const Point> points);

}  // namespace maillage

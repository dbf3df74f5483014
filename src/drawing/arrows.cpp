// SPDX-License-Identifier: Apache-2.0
#include "drawing/arrows.hpp"

#include <cmath>
#include <string>

namespace maillage {
namespace {

constexpr double kMostOfALine = 0.9;

std::string place(Point p) { return svg_number(p.x) + ' ' + svg_number(p.y); }

// From the middle of its base to its tip.
void draw_head(SvgWriter& svg, Point base, Point tip, double half_width, const Paint& line) {
  const Point way = tip - base;
  const double length = length_of(way);
  if (length < 1e-6) return;
  const Point aside = Point{-way.y, way.x} * (half_width / length);
  svg.path('M' + place(tip) + 'L' + place(base + aside) + 'L' + place(base - aside) + 'Z',
           {.fill = line.stroke, .fill_opacity = line.stroke_opacity});
}

ArrowHead head_within(double line_width, double length, LineDirection direction) {
  auto head = arrow_head(line_width);
  const double wished = head.length * (direction == LineDirection::both ? 2 : 1), room = kMostOfALine * length;
  if (wished > room) head = {head.length * room / wished, head.half_width * room / wished};
  return head;
}

Point on_curve(Point from, Point bend, Point to, double t) {
  return from * ((1 - t) * (1 - t)) + bend * (2 * t * (1 - t)) + to * (t * t);
}

// How far along the curve a head of that length begins that ends at `to`.
double start_of_head(Point from, Point bend, Point to, double length) {
  double low = 0, high = 1;
  for (int step = 0; step < 30; ++step) {
    const double middle = (low + high) / 2;
    (distance_between(on_curve(from, bend, to, middle), to) > length ? low : high) = middle;
  }
  return high;
}

}  // namespace

ArrowHead arrow_head(double line_width) {
  constexpr double band = 6;
  if (line_width > band) return {line_width * 0.7 + 6, line_width / 2 + 4};
  return {4 + 2 * line_width, 1.6 + line_width};
}

void draw_arrow(SvgWriter& svg, Point from, Point to, const Paint& paint, LineDirection direction) {
  const Point way = to - from;
  const double length = length_of(way);
  if (direction == LineDirection::none || length < 1e-6) {
    svg.line(from.x, from.y, to.x, to.y, paint);
    return;
  }
  const auto head = head_within(paint.stroke_width, length, direction);
  const Point along = way * (head.length / length);
  const Point first = leads_backward(direction) ? from + along : from, last = leads_forward(direction) ? to - along : to;
  svg.line(first.x, first.y, last.x, last.y, paint);
  if (leads_forward(direction)) draw_head(svg, last, to, head.half_width, paint);
  if (leads_backward(direction)) draw_head(svg, first, from, head.half_width, paint);
}

void draw_curved_arrow(SvgWriter& svg, Point from, Point bend, Point to, const Paint& paint, LineDirection direction) {
  const auto head = head_within(paint.stroke_width, distance_between(from, to), direction);
  const double last = leads_forward(direction) ? start_of_head(from, bend, to, head.length) : 1;
  const double first = leads_backward(direction) ? 1 - start_of_head(to, bend, from, head.length) : 0;
  // The piece of the curve between the heads is a quadratic curve too.
  const Point begin = on_curve(from, bend, to, first), end = on_curve(from, bend, to, last);
  const Point middle = from * ((1 - first) * (1 - last)) + bend * (first * (1 - last) + last * (1 - first)) + to * (first * last);
  if (first < last) svg.path('M' + place(begin) + 'Q' + place(middle) + ' ' + place(end), paint);
  if (leads_forward(direction)) draw_head(svg, end, to, head.half_width, paint);
  if (leads_backward(direction)) draw_head(svg, begin, from, head.half_width, paint);
}

}  // namespace maillage

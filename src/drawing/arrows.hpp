// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/svg_writer.hpp"

namespace maillage {

/// Which way something flows along a line from its first end to its last. `none`: nothing says which way.
enum class LineDirection : std::uint8_t { none = 0, forward = 1, backward = 2, both = 3 };

constexpr bool leads_forward(LineDirection d) { return (static_cast<unsigned>(d) & 1U) != 0; }
constexpr bool leads_backward(LineDirection d) { return (static_cast<unsigned>(d) & 2U) != 0; }
constexpr LineDirection direction_of(bool forward, bool backward) {
  return static_cast<LineDirection>((forward ? 1U : 0U) | (backward ? 2U : 0U));
}
/// Both of them together.
constexpr LineDirection operator|(LineDirection a, LineDirection b) {
  return static_cast<LineDirection>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
/// The same, seen from the other end.
constexpr LineDirection reversed(LineDirection d) { return direction_of(leads_backward(d), leads_forward(d)); }

/// Head of an arrow in px: how long it is, how far it stands out to either side of the middle of the line.
struct ArrowHead {
  double length = 0, half_width = 0;
};
/// Of a line of that width: 4 + 2 w long, 1.6 + w to either side. Of a band wider than 6 px: 4 px beyond its sides.
ArrowHead arrow_head(double line_width);

/// A straight line with a filled head at each end to which something flows; the tip lies at the end, the line stops where
/// the head begins. Heads of a line too short for them take nine tenths of it. Without direction a line and nothing else.
void draw_arrow(SvgWriter& svg, Point from, Point to, const Paint& paint, LineDirection direction);
/// The same along a quadratic curve; heads point along its last piece.
void draw_curved_arrow(SvgWriter& svg, Point from, Point bend, Point to, const Paint& paint, LineDirection direction);

}  // namespace maillage

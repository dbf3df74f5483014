// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "drawing/svg_writer.hpp"
#include "model/codes.hpp"

namespace maillage {

enum class Shape : std::uint8_t { disc, cross, diamond, hexagon, square, triangle, pentagon };

/// The shape that stands for a kind of institution, whatever the colour. “Other” is a disc, in grey: a ring would look like a
/// mark with a core, which says how much is certain.
Shape shape_of_kind(InstitutionKind kind);

/// Outline of a shape round (x, y) as path data. All shapes have the area of a disc of radius r: square 1.77 r wide,
/// diamond half-diagonal 1.25 r, pentagon (people) circumradius 1.15 r, hexagon side 1.10 r, triangle circumradius
/// 1.56 r, cross 2.11 r wide with arms of 0.46.
std::string shape_path(Shape shape, double x, double y, double r);

/// How far a shape of radius r reaches from its centre: right and left, up, down.
struct Reach {
  double side, up, down;
};
Reach reach_of(Shape shape, double r);

/// An agreement between three parties or more: a small sheet with three lines, 14 by 17 px at scale 1, round (x, y).
/// Dashed where it is only announced.
void draw_agreement_sheet(SvgWriter& svg, double x, double y, double scale = 1, bool is_announced = false);

}  // namespace maillage

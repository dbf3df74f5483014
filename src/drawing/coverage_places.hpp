// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/layout_geometry.hpp"

namespace maillage {

/// Degrees of a place, and what it becomes on the sheet.
struct Degrees {
  double latitude = 0, longitude = 0;
};

/// Places fitted into a box, in proportion, the middle of the one on the middle of the other: longitude times the cosine
/// of the middle latitude to the right, latitude upwards.
class MapProjection {
 public:
  /// `places`: what must lie in the box; none: everything lies in its middle.
  MapProjection(const std::vector<Degrees>& places, const Box& box);
  Point of(const Degrees& place) const;
  /// Height over width of the places as they would be drawn; 1 where there is nothing to go by.
  static double proportion(const std::vector<Degrees>& places);

 private:
  double scale_ = 1, shorten_ = 1, longitude_ = 0, latitude_ = 0;
  Point middle_;
};

struct PlacedDisc {
  Point at;
  double radius = 0;
};

/// Moves discs apart until none covers another by more than a hair, or the rounds are over; large ones give way less, and
/// each is drawn back towards where it belongs; none leaves `box`. After Dorling (Area cartograms, CATMOG 59, 1996).
/// Deterministic: the same discs in the same order give the same places. O(rounds · pairs that are near).
std::vector<PlacedDisc> separated_discs(std::vector<PlacedDisc> discs, const Box& box, double gap, int rounds = 160);

}  // namespace maillage

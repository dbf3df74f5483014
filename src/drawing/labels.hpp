// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "drawing/layout_geometry.hpp"
#include "drawing/svg_writer.hpp"

namespace maillage {

/// A text that wants a place: one of several wordings (broken into lines), near one of several spots.
struct LabelWish {
  struct Spot {
    Point at;         ///< what the label belongs to: a node, a point of a tie
    double cost = 0;  ///< of choosing it
    /// Round `at` a node reaches this far; 0 for points of ties, where `slope` says which way the tie runs.
    double reach_side = 0, reach_up = 0, reach_down = 0;
    bool is_tie = false;
    bool is_centre = false;  ///< the text stands centred on `at`
    Point slope;             ///< unit vector along the tie
  };
  std::vector<std::vector<std::string>> wordings;  ///< best first
  std::vector<Spot> spots;
  std::vector<std::string> remarks;  ///< further lines in a style of their own
  TextStyle style, remark_style;
  double line_height = 16;
  double priority = 0;       ///< larger ones are placed first
  bool may_lead = true;      ///< may stand further away, with a leader line
  std::int64_t owner = -1;   ///< node whose own box it may stand close to
  std::int64_t own_line = -1;  ///< owner of the tie it speaks of: it stands nowhere nearer to another tie
  std::int64_t own_disc = -1;  ///< disc that it may cover
  double furthest = 58;      ///< px
  double most_cost = 1e6;    ///< dearer places are not taken
};

/// What labels must keep off, or should.
struct LabelGround {
  Box sheet;                    ///< no label leaves it
  struct Obstacle {
    Box box;
    double cost = 0;            ///< of covering it; infinite: never
    std::int64_t owner = -1;
    double leader_cost = 3;     ///< at most, of leading a line across it
  };
  std::vector<Obstacle> obstacles;
  struct Line {
    Point from, to;
    double cost = 1;            ///< for each 10 px covered
    std::int64_t owner = -1;    ///< tie or bundle of ties; -1: a line that nothing is written beside
  };
  std::vector<Line> lines;
  /// Names of others cover no more than the rim of it, and lead no line across it.
  struct Disc {
    Point centre;
    double radius = 0;
    std::int64_t number = -1;
  };
  std::vector<Disc> discs;
};

struct PlacedLabel {
  bool is_placed = false;
  std::size_t wording = 0;
  Box box;
  Anchor anchor = Anchor::start;
  double x = 0, first_base_line = 0;
  bool has_leader = false;
  Point leader_from, leader_to;
};

/// Places labels without overlap among themselves or over the edge of the sheet; others may stay unplaced.
///
/// By priority each takes its cheapest free place: right, left, above, below and the diagonals of a node at 4 to 58 px
/// (leader line from 16 px), better where no tie of its own leaves; both sides of a tie, where no other is nearer; then several rounds move each to the cheapest place the others leave.
/// After Christensen, Marks & Shieber (ACM Trans. Graphics 14:203, 1995, doi:10.1145/212332.212334): greedy descent.
/// O(rounds · labels · places · (labels + obstacles + lines)). Deterministic.
std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const LabelGround& ground);

/// Writes a placed label, with its leader line.
void draw_label(SvgWriter& svg, const LabelWish& wish, const PlacedLabel& placed);

/// Sum of what the places cost; unplaced ones count 60 each.
double cost_of_labels(const std::vector<LabelWish>& wishes, const LabelGround& ground,
                      const std::vector<PlacedLabel>& placed);

}  // namespace maillage

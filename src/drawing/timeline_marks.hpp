// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "drawing/svg_writer.hpp"
#include "drawing/timeline_rows.hpp"
#include "drawing/year_scale.hpp"

namespace maillage {

/// Marks of one row of a time-line, by x in px; y is that of the middle of the row.
struct TimelineMarks {
  enum class Bar : std::uint8_t { in_force, before_signature, ended, computed, unknown, announced };
  struct Segment {
    double from, to;
    Bar kind;
  };
  enum class End : std::uint8_t { none, cap, arrow, question };
  enum class Signature : std::uint8_t { none, stated, inferred, by_then, from_then };
  struct Ring {
    double x;
    bool is_raised;  ///< set above the bar, clear of what lies at the same place
  };

  struct Pennant {  ///< a last day to act
    double x;
    bool is_certain;  ///< else hollow
    bool is_below;    ///< hung under the bar, clear of what stands above it
  };

  std::vector<Segment> segments;
  End end = End::none;
  double end_x = 0;
  Signature signature = Signature::none;
  double signature_x = 0;
  double signature_from = 0, signature_to = 0;  ///< where it may lie; equal where one day (or a bound) is given
  std::vector<Ring> rings;
  std::vector<Pennant> pennants;

  bool empty() const {
    return segments.empty() && end == End::none && signature == Signature::none && rings.empty() && pennants.empty();
  }
  double left() const;
  double right() const;  ///< where a label may begin
};

struct TimelineFrame {
  YearScale scale;
  double dots_stop = 0;  ///< where the dots of unknown ends stop: at the same place in all rows
  double as_of = 0;      ///< x of the as-of line: dots of an unknown beginning start before it; 0: none
};

TimelineMarks marks_of(const DataSet& data, const TimelineRow& row, const TimelineFrame& frame);

/// Draws the marks round y; arrows and caps stay within 10 px above and below it, pennants and raised rings within 14.
void draw_marks(SvgWriter& svg, const TimelineMarks& marks, double y);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "drawing/timeline_marks.hpp"
#include "drawing/timeline_words.hpp"

namespace maillage {

/// One page of a time-line with its texts, before anything has a place.
struct TimelinePage {
  struct Row {
    TimelineRow facts;
    std::string name, label, tooltip, link;
  };
  struct Group {
    std::string name;
    std::vector<Row> rows;
  };
  std::vector<Group> groups;
  std::vector<TimelineGroup> facts;  ///< the same groups, for legend and notes
  std::size_t first_row = 0, rows_shown = 0, rows = 0;
  int first_year = 0, last_year = 0;  ///< of all pages, so that they compare; last < first: nothing has a date
  std::optional<Day> as_of;
  std::string as_of_label;
  std::optional<Day> period_from, period_to;  ///< shaded, where one is asked for
  std::string period_label;
  const DataSet* data = nullptr;

  bool has_years() const { return first_year <= last_year; }
  bool has_period() const { return has_years() && (period_from || period_to); }
  /// x of the first day of the shaded period and of the day after its last, inside a frame.
  std::pair<double, double> period_in(const TimelineFrame& frame) const;
  /// Years over [left, right], and where the dots of unknown ends stop.
  TimelineFrame frame(double left, double right) const;
};

TimelinePage timeline_page(const TimelineInput& input, const TimelineOptions& options, const TimelineWords& words);

// Each draws the years and the rows from `top` on and returns where it ends.
double draw_wide_rows(SvgWriter& svg, const TimelinePage& page, double top);
double draw_narrow_rows(SvgWriter& svg, const TimelinePage& page, double top);

/// Draws the legend from `top` on, with what occurs on the page; returns where it ends.
double draw_timeline_legend(SvgWriter& svg, const TimelinePage& page, const Language& language, SheetWidth sheet,
                            double top);

}  // namespace maillage

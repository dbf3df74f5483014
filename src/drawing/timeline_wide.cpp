// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "drawing/timeline_page.hpp"

namespace maillage {
namespace {

constexpr auto kSheet = sheet_of(SheetWidth::wide);
constexpr double kLeft = kSheet.margin, kRight = kSheet.width - kSheet.margin, kIndent = 16;
constexpr double kNameSize = 12.5, kNameLine = 15, kLabelSize = 11.5, kLabelLine = 14, kHeadingSize = 14;
constexpr double kRow = 30, kHeading = 38;
constexpr std::size_t kRowsWithYearsBelow = 20;

/// A row with everything in its place; the y of marks is relative to the top of the row.
struct PlacedRow {
  const TimelinePage::Row* row;
  TimelineMarks marks;
  std::vector<std::string> name, label;
  double label_x = 0, height = kRow;
};
struct PlacedGroup {
  std::vector<std::string> name;
  std::vector<PlacedRow> rows;
  double height = 0;
};

class WideTimeline {
 public:
  WideTimeline(SvgWriter& svg, const TimelinePage& page) : svg_(svg), page_(page), frame_(frame_of(page)) {
    if (page.as_of && page.has_years()) line_ = frame_.scale.x(*page.as_of);
    for (const auto& group : page.groups) groups_.push_back(place(group));
  }

  double draw(double top) {
    const double rows_top = top + 16;  // room for the years above
    double bottom = rows_top + 16;
    for (const auto& group : groups_) bottom += group.height;
    if (page_.has_years()) draw_ground(rows_top, bottom);
    double y = rows_top + 16;
    for (const auto& group : groups_) y = draw_group(group, y);
    return draw_foot(bottom);
  }

 private:
  static TimelineFrame frame_of(const TimelinePage& page) {
    double names = 0, labels = 0;
    for (const auto& group : page.groups) {
      for (const auto& row : group.rows) {
        names = std::max(names, text_width(row.name, kNameSize));
        labels = std::max(labels, text_width(row.label, kLabelSize));
      }
    }
    const double left = kLeft + kIndent + std::clamp(names + 20, 160.0, 292.0);
    return page.frame(left, kRight - std::clamp(labels + 12, 150.0, 230.0));
  }

  PlacedRow place(const TimelinePage::Row& row) const {
    PlacedRow placed{&row, {}, wrap_text(row.name, kNameSize, frame_.scale.left - kLeft - kIndent - 12), {}, 0, kRow};
    if (page_.has_years()) placed.marks = marks_of(*page_.data, row.facts, frame_);
    place_label(placed);
    const auto lines = std::max(static_cast<double>(placed.name.size()) * kNameLine,
                                static_cast<double>(placed.label.size()) * kLabelLine);
    placed.height = std::max(kRow, lines + 6);
    return placed;
  }

  /// Beside the marks, clear of the as-of line: in two lines at most before it, else after it.
  void place_label(PlacedRow& placed) const {
    const auto& label = placed.row->label;
    const double after_line = line_ > 0 ? line_ + 10 : frame_.scale.left + 8;
    placed.label_x = placed.marks.empty() ? after_line : placed.marks.right();
    if (line_ > 0 && placed.label_x < after_line) {
      const double room = line_ - 8 - placed.label_x;
      auto lines = room > 90 ? wrap_text(label, kLabelSize, room) : std::vector<std::string>();
      if (!lines.empty() && lines.size() <= 2) {
        placed.label = std::move(lines);
        return;
      }
      placed.label_x = after_line;
    }
    placed.label = wrap_text(label, kLabelSize, kRight - placed.label_x);
  }

  PlacedGroup place(const TimelinePage::Group& group) const {
    PlacedGroup placed{wrap_text(group.name, kHeadingSize, kRight - kLeft, FontWeight::bold), {}, 0};
    placed.height = kHeading - 6 + static_cast<double>(placed.name.size() - 1) * 18;
    for (const auto& row : group.rows) {
      placed.rows.push_back(place(row));
      placed.height += placed.rows.back().height;
    }
    placed.height += 6;
    return placed;
  }

  void draw_ground(double top, double bottom) {
    if (line_ > 0) svg_.rectangle(line_, top, kRight - line_, bottom - top, {.fill = tokens::wash});
    if (page_.has_period()) {
      const auto [from, to] = page_.period_in(frame_);
      svg_.rectangle(from, top, to - from, bottom - top, {.fill = tokens::hull});
    }
    const double label_width = text_width("0000", kNameSize) + 10;
    const auto& scale = frame_.scale;
    const bool in_columns = scale.step(label_width) == 1;
    for (const auto year : scale.years(label_width)) {
      const auto x = scale.x(first_day_of_year(year));
      svg_.line(x, top, x, bottom, {.stroke = tokens::rule});
    }
    if (in_columns) svg_.line(scale.right, top, scale.right, bottom, {.stroke = tokens::rule});
    draw_years(top - 6);
    if (line_ > 0) svg_.line(line_, top + 2, line_, bottom, {.stroke = tokens::ink, .stroke_width = 1.6});
  }

  void draw_years(double y) {
    const double label_width = text_width("0000", kNameSize) + 10;
    const auto& scale = frame_.scale;
    const double shift = scale.step(label_width) == 1 ? scale.year_width() / 2 : 0;
    for (const auto year : scale.years(label_width)) {
      svg_.text(scale.x(first_day_of_year(year)) + shift, y, std::to_string(year),
                {.size = kNameSize, .colour = tokens::soft, .anchor = Anchor::middle});
    }
  }

  double draw_group(const PlacedGroup& group, double top) {
    svg_.line(kLeft, top, kRight, top, {.stroke = tokens::rule});
    double y = svg_.lines(kLeft, top + 23, group.name, {.size = kHeadingSize, .weight = FontWeight::bold}, 18) + 9;
    for (const auto& row : group.rows) {
      draw_row(row, y);
      y += row.height;
    }
    return top + group.height;
  }

  void draw_row(const PlacedRow& placed, double top) {
    const auto& row = *placed.row;
    const double middle = top + placed.height / 2;
    svg_.open_link(row.link, row.tooltip);
    const auto first_line = [&](const std::vector<std::string>& lines, double height) {
      return middle + 4 - static_cast<double>(lines.size() - 1) * height / 2;
    };
    svg_.lines(kLeft + kIndent, first_line(placed.name, kNameLine), placed.name, {.size = kNameSize}, kNameLine);
    draw_marks(svg_, placed.marks, middle);
    svg_.lines(placed.label_x, first_line(placed.label, kLabelLine), placed.label,
               {.size = kLabelSize, .colour = tokens::soft, .italic = row.facts.is_announced}, kLabelLine);
    svg_.close_link();
  }

  /// Years again below a long list, and the date of the line.
  double draw_foot(double bottom) {
    if (page_.has_years() && page_.rows_shown > kRowsWithYearsBelow) {
      draw_years(bottom + 14);
      bottom += 20;
    }
    if (line_ <= 0) return bottom;
    const TextStyle style{.size = 12, .weight = FontWeight::bold};
    const auto width = text_width(page_.as_of_label, style.size, style.weight);
    const double x = std::clamp(line_ + 6, kLeft, std::max(kLeft, kRight - width));
    return svg_.lines(x, bottom + 16, wrap_text(page_.as_of_label, style.size, kRight - kLeft, style.weight), style, 15) + 6;
  }

  SvgWriter& svg_;
  const TimelinePage& page_;
  TimelineFrame frame_;
  double line_ = 0;  // x of the as-of line; 0: none
  std::vector<PlacedGroup> groups_;
};

}  // namespace

double draw_wide_rows(SvgWriter& svg, const TimelinePage& page, double top) { return WideTimeline(svg, page).draw(top); }

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "drawing/timeline_page.hpp"

namespace maillage {
namespace {

constexpr auto kSheet = sheet_of(SheetWidth::narrow);
constexpr double kLeft = kSheet.margin, kRight = kSheet.width - kSheet.margin;
constexpr double kNameSize = 12.5, kNameLine = 15, kLabelSize = 11.5, kLabelLine = 14, kHeadingSize = 13.5, kBand = 27;

/// One column: name and label of a row stand above its bar, on paper; years, wash and as-of line lie behind the bars
/// alone, so that no text crosses them.
class NarrowTimeline {
 public:
  NarrowTimeline(SvgWriter& svg, const TimelinePage& page)
      : svg_(svg), page_(page), frame_(page.frame(kLeft, kRight)), year_label_(text_width("0000", 11) + 8) {
    if (page.as_of && page.has_years()) line_ = frame_.scale.x(*page.as_of);
  }

  double draw(double top) {
    double y = top;
    if (page_.has_years()) {
      draw_years(y + 10);
      y += 16;
    }
    for (const auto& group : page_.groups) y = draw_group(group, y);
    return draw_foot(y);
  }

 private:
  void draw_years(double y) {
    const auto& scale = frame_.scale;
    const double shift = scale.step(year_label_) == 1 ? scale.year_width() / 2 : 0;
    const double half = text_width("0000", 11) / 2;
    for (const auto year : scale.years(year_label_)) {
      const double x = std::clamp(scale.x(first_day_of_year(year)) + shift, half + 2, kSheet.width - half - 2);
      svg_.text(x, y, std::to_string(year), {.size = 11, .colour = tokens::soft, .anchor = Anchor::middle});
    }
  }

  void draw_band(double top) {
    if (line_ > 0) svg_.rectangle(line_, top, kRight - line_, kBand, {.fill = tokens::wash});
    if (page_.has_period()) {
      const auto [from, to] = page_.period_in(frame_);
      svg_.rectangle(from, top, to - from, kBand, {.fill = tokens::hull});
    }
    const auto& scale = frame_.scale;
    for (const auto year : scale.years(year_label_)) {
      const auto x = scale.x(first_day_of_year(year));
      svg_.line(x, top, x, top + kBand, {.stroke = tokens::rule});
    }
    if (line_ > 0) svg_.line(line_, top, line_, top + kBand, {.stroke = tokens::ink, .stroke_width = 1.6});
  }

  double draw_group(const TimelinePage::Group& group, double top) {
    svg_.line(kLeft, top, kRight, top, {.stroke = tokens::rule});
    const TextStyle heading{.size = kHeadingSize, .weight = FontWeight::bold};
    double y = svg_.lines(kLeft, top + 19, wrap_text(group.name, kHeadingSize, kRight - kLeft, FontWeight::bold), heading, 17) + 6;
    for (const auto& row : group.rows) y = draw_row(row, y);
    return y + 4;
  }

  double draw_row(const TimelinePage::Row& row, double top) {
    svg_.open_link(row.link, row.tooltip);
    double y = svg_.lines(kLeft, top + 13, wrap_text(row.name, kNameSize, kRight - kLeft), {.size = kNameSize}, kNameLine);
    y = svg_.lines(kLeft, y + kLabelLine, wrap_text(row.label, kLabelSize, kRight - kLeft),
                   {.size = kLabelSize, .colour = tokens::soft, .italic = row.facts.is_announced}, kLabelLine) + 5;
    const auto marks = page_.has_years() ? marks_of(*page_.data, row.facts, frame_) : TimelineMarks();
    if (!marks.empty()) {
      draw_band(y);
      draw_marks(svg_, marks, y + kBand / 2);
      y += kBand;
    }
    svg_.close_link();
    return y + 6;
  }

  double draw_foot(double bottom) {
    if (page_.has_years()) {
      draw_years(bottom + 8);
      bottom += 12;
    }
    if (line_ <= 0) return bottom;
    const TextStyle style{.size = 12, .weight = FontWeight::bold};
    const auto lines = wrap_text(page_.as_of_label, style.size, kRight - kLeft, style.weight);
    double widest = 0;
    for (const auto& line : lines) widest = std::max(widest, text_width(line, style.size, style.weight));
    const double x = std::clamp(line_ - widest / 2, kLeft, std::max(kLeft, kRight - widest));
    svg_.line(line_, bottom, line_, bottom + 8, {.stroke = tokens::ink, .stroke_width = 1.6});
    return svg_.lines(x, bottom + 20, lines, style, 15) + 4;
  }

  SvgWriter& svg_;
  const TimelinePage& page_;
  TimelineFrame frame_;
  double year_label_, line_ = 0;
};

}  // namespace

double draw_narrow_rows(SvgWriter& svg, const TimelinePage& page, double top) {
  return NarrowTimeline(svg, page).draw(top);
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/robustness_chart.hpp"

#include <algorithm>

#include "drawing/sheet_text.hpp"

namespace maillage {
namespace {

constexpr double kAxisSize = 11.5, kHeadingSize = 13.5;

Paint targeted_paint() {
  return {.stroke = tokens::accent, .stroke_width = 2.4, .round_caps = true};
}
Paint random_paint() {
  return {.stroke = tokens::soft, .stroke_width = 1.8, .dashes = "6 4"};
}
Paint band_paint() {
  return {.fill = tokens::accent, .fill_opacity = 0.16};
}

/// Where a panel draws: shares of 0 … 1 to places on the sheet.
struct Frame {
  double left, top, width, height;
  double x(double share) const { return left + share * width; }
  double y(double share) const { return top + (1 - share) * height; }
};

std::string point_of(const Frame& frame, double x, double y, char command) {
  return std::string(1, command) + svg_number(frame.x(x)) + " " + svg_number(frame.y(y));
}

double share_lost(const RobustnessCurve& curve, const RobustnessPoint& point) {
  return curve.total > 0 ? static_cast<double>(point.removed) / curve.total : 0;
}

std::string line_of(const RobustnessCurve& curve, const Frame& frame) {
  std::string path;
  for (const auto& point : curve.points)
    path += point_of(frame, share_lost(curve, point), point.largest, path.empty() ? 'M' : 'L');
  return path;
}

std::string band_of(const RobustnessCurve& curve, const Frame& frame) {
  std::string path;
  for (const auto& point : curve.points)
    path += point_of(frame, share_lost(curve, point), point.high, path.empty() ? 'M' : 'L');
  for (auto i = curve.points.size(); i-- > 0;)
    path += point_of(frame, share_lost(curve, curve.points[i]), curve.points[i].low, 'L');
  return path + "Z";
}

void draw_axes(SvgWriter& svg, const Frame& frame, const Language& language) {
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    svg.line(frame.left, frame.y(share), frame.x(1), frame.y(share),
             {.stroke = share == 0 ? tokens::line : tokens::rule});
    svg.text(frame.left - 8, frame.y(share) + 4, language.percent(share),
             {.size = kAxisSize, .colour = tokens::soft, .anchor = Anchor::end});
    const auto anchor = share == 0 ? Anchor::start : share == 1 ? Anchor::end : Anchor::middle;
    svg.text(frame.x(share), frame.y(0) + 18, language.percent(share),
             {.size = kAxisSize, .colour = tokens::soft, .anchor = anchor});
  }
}

double draw_panel(SvgWriter& svg, const RobustnessPanel& panel, double left, double top, double width,
                  const Language& language) {
  const auto lines = wrap_text(panel.heading, kHeadingSize, width, FontWeight::bold);
  double y = svg.lines(left, top + 16, lines, {.size = kHeadingSize, .weight = FontWeight::bold}, 18);
  y = svg.lines(left, y + 20, wrap_text(panel.figures, kWideType.legend, width, FontWeight::regular),
                {.size = kWideType.legend}, 16);
  const auto up = wrap_text(language.say("robustness.chart.upwards"), kAxisSize, width, FontWeight::regular);
  y = svg.lines(left, y + 20, up, {.size = kAxisSize, .colour = tokens::soft}, 15);
  const double axis = 8 + text_width(language.percent(1), kAxisSize);
  const Frame frame{left + axis, y + 14, width - axis, std::min(300.0, width * 0.62)};
  draw_axes(svg, frame, language);
  if (panel.random != nullptr) {
    svg.path(band_of(*panel.random, frame), band_paint());
    svg.path(line_of(*panel.random, frame), random_paint());
  }
  if (panel.targeted != nullptr) svg.path(line_of(*panel.targeted, frame), targeted_paint());
  const auto right =
      wrap_text(language.say("robustness.chart.rightwards"), kAxisSize, frame.width, FontWeight::regular);
  return svg.lines(frame.left, frame.y(0) + 36, right, {.size = kAxisSize, .colour = tokens::soft}, 15);
}

double draw_legend(SvgWriter& svg, const RobustnessChartOptions& options, bool is_targeted, bool is_random,
                   const Language& language, double top) {
  const auto sheet = sheet_of(options.sheet);
  svg.line(sheet.margin, top, sheet.width - sheet.margin, top, {.stroke = tokens::rule});
  double x = sheet.margin, y = top + 24;
  const auto place = [&](const std::string& text) {
    const double needed = 40 + text_width(text, kWideType.legend);
    if (x > sheet.margin && x + needed > sheet.width - sheet.margin) {
      x = sheet.margin;
      y += 22;
    }
    const double at = x;
    const auto lines = wrap_text(text, kWideType.legend, sheet.width - sheet.margin - at - 40, FontWeight::regular);
    const double last = svg.lines(at + 40, y, lines, {.size = kWideType.legend}, 16);
    x += needed + 32;
    if (last > y) x = sheet.width;
    const double sample = y - 4;
    y = last;
    return std::pair(at, sample);
  };
  if (is_targeted) {
    const auto [at, sample] = place(options.targeted_label);
    svg.line(at, sample, at + 30, sample, targeted_paint());
  }
  if (is_random) {
    const auto [at, sample] = place(options.random_label);
    svg.line(at, sample, at + 30, sample, random_paint());
    const auto [band, middle] = place(language.say("robustness.chart.band"));
    svg.rectangle(band, middle - 6, 30, 12, band_paint());
  }
  return y + 4;
}

}  // namespace

Picture draw_robustness_chart(const std::vector<RobustnessPanel>& panels, const RobustnessChartOptions& options,
                              const Language& language) {
  SvgWriter svg(options.palette);
  const auto sheet = sheet_of(options.sheet);
  const double head = draw_heading(svg, options.sheet, options.title, options.subtitle) + 16;
  const bool is_wide = options.sheet == SheetWidth::wide;
  constexpr double gap = 56;
  const double room = sheet.width - 2 * sheet.margin;
  const double width = is_wide && panels.size() > 1 ? (room - gap) / 2 : room;
  double bottom = head, x = sheet.margin, y = head;
  bool is_targeted = false, is_random = false;
  for (const auto& panel : panels) {
    const double end = draw_panel(svg, panel, x, y, width, language);
    bottom = std::max(bottom, end);
    is_targeted |= panel.targeted != nullptr;
    is_random |= panel.random != nullptr;
    if (is_wide)
      x += width + gap;
    else
      y = end + 24;
  }
  bottom = draw_legend(svg, options, is_targeted, is_random, language, bottom + 20);
  bottom = draw_notes(svg, options.sheet, options.notes, bottom + 10);
  SvgDocument document{.width = sheet.width, .height = bottom + 18, .title = options.title};
  document.description = options.subtitle;
  document.language = std::string(language.code());
  document.id = "robustness";
  document.command = options.command;
  document.version = options.version;
  document.data_hash = options.data_hash;
  return svg.finish(document);
}

}  // namespace maillage

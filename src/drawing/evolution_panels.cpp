// SPDX-License-Identifier: Apache-2.0
#include "drawing/evolution_panels.hpp"

#include <algorithm>
#include <cmath>

#include "drawing/year_scale.hpp"

namespace maillage {
namespace {

constexpr double kHeadingSize = 13.5, kLabelSize = 11.5, kYearSize = 12;
constexpr double kShortestYear = 34;  // px: a year narrower than that gets no month below it

// The least of 1, 2, 5, 10, … of which at most `most` fit in the value.
std::int64_t tick_of(std::int64_t value, std::int64_t most) {
  for (std::int64_t unit = 1;; unit *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      if (value / (unit * factor) <= most) return unit * factor;
    }
  }
}

void draw_ticks(const EvolutionSheet& sheet, std::int64_t largest, std::int64_t tick, double base, double unit, double direction) {
  for (std::int64_t value = tick; value <= largest; value += tick) {
    const double y = base - direction * static_cast<double>(value) * unit;
    sheet.svg.line(sheet.left(), y, sheet.right(), y, {.stroke = tokens::rule});
    sheet.svg.text(sheet.left() - 6, y + 4, sheet.language.number(value),
                   {.size = kLabelSize, .colour = tokens::soft, .anchor = Anchor::end});
  }
}

// The area below a figure of the slices, as steps. Slices thinner than a quarter of a pixel share one step: their largest.
std::string steps_path(const EvolutionSheet& sheet, std::int64_t BoundedCount::*reading, double base, double unit) {
  constexpr double thinnest = 0.25;
  std::string path = "M" + svg_number(sheet.left()) + " " + svg_number(base);
  double x = sheet.left();
  std::int64_t largest = 0;
  for (const auto& slice : sheet.evolution.slices) {
    largest = std::max(largest, slice.agreements.last.*reading);
    const double end = sheet.x(slice.to + 1.0);
    if (end - x < thinnest && slice.to != sheet.evolution.to) continue;
    const auto y = svg_number(base - static_cast<double>(largest) * unit);
    path += "L" + svg_number(x) + " " + y + "L" + svg_number(end) + " " + y;
    x = end;
    largest = 0;
  }
  return path + "L" + svg_number(x) + " " + svg_number(base) + "Z";
}

struct Column {
  BoundedCount count;
  double x, width;
};

// Agreements of which nobody knows when they begin or end may do so in every period: drawn, they would drown the rest.
bool are_drowned(const std::vector<Column>& columns) {
  std::int64_t certain = 0, possible = 0;
  for (const auto& column : columns) {
    certain = std::max(certain, column.count.certain);
    possible = std::max(possible, column.count.possible);
  }
  return possible > 3 * certain;
}

void draw_columns(const EvolutionSheet& sheet, const std::vector<Column>& columns, double base, double unit, ChartParts& parts) {
  for (const auto& [count, x, width] : columns) {
    const auto part = [&](std::int64_t from, std::int64_t to, const Paint& paint) {
      if (to <= from) return;
      const double a = base - static_cast<double>(to) * unit, b = base - static_cast<double>(from) * unit;
      sheet.svg.rectangle(x, std::min(a, b), width, std::abs(b - a), paint);
    };
    parts.certain |= count.certain > 0;
    parts.possible |= count.possible > count.certain;
    part(count.certain, count.possible, possible_paint());
    part(0, count.certain, certain_paint());
  }
}

std::vector<Column> columns_of(const EvolutionSheet& sheet, BoundedCount (*count)(const EvolutionPeriod&)) {
  constexpr double widest = 44;
  std::vector<Column> columns;
  for (const auto& period : sheet.evolution.periods) {
    const double from = sheet.x(period.from), to = sheet.x(period.to + 1.0);
    const double width = std::min(widest, std::max(0.5, (to - from) * 0.7));
    columns.push_back({count(period), (from + to - width) / 2, width});
  }
  return columns;
}

std::int64_t largest_of(const std::vector<Column>& columns) {
  std::int64_t largest = 0;
  for (const auto& column : columns) largest = std::max(largest, column.count.possible);
  return largest;
}

// The counts at the columns, where every one finds room.
void draw_counts(const EvolutionSheet& sheet, const std::vector<Column>& columns, double base, double unit, double below) {
  double widest = 0, closest = 1e9;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    widest = std::max(widest, text_width(bounds_in_figures({columns[i].count.certain, columns[i].count.possible}, sheet.language), kLabelSize));
    if (i > 0) closest = std::min(closest, columns[i].x - columns[i - 1].x);
  }
  if (widest + 4 > closest) return;
  for (const auto& column : columns) {
    if (column.count.possible == 0) continue;
    const double y = base - static_cast<double>(column.count.possible) * unit + (unit > 0 ? -5 : below);
    sheet.svg.text(column.x + column.width / 2, y, bounds_in_figures({column.count.certain, column.count.possible}, sheet.language),
                   {.size = kLabelSize, .anchor = Anchor::middle, .halo = 3});
  }
}

}  // namespace

double EvolutionSheet::x(double day) const {
  const double share = (day - evolution.from) / (static_cast<double>(evolution.to) + 1 - evolution.from);
  return left() + std::clamp(share, 0.0, 1.0) * (right() - left());
}

double draw_panel_heading(const EvolutionSheet& sheet, const std::string& text, double top) {
  const auto margin = sheet_of(sheet.width).margin;
  const auto lines = wrap_text(text, kHeadingSize, sheet_of(sheet.width).width - 2 * margin, FontWeight::bold);
  return sheet.svg.lines(margin, top + 16, lines, {.size = kHeadingSize, .weight = FontWeight::bold}, 17) + 10;
}

double draw_time_axis(const EvolutionSheet& sheet, double base) {
  sheet.svg.line(sheet.left(), base, sheet.right(), base, {.stroke = tokens::line});
  const double year_width = (sheet.right() - sheet.left()) * 365.25 / (static_cast<double>(sheet.evolution.to) + 1 - sheet.evolution.from);
  const double label = text_width("0000", kYearSize);
  const auto first = civil_of(sheet.evolution.from).year, last = civil_of(sheet.evolution.to).year;
  int step = 1;
  for (int unit = 1; step * year_width < label + 10; unit *= 10) {
    for (const int factor : {1, 2, 5}) {
      step = unit * factor;
      if (step * year_width >= label + 10) break;
    }
  }
  double end = -1e9;
  for (int year = first; year <= last; ++year) {
    if (year % step != 0) continue;
    // A year is named below its middle where it is wide, else below its beginning.
    const double from = sheet.x(first_day_of_year(year)), to = sheet.x(last_day_of_year(year) + 1.0);
    const double at = std::clamp(step == 1 && year_width > kShortestYear ? (from + to) / 2 : from, sheet.left() + label / 2, sheet.right() - label / 2);
    sheet.svg.line(from, base, from, base + 4, {.stroke = tokens::line});
    if (at - end < label + 4) continue;
    sheet.svg.text(at, base + 17, std::to_string(year), {.size = kYearSize, .colour = tokens::soft, .anchor = Anchor::middle});
    end = at;
  }
  return base + 24;
}

double draw_stock_panel(const EvolutionSheet& sheet, double top, ChartParts& parts) {
  const double height = sheet.width == SheetWidth::wide ? 190 : 130;
  const double ground = draw_panel_heading(sheet, sheet.language.say("evolution.chart.stock"), top) + 8, base = ground + height;
  std::int64_t largest = 1;
  bool has_doubt = false, has_certain = false;
  for (const auto& slice : sheet.evolution.slices) {
    const auto& count = slice.agreements.last;
    largest = std::max(largest, count.possible);
    has_doubt |= count.possible > count.certain;
    has_certain |= count.certain > 0;
  }
  parts.possible |= has_doubt;
  parts.certain |= has_certain;
  const double unit = height / static_cast<double>(largest);
  draw_ticks(sheet, largest, tick_of(largest, 4), base, unit, 1);
  auto pale = possible_paint(), solid = certain_paint();
  pale.stroke_width = 1;
  if (has_doubt) sheet.svg.path(steps_path(sheet, &BoundedCount::possible, base, unit), pale);
  if (has_certain) sheet.svg.path(steps_path(sheet, &BoundedCount::certain, base, unit), solid);
  return draw_time_axis(sheet, base);
}

double draw_flow_panel(const EvolutionSheet& sheet, double top, ChartParts& parts) {
  auto begun = columns_of(sheet, [](const EvolutionPeriod& p) {
    return BoundedCount{p.formed.certain + p.renewed.certain, p.formed.possible + p.renewed.possible};
  });
  auto lapsed = columns_of(sheet, [](const EvolutionPeriod& p) { return p.lapsed; });
  const bool is_certain_alone = are_drowned(begun) || are_drowned(lapsed);
  for (auto* columns : {&begun, &lapsed}) {
    for (auto& column : *columns) {
      if (is_certain_alone) column.count.possible = column.count.certain;
    }
  }
  const auto most_begun = std::max<std::int64_t>(largest_of(begun), 1), most_lapsed = largest_of(lapsed);
  const double height = sheet.width == SheetWidth::wide ? 170 : 130;
  const double unit = height / static_cast<double>(most_begun + most_lapsed);
  const double ground = draw_panel_heading(sheet, sheet.language.say(is_certain_alone ? "evolution.chart.flows_certain" : "evolution.chart.flows"), top) + 14;
  const double base = ground + static_cast<double>(most_begun) * unit, bottom = base + static_cast<double>(most_lapsed) * unit;
  const auto tick = tick_of(most_begun + most_lapsed, 6);
  draw_ticks(sheet, most_begun, tick, base, unit, 1);
  draw_ticks(sheet, most_lapsed, tick, base, unit, -1);
  draw_columns(sheet, begun, base, unit, parts);
  draw_columns(sheet, lapsed, base, -unit, parts);
  sheet.svg.line(sheet.left(), base, sheet.right(), base, {.stroke = tokens::ink});
  draw_counts(sheet, begun, base, unit, 0);
  draw_counts(sheet, lapsed, base, -unit, 14);
  constexpr double counts_below = 28;  // the deepest column has its figure under it
  return draw_time_axis(sheet, bottom + counts_below);
}

}  // namespace maillage

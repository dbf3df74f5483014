// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "drawing/chart_sheet.hpp"
#include "drawing/number_words.hpp"
#include "drawing/sheet_text.hpp"
#include "drawing/year_scale.hpp"

namespace maillage {
namespace {

constexpr double kNumberSize = 11.5, kYearSize = 12, kHeadingSize = 13.5;

struct Series {
  std::string_view key;
  ChartCount ChartYear::*count;
  double height;  // px of the tallest column, by its share of the sheet
};
constexpr std::array kSeries{Series{"chart.series.in_force", &ChartYear::in_force, 110},
                             Series{"chart.series.signed", &ChartYear::signed_, 64},
                             Series{"chart.series.ending", &ChartYear::ending, 64}};

/// The least of 1, 2, 5, 10, … of which at most `most` fit in the value.
std::int64_t tick_of(std::int64_t value, std::int64_t most) {
  for (std::int64_t unit = 1;; unit *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      if (value / (unit * factor) <= most) return unit * factor;
    }
  }
}

class YearsChart {
 public:
  YearsChart(SvgWriter& svg, const std::vector<ChartYear>& years, std::optional<Day> as_of, SheetWidth width,
             const Language& language)
      : svg_(svg), years_(years), language_(language), sheet_(sheet_of(width)),
        scale_{years.front().year, years.back().year, sheet_.margin, sheet_.width - sheet_.margin} {
    numbers_fit_ = scale_.year_width() >= widest_number() + 4;
    if (!numbers_fit_) scale_.left += 8 + text_width(language.number(largest_of_all()), kNumberSize);
    const double widest = std::min(width == SheetWidth::wide ? 180.0 : 90.0, scale_.year_width());
    scale_.right = scale_.left + widest * static_cast<double>(years.size());  // few years: no columns across the sheet
    if (as_of) line_ = scale_.x(*as_of);
  }

  double draw(double top) {
    double y = top;
    for (const auto& series : kSeries) y = draw_series(series, y);
    return y;
  }
  ChartParts parts() const { return parts_; }

 private:
  double widest_number() const {
    double widest = 0;
    for (const auto& series : kSeries) {
      for (const auto& year : years_) {
        widest = std::max(widest, text_width(bounds_in_figures(year.*series.count, language_), kNumberSize));
      }
    }
    return widest;
  }
  std::int64_t largest_of(const Series& series) const {
    std::int64_t largest = 1;
    for (const auto& year : years_) largest = std::max(largest, (year.*series.count).possible);
    return largest;
  }
  std::int64_t largest_of_all() const {
    std::int64_t largest = 1;
    for (const auto& series : kSeries) largest = std::max(largest, largest_of(series));
    return largest;
  }

  double draw_series(const Series& series, double top) {
    const auto heading = wrap_text(language_.say(series.key), kHeadingSize, sheet_.width - 2 * sheet_.margin, FontWeight::bold);
    const double heading_y = svg_.lines(sheet_.margin, top + 16, heading, {.size = kHeadingSize, .weight = FontWeight::bold}, 17);
    const double ground = heading_y + 8, base = heading_y + 26 + series.height;
    const double unit = series.height / static_cast<double>(largest_of(series));
    if (line_ > 0) svg_.rectangle(line_, ground, scale_.right - line_, base - ground, {.fill = tokens::wash});
    if (!numbers_fit_) draw_ticks(largest_of(series), base, unit);
    for (const auto& year : years_) draw_column(year, year.*series.count, base, unit);
    svg_.line(scale_.left, base, scale_.right, base, {.stroke = tokens::line});
    if (line_ > 0) svg_.line(line_, ground, line_, base, {.stroke = tokens::ink, .stroke_width = 1.6});
    if (numbers_fit_) draw_numbers(series, base, unit);
    draw_years(base + 16);
    return base + 26;
  }

  void draw_ticks(std::int64_t largest, double base, double unit) {
    const auto tick = tick_of(largest, 3);
    for (std::int64_t value = tick; value <= largest; value += tick) {
      const double y = base - static_cast<double>(value) * unit;
      svg_.line(scale_.left, y, scale_.right, y, {.stroke = tokens::rule});
      svg_.text(scale_.left - 6, y + 4, language_.number(value), {.size = kNumberSize, .colour = tokens::soft, .anchor = Anchor::end});
    }
  }

  void draw_numbers(const Series& series, double base, double unit) {
    for (const auto& year : years_) {
      const auto& count = year.*series.count;
      const double x = middle_of(year.year);
      svg_.text(x, base - static_cast<double>(count.possible) * unit - 6, bounds_in_figures(count, language_),
                {.size = kNumberSize, .anchor = Anchor::middle, .halo = 3,
                 .halo_colour = line_ > 0 && x > line_ ? tokens::wash : tokens::paper});
    }
  }

  void draw_years(double y) {
    const double label = text_width("0000", kYearSize);
    const int step = scale_.step(label + 8);
    for (const auto& year : years_) {
      if (year.year % step != 0) continue;
      const double x = std::clamp(middle_of(year.year), label / 2 + 2, sheet_.width - label / 2 - 2);
      svg_.text(x, y, std::to_string(year.year), {.size = kYearSize, .colour = tokens::soft, .anchor = Anchor::middle});
    }
  }

  void draw_column(const ChartYear& year, const ChartCount& count, double base, double unit) {
    parts_.certain |= count.certain > 0;
    parts_.possible |= count.possible > count.certain;
    const double width = std::min(scale_.year_width() * 0.7, 56.0), x = middle_of(year.year) - width / 2;
    const auto part = [&](std::int64_t from, std::int64_t to, const Paint& paint) {
      if (to > from) {
        svg_.rectangle(x, base - static_cast<double>(to) * unit, width, static_cast<double>(to - from) * unit, paint);
      }
    };
    part(count.certain, count.possible, possible_paint());
    part(0, count.certain, certain_paint());
  }

  double middle_of(int year) const { return scale_.x(first_day_of_year(year)) + scale_.year_width() / 2; }

  SvgWriter& svg_;
  const std::vector<ChartYear>& years_;
  const Language& language_;
  Sheet sheet_;
  YearScale scale_;
  bool numbers_fit_ = true;
  double line_ = 0;
  ChartParts parts_;
};

}  // namespace

std::string years_chart_title(const std::vector<ChartYear>& years, std::optional<Day> as_of, const Language& language) {
  if (years.empty()) return language.say("chart.title.no_years");
  const auto wanted = as_of ? civil_of(*as_of).year : years.back().year;
  const auto now = std::ranges::find(years, wanted, &ChartYear::year);
  const auto& year = now == years.end() ? years.back() : *now;
  const auto& count = year.in_force;
  auto title = count.certain == count.possible
                   ? language.say_count("chart.title.in_force", count.possible, {{"year", std::to_string(year.year)}})
                   : language.say_count("chart.title.in_force_bounds", count.possible,
                                        {{"year", std::to_string(year.year)}, {"certain", language.number(count.certain)}});
  const auto next = std::ranges::find_if(years, [&](const ChartYear& y) { return y.year >= wanted && y.ending.certain > 0; });
  if (next != years.end()) {
    title += language.say("timeline.title.separator") +
             language.say_count("chart.title.next_end", next->ending.certain, {{"year", std::to_string(next->year)}});
  }
  return with_capital(title);
}

Picture draw_years_chart(const std::vector<ChartYear>& years, std::optional<Day> as_of, const ChartOptions& options,
                         const Language& language) {
  SvgWriter svg(options.palette);
  ChartWords words;
  words.title = years_chart_title(years, as_of, language);
  if (!years.empty()) {
    words.subtitle = language.say("chart.years", {{"from", std::to_string(years.front().year)}, {"to", std::to_string(years.back().year)}});
  }
  if (as_of) {
    words.subtitle += (words.subtitle.empty() ? "" : " · ") + language.say("timeline.situation", {{"date", unbroken(language.date(*as_of))}});
  }
  words.description = words.subtitle;
  double y = options.with_heading ? draw_heading(svg, options.sheet, words.title, words.subtitle) : 0;
  if (years.empty()) return finish_chart(svg, {}, words, options, language, y);
  auto note = language.say("chart.note.bounds");
  if (as_of) note += ' ' + language.say("chart.note.line", {{"date", unbroken(language.date(*as_of))}});
  words.notes.push_back(std::move(note));
  YearsChart chart(svg, years, as_of, options.sheet, language);
  y = chart.draw(y + 12);
  return finish_chart(svg, chart.parts(), words, options, language, y);
}

}  // namespace maillage

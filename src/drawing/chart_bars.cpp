// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "drawing/chart_sheet.hpp"
#include "drawing/number_words.hpp"
#include "drawing/sheet_text.hpp"

namespace maillage {
namespace {

constexpr double kLabelSize = 12.5, kLabelLine = 15, kNumberSize = 12, kBar = 14;

class BarChart {
 public:
  BarChart(SvgWriter& svg, const std::vector<ChartBar>& bars, bool has_day, const ChartOptions& options,
           const Language& language)
      : svg_(svg), bars_(bars), language_(language), has_day_(has_day), sheet_(sheet_of(options.sheet)),
        is_wide_(options.sheet == SheetWidth::wide), shown_(std::min(bars.size(), options.most_bars)) {
    double labels = 0, numbers = 0;
    for (std::size_t i = 0; i < shown_; ++i) {
      largest_ = std::max(largest_, bars[i].signed_agreements);
      labels = std::max(labels, text_width(bars[i].label, kLabelSize));
      numbers = std::max(numbers, text_width(numbers_of(bars[i]), kNumberSize));
    }
    left_ = sheet_.margin + (is_wide_ ? std::clamp(labels + 16, 120.0, 420.0) : 0);
    const double beside = is_wide_ ? numbers + 12 : 2;  // on a telephone the numbers stand above the bar
    unit_ = std::max(20.0, sheet_.width - sheet_.margin - left_ - beside) / static_cast<double>(std::max<std::int64_t>(largest_, 1));
    unit_ = std::min(unit_, is_wide_ ? 100.0 : 60.0);  // one agreement is not a bar across the sheet
  }

  double draw(double top) {
    double y = top;
    for (std::size_t i = 0; i < shown_; ++i) y = is_wide_ ? draw_wide(bars_[i], y) : draw_narrow(bars_[i], y);
    return y;
  }
  ChartParts parts() const {
    ChartParts parts;
    for (std::size_t i = 0; i < shown_; ++i) {
      const auto& bar = bars_[i];
      parts.certain |= bar.in_force.certain > 0;
      parts.possible |= bar.in_force.possible > bar.in_force.certain;
      parts.signed_only |= bar.signed_agreements > bar.in_force.possible;
    }
    return parts;
  }
  std::size_t left_out() const { return bars_.size() - shown_; }

 private:
  std::string numbers_of(const ChartBar& bar) const {
    auto text = language_.number(bar.signed_agreements);
    if (has_day_ && bar.signed_agreements > 0) {
      text = language_.say("chart.of_them_in_force", {{"signed", text}, {"bounds", bounds_in_figures(bar.in_force, language_)}});
    }
    if (bar.announced > 0) text = language_.say_count("chart.and_announced", bar.announced, {{"signed", text}});
    return text;
  }

  void draw_bar(const ChartBar& bar, double middle) {
    const auto part = [&](std::int64_t from, std::int64_t to, const Paint& paint) {
      if (to <= from) return;
      const double begin = left_ + static_cast<double>(from) * unit_, end = left_ + static_cast<double>(to) * unit_;
      svg_.rectangle(begin + 0.5, middle - kBar / 2, end - begin - 0.5, kBar, paint);
    };
    const auto certain = std::min(bar.in_force.certain, bar.signed_agreements);
    const auto possible = std::clamp(bar.in_force.possible, certain, bar.signed_agreements);
    part(0, certain, certain_paint());
    part(certain, possible, possible_paint());
    part(possible, bar.signed_agreements, signed_only_paint());
  }

  double draw_wide(const ChartBar& bar, double top) {
    const auto lines = wrap_text(bar.label, kLabelSize, left_ - sheet_.margin - 12);
    const double height = std::max(28.0, static_cast<double>(lines.size()) * kLabelLine + 8), middle = top + height / 2;
    svg_.open_group(tooltip_of(bar));
    svg_.lines(sheet_.margin, middle + 4 - static_cast<double>(lines.size() - 1) * kLabelLine / 2, lines, {.size = kLabelSize}, kLabelLine);
    draw_bar(bar, middle);
    svg_.text(left_ + static_cast<double>(bar.signed_agreements) * unit_ + 8, middle + 4, numbers_of(bar), {.size = kNumberSize});
    svg_.close_group();
    return top + height;
  }

  double draw_narrow(const ChartBar& bar, double top) {
    svg_.open_group(tooltip_of(bar));
    const double room = sheet_.width - 2 * sheet_.margin;
    double y = svg_.lines(sheet_.margin, top + 13, wrap_text(bar.label, kLabelSize, room), {.size = kLabelSize}, kLabelLine);
    y = svg_.lines(sheet_.margin, y + kLabelLine, wrap_text(numbers_of(bar), kNumberSize, room),
                   {.size = kNumberSize, .colour = tokens::soft}, kLabelLine) + 6;
    draw_bar(bar, y + kBar / 2);
    svg_.close_group();
    return y + (bar.signed_agreements > 0 ? kBar : 0) + 10;
  }

  std::string tooltip_of(const ChartBar& bar) const {
    return language_.say("chart.tooltip", {{"label", bar.label}, {"signed", language_.number(bar.signed_agreements)},
                                           {"bounds", language_.certain_to_possible(bar.in_force.certain, bar.in_force.possible)}});
  }

  SvgWriter& svg_;
  const std::vector<ChartBar>& bars_;
  const Language& language_;
  bool has_day_;
  Sheet sheet_;
  bool is_wide_;
  std::size_t shown_;
  std::int64_t largest_ = 0;
  double left_ = 0, unit_ = 1;
};

}  // namespace

std::string bar_chart_title(ChartSubject subject, const std::vector<ChartBar>& bars, std::int64_t agreements,
                            const Language& language) {
  const auto code = std::string(code_name(subject));
  std::int64_t most = 0;
  for (const auto& bar : bars) most = std::max(most, bar.signed_agreements);
  if (most == 0) return language.say("chart.title.nothing");
  std::vector<std::string> leaders;
  for (const auto& bar : bars) {
    if (bar.signed_agreements == most) leaders.push_back(bar.label);
  }
  const auto total = language.number(agreements);
  constexpr std::size_t kMostNames = 2;
  if (leaders.size() > kMostNames) {
    return with_capital(language.say_count("chart.title.many_equal." + code, static_cast<std::int64_t>(leaders.size()),
                                           {{"most", language.number(most)}, {"total", total}}));
  }
  const auto* key = leaders.size() == 1 ? "chart.title.first." : "chart.title.equal.";
  return with_capital(language.say_count(key + code, most, {{"label", language.list(leaders)}, {"total", total}}));
}

Picture draw_bar_chart(ChartSubject subject, const std::vector<ChartBar>& bars, std::int64_t agreements,
                       std::optional<Day> as_of, const ChartOptions& options, const Language& language) {
  SvgWriter svg(options.palette);
  ChartWords words;
  words.title = bar_chart_title(subject, bars, agreements, language);
  words.subtitle = language.say_count("chart.count.signed", agreements);
  if (as_of) words.subtitle += " · " + language.say("timeline.situation", {{"date", unbroken(language.date(*as_of))}});
  words.description = words.subtitle;
  double y = options.with_heading ? draw_heading(svg, options.sheet, words.title, words.subtitle) : 0;
  BarChart chart(svg, bars, as_of.has_value(), options, language);
  y = chart.draw(y + 16);
  if (chart.left_out() > 0) words.notes.push_back(language.say_count("chart.left_out", static_cast<std::int64_t>(chart.left_out())));
  return finish_chart(svg, chart.parts(), words, options, language, y);
}

}  // namespace maillage

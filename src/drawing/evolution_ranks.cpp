// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "drawing/evolution_panels.hpp"

namespace maillage {
namespace {

constexpr double kNameSize = 12.5, kRankSize = 11, kPeriodSize = 11.5, kRadius = 10;

// Lines of ranks: each institution has a place of its own in each period, in the order of the ranks; the rank itself
// stands in the mark, so that equal ranks can be read.
class RankLines {
 public:
  explicit RankLines(const EvolutionSheet& sheet) : sheet_(sheet) {
    const std::size_t most = sheet.width == SheetWidth::wide ? 24 : 6;
    const auto count = sheet.evolution.periods.size();
    first_ = count > most ? count - most : 0;
    columns_ = count - first_;
    row_height_ = 28;
    place();
  }

  double draw(double top) {
    const auto& measure = sheet_.evolution.institutions.front().measures.front().measure;
    top_ = draw_panel_heading(sheet_, sheet_.language.say("evolution.chart.ranks", {{"measure", sheet_.language.label("measure", measure)}}), top) + 6;
    measure_names();
    for (std::size_t i = 0; i < institutions(); ++i) draw_line(i);
    for (std::size_t i = 0; i < institutions(); ++i) draw_marks(i);
    const double base = top_ + row_height_ * static_cast<double>(rows_);
    draw_periods(base);
    return base + 22;
  }

 private:
  std::size_t institutions() const { return sheet_.evolution.institutions.size(); }
  std::uint32_t rank(std::size_t institution, std::size_t column) const {
    return sheet_.evolution.institutions[institution].measures.front().ranks[first_ + column];
  }
  std::string name(std::size_t institution) const {
    return std::string(sheet_.data.label_of_institution(sheet_.evolution.institutions[institution].row));
  }

  // Those who stand there, by rank; equal ones as they stood in the period before, so that lines do not cross for nothing.
  void place() {
    place_.assign(institutions(), std::vector<int>(columns_, -1));
    std::vector<std::size_t> order(institutions());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t column = 0; column < columns_; ++column) {
      std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank(i, column) == 0 ? ~0U : rank(i, column); });
      int row = 0;
      for (const auto i : order) {
        if (rank(i, column) > 0) place_[i][column] = row++;
      }
      rows_ = std::max(rows_, static_cast<std::size_t>(row));
    }
    rows_ = std::max<std::size_t>(rows_, 1);
  }

  // Names stand at the right end, at the last place of each line; lines that end before have theirs at their end.
  void measure_names() {
    double widest = 0;
    const double room = (sheet_.right() - sheet_.left()) * (sheet_.width == SheetWidth::wide ? 0.3 : 0.45);
    for (std::size_t i = 0; i < institutions(); ++i) widest = std::max(widest, text_width(name(i), kNameSize));
    names_width_ = std::min(widest + 2 * kRadius, room);
  }
  double x(std::size_t column) const {
    const double right = sheet_.right() - names_width_ - kRadius, left = sheet_.left() + kRadius;
    return columns_ < 2 ? left : left + (right - left) * static_cast<double>(column) / static_cast<double>(columns_ - 1);
  }
  double y(int place) const { return top_ + row_height_ * (place + 0.5); }

  // Colours come again from the ninth line on: then it is dashed.
  static std::string_view dashes_of(std::size_t i) { return i < kCommunityColours ? "" : "6 5"; }

  void draw_line(std::size_t i) {
    for (std::size_t column = 1; column < columns_; ++column) {
      if (place_[i][column] < 0 || place_[i][column - 1] < 0) continue;
      const double x1 = x(column - 1), x2 = x(column), y1 = y(place_[i][column - 1]), y2 = y(place_[i][column]);
      const double middle = (x1 + x2) / 2;
      sheet_.svg.path("M" + svg_number(x1) + " " + svg_number(y1) + "C" + svg_number(middle) + " " + svg_number(y1) + " " + svg_number(middle) +
                          " " + svg_number(y2) + " " + svg_number(x2) + " " + svg_number(y2),
                      {.stroke = colour_of_community(i), .stroke_width = 2.5, .dashes = dashes_of(i), .round_caps = true});
    }
  }
  void draw_marks(std::size_t i) {
    int last = -1;
    for (std::size_t column = 0; column < columns_; ++column) {
      if (place_[i][column] >= 0) last = static_cast<int>(column);
    }
    sheet_.svg.open_group(name(i));
    for (std::size_t column = 0; column < columns_; ++column) {
      if (place_[i][column] < 0) continue;
      const auto text = sheet_.language.number(std::int64_t{rank(i, column)});
      const double width = std::max(2 * kRadius, text_width(text, kRankSize) + 8);
      sheet_.svg.rectangle(x(column) - width / 2, y(place_[i][column]) - kRadius, width, 2 * kRadius,
                           {.fill = tokens::paper, .stroke = colour_of_community(i), .stroke_width = 2, .corner = kRadius});
      sheet_.svg.text(x(column), y(place_[i][column]) + 3.8, text,
                      {.size = kRankSize, .anchor = Anchor::middle});
    }
    if (last >= 0) draw_name(i, static_cast<std::size_t>(last));
    sheet_.svg.close_group();
  }
  void draw_name(std::size_t i, std::size_t column) {
    const bool is_last = column + 1 == columns_;
    const double at = x(column) + kRadius + 6;
    const double room = is_last ? sheet_.right() - at : std::max(60.0, sheet_.right() - at);
    const auto lines = wrap_text(name(i), kNameSize, room);
    const double first = y(place_[i][column]) + 4.4 - 7.0 * static_cast<double>(lines.size() - 1);
    sheet_.svg.lines(at, first, lines, {.size = kNameSize, .halo = is_last ? 0.0 : 3.0}, 14);
  }

  // The last period always; of the others those that leave it room.
  void draw_periods(double base) {
    double begin = 1e9;
    for (auto column = columns_; column-- > 0;) {
      const auto text = period_label(sheet_.evolution.periods[first_ + column]);
      const double width = text_width(text, kPeriodSize), margin = sheet_of(sheet_.width).margin;
      const double at = std::clamp(x(column), margin + width / 2, sheet_.right() - width / 2);
      if (at + width / 2 > begin - 6) continue;
      sheet_.svg.text(at, base + 15, text, {.size = kPeriodSize, .colour = tokens::soft, .anchor = Anchor::middle});
      begin = at - width / 2;
    }
  }
  // The year where the period is one, or all of one that was asked for; else its last day.
  std::string period_label(const EvolutionPeriod& period) const {
    constexpr std::int64_t half_a_year = 184;
    const auto from = civil_of(period.from), to = civil_of(period.to);
    const bool ends_with_year = to.month == 12 && to.day == 31, begins_with_year = from.month == 1 && from.day == 1;
    if (from.year == to.year && ends_with_year && (begins_with_year || period.days() > half_a_year)) return std::to_string(to.year);
    return sheet_.language.short_date(period.to);
  }

  const EvolutionSheet& sheet_;
  std::size_t first_ = 0, columns_ = 0, rows_ = 0;
  double row_height_ = 28, top_ = 0, names_width_ = 0;
  std::vector<std::vector<int>> place_;  // by institution and column; -1: not there
};

}  // namespace

double draw_ranks_panel(const EvolutionSheet& sheet, double top) { return RankLines(sheet).draw(top); }

}  // namespace maillage

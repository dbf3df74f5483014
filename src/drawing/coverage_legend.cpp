// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "drawing/coverage_marks.hpp"

namespace maillage {
namespace {

constexpr double kMark = 10, kText = 32, kRow = 24;

std::int64_t count_of(std::uint64_t count) { return static_cast<std::int64_t>(count); }

// 1, 2 or 5 times a power of ten, not above.
std::uint64_t round_number(double value) {
  double power = 1;
  while (power * 10 <= value) power *= 10;
  for (const double digit : {5.0, 2.0}) {
    if (digit * power <= value) return static_cast<std::uint64_t>(digit * power);
  }
  return static_cast<std::uint64_t>(power);
}

CoveredTerritory example(CoverageStatus status) {
  CoveredTerritory row;
  row.status = status;
  const bool whole = status == CoverageStatus::certain || status == CoverageStatus::possible;
  row.share_certain = status == CoverageStatus::certain ? 1 : status == CoverageStatus::partial_certain ? 0.4 : 0;
  row.share_possible = whole ? 1 : status == CoverageStatus::partial_possible ? 0.4 : *row.share_certain;
  return row;
}

class Legend {
 public:
  Legend(SvgWriter& svg, const CoverageMapInput& input, const CoverageLegend& legend, const CoverageScale& scale,
         const Language& language)
      : svg_(svg), input_(input), legend_(legend), scale_(scale), language_(language), y_(legend.top) {}

  double draw() {
    statuses();
    sizes();
    places();
    return y_;
  }

 private:
  std::string number(std::uint64_t count) const { return language_.number(count_of(count)); }

  void heading(const char* key) {
    y_ = svg_.lines(legend_.x, y_ + 16, wrap_text(language_.say(key), 12, legend_.width, FontWeight::bold),
                    {.size = 12, .colour = tokens::soft, .weight = FontWeight::bold}, 16) + 4;
  }
  double paragraph(double x, double base, const std::string& text, const Colour& colour = tokens::ink) {
    return svg_.lines(x, base, wrap_text(text, 12, legend_.x + legend_.width - x), {.size = 12, .colour = colour}, 16);
  }

  // Those that occur; “certain” and “no record” always: that there is none of them is worth knowing.
  void statuses() {
    heading("coverage.map.status");
    const auto& totals = input_.coverage->totals;
    for (std::size_t i = kCoverageStatusCodes.size(); i-- > 0;) {
      const auto status = static_cast<CoverageStatus>(i);
      const bool is_told = status == CoverageStatus::certain || status == CoverageStatus::no_record;
      if (totals.territories[i] == 0 && !is_told) continue;
      draw_coverage_mark(svg_, example(status), {legend_.x + kMark + 2, y_ + kRow / 2}, kMark - 1);
      const auto label = language_.label("coverage.status", kCoverageStatusCodes[i]);
      const auto text = totals.territories[i] == 0
                            ? language_.say("coverage.map.none", {{"status", label}})
                            : language_.say_count("coverage.map.entry", count_of(totals.territories[i]),
                                                  {{"status", label}, {"people", number(totals.population[i])}});
      y_ = std::max(y_ + kRow, paragraph(legend_.x + kText, y_ + kRow / 2 + 4, text) + 8);
    }
  }

  void sizes() {
    std::uint64_t most = 0;
    for (const auto& row : input_.coverage->territories) most = std::max(most, row.population.value_or(0));
    if (most < 10) return;
    y_ += 8;
    heading("coverage.map.size");
    std::uint64_t last = 0;
    for (const double part : {0.5, 0.1, 0.01}) {
      const auto people = round_number(static_cast<double>(most) * part);
      if (people == 0 || people == last) continue;
      last = people;
      const double radius = scale_.radius(people);
      const double row = std::max(2 * radius + 4, 20.0);
      svg_.circle(legend_.x + column() / 2, y_ + row / 2, radius, {.stroke = tokens::line, .stroke_width = 1.2});
      paragraph(legend_.x + column() + 8, y_ + row / 2 + 4, language_.say("coverage.map.people", {{"people", number(people)}}));
      y_ += row;
    }
  }
  // Wide enough for the largest disc of the three.
  double column() const {
    std::uint64_t most = 0;
    for (const auto& row : input_.coverage->territories) most = std::max(most, row.population.value_or(0));
    return std::max(2 * scale_.radius(round_number(static_cast<double>(most) * 0.5)), 2 * kMark);
  }

  void places() {
    y_ += 8;
    heading("coverage.map.place");
    const auto add = [&](const std::string& text) { y_ = paragraph(legend_.x, y_ + 13, text) + 6; };
    std::size_t derived = 0;
    for (const auto& row : input_.coverage->territories) derived += row.position_is_derived;
    if (derived > 0) add(language_.say("coverage.map.derived"));
    if (legend_.has_ground) add(language_.say("coverage.map.ground"));
    if (legend_.unnamed > 0) add(language_.say_count("coverage.map.unnamed", count_of(legend_.unnamed)));
    if (legend_.unplaced.empty()) return;
    constexpr std::size_t most = 12;
    std::vector<std::string> names;
    std::uint64_t people = 0;
    for (const auto i : legend_.unplaced) {
      const auto& row = input_.coverage->territories[i];
      people += row.population.value_or(0);
      if (names.size() < most) names.push_back(language_.say("coverage.map.unplaced.name",
          {{"name", std::string(input_.data->territories[row.territory].name)},
           {"status", language_.label("coverage.status", coverage_code(row.status))}}));
    }
    auto text = language_.say_count("coverage.map.unplaced", count_of(legend_.unplaced.size()), {{"people", number(people)}});
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : language_.say("coverage.separator")) + name;
    if (legend_.unplaced.size() > most) list += language_.say("coverage.separator") + language_.say_count("coverage.map.unplaced.more", count_of(legend_.unplaced.size() - most));
    add(text);
    y_ = paragraph(legend_.x, y_ + 10, list, tokens::soft) + 4;
  }

  SvgWriter& svg_;
  const CoverageMapInput& input_;
  const CoverageLegend& legend_;
  const CoverageScale& scale_;
  const Language& language_;
  double y_;
};

}  // namespace

double draw_coverage_legend(SvgWriter& svg, const CoverageMapInput& input, const CoverageLegend& legend,
                            const CoverageScale& scale, const Language& language) {
  return Legend(svg, input, legend, scale, language).draw();
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/coverage_marks.hpp"

#include <array>

namespace maillage {
namespace {

constexpr double kPale = 0.22;

Paint outline(CoverageStatus status) {
  switch (status) {
    case CoverageStatus::certain:
    case CoverageStatus::possible: return {.stroke = tokens::accent, .stroke_width = 1.6};
    case CoverageStatus::announced: return {.fill = tokens::paper, .stroke = tokens::accent, .stroke_width = 1.5, .dashes = "5 4"};
    case CoverageStatus::not_started: return {.fill = tokens::wash, .stroke = tokens::accent, .stroke_width = 1.5, .dashes = "1.5 3.5", .round_caps = true};
    case CoverageStatus::ended: return {.fill = tokens::line, .stroke = tokens::line, .stroke_width = 1.2, .fill_opacity = 0.45};
    default: return {.fill = tokens::paper, .stroke = tokens::line, .stroke_width = 1.2};
  }
}

}  // namespace

double CoverageScale::radius(const std::optional<std::uint64_t>& people) const {
  return people ? std::max(least, per_root * std::sqrt(static_cast<double>(*people))) : least;
}

void draw_coverage_mark(SvgWriter& svg, const CoveredTerritory& row, Point at, double radius) {
  const auto line = outline(row.status);
  const bool is_whole = row.status == CoverageStatus::certain || row.status == CoverageStatus::possible;
  svg.circle(at.x, at.y, radius, is_whole ? Paint{.fill = tokens::paper} : line);
  // A part of unknown size is drawn as a third: seen, and neither nothing nor all.
  const bool has_part = row.status == CoverageStatus::partial_certain || row.status == CoverageStatus::partial_possible;
  const auto part = [&](const std::optional<double>& share, bool is_there) { return share ? *share : is_there ? 1.0 / 3 : 0; };
  const double certain = part(row.share_certain, row.status == CoverageStatus::partial_certain);
  const double possible = part(row.share_possible, has_part);
  if (possible > certain || row.status == CoverageStatus::possible) {
    svg.circle(at.x, at.y, radius * std::sqrt(possible),
               {.fill = tokens::accent, .stroke = tokens::accent, .stroke_width = 1.6, .fill_opacity = kPale});
  }
  if (certain > 0) svg.circle(at.x, at.y, radius * std::sqrt(certain), {.fill = tokens::accent});
}

std::string short_territory_name(std::string_view name, TerritoryLevel level) {
  if (level != TerritoryLevel::epci) return std::string(name);
  static constexpr std::array<std::string_view, 3> kinds{"CA ", "CC ", "CU "};
  static constexpr std::array<std::string_view, 8> links{"de la ", "de l’", "du ", "des ", "de ", "d’", "de l'", "d'"};
  for (const auto kind : kinds) {
    if (!name.starts_with(kind)) continue;
    name.remove_prefix(kind.size());
    for (const auto link : links) {
      if (!name.starts_with(link)) continue;
      name.remove_prefix(link.size());
      break;
    }
    break;
  }
  return std::string(name);
}

}  // namespace maillage

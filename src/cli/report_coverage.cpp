// SPDX-License-Identifier: Apache-2.0
#include "cli/report_coverage.hpp"

#include <algorithm>
#include <array>

#include "cli/coverage_picture.hpp"

namespace maillage {
namespace {

// The type that most often names communes or groups of communes; the first of equals.
std::optional<AgreementType> type_by_territory(const DataSet& data, const ViewOptions& view) {
  std::array<std::size_t, code_names<AgreementType>.size()> counts{};
  for (Index a = 0; a < data.agreements.size(); ++a) {
    const auto names_one = std::ranges::any_of(data.agreements.territories[a], [&](Index row) {
      const auto level = data.territories[row].level;
      return level == TerritoryLevel::epci || level == TerritoryLevel::commune;
    });
    const auto type = data.agreements.type[a];
    const bool is_wanted = view.types.empty() || std::ranges::find(view.types, type) != view.types.end();
    if (names_one && is_wanted) ++counts[static_cast<std::size_t>(type)];
  }
  const auto most = std::ranges::max_element(counts);
  if (*most < kLeastOfType) return std::nullopt;
  return static_cast<AgreementType>(most - counts.begin());
}

CoverageOptions options_for(const ReportCoverage& areas, const ViewOptions& view) {
  CoverageOptions options{areas.level, view};
  options.view.types = {areas.type};
  return options;
}

}  // namespace

std::optional<ReportCoverage> report_coverage(const Session& session, const ViewOptions& view) {
  const auto& data = session.data();
  const auto levels = levels_to_cover(data, kLeastTerritories);
  const auto has = [&](TerritoryLevel level) { return std::ranges::find(levels, level) != levels.end(); };
  const auto type = type_by_territory(data, view);
  if (!type || (!has(TerritoryLevel::epci) && !has(TerritoryLevel::commune))) return std::nullopt;
  ReportCoverage areas;
  areas.type = *type;
  areas.level = has(TerritoryLevel::epci) ? TerritoryLevel::epci : TerritoryLevel::commune;
  const auto options = options_for(areas, view);
  areas.coverage = coverage_of(data, options);
  if (areas.coverage.territories.empty()) return std::nullopt;
  areas.settings = coverage_settings(data, options, session.language);
  return areas;
}

ReportFigure coverage_figure(const Session& session, const ReportCoverage& areas, const ViewOptions& view) {
  const auto input = coverage_map_input(session, areas.coverage, options_for(areas, view));
  CoverageMapOptions wide{.drawing_id = "coverage-wide"};
  CoverageMapOptions narrow{.sheet = SheetWidth::narrow, .drawing_id = "coverage-narrow"};
  return {"coverage", draw_coverage_map(input, wide, session.language).svg,
          draw_coverage_map(input, narrow, session.language).svg};
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/language.hpp"
#include "network/network_view.hpp"
#include "report/wording.hpp"
#include "results/coverage.hpp"
#include "results/hub_reasons.hpp"
#include "results/rank_doubts.hpp"
#include "results/results.hpp"

namespace maillage {

/// A drawing for a report: SVG text in two widths, in the language of the report.
///
/// A report asks for `map` (the network on the day), `timeline` (agreements as bars) and `years` (agreements in force,
/// signed and ending each year); what is missing is left out. Links inside lead to `#agreement-ID`, `#institution-ID`
/// or `#source-ID`; the report turns them into addresses that exist. Ids differ between all drawings.
struct ReportFigure {
  std::string name;
  std::string wide;    ///< for 1280 px and for print
  std::string narrow;  ///< for 390 px; may be empty
};

/// Where there is no record of a type of agreement, for a report.
struct ReportCoverage {
  AgreementType type = AgreementType::other;
  TerritoryLevel level = TerritoryLevel::epci;
  Coverage coverage{};
  std::string settings{};  ///< date, level, filters, in words
};

/// Everything a report is made from; nothing in it is counted or drawn elsewhere than in the rooms that own it.
struct ReportInput {
  const DataSet& data;
  const NetworkView& view;           ///< signed agreements, cumulated
  std::optional<Day> as_of;          ///< the day the report speaks of; none where the data state no date
  std::vector<Index> announced{};    ///< announced agreements that pass the same filters, ascending
  HubRanking hubs{};
  RankDoubts doubts{};               ///< of hubs
  std::optional<RankTrust> trust{};  ///< of hubs; without it the report is silent about how far the ranking holds
  Scores partners{}, betweenness{};  ///< by vertex of the view
  std::vector<HubReasons> reasons{}; ///< in the order of hubs.hubs
  Structure structure{};
  std::optional<Partition> partition{};
  bool map_shows_communities = false;  ///< the map is drawn by this partition, its communities named in this order
  int ending_within_months = 24;
  std::optional<ReportCoverage> blank_areas{};  ///< its map is the figure `coverage`
  std::vector<ReportFigure> figures{};
  std::string figure_styles{};          ///< CSS rules that re-theme the drawings
  std::vector<std::string> settings{};  ///< sentences in the language: view, weights, dates, filters
  std::string command{}, version{}, data_hash{};
  std::size_t warnings = 0, acknowledged_warnings = 0;  ///< of the check
  std::optional<Wording> wording{};  ///< an office's own words and logo
};

/// Path inside the report's folder and bytes.
using ReportFiles = std::vector<std::pair<std::string, std::string>>;

/// A report in one language: `index.html`, `report.md`, `figures/*.svg`, `tables/*.csv` (every table of the report and
/// the lists) and `institutions/*.html` (a fact sheet for each party to an agreement), in this order; long lists of
/// agreements and institutions stand in `agreements.html` and `institutions.html` behind `report.md`.
///
/// Every number is counted from the input; every sentence is a message of the catalogue. Communities are told from
/// kCommunitiesFrom institutions on. Same input, same bytes.
/// Cost: O(agreements × years) and the size of the output.
ReportFiles make_report(const ReportInput& input, const Language& language);

/// Below this number of institutions a partition says little: the report gives a sentence in its place.
inline constexpr std::size_t kCommunitiesFrom = 30;

}  // namespace maillage

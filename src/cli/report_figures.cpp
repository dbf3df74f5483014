// SPDX-License-Identifier: Apache-2.0
#include "cli/report_figures.hpp"

#include "cli/version.hpp"
#include "cli/view_arguments.hpp"
#include "drawing/chart.hpp"
#include "report/year_counts.hpp"

namespace maillage {
namespace {

constexpr double kPhoneWidth = 390;

// A report leads links of drawings to its own anchors.
std::string institution_anchor(const DataSet& data, Index row) {
  return "#institution-" + std::string(data.institutions.id[row]);
}
std::string agreement_anchor(const DataSet& data, Index row) {
  return "#agreement-" + std::string(data.agreements.id[row]);
}

std::map<std::string, std::string> anchors(const DataSet& data) {
  std::map<std::string, std::string> links;
  for (Index row = 0; row < data.institutions.size(); ++row) {
    links[std::string(data.institutions.id[row])] = institution_anchor(data, row);
  }
  for (Index row = 0; row < data.agreements.size(); ++row) {
    links[std::string(data.agreements.id[row])] = agreement_anchor(data, row);
  }
  return links;
}

}  // namespace

ReportFigure drawn_map(const Session& session, const MapMaterial& material, const MapOptions& options,
                       std::optional<MapPeriod> period) {
  auto input = material.input(session);
  input.period = std::move(period);
  input.links = anchors(*material.view.data);
  auto wide = options;
  wide.drawing_id = "map-wide";
  auto narrow = options;
  narrow.drawing_id = "map-narrow";
  narrow.width = kPhoneWidth;
  narrow.is_narrow = true;
  return {"map", draw_map(input, wide, session.language).svg, draw_map(input, narrow, session.language).svg};
}

ReportFigure drawn_timeline(const Session& session, const TimelineInput& input) {
  const auto& data = *input.data;
  TimelineOptions wide;
  wide.link = [&data](Index a) { return agreement_anchor(data, a); };
  auto narrow = wide;
  wide.drawing_id = "timeline-wide";
  narrow.drawing_id = "timeline-narrow";
  narrow.sheet = SheetWidth::narrow;
  return {"timeline", draw_timeline(input, wide, session.language).svg,
          draw_timeline(input, narrow, session.language).svg};
}

namespace {

ChartCount counted(const YearCounts::Set& set) {
  return {static_cast<std::int64_t>(set.certain.size()), static_cast<std::int64_t>(set.possible.size())};
}

}  // namespace

ReportFigure drawn_years(const Session& session, const NetworkView& view, const std::vector<Index>& agreements) {
  std::vector<ChartYear> years;
  for (const auto& counts : count_by_year(*view.data, agreements, view.selection.reference_day)) {
    years.push_back({counts.year, counted(counts.in_force), counted(counts.signed_), counted(counts.ending)});
  }
  ChartOptions wide;
  wide.command = session.command;
  wide.version = kVersion;
  wide.data_hash = view.data->content_hash;
  wide.notes = {settings_sentence(view, session.language)};
  auto narrow = wide;
  wide.drawing_id = "years-wide";
  narrow.drawing_id = "years-narrow";
  narrow.sheet = SheetWidth::narrow;
  const auto day = view.selection.reference_day;
  return {"years", draw_years_chart(years, day, wide, session.language).svg,
          draw_years_chart(years, day, narrow, session.language).svg};
}

std::vector<ReportFigure> report_figures(Session& session, const MapMaterial& material) {
  return session.timings.phase("layout", [&] {
    std::vector<Index> agreements;
    for (const auto& item : material.view.selection.items) agreements.push_back(item.agreement);
    std::vector<ReportFigure> figures{drawn_map(session, material, {})};
    if (!material.view.selection.reference_day) return figures;  // without a date nothing stands on an axis of years
    figures.push_back(drawn_timeline(session, timeline_input(session, material.view.options, material.hubs, material.view)));
    figures.push_back(drawn_years(session, material.view, agreements));
    return figures;
  });
}

}  // namespace maillage

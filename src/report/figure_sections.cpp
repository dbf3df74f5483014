// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/sections.hpp"

namespace maillage {
namespace {

// The drawing says its finding, its date and its sources itself; the page only names it.
std::optional<Section> figure_section(const ReportContext& c, const std::string& name, std::string_view heading) {
  const auto figure = std::ranges::find(c.input.figures, name, &ReportFigure::name);
  if (figure == c.input.figures.end()) return std::nullopt;
  Section section{name, plain(c.say(heading)), 2, {}, true};
  section.blocks.push_back({FigureBlock{figure->name, figure->wide, figure->narrow, {}}});
  return section;
}

}  // namespace

std::optional<Section> map_section(const ReportContext& c) { return figure_section(c, "map", "report.section.map"); }

std::optional<Section> timeline_section(const ReportContext& c) {
  if (!c.input.as_of && !c.signed_agreements.empty()) {
    return Section{"timeline", plain(c.say("report.section.timeline")), 2,
                   {{Paragraph{plain(c.say("evolution.no_dates"))}}}};
  }
  return figure_section(c, "timeline", "report.section.timeline");
}

}  // namespace maillage

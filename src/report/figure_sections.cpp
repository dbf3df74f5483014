// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/findings.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

const ReportFigure* find_figure(const ReportContext& c, std::string_view name) {
  const auto found = std::ranges::find(c.input.figures, name, &ReportFigure::name);
  return found == c.input.figures.end() ? nullptr : &*found;
}

FigureBlock figure_block(const ReportFigure& figure, Line caption) {
  return {figure.name, figure.wide, figure.narrow, std::move(caption)};
}

std::string map_heading(const ReportContext& c) {
  const auto& components = c.input.structure.components;
  const auto leaders = leaders_of(c);
  if (components.empty() || components.front().size() < 2) return c.say("report.section.map");
  if (leaders.institutions.empty()) return c.say_count("report.map.connected", components.front().size());
  return with_capital(c.say_count("report.map.around", leaders.institutions.size(),
                                  {{"institutions", leaders_in_words(c, leaders)},
                                   {"words", c.in_words(components.front().size())}}));
}

}  // namespace

std::optional<Section> map_section(const ReportContext& c) {
  const auto* figure = find_figure(c, "map");
  if (figure == nullptr) return std::nullopt;
  Section section{"map", plain(map_heading(c)), 2, {}, true};
  section.blocks.push_back({Paragraph{plain(c.say("report.map.reading")), true}});
  section.blocks.push_back({figure_block(*figure, {})});
  return section;
}

std::optional<Section> timeline_section(const ReportContext& c) {
  const auto* figure = find_figure(c, "timeline");
  if (figure == nullptr) return std::nullopt;
  const auto unknown = unknown_ends(c).size();
  std::size_t open = 0;
  for (const auto& facts : c.signed_agreements) open += facts.validity.end_rule == EndRule::open ? 1 : 0;
  const auto known = c.signed_agreements.size() - unknown - open;
  std::vector<std::string> parts{c.say_in_words("report.timeline.known", known)};
  if (open > 0) parts.push_back(c.say_in_words("report.timeline.open", open));
  if (unknown > 0) parts.push_back(c.say_in_words("report.timeline.unknown", unknown));
  Section section{"timeline", plain(with_capital(c.say("report.timeline.heading", {{"ends", c.language.list(parts)}}))), 2, {}, true};
  if (c.input.as_of) {
    section.blocks.push_back(
        {Paragraph{plain(c.say("report.timeline.reading", {{"date", c.language.date(*c.input.as_of)}})), true}});
  }
  section.blocks.push_back({figure_block(*figure, plain(c.say("report.timeline.caption")))});
  return section;
}

}  // namespace maillage

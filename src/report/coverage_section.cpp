// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/coverage_table.hpp"
#include "report/sections.hpp"

namespace maillage {

std::optional<Section> coverage_section(const ReportContext& c) {
  if (!c.input.blank_areas) return std::nullopt;
  const auto& areas = *c.input.blank_areas;
  const auto subject = c.language.label("type", code_name(areas.type));
  Section section{"coverage", plain(c.say("report.section.coverage", {{"subject", subject}})), 2, {}};
  for (const auto& sentence : coverage_sentences(c.data, areas.coverage, areas.level, c.language)) {
    section.blocks.push_back({Paragraph{plain(sentence)}});
  }
  const auto figure = std::ranges::find(c.input.figures, "coverage", &ReportFigure::name);
  if (figure != c.input.figures.end()) {
    section.blocks.push_back({FigureBlock{figure->name, figure->wide, figure->narrow, {}}});
  }
  TableBlock block;
  block.table = coverage_table(c.data, areas.coverage, coverage_order(c.data, areas.coverage), c.language);
  block.table.notes.push_back(areas.settings);
  const auto read = coverage_columns_for_reading();
  for (const auto& column : block.table.columns) {
    if (std::ranges::find(read, column.key) == read.end()) block.for_machines.push_back(column.key);
  }
  shorten(c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

}  // namespace maillage

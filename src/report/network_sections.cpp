// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "report/findings.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

constexpr std::size_t kHubsInPage = 30;

std::size_t column_of(const Table& table, std::string_view key) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].key == key) return c;
  }
  return 0;
}

void dress_hub(const ReportContext& c, TableBlock& block, std::size_t place, double most) {
  const auto& hub = c.input.hubs.hubs[place];
  const auto agreements = c.view.agreements_of_node(hub.vertex);
  const auto& table = block.table;
  auto& name = block.at(place, column_of(table, "name"));
  name.target = c.target_of_vertex(hub.vertex);
  auto& count = block.at(place, column_of(table, "agreements"));
  c.unfold(count, agreements);
  if (count.list.empty()) count.target = c.target_of_vertex(hub.vertex);  // its sheet lists them
  const auto in_force = partnerships_in_force(c.view, hub.vertex, c.input.as_of);
  count.bar_possible = most > 0 ? static_cast<double>(in_force.possible) / most : 0;
  count.bar_certain = most > 0 ? static_cast<double>(in_force.certain) / most : 0;
  if (place >= c.input.reasons.size()) return;
  Line why;
  for (const auto& sentence : hub_reason_sentences(c.view, c.input.reasons[place], c.language)) {
    append(why, plain(sentence));
  }
  append(why, c.citations_of_agreements(c.input.reasons[place].agreements));
  auto& reason = block.at(place, column_of(table, "why"));
  reason.after = std::move(why);
  reason.is_only_after = true;
}

// The count says how many are certain: `6 (1 certain, 6 possibles)` would say it thrice.
void word_hub(const ReportContext& c, TableBlock& block, std::size_t place) {
  const auto& hub = c.input.hubs.hubs[place];
  const auto in_force = partnerships_in_force(c.view, hub.vertex, c.input.as_of);
  auto& name = block.table.rows[place][column_of(block.table, "name")];
  name.shown = c.say("report.hubs.ranked_name", {{"rank", rank_in_words(c.input.hubs, place, c.language)},
                                                 {"name", std::string(c.view.label(hub.vertex))}});
  auto& cell = block.table.rows[place][column_of(block.table, "agreements")];
  cell.shown = c.say_count("report.hubs.agreements", c.view.agreements_of_node(hub.vertex).size(),
                           {{"certain", c.say_count("count.certain", in_force.certain)}});
}

// Of what other readings change the page shows the ranks without a source, where some do change; the file holds all.
void place_doubts(const ReportContext& c, TableBlock& block) {
  for (const std::string what : {"dates", "rule", "sources"}) {
    for (const auto* end : {"_low", "_high"}) block.for_machines.push_back(what + end);
    block.for_people.push_back(what + "_interval");
  }
  const auto& sources = c.input.doubts.sources;
  block.for_machines.insert(block.for_machines.end(), {"dates_interval", "rule_interval", "decisive_source"});
  if (sources.low == sources.high) block.for_machines.emplace_back("sources_interval");
}

TableBlock hubs_block(const ReportContext& c) {
  TableBlock block;
  block.table = hubs_table(c.hub_material(), c.language);
  block.table.title = c.say("report.hubs.caption");
  block.table.columns[column_of(block.table, "name")].label = c.say("report.column.hub");
  block.for_machines = {"rank", "id", "rank_low", "rank_high", "certain", "possible"};
  block.for_people = {"rank_interval"};
  if (c.input.trust) place_doubts(c, block);
  double most = 0;
  for (const auto& hub : c.input.hubs.hubs) {
    most = std::max(most, static_cast<double>(partnerships_in_force(c.view, hub.vertex, c.input.as_of).possible));
  }
  for (std::size_t place = 0; place < block.table.rows.size(); ++place) {
    word_hub(c, block, place);
    dress_hub(c, block, place, most);
  }
  if (block.table.rows.size() > kHubsInPage + 5) {
    block.rows_in_page = kHubsInPage;
    block.table.notes.push_back(
        c.say_count("report.rows_left_out", block.table.rows.size() - kHubsInPage, {{"file", "tables/hubs.csv"}}));
  }
  return block;
}

std::vector<LinkedName> vertex_names(const ReportContext& c, const std::vector<Vertex>& vertices, std::size_t most) {
  std::vector<LinkedName> names;
  for (const auto v : vertices) {
    if (names.size() == most && vertices.size() > most + 1) {
      names.emplace_back(c.say_count("report.and_others", vertices.size() - most), Target{});
      break;
    }
    names.emplace_back(std::string(c.view.label(v)), c.target_of_vertex(v));
  }
  return names;
}

Cell members_cell(const ReportContext& c, const std::vector<Vertex>& vertices) {
  std::vector<std::string> ids, names;
  for (const auto v : vertices) {
    ids.emplace_back(c.view.id(v));
    names.emplace_back(c.view.label(v));
  }
  return list_cell(ids, names, c.language);
}

void dress_members(const ReportContext& c, TableBlock& block, std::size_t row, std::size_t column,
                   const std::vector<Vertex>& vertices) {
  auto& dress = block.at(row, column);
  dress.after = c.linked_list(vertex_names(c, vertices, ReportContext::kListed));
  dress.is_only_after = true;
}

TableBlock components_table(const ReportContext& c) {
  TableBlock block;
  auto& table = block.table;
  table.name = "components";
  table.columns = {column("component", c.language), number_column("size", c.language), column("members", c.language)};
  for (const auto& component : c.input.structure.components) {
    const auto row = table.rows.size();
    table.rows.push_back({Cell(row + 1, c.number(row + 1)), count_cell(component.size(), c.language),
                          members_cell(c, component)});
    dress_members(c, block, row, 2, component);
  }
  shorten(c, block);
  return block;
}

TableBlock cut_points_table(const ReportContext& c) {
  TableBlock block;
  auto& table = block.table;
  table.name = "cut_points";
  table.columns = {column("id", c.language), column("name", c.language), number_column("betweenness", c.language),
                   number_column("separated_count", c.language), column("separated", c.language)};
  block.for_machines = {"id"};
  for (const auto& reasons : c.input.reasons) {
    if (reasons.separated.empty()) continue;
    const auto row = table.rows.size();
    std::vector<Vertex> loose;
    std::vector<Line> groups;
    for (const auto& group : reasons.separated) {
      loose.insert(loose.end(), group.begin(), group.end());
      groups.push_back(c.linked_list(vertex_names(c, group, 8)));
    }
    const auto betweenness = reasons.vertex < c.input.betweenness.values.size()
                                 ? c.input.betweenness.values[reasons.vertex]
                                 : std::nan("");
    table.rows.push_back({Cell(c.view.id(reasons.vertex)), Cell(c.view.label(reasons.vertex)),
                          number_cell(betweenness, std::fabs(betweenness - std::round(betweenness)) < 1e-9 ? 0 : 1, c.language), count_cell(loose.size(), c.language),
                          members_cell(c, loose)});
    block.at(row, 1).target = c.target_of_vertex(reasons.vertex);
    auto& dress = block.at(row, 4);
    dress.is_only_after = true;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (g > 0) dress.after.push_back({c.say("report.between_groups")});
      dress.after.insert(dress.after.end(), groups[g].begin(), groups[g].end());
    }
  }
  shorten(c, block);
  return block;
}

TableBlock bridges_table(const ReportContext& c) {
  TableBlock block;
  auto& table = block.table;
  table.name = "bridges";
  table.columns = {column("between", c.language), column("and", c.language), column("bridge_agreements", c.language)};
  for (const auto& [a, b] : c.input.structure.bridges) {
    const auto edge = c.view.network.find_edge(a, b);
    if (edge == c.view.network.edge_count()) continue;
    const auto agreements = c.view.agreements_of_edge(edge);
    const auto row = table.rows.size();
    std::vector<std::string> ids, titles;
    std::vector<LinkedName> links;
    for (const auto agreement : agreements) {
      ids.emplace_back(c.data.agreements.id[agreement]);
      titles.push_back(c.title_of(agreement));
      links.emplace_back(c.title_of(agreement), c.target_of(agreement));
    }
    table.rows.push_back({Cell(std::string(c.view.id(a)), std::string(c.view.label(a))),
                          Cell(std::string(c.view.id(b)), std::string(c.view.label(b))),
                          list_cell(ids, titles, c.language)});
    block.at(row, 0).target = c.target_of_vertex(a);
    block.at(row, 1).target = c.target_of_vertex(b);
    block.at(row, 2).after = c.linked_list(links);
    append(block.at(row, 2).after, c.citations_of_agreements(agreements));
    block.at(row, 2).is_only_after = true;
  }
  shorten(c, block);
  return block;
}

void part(const ReportContext& c, Blocks& blocks, const std::string& anchor, TableBlock table, std::size_t count) {
  Section section{anchor, plain(c.say("report.structure." + anchor)), 3, {}};
  section.blocks.push_back({Paragraph{plain(c.say_count("report.structure." + anchor + ".count", count)), true}});
  if (count > 0) section.blocks.push_back({std::move(table)});
  blocks.push_back({std::move(section)});
}

}  // namespace

Section hubs_section(const ReportContext& c) {
  Section section{"hubs", plain(c.say("report.section.hubs")), 2, {}};
  if (c.input.hubs.hubs.empty()) {
    section.blocks.push_back({Paragraph{plain(c.say("report.hubs.none"))}});
    return section;
  }
  section.blocks.push_back({hubs_block(c)});
  return section;
}

Section structure_section(const ReportContext& c) {
  const auto& s = c.input.structure;
  Section section{"structure", plain(c.say("report.section.structure")), 2, {}};
  if (s.nodes == 0) {
    section.blocks.push_back({Paragraph{plain(c.say("report.structure.none"))}});
    return section;
  }
  section.blocks.push_back({Paragraph{plain(c.say_count(
      "report.structure.size", s.nodes,
      {{"ties", c.say_count("report.structure.ties", s.edges)}, {"density", c.language.percent(s.density, 1)}}))}});
  part(c, section.blocks, "components", components_table(c), s.components.size());
  auto cut_points = cut_points_table(c);
  const auto cut_count = cut_points.table.rows.size();
  part(c, section.blocks, "cut_points", std::move(cut_points), cut_count);
  auto bridges = bridges_table(c);
  const auto bridge_count = bridges.table.rows.size();
  part(c, section.blocks, "bridges", std::move(bridges), bridge_count);
  section.blocks.push_back({communities_section(c)});
  return section;
}

}  // namespace maillage

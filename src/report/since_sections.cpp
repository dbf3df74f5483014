// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "report/period_sections.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

struct Place {
  std::optional<std::uint32_t> then, now;
  double strength_then = std::numeric_limits<double>::quiet_NaN(), strength_now = strength_then;  // without a rank: none
};

// Ranks by institution, of both days.
std::map<Index, Place> places_of(const RanksThenAndNow& ranks) {
  std::map<Index, Place> places;
  for (const auto& hub : ranks.then.hubs) {
    auto& place = places[ranks.then_view.nodes[hub.vertex].row];
    place.then = hub.rank;
    place.strength_then = hub.score;
  }
  for (const auto& hub : ranks.now.hubs) {
    auto& place = places[ranks.now_view.nodes[hub.vertex].row];
    place.now = hub.rank;
    place.strength_now = hub.score;
  }
  return places;
}

Cell rank_cell(const std::optional<std::uint32_t>& rank) {
  return rank ? Cell(std::int64_t{*rank}, std::to_string(*rank)) : Cell();
}

bool is_since(const PartialDate& date, Day first) { return date.is_known() && !date.is_open() && date.earliest() >= first; }

// The agreements of the report that a source tells of.
std::vector<Index> told_of(const PeriodContext& p, Index source) {
  std::vector<Index> agreements;
  const auto look = [&](const std::vector<Index>& rows) {
    for (const auto a : rows) {
      const auto citations = citations_of(claims_about_agreement(p.c.data, a));
      if (std::ranges::find(citations, source, &Citation::source) != citations.end()) {
        agreements.push_back(a);
      }
    }
  };
  look(p.facts.ever);
  look(p.facts.announced);
  return agreements;
}

}  // namespace

Section rank_changes(const PeriodContext& p) {
  Section section{"ranks", plain(p.c.say("period.section.ranks")), 2, {}};
  std::set<Index> shown(p.facts.own_side.begin(), p.facts.own_side.end());
  for (const auto& partner : p.facts.partners) shown.insert(partner.institution);
  TableBlock block;
  auto& table = block.table;
  table.name = "ranks";
  table.columns = {column("id", p.c.language), column("institution", p.c.language), number_column("rank_then", p.c.language),
                   number_column("rank_now", p.c.language), number_column("strength_then", p.c.language),
                   number_column("strength_now", p.c.language)};
  block.for_machines = {"id"};
  auto places = places_of(*p.input.ranks);
  std::vector<std::pair<Index, Place>> changed;
  for (const auto& [institution, place] : places) {
    const bool is_asked = p.is_about_all() || shown.contains(institution);
    const bool is_ranked_twice = place.then && place.now;
    if (is_asked && (place.then != place.now || (is_ranked_twice && place.strength_then != place.strength_now))) {
      changed.emplace_back(institution, place);
    }
  }
  std::ranges::stable_sort(changed, {}, [](const auto& one) { return one.second.now.value_or(~std::uint32_t{0}); });
  for (const auto& [institution, place] : changed) {
    block.at(table.rows.size(), 1).target = p.c.target_of_institution(institution);
    table.rows.push_back({Cell(p.c.data.institutions.id[institution]), Cell(p.c.data.name_of_institution(institution)),
                          rank_cell(place.then), rank_cell(place.now), number_cell(place.strength_then, 2, p.c.language),
                          number_cell(place.strength_now, 2, p.c.language)});
  }
  section.blocks.push_back({Paragraph{plain(p.c.say_count("period.ranks.reading", changed.size(),
                                                          {{"date", p.c.language.date(p.facts.question.first() - 1)}})), true}});
  if (changed.empty()) return section;
  shorten(p.c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

Section recorded_since(const PeriodContext& p) {
  Section section{"recorded", plain(p.c.say("period.section.recorded")), 2, {}};
  TableBlock block;
  auto& table = block.table;
  table.name = "recorded";
  for (const auto key : {"source", "date", "retrieved"}) table.columns.push_back(column(key, p.c.language));
  table.columns.push_back(number_column("agreements", p.c.language));
  const auto first = p.facts.question.first();
  for (Index row = 0; row < p.c.data.sources.size(); ++row) {
    const auto& source = p.c.data.sources[row];
    if (!is_since(source.date, first) && !is_since(source.retrieved, first)) continue;
    const auto agreements = told_of(p, row);
    if (agreements.empty() && !p.is_about_all()) continue;
    const auto at = table.rows.size();
    block.at(at, 0).after = p.c.citations({{row, ""}});
    table.rows.push_back({Cell(std::string(source.id), std::string(source.title.empty() ? source.id : source.title)),
                          short_date_cell(source.date, p.c.language), short_date_cell(source.retrieved, p.c.language),
                          count_cell(agreements.size(), p.c.language)});
    if (!agreements.empty()) p.c.unfold(block.at(at, 3), agreements);
  }
  section.blocks.push_back({Paragraph{
      plain(p.c.say_count(table.rows.empty() ? "period.recorded.none" : "period.recorded.reading", table.rows.size())), true}});
  if (table.rows.empty()) return section;
  shorten(p.c, block);
  section.blocks.push_back({std::move(block)});
  return section;
}

}  // namespace maillage

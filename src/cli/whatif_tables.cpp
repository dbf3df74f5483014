// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "cli/network_command.hpp"
#include "cli/score_rows.hpp"
#include "cli/whatif_words.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

constexpr auto kRight = TableColumn::Align::right;

Cell decimal_cell(double value, int decimals, const Language& language) {
  return Cell(value, std::isnan(value) ? "–" : language.number(value, decimals));
}

// As the commands that rank write a score.
Cell score_cell(double value, const Language& language) {
  return Cell(value, std::isnan(value) ? "–" : shown_number(value, language));
}

class FigureRows {
 public:
  FigureRows(Table& table, const NetworkLosses& losses, const Language& language)
      : table_(table), losses_(losses), language_(language) {}

  template <class T>
  void add(const char* key, T NetworkFigures::*figure, int decimals = 0) {
    const auto cell = [&](const NetworkFigures& figures) {
      const double value = static_cast<double>(figures.*figure);
      if (decimals > 0) return decimal_cell(value, decimals, language_);
      return Cell(static_cast<std::int64_t>(figures.*figure));
    };
    std::vector<Cell> row{Cell(std::string_view(key), language_.say(std::string("whatif.figure.") + key)),
                          cell(losses_.before)};
    if (losses_.differs_by_certainty) row.push_back(cell(losses_.after_certain));
    row.push_back(cell(losses_.after));
    table_.rows.push_back(std::move(row));
  }

 private:
  Table& table_;
  const NetworkLosses& losses_;
  const Language& language_;
};

std::string parties_of(const NetworkView& view, Index agreement, const Language& language) {
  std::vector<std::string> names;
  for (const auto party : view.data->parties_of(agreement)) {
    names.emplace_back(view.data->label_of_institution(view.data->parties.institution[party]));
  }
  return some_of(std::move(names), language, 6);
}

// Machines have the first and the last reading of a day; people one cell.
std::string end_in_words(const LapsingAgreement& one, const Language& language) {
  const bool early = one.end_earliest > kDistantPast, late = one.end_latest < kDistantFuture;
  if (early && late && one.end_earliest == one.end_latest) return language.short_date(one.end_latest);
  if (early && late) {
    return language.say("whatif.between",
                        {{"from", language.short_date(one.end_earliest)}, {"to", language.short_date(one.end_latest)}});
  }
  if (late) return language.say("whatif.by", {{"date", language.short_date(one.end_latest)}});
  if (early) return language.say("whatif.not_before", {{"date", language.short_date(one.end_earliest)}});
  return "–";
}

// People read "9 → 8" in one cell where a figure moves.
Cell moved_cell(std::uint32_t before, std::uint32_t after, const Language& language) {
  if (before == after) return Cell(after);
  return Cell(after, language.number(std::int64_t{before}) + " → " + language.number(std::int64_t{after}));
}

Cell rank_cell(std::uint32_t rank) {
  if (rank > 0) return Cell(rank);
  Cell none;
  none.shown = "–";
  return none;
}

Cell bounds_cell(std::size_t certain, std::size_t possible, const Language& language) {
  if (certain == possible) return Cell(possible);
  return Cell(possible, language.number(static_cast<std::int64_t>(certain)) + "–" +
                            language.number(static_cast<std::int64_t>(possible)));
}

}  // namespace

Table whatif_figures(const WhatIfMaterial& material, const Language& language) {
  Table table;
  table.name = "figures";
  table.title = language.say("whatif.section.figures");
  table.columns = {{"figure", language.say("column.figure")}, {"before", language.say("whatif.column.before"), kRight}};
  if (material.losses->differs_by_certainty) {
    table.columns.push_back({"after_certain", language.say("whatif.column.after_certain"), kRight});
  }
  table.columns.push_back(
      {"after",
       language.say(material.losses->differs_by_certainty ? "whatif.column.after_possible" : "whatif.column.after"),
       kRight});
  FigureRows rows(table, *material.losses, language);
  rows.add("agreements", &NetworkFigures::agreements);
  rows.add("nodes", &NetworkFigures::nodes);
  rows.add("isolated", &NetworkFigures::isolated);
  rows.add("ties", &NetworkFigures::ties);
  rows.add("components", &NetworkFigures::components);
  rows.add("largest_component", &NetworkFigures::largest_component);
  rows.add("cut_points", &NetworkFigures::cut_points);
  rows.add("pairs_connected", &NetworkFigures::pairs_connected);
  rows.add("mean_distance", &NetworkFigures::mean_distance, 2);
  rows.add("efficiency", &NetworkFigures::efficiency, 4);
  rows.add("density", &NetworkFigures::density, 4);
  return table;
}

Table whatif_agreements(const WhatIfMaterial& material, const Language& language, std::size_t most) {
  const auto& data = *material.view->data;
  Table table;
  table.name = "agreements";
  table.title = language.say("whatif.section.agreements");
  table.columns = {{"agreement", language.say("whatif.column.agreement")},
                   {"parties", language.say("whatif.column.parties")},
                   {"end", language.say("whatif.column.end")},
                   {"certainty", language.say("whatif.column.certainty")},
                   {"reason", language.say("whatif.column.reason")}};
  for (const auto& one : material.lapse->lapsing) {
    if (most > 0 && table.rows.size() == most) {
      table.notes.push_back(language.say_count("whatif.more_agreements",
                                               static_cast<std::int64_t>(material.lapse->lapsing.size() - most)));
      break;
    }
    table.rows.push_back(
        {Cell(std::string_view(data.agreements.id[one.agreement]), std::string(data.title_of_agreement(one.agreement))),
         Cell(parties_of(*material.view, one.agreement, language)),
         Cell(one.end_latest < kDistantFuture ? to_iso(one.end_latest) : "", end_in_words(one, language)),
         Cell(one.certainty == Certainty::certain ? "certain" : "possible",
              language.label("certainty", one.certainty == Certainty::certain ? "certain" : "possible")),
         Cell(code_name(one.reason), language.say("whatif.reason." + std::string(code_name(one.reason))))});
  }
  return table;
}

Table whatif_institutions(const WhatIfMaterial& material, const Language& language) {
  const auto& view = *material.view;
  Table table;
  table.name = "institutions";
  table.title = language.say("whatif.section.institutions");
  const auto column = [&](const char* key, TableColumn::Align align = kRight) {
    table.columns.push_back({key, language.say(std::string("whatif.column.") + key), align});
  };
  column("id", TableColumn::Align::left);
  column("name", TableColumn::Align::left);
  for (const auto* key : {"lost_agreements", "lost_partners", "certainly_lost_partners"}) column(key);
  column("lost_names", TableColumn::Align::left);
  for (const auto* key :
       {"partners_before", "partners_after", "reach_before", "reach_after", "rank_before", "rank_after"})
    column(key);
  column("isolated", TableColumn::Align::left);
  for (const auto& loss : in_order_of_loss(*material.losses)) {
    const char* isolated = loss.is_removed           ? "removed"
                           : loss.certainly_isolated ? "certain"
                           : loss.becomes_isolated   ? "possible"
                                                     : "no";
    std::vector<std::string> ids;
    for (const auto v : loss.lost_partners) ids.emplace_back(view.id(v));
    std::string machine;
    for (const auto& id : ids) machine += (machine.empty() ? "" : "|") + id;
    table.rows.push_back(
        {Cell(view.id(loss.vertex)), Cell(view.full_name(loss.vertex), std::string(view.label(loss.vertex))),
         Cell(loss.lost_agreements.size()),
         bounds_cell(loss.certainly_lost_partners.size(), loss.lost_partners.size(), language),
         Cell(loss.certainly_lost_partners.size()),
         Cell(std::move(machine), labels_of(view, loss.lost_partners, language, 8)), Cell(loss.partners_before),
         moved_cell(loss.partners_before, loss.partners_after, language), Cell(loss.reach_before),
         moved_cell(loss.reach_before, loss.reach_after, language), Cell(loss.rank_before),
         loss.rank_after == 0 ? rank_cell(0) : moved_cell(loss.rank_before, loss.rank_after, language),
         Cell(isolated, language.say("whatif.isolated." + std::string(isolated)))});
  }
  return table;
}

Table whatif_hubs(const WhatIfMaterial& material, const Language& language) {
  Table table;
  table.name = "hubs";
  table.title = language.say("whatif.section.hubs", {{"measure", language.label("measure", material.measure)}});
  table.columns = {{"name", language.say("whatif.column.name")},
                   {"rank_before", language.say("whatif.column.rank_before"), kRight},
                   {"rank_after", language.say("whatif.column.rank_then"), kRight},
                   {"score_before", language.say("whatif.column.score_before"), kRight},
                   {"score_after", language.say("whatif.column.score_after"), kRight}};
  const bool beside = material.losses->has_betweenness && material.measure != "betweenness";
  if (beside) {
    table.columns.push_back({"betweenness_before", language.say("whatif.column.betweenness_before"), kRight});
    table.columns.push_back({"betweenness_after", language.say("whatif.column.betweenness_after"), kRight});
  }
  std::int64_t unmoved = 0;
  for (const auto& loss : material.losses->hubs) {
    if (loss.rank_before == loss.rank_after) {
      ++unmoved;
      continue;
    }
    const auto number = [&](double value) { return score_cell(value, language); };
    std::vector<Cell> row{Cell(material.view->id(loss.vertex), std::string(material.view->label(loss.vertex))),
                          Cell(loss.rank_before), rank_cell(loss.rank_after), number(loss.score_before),
                          number(loss.score_after)};
    if (beside) {
      row.push_back(number(loss.betweenness_before));
      row.push_back(number(loss.betweenness_after));
    }
    table.rows.push_back(std::move(row));
  }
  if (unmoved > 0) table.notes.push_back(language.say_count("whatif.unmoved", unmoved));
  return table;
}

Table whatif_pairs(const WhatIfMaterial& material, const Language& language, std::size_t most) {
  const auto& view = *material.view;
  const auto& pairs = material.losses->pairs;
  Table table;
  table.name = "paths";
  table.title = language.say("whatif.section.paths");
  table.columns = {{"before", language.say("whatif.column.chain_before")},
                   {"after", language.say("whatif.column.chain_after")}};
  for (const auto* list : {&pairs.lost, &pairs.lengthened}) {
    for (std::size_t i = 0; i < list->size() && i < most; ++i) {
      const auto& pair = (*list)[i];
      table.rows.push_back(
          {Cell(chain_in_words(view, pair.before)),
           Cell(pair.after.empty() ? language.say("whatif.no_path") : chain_in_words(view, pair.after))});
    }
  }
  if (!table.rows.empty()) {
    table.notes.push_back(language.say(pairs.all_sources ? "whatif.pairs_note" : "whatif.pairs_note_some",
                                       {{"sources", language.number(std::int64_t{pairs.sources})}}));
  }
  return table;
}

Table whatif_communities(const WhatIfMaterial& material, const Language& language) {
  const auto& losses = material.losses->communities;
  Table table;
  table.name = "communities";
  table.title = language.say("whatif.section.communities");
  table.columns = {{"community", language.say("whatif.column.community")},
                   {"size", language.say("whatif.column.size"), kRight},
                   {"fate", language.say("whatif.column.fate")},
                   {"parts", language.say("whatif.column.parts"), kRight},
                   {"pieces", language.say("whatif.column.pieces"), kRight},
                   {"isolated", language.say("whatif.column.left_alone"), kRight},
                   {"members", language.say("column.members")}};
  std::int64_t unchanged = 0;
  for (const auto& community : losses.communities) {
    if (community.fate == CommunityFate::unchanged) {
      ++unchanged;
      continue;
    }
    const char* fate = community.fate == CommunityFate::splits      ? "splits"
                       : community.fate == CommunityFate::dissolves ? "dissolves"
                                                                    : "continues";
    std::string parts;
    for (std::size_t i = 0; i < community.parts.size() && i < 6; ++i)
      parts += (parts.empty() ? "" : " + ") + language.number(std::int64_t{community.parts[i]});
    if (community.parts.size() > 6) parts += " + …";
    table.rows.push_back({Cell(std::int64_t{community.community} + 1, name_of_community(community.community)),
                          Cell(community.members.size()), Cell(fate, language.say("whatif.fate." + std::string(fate))),
                          Cell(parts), Cell(community.pieces), Cell(community.isolated),
                          Cell(labels_of(*material.view, community.members, language, 6))});
  }
  if (table.rows.empty()) return table;
  table.notes.push_back(language.say_count(
      "whatif.communities_note", unchanged,
      {{"nmi", language.number(losses.nmi, 2)}, {"stability", language.number(losses.stability_nmi, 2)}}));
  return table;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "cli/structure_json.hpp"

#include <string>

#include "analysis/hypergraph/agreement_of_partnership.hpp"

namespace maillage {
namespace {

Json ids_of(const NetworkView& view, const std::vector<Vertex>& vertices) {
  Json ids = Json::array();
  for (const auto v : vertices) ids.push_back(std::string(view.id(v)));
  return ids;
}

Json sizes_json(const std::vector<StructureFigures::Size>& sizes) {
  Json json = Json::array();
  for (const auto& size : sizes) json.push_back({{"parties", size.parties}, {"agreements", size.agreements}});
  return json;
}

Json hyperdegree_by_size(const NetworkView& view) {
  Json json = Json::array();
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    if (view.nodes[v].kind == NodeKind::agreement) continue;
    json.push_back({{"id", std::string(view.id(v))}, {"sizes", sizes_json(sizes_of(view, view.partnerships_of_node(v)))}});
  }
  return json;
}

Json rich_club_json(const RichClub& club) {
  Json json{{"runs", club.runs}, {"seed", club.runs > 0 ? Json(club.seed) : Json(nullptr)}, {"levels", Json::array()}};
  for (const auto& level : club.levels) {
    const bool has_ratio = level.null_mean > 0;
    json["levels"].push_back({{"degree", level.degree},
                              {"nodes", level.nodes},
                              {"edges", level.edges},
                              {"phi", level.phi},
                              {"null_mean", number_or_null(level.null_mean)},
                              {"null_low", number_or_null(level.null_low)},
                              {"null_high", number_or_null(level.null_high)},
                              {"ratio", has_ratio ? Json(level.phi / level.null_mean) : Json(nullptr)}});
  }
  return json;
}

Json two_mode_json(const StructureFigures& figures) {
  return {{"incidences", figures.incidence.incidence_count()},
          {"agreements", figures.incidence.partnership_count()},
          {"four_cycles", figures.four_cycles.four_cycles},
          {"three_paths", figures.four_cycles.three_paths},
          {"robins_alexander", number_or_null(figures.four_cycles.coefficient)}};
}

Json groups_json(const NetworkView& view, const OverExpression& found) {
  Json json{{"significance", found.significance}, {"tested", Json::array()}, {"groups", Json::array()}};
  for (const auto& size : found.tested) {
    json["tested"].push_back({{"parties", size.size},
                              {"agreements", size.partnerships},
                              {"institutions", size.parties},
                              {"groups", size.groups},
                              {"possible_groups", size.tests}});
  }
  for (const auto& group : found.groups) {
    Json agreements = Json::array();
    for (const auto p : group.partnerships) agreements.push_back(std::string(agreement_of_partnership(view, p)));
    json["groups"].push_back({{"members", ids_of(view, group.members)},
                              {"count", group.partnerships.size()},
                              {"expected", group.expected},
                              {"p_value", group.p_value},
                              {"bonferroni", group.passes_bonferroni},
                              {"agreements", std::move(agreements)}});
  }
  return json;
}

}  // namespace

Json structure_json(const NetworkView& view, const StructureFigures& figures) {
  const auto& whole = figures.whole;
  Json json;
  json["nodes"] = whole.nodes;
  json["edges"] = whole.edges;
  json["density"] = number_or_null(whole.density);
  json["components"] = Json::array();
  for (const auto& members : whole.components) {
    json["components"].push_back({{"size", members.size()}, {"members", ids_of(view, members)}});
  }
  json["articulation_points"] = ids_of(view, whole.articulation_points);
  json["bridges"] = Json::array();
  for (const auto& [a, b] : whole.bridges) json["bridges"].push_back(ids_of(view, {a, b}));
  json["max_core"] = whole.max_core;
  json["transitivity"] = number_or_null(whole.transitivity);
  json["global_efficiency"] = number_or_null(figures.global_efficiency);
  json["mean_distance"] = number_or_null(figures.mean_distance);
  json["assortativity"] = {{"degree", number_or_null(whole.degree_assortativity)},
                           {"kind", number_or_null(figures.by_kind)},
                           {"territory", number_or_null(figures.by_territory)},
                           {"hyperdegree", number_or_null(figures.by_hyperdegree)},
                           {"strength", number_or_null(figures.by_strength)}};
  json["degree_distribution"] = whole.degree_distribution;
  json["agreements_by_size"] = sizes_json(figures.by_size);
  json["hyperdegree_by_size"] = hyperdegree_by_size(view);
  json["two_mode"] = two_mode_json(figures);
  json["rich_club"] = rich_club_json(figures.rich_club);
  if (figures.over_expressed) json["over_expressed_groups"] = groups_json(view, *figures.over_expressed);
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  return json;
}

}  // namespace maillage

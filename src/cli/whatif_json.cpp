// SPDX-License-Identifier: Apache-2.0
#include "cli/whatif_json.hpp"

#include <algorithm>

#include "analysis/counterfactual/community_losses.hpp"

namespace maillage {
namespace {

Json bound_or_null(Day day) {
  return day > kDistantPast && day < kDistantFuture ? Json(to_iso(day)) : Json(nullptr);
}

Json named(std::string_view kind, std::string_view id, std::string_view name) {
  return {{"kind", std::string(kind)}, {"id", std::string(id)}, {"name", std::string(name)}};
}

Json question_json(const WhatIfMaterial& material) {
  const auto& question = *material.question;
  const auto& data = *material.view->data;
  Json json;
  json["lapse_before"] = question.before ? Json(to_iso(*question.before)) : Json(nullptr);
  json["not_renewed"] = question.not_renewed;
  json["without"] = Json::array();
  for (const auto i : question.institutions)
    json["without"].push_back(named("institution", data.institutions.id[i], data.name_of_institution(i)));
  for (const auto p : question.people)
    json["without"].push_back(named("person", data.people.id[p], data.name_of_person(p)));
  for (const auto a : question.agreements)
    json["without"].push_back(named("agreement", data.agreements.id[a], data.title_of_agreement(a)));
  return json;
}

Json lapsing_json(const DataSet& data, const LapsingAgreement& one) {
  Json parties = Json::array();
  for (const auto party : data.parties_of(one.agreement)) {
    parties.push_back(std::string(data.institutions.id[data.parties.institution[party]]));
  }
  return {{"id", std::string(data.agreements.id[one.agreement])},
          {"title", std::string(data.title_of_agreement(one.agreement))},
          {"certainty", one.certainty == Certainty::certain ? "certain" : "possible"},
          {"reason", std::string(code_name(one.reason))},
          {"end_earliest", bound_or_null(one.end_earliest)},
          {"end_latest", bound_or_null(one.end_latest)},
          {"parties", std::move(parties)}};
}

Json figures_json(const NetworkFigures& figures) {
  return {{"agreements", figures.agreements},
          {"nodes", figures.nodes},
          {"isolated", figures.isolated},
          {"ties", figures.ties},
          {"components", figures.components},
          {"largest_component", figures.largest_component},
          {"cut_points", figures.cut_points},
          {"pairs_connected", figures.pairs_connected},
          {"mean_distance", number_or_null(figures.mean_distance)},
          {"efficiency", number_or_null(figures.efficiency)},
          {"density", number_or_null(figures.density)},
          {"communities", figures.communities},
          {"modularity", number_or_null(figures.modularity)}};
}

Json pairs_json(const NetworkView& view, const std::vector<ConcernedPair>& pairs) {
  Json list = Json::array();
  for (const auto& pair : pairs) {
    list.push_back({{"from", std::string(view.id(pair.a))},
                    {"to", std::string(view.id(pair.b))},
                    {"before", ids_json(view, pair.before)},
                    {"after", pair.after.empty() ? Json(nullptr) : ids_json(view, pair.after)}});
  }
  return list;
}

Json paths_json(const NetworkView& view, const NetworkLosses& losses) {
  const auto& paths = losses.paths;
  return {{"pairs_lost", paths.pairs_lost},
          {"pairs_lengthened", number_or_null(paths.pairs_lengthened)},
          {"mean_increase", number_or_null(paths.mean_increase)},
          {"share_lengthened", number_or_null(paths.share_lengthened)},
          {"sampled", paths.is_sampled},
          {"sources", paths.sources},
          {"lost", pairs_json(view, losses.pairs.lost)},
          {"lengthened", pairs_json(view, losses.pairs.lengthened)},
          {"all_pairs_searched", losses.pairs.all_sources}};
}

std::string_view fate_code(CommunityFate fate) {
  switch (fate) {
    case CommunityFate::unchanged:
      return "unchanged";
    case CommunityFate::continues:
      return "continues";
    case CommunityFate::splits:
      return "splits";
    case CommunityFate::dissolves:
      return "dissolves";
  }
  return "";
}

Json communities_json(const NetworkView& view, const CommunityLosses& losses) {
  Json list = Json::array();
  for (const auto& community : losses.communities) {
    list.push_back({{"id", community.community + 1},
                    {"size", community.members.size()},
                    {"fate", std::string(fate_code(community.fate))},
                    {"jaccard", number_or_null(community.best_jaccard)},
                    {"parts", community.parts},
                    {"pieces", community.pieces},
                    {"isolated", community.isolated},
                    {"members", ids_json(view, community.members)}});
  }
  return {{"algorithm", "leiden"},
          {"seed", losses.seed},
          {"runs", losses.runs},
          {"theta", kSameCommunity},
          {"nmi", number_or_null(losses.nmi)},
          {"stability_nmi", number_or_null(losses.stability_nmi)},
          {"communities", std::move(list)}};
}

}  // namespace

Json vertex_json(const NetworkView& view, Vertex v) {
  return {{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}};
}

Json agreements_json(const NetworkView& view, std::uint32_t partnership) {
  return agreement_ids_json(*view.data, view.agreements_of_partnership(partnership));
}

Json node_loss_json(const WhatIfMaterial& material, const NodeLoss& loss) {
  const auto& view = *material.view;
  auto json = vertex_json(view, loss.vertex);
  json["removed"] = loss.is_removed;
  json["lost_agreements"] = agreement_ids_json(*view.data, loss.lost_agreements);
  json["lost_partners"] = ids_json(view, loss.lost_partners);
  json["certainly_lost_partners"] = ids_json(view, loss.certainly_lost_partners);
  json["partners_before"] = loss.partners_before;
  json["partners_after"] = loss.partners_after;
  json["reach_before"] = loss.reach_before;
  json["reach_after"] = loss.reach_after;
  json["isolated"] = loss.becomes_isolated;
  json["score_before"] = number_or_null(loss.score_before);
  json["score_after"] = number_or_null(loss.score_after);
  json["rank_before"] = loss.rank_before;
  json["rank_after"] = loss.rank_after > 0 ? Json(loss.rank_after) : Json(nullptr);
  json["betweenness_before"] = number_or_null(loss.betweenness_before);
  json["betweenness_after"] = number_or_null(loss.betweenness_after);
  return json;
}

Json whatif_json(const WhatIfMaterial& material, const LossOptions& options) {
  const auto& view = *material.view;
  const auto& data = *view.data;
  const auto& lapse = *material.lapse;
  const auto& losses = *material.losses;
  Json json;
  const auto day = view.selection.reference_day;
  json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  json["question"] = question_json(material);
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  json["settings"]["measure"] = options.measure;
  json["settings"]["distance"] = "hops";
  json["settings"]["seed"] = options.seed;
  json["settings"]["runs"] = losses.communities.runs;
  json["lost_agreements"] = Json::array();
  for (const auto& one : lapse.lapsing) json["lost_agreements"].push_back(lapsing_json(data, one));
  json["end_unknown"] = agreement_ids_json(data, lapse.end_unknown);
  json["succeeded"] = agreement_ids_json(data, lapse.succeeded);
  json["end_anyway"] = agreement_ids_json(data, lapse.end_anyway);
  json["go_on_without"] = agreement_ids_json(data, lapse.go_on_without);
  json["not_in_network"] = agreement_ids_json(data, lapse.not_in_network);
  json["before"] = figures_json(losses.before);
  json["after"] = figures_json(losses.after);
  json["after_certain"] = figures_json(losses.after_certain);
  json["institutions"] = Json::array();  // its place; the rows come there
  json["isolated"] = Json::array();
  for (const auto& loss : losses.nodes) {
    if (!loss.becomes_isolated) continue;
    auto one = vertex_json(view, loss.vertex);
    one["certainty"] = loss.certainly_isolated ? "certain" : "possible";
    json["isolated"].push_back(std::move(one));
  }
  json["hubs"] = Json::array();
  for (const auto& loss : losses.hubs) json["hubs"].push_back(node_loss_json(material, loss));
  json["new_cut_points"] = ids_json(view, losses.new_cut_points);
  json["paths"] = paths_json(view, losses);
  json["communities"] = communities_json(view, losses.communities);
  return json;
}

Json curve_json(const NetworkView& view, const RobustnessCurve& curve) {
  Json points = Json::array();
  for (const auto& point : curve.points) {
    points.push_back(
        {{"removed", point.removed}, {"largest", point.largest}, {"low", point.low}, {"high", point.high}});
  }
  Json first = Json::array();
  for (const auto item : curve.first) {
    if (curve.what == "agreements")
      first.push_back(agreements_json(view, item));
    else
      first.push_back(std::string(view.id(item)));
  }
  const auto bound = [&](double value) { return curve.runs <= 1 ? Json(nullptr) : number_or_null(value); };
  return {{"what", curve.what},        {"order", curve.order},       {"recalculated", curve.is_recalculated},
          {"total", curve.total},      {"runs", curve.runs},         {"r", number_or_null(curve.r)},
          {"r_low", bound(curve.r_low)},
          {"r_high", bound(curve.r_high)},
          {"half", curve.half ? Json(*curve.half) : Json(nullptr)},
          {"first", std::move(first)}, {"points", std::move(points)}};
}

}  // namespace maillage

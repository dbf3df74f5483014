// SPDX-License-Identifier: Apache-2.0
#include "cli/evolution_json.hpp"

#include "results/community_name.hpp"

namespace maillage {
namespace {

Json level_json(const BoundedLevel& level, bool has_mean) {
  auto json = bounded_json(level.last);
  if (has_mean) {
    json["mean_certain"] = number_or_null(level.mean_certain);
    json["mean_possible"] = number_or_null(level.mean_possible);
  }
  return json;
}

Json period_json(const EvolutionPeriod& period, bool has_mean) {
  Json json{{"from", to_iso(period.from)}, {"to", to_iso(period.to)}, {"days", period.days()}};
  json["agreements"] = level_json(period.agreements, has_mean);
  json["partnerships"] = level_json(period.partnerships, has_mean);
  json["institutions"] = level_json(period.institutions, has_mean);
  json["ties"] = level_json(period.ties, has_mean);
  json["components"] = level_json(period.components, has_mean);
  json["largest_component"] = level_json(period.largest_component, has_mean);
  json["formed"] = bounded_json(period.formed);
  json["renewed"] = bounded_json(period.renewed);
  json["amended"] = bounded_json(period.amended);
  json["ended"] = bounded_json(period.ended);
  json["lapsed"] = bounded_json(period.lapsed);
  return json;
}

Json periods_json(const std::vector<EvolutionPeriod>& periods, bool has_mean) {
  Json list = Json::array();
  for (const auto& period : periods) list.push_back(period_json(period, has_mean));
  return list;
}

Json survival_json(const Survival& survival) {
  Json json{{"subjects", survival.subjects},
            {"ended", survival.ended},
            {"censored", survival.censored},
            {"left_out", survival.left_out},
            {"longest_days", survival.longest},
            {"median_days", number_or_null(survival.median)},
            {"median_low_days", number_or_null(survival.median_low)},
            {"median_high_days", number_or_null(survival.median_high)},
            {"curve", Json::array()}};
  for (const auto& step : survival.steps) {
    json["curve"].push_back({{"days", step.time}, {"at_risk", step.at_risk}, {"ended", step.ended}, {"survival", step.survival},
                             {"low", step.low}, {"high", step.high}});
  }
  return json;
}

Json loyalty_json(const Loyalty& loyalty) {
  return {{"formed", bounded_json(loyalty.formed)},
          {"with_former_partner", bounded_json(loyalty.with_former)},
          {"pairs", bounded_json(loyalty.pairs)},
          {"former_pairs", bounded_json(loyalty.former_pairs)}};
}

Json burstiness_json(const Burstiness& burstiness) {
  return {{"events", burstiness.events},
          {"undated", burstiness.undated},
          {"mean_days", number_or_null(burstiness.mean_days)},
          {"sd_days", number_or_null(burstiness.sd_days)},
          {"goh_barabasi", number_or_null(burstiness.goh_barabasi)},
          {"kim_jo", number_or_null(burstiness.kim_jo)}};
}

Json rank_json(std::uint32_t rank) { return rank == 0 ? Json(nullptr) : Json(rank); }

Json measure_json(const FollowedMeasure& measure, const std::vector<EvolutionPeriod>& periods) {
  Json json{{"measure", measure.measure},
            {"mean_certain", number_or_null(measure.mean_certain)},
            {"mean_possible", number_or_null(measure.mean_possible)},
            {"days", measure.days},
            {"volatility", number_or_null(measure.volatility)},
            {"steps", Json::array()},
            {"ranks", Json::array()}};
  for (const auto& step : measure.steps) {
    json["steps"].push_back({{"from", to_iso(step.from)}, {"to", to_iso(step.to)}, {"certain", number_or_null(step.certain)},
                             {"possible", number_or_null(step.possible)}});
  }
  for (std::size_t p = 0; p < periods.size(); ++p) {
    json["ranks"].push_back({{"date", to_iso(periods[p].to)}, {"rank", rank_json(measure.ranks[p])}});
  }
  return json;
}

Json institution_json(const DataSet& data, const FollowedInstitution& institution, const Evolution& evolution) {
  const auto& turnover = institution.turnover;
  Json json{{"id", std::string(data.institutions.id[institution.row])},
            {"name", std::string(data.name_of_institution(institution.row))},
            {"measures", Json::array()}};
  for (const auto& measure : institution.measures) json["measures"].push_back(measure_json(measure, evolution.periods));
  json["partners"] = {{"first", bounded_json(turnover.first)},
                      {"last", bounded_json(turnover.last)},
                      {"won", bounded_json(turnover.won)},
                      {"lost", bounded_json(turnover.lost)},
                      {"kept", bounded_json(turnover.kept)},
                      {"ever", bounded_json(turnover.ever)},
                      {"jaccard_certain", number_or_null(turnover.jaccard_certain)},
                      {"jaccard_possible", number_or_null(turnover.jaccard_possible)}};
  json["loyalty"] = loyalty_json(institution.loyalty);
  json["burstiness"] = burstiness_json(institution.burstiness);
  return json;
}

Json renewal_json(const Renewals& renewals) {
  Json json{{"ended", bounded_json(renewals.ended)},
            {"renewed", bounded_json(renewals.renewed)},
            {"lapsed", bounded_json(renewals.lapsed)},
            {"agreement_years_certain", renewals.years_certain},
            {"agreement_years_possible", renewals.years_possible},
            {"gaps_days", renewals.gaps},
            {"undated_gaps", renewals.undated_gaps}};
  return json;
}

Json ids_of(const DataSet& data, const std::vector<std::uint32_t>& rows) {
  Json ids = Json::array();
  for (const auto row : rows) ids.push_back(std::string(data.institutions.id[row]));
  return ids;
}

}  // namespace

Json bounded_json(const BoundedCount& count) { return {{"certain", count.certain}, {"possible", count.possible}}; }

Json followed_communities_json(const DataSet& data, const FollowedCommunities& communities) {
  Json json{{"threshold", communities.threshold}, {"steps", Json::array()}, {"communities", Json::array()}, {"events", Json::array()}};
  for (std::size_t step = 0; step < communities.days.size(); ++step) {
    json["steps"].push_back({{"date", to_iso(communities.days[step])}, {"modularity", number_or_null(communities.modularity[step])}});
  }
  for (std::uint32_t c = 0; c < communities.communities.size(); ++c) {
    const auto& community = communities.communities[c];
    Json states = Json::array();
    for (const auto& state : community.states) {
      states.push_back({{"date", to_iso(communities.days[state.step])}, {"size", state.members.size()}, {"members", ids_of(data, state.members)}});
    }
    json["communities"].push_back({{"id", name_of_community(c)},
                                   {"label", std::string(data.label_of_institution(community.label))},
                                   {"states", std::move(states)}});
  }
  for (const auto& change : communities.changes) {
    Json others = Json::array();
    for (const auto other : change.others) others.push_back(name_of_community(other));
    json["events"].push_back({{"date", to_iso(communities.days[change.step])},
                              {"event", std::string(community_event_code(change.event))},
                              {"community", name_of_community(change.community)},
                              {"others", std::move(others)},
                              {"size_before", change.size_before},
                              {"size", change.size},
                              {"jaccard", number_or_null(change.jaccard)}});
  }
  return json;
}

Json evolution_json(const DataSet& data, const Evolution& evolution) {
  Json json;
  if (evolution.from > evolution.to) {
    json["period"] = nullptr;
  } else {
    json["period"] = {{"from", to_iso(evolution.from)}, {"to", to_iso(evolution.to)}, {"horizon", to_iso(evolution.horizon)}};
  }
  json["slices"] = periods_json(evolution.slices, false);
  json["periods"] = periods_json(evolution.periods, true);
  json["whole"] = evolution.from > evolution.to ? Json(nullptr) : period_json(evolution.whole, true);
  json["institutions"] = Json::array();
  for (const auto& institution : evolution.institutions) json["institutions"].push_back(institution_json(data, institution, evolution));
  json["durations"] = {{"agreements", survival_json(evolution.agreement_durations)},
                       {"agreements_latest", survival_json(evolution.agreement_durations_latest)},
                       {"partnerships", survival_json(evolution.partnership_durations)}};
  json["renewal"] = renewal_json(evolution.renewals);
  json["loyalty"] = loyalty_json(evolution.loyalty);
  json["turnover"] = {{"won", bounded_json(evolution.pairs_won)}, {"lost", bounded_json(evolution.pairs_lost)}, {"kept", bounded_json(evolution.pairs_kept)}};
  json["burstiness"] = {{"earliest", burstiness_json(evolution.burstiness)}, {"latest", burstiness_json(evolution.burstiness_latest)}};
  if (evolution.communities) json["communities"] = followed_communities_json(data, *evolution.communities);
  return json;
}

}  // namespace maillage

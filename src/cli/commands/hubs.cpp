// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/centrality/hub_reasons.hpp"
#include "analysis/centrality/hubs.hpp"
#include "analysis/centrality/rank_doubts.hpp"
#include "cli/network_command.hpp"
#include "cli/view_caveats.hpp"
#include "report/hub_sentences.hpp"
#include "report/lists.hpp"

namespace maillage {
namespace {

class HubsCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    app.add_option("--measure", measure_, language.say("cli.option.hub_measure", {{"codes", ranking_measure_codes_listed()}}))
        ->group(language.say("cli.group.measure"))->type_name(language.say("cli.type.code"));
    auto* resamples = app.add_option("--resamples", resamples_, language.say("cli.option.resamples"));
    resamples->group(language.say("cli.group.measure"))->type_name("N");
    allow_whole_numbers(resamples, language, 0, 1000000);
    measures_.define(app, language);
  }
  std::string measure_ = "strength";
  int resamples_ = 1000;
  MeasureArguments measures_;
};

// What the verdict rests on, as codes.
Json reasons_json(const RankTrust& trust) {
  Json reasons = Json::array();
  const auto add = [&](bool holds, const char* code) {
    if (holds) reasons.push_back(code);
  };
  add(trust.few_partnerships, "few_partnerships");
  add(trust.no_intervals, "no_intervals");
  add(trust.wide_intervals, "wide_intervals");
  add(trust.all_may_lead, "all_may_lead");
  add(trust.may_lead > 1 && !trust.no_intervals, "several_may_lead");
  add(trust.dates_move_the_lead, "dates_move_the_lead");
  add(trust.rule_moves_the_lead, "rule_moves_the_lead");
  add(trust.a_source_makes_the_lead, "a_source_makes_the_lead");
  return reasons;
}

Json json_of_trust(const HubMaterial& material) {
  constexpr const char* levels[] = {"none", "partial", "firm"};
  const auto& trust = *material.trust;
  const auto& doubts = *material.doubts;
  return {{"level", levels[static_cast<std::size_t>(trust.level)]},
          {"reasons", reasons_json(trust)},
          {"mean_width", number_or_null(trust.mean_width)},
          {"doubtful_agreements", doubts.dates_matter ? Json(doubts.doubtful_agreements) : Json(nullptr)},
          {"agreements_of_one_source", doubts.agreements_of_one_source},
          {"sources_tried", doubts.sources_tried},
          {"sources_not_tried", doubts.sources_not_tried}};
}

Json json_of_ranking(const HubMaterial& material, const MeasureOptions& options, const Language& language) {
  const auto& ranking = *material.ranking;
  Json json;
  json["as_of"] = material.as_of ? Json(to_iso(*material.as_of)) : Json(nullptr);
  json["measure"] = ranking.measure;
  json["network"] = network_json(*material.view);
  json["settings"] = settings_json(*material.view);
  put_settings(json["settings"], options);
  json["settings"]["seed"] = ranking.seed;
  json["settings"]["resamples"] = ranking.resamples;
  json["settings"]["sampled_sources"] = ranking.sampled_sources > 0 ? Json(ranking.sampled_sources) : Json(nullptr);
  json["settings"]["resamples_asked"] = material.resamples_asked;
  json["settings"]["interval"] = 0.9;
  json["settings"]["percentiles"] = {5, 95};
  json["trust"] = json_of_trust(material);
  json["notes"] = ranking_sentences(material, language);
  return json;
}

// Ranks under other readings; the rank itself where nothing can be read otherwise.
void put_bounds(Json& json, const char* what, const RankBounds& bounds, const Hub& hub) {
  const bool is_firm = hub.vertex >= bounds.low.size();
  json[std::string(what) + "_low"] = is_firm ? hub.rank : bounds.low[hub.vertex];
  json[std::string(what) + "_high"] = is_firm ? hub.rank : bounds.high[hub.vertex];
}

void put_doubts(Json& json, const HubMaterial& material, const Hub& hub) {
  const auto& doubts = *material.doubts;
  put_bounds(json, "dates", doubts.dates, hub);
  put_bounds(json, "rule", doubts.rule, hub);
  put_bounds(json, "sources", doubts.sources, hub);
  const bool is_made = hub.vertex < doubts.decisive_source.size() &&
                       doubts.decisive_source[hub.vertex] != RankDoubts::kNoSource;
  json["decisive_source"] =
      is_made ? Json(std::string(material.view->data->sources[doubts.decisive_source[hub.vertex]].id)) : Json(nullptr);
  json["rank_without_source"] = is_made ? Json(doubts.rank_without[hub.vertex]) : Json(nullptr);
}

Json json_of_hub(const HubMaterial& material, std::size_t place, const Language& language) {
  const auto& view = *material.view;
  const auto& hub = material.ranking->hubs[place];
  const bool has_interval = material.ranking->resamples > 0;
  Json json{{"rank", hub.rank},
          {"id", std::string(view.id(hub.vertex))},
          {"name", std::string(view.full_name(hub.vertex))},
          {"score", number_or_null(hub.score)},
          {"rank_low", has_interval ? Json(hub.rank_low) : Json(nullptr)},
          {"rank_high", has_interval ? Json(hub.rank_high) : Json(nullptr)},
          {"agreements", agreement_ids_json(*view.data, view.agreements_of_node(hub.vertex))},
          {"why", why_of_hub(view, (*material.reasons)[place], language)},
          {"partners", view.network.degree(hub.vertex)},
          {"betweenness", number_or_null(material.betweenness->values[hub.vertex])},
          {"certain", view.certainly_in_force[hub.vertex]},
          {"possible", view.possibly_in_force[hub.vertex]}};
  put_doubts(json, material, hub);
  return json;
}

// Beside the interval of resampling, where there is one, those that say something: where one rank at least may change.
std::vector<std::string> columns_of(const HubMaterial& material) {
  auto columns = columns_for_reading("hubs");
  const auto place = std::ranges::find(columns, "rank_interval") - columns.begin() + 1;
  std::vector<std::string> further;
  const auto add = [&](const RankBounds& bounds, const char* column) {
    if (bounds.low != bounds.high) further.emplace_back(column);
  };
  add(material.doubts->dates, "dates_interval");
  add(material.doubts->rule, "rule_interval");
  add(material.doubts->sources, "sources_interval");
  columns.insert(columns.begin() + place, further.begin(), further.end());
  if (material.ranking->resamples == 0) std::erase(columns, "rank_interval");
  if (material.ranking->measure == "betweenness") std::erase(columns, "betweenness");  // the score already
  if (material.ranking->measure == "degree") std::erase(columns, "partners");
  return columns;
}

ExitCode HubsCommand::run(Session& session) {
  const auto& language = session.language;
  const HubOptions options{.measure = known_ranking_measure(measure_, language),
                           .measure_options = measures_.resolve(language),
                           .seed = output_.seed,
                           .resamples = resamples_};
  const auto view = load_and_build(session);
  const auto told = [&](auto call) { return with_katz_told(options.measure_options, language, call); };
  const auto ranking = session.timings.phase(options.measure, [&] { return told([&] { return rank_hubs(view, options); }); });
  const auto doubts = session.timings.phase("doubts", [&] { return told([&] { return rank_doubts(view, options); }); });
  const auto trust = rank_trust(ranking, doubts);
  const auto betweenness = betweenness_beside(session, view, options.measure_options);

  // Reasons are found for what is shown: with --top they cost that much only, unless another order decides what it is.
  const bool is_cut_here = output_.top > 0 && output_.sort.empty();
  const auto shown = is_cut_here ? std::min(output_.top, ranking.hubs.size()) : ranking.hubs.size();
  std::vector<Vertex> leading;
  for (std::size_t i = 0; i < shown; ++i) leading.push_back(ranking.hubs[i].vertex);
  const auto reasons = session.timings.phase("reasons", [&] { return hub_reasons(view, leading); });

  const auto partners = measure(view, "degree", {});
  const HubMaterial material{.view = &view, .ranking = &ranking, .reasons = &reasons, .partners = &partners,
                             .betweenness = &betweenness, .as_of = view.selection.reference_day,
                             .doubts = &doubts, .trust = &trust, .resamples_asked = resamples_};
  Answer answer;
  answer.json = json_of_ranking(material, options.measure_options, language);
  answer.rows_key = "hubs";
  for (std::size_t i = 0; i < shown; ++i) answer.rows.push_back(json_of_hub(material, i, language));
  answer.table = hubs_table(material, language, shown);
  tell_without_meaning(view, {options.measure}, language, answer.json["settings"], answer.table.notes);
  put_time(answer, view, {options.measure}, options.measure_options, language);
  answer.table.notes.push_back(settings_sentence(view, language));
  if (!are_usual(options.measure_options)) {
    answer.table.notes.push_back(settings_sentence(options.measure_options, language));
  }
  give(session, columns_to_read(output_, columns_of(material)), std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_hubs() { return std::make_unique<HubsCommand>(); }

}  // namespace maillage

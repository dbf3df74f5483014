// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hub_reasons.hpp"
#include "analysis/centrality/hubs.hpp"
#include "cli/network_command.hpp"
#include "report/hub_sentences.hpp"
#include "report/lists.hpp"

namespace maillage {
namespace {

class HubsCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    app.add_option("--measure", measure_, language.say("cli.option.hub_measure", {{"codes", measure_codes_listed()}}))
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

bool is_usual(const MeasureOptions& options) {
  const MeasureOptions usual;
  return options.normalized == usual.normalized && options.distance == usual.distance &&
         options.damping == usual.damping;
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
  json["settings"]["interval"] = 0.95;
  json["notes"] = ranking_sentences(material, language);
  return json;
}

Json json_of_hub(const HubMaterial& material, std::size_t place, const Language& language) {
  const auto& view = *material.view;
  const auto& hub = material.ranking->hubs[place];
  Json agreements = Json::array();
  for (const auto a : view.agreements_of_node(hub.vertex)) {
    agreements.push_back(std::string(view.data->agreements.id[a]));
  }
  return {{"rank", hub.rank},
          {"id", std::string(view.id(hub.vertex))},
          {"name", std::string(view.full_name(hub.vertex))},
          {"score", number_or_null(hub.score)},
          {"rank_low", hub.rank_low},
          {"rank_high", hub.rank_high},
          {"agreements", std::move(agreements)},
          {"why", why_of_hub(view, (*material.reasons)[place], language)},
          {"partners", view.network.degree(hub.vertex)},
          {"betweenness", number_or_null(material.betweenness->values[hub.vertex])},
          {"certain", view.certainly_in_force[hub.vertex]},
          {"possible", view.possibly_in_force[hub.vertex]}};
}

ExitCode HubsCommand::run(Session& session) {
  const auto view = load_and_build(session);
  const auto& language = session.language;
  const HubOptions options{.measure = known_measure(measure_, language),
                           .measure_options = measures_.resolve(language),
                           .seed = output_.seed,
                           .resamples = resamples_};
  const auto ranking = session.timings.phase(options.measure, [&] { return rank_hubs(view, options); });
  const auto betweenness = betweenness_beside(session, view, options.measure_options);

  // Reasons are found for what is shown: with --top they cost that much only, unless another order decides what it is.
  const bool is_cut_here = output_.top > 0 && output_.sort.empty();
  const auto shown = is_cut_here ? std::min(output_.top, ranking.hubs.size()) : ranking.hubs.size();
  std::vector<Vertex> leading;
  for (std::size_t i = 0; i < shown; ++i) leading.push_back(ranking.hubs[i].vertex);
  const auto reasons = session.timings.phase("reasons", [&] { return hub_reasons(view, leading); });

  const auto partners = measure(view, "degree", {});
  const HubMaterial material{.view = &view, .ranking = &ranking, .reasons = &reasons, .partners = &partners,
                             .betweenness = &betweenness, .as_of = view.selection.reference_day};
  Answer answer;
  answer.json = json_of_ranking(material, options.measure_options, language);
  answer.rows_key = "hubs";
  for (std::size_t i = 0; i < shown; ++i) answer.rows.push_back(json_of_hub(material, i, language));
  answer.table = hubs_table(material, language, shown);
  answer.table.notes.push_back(settings_sentence(view, language));
  if (!is_usual(options.measure_options)) {
    answer.table.notes.push_back(settings_sentence(options.measure_options, language));
  }
  auto output = output_;
  const auto format = format_of(output);
  if (output.columns.empty() && (format == "table" || format == "md")) output.columns = columns_for_reading("hubs");
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_hubs() { return std::make_unique<HubsCommand>(); }

}  // namespace maillage

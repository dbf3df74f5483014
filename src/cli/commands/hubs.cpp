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

ExitCode HubsCommand::run(Session& session) {
  const auto view = load_and_build(session);
  const auto& language = session.language;
  HubOptions options;
  options.measure = known_measure(measure_, language);
  options.measure_options = measures_.resolve(language);
  options.seed = output_.seed;
  options.resamples = resamples_;
  const auto ranking = session.timings.phase(options.measure, [&] { return rank_hubs(view, options); });
  const auto betweenness = betweenness_beside(session, view, options.measure_options);

  // Reasons are found for what is shown: with --top they cost that much only, unless another order decides what it is.
  const bool is_cut_here = output_.top > 0 && output_.sort.empty();
  const auto shown = is_cut_here ? std::min(output_.top, ranking.hubs.size()) : ranking.hubs.size();
  std::vector<Vertex> leading;
  for (std::size_t i = 0; i < shown; ++i) leading.push_back(ranking.hubs[i].vertex);
  const auto reasons = session.timings.phase("reasons", [&] { return hub_reasons(view, leading); });

  Answer answer;
  const auto day = view.selection.reference_day;
  const auto partners = measure(view, "degree", {});
  const HubMaterial material{.view = &view, .ranking = &ranking, .reasons = &reasons, .partners = &partners,
                             .betweenness = &betweenness, .as_of = day};
  answer.table = hubs_table(material, language, shown);
  answer.table.notes.push_back(settings_sentence(view, language));
  answer.json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  answer.json["measure"] = options.measure;
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  answer.json["settings"]["seed"] = ranking.seed;
  answer.json["settings"]["resamples"] = ranking.resamples;
  answer.json["notes"] = ranking_sentences(material, language);
  answer.rows_key = "hubs";
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& hub = ranking.hubs[i];
    Json agreements = Json::array();
    for (const auto a : view.agreements_of_node(hub.vertex)) {
      agreements.push_back(std::string(view.data->agreements.id[a]));
    }
    answer.rows.push_back({{"rank", hub.rank},
                           {"id", std::string(view.id(hub.vertex))},
                           {"name", std::string(view.full_name(hub.vertex))},
                           {"score", number_or_null(hub.score)},
                           {"rank_low", hub.rank_low},
                           {"rank_high", hub.rank_high},
                           {"agreements", agreements},
                           {"why", why_of_hub(view, reasons[i], language)},
                           {"partners", view.network.degree(hub.vertex)},
                           {"betweenness", number_or_null(betweenness.values[hub.vertex])},
                           {"certain", view.certainly_in_force[hub.vertex]},
                           {"possible", view.possibly_in_force[hub.vertex]}});
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

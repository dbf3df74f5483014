// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/counterfactual/losses.hpp"
#include "cli/costliest_answer.hpp"
#include "cli/network_command.hpp"
#include "cli/robustness_answer.hpp"
#include "cli/sectioned_answer.hpp"
#include "cli/whatif_json.hpp"
#include "cli/whatif_words.hpp"

namespace maillage {
namespace {

class WhatIfCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override;
  void check_question(const Language& language) const;
  LapseQuestion question(Session& session) const;
  NetworkView network(Session& session) const;
  ExitCode answer_question(Session& session) const;

  std::vector<std::string> without_;
  std::string lapse_before_, measure_ = "strength", order_ = "degree";
  bool not_renewed_ = false, robustness_ = false, initial_ = false;
  std::size_t costliest_ = 0;
  int runs_ = 100;
};

void WhatIfCommand::define_own(CLI::App& app, const Language& language) {
  const auto group = language.say("whatif.group");
  app.add_option("--without", without_, language.say("whatif.option.without"))
      ->group(group)
      ->type_name(language.say("cli.type.name"));
  app.add_option("--lapse-before", lapse_before_, language.say("whatif.option.lapse_before"))
      ->group(group)
      ->type_name(language.say("cli.type.date"));
  app.add_flag("--not-renewed", not_renewed_, language.say("whatif.option.not_renewed"))->group(group);
  allow_whole_numbers(
      app.add_option("--costliest", costliest_, language.say("whatif.option.costliest"))->group(group)->type_name("N"),
      language, 1, 100000);
  app.add_flag("--robustness", robustness_, language.say("whatif.option.robustness"))->group(group);
  app.add_option("--order", order_, language.say("whatif.option.order"))
      ->group(group)
      ->type_name("degree|strength|betweenness|random");
  app.add_flag("--initial", initial_, language.say("whatif.option.initial"))->group(group);
  allow_whole_numbers(app.add_option("--runs", runs_, language.say("whatif.option.runs"))->group(group)->type_name("N"),
                      language, 1, 100000);
  app.add_option("--measure", measure_, language.say("cli.option.hub_measure", {{"codes", followed_measure_codes_listed()}}))
      ->group(language.say("cli.group.measure"))
      ->type_name(language.say("cli.type.code"));
}

// One question at a time: what lapses, what costs most, or how robust it all is.
void WhatIfCommand::check_question(const Language& language) const {
  const bool lapses = !without_.empty() || !lapse_before_.empty() || not_renewed_;
  const int questions = (lapses ? 1 : 0) + (costliest_ > 0 ? 1 : 0) + (robustness_ ? 1 : 0);
  if (questions != 1)
    throw Failure(ExitCode::usage,
                  language.say(questions == 0 ? "whatif.error.no_question" : "whatif.error.several_questions"));
  only_with("--robustness", robustness_, {"--order", "--initial", "--runs"}, language);
  only_with("--lapse-before, --without, --not-renewed", lapses, {"--measure"}, language);
}

LapseQuestion WhatIfCommand::question(Session& session) const {
  LapseQuestion question;
  if (!lapse_before_.empty())
    question.before = day_of_argument(lapse_before_, "--lapse-before", false, session.language);
  question.not_renewed = not_renewed_;
  for (const auto& word : without_) {
    const auto match = session.resolve(word, {EntityKind::institution, EntityKind::person, EntityKind::agreement});
    auto& list = match.kind == EntityKind::institution ? question.institutions
                 : match.kind == EntityKind::person    ? question.people
                                                       : question.agreements;
    if (std::ranges::find(list, match.row) == list.end()) list.push_back(match.row);
  }
  return question;
}

// What lapses is in force: without a date of its own the network is that of the reference day.
NetworkView WhatIfCommand::network(Session& session) const {
  auto options = without_directions(session);
  if (options.kind == ViewKind::two_mode) throw Failure(ExitCode::usage, session.language.say("whatif.error.two_mode"));
  const bool is_dated = options.as_of || options.from || options.to;
  if (!is_dated) options.as_of = session.data().latest_stated_day();
  auto view = build(session, options);
  view.selection.reference_day_is_asked = view.selection.reference_day_is_asked && is_dated;
  return view;
}

ExitCode WhatIfCommand::answer_question(Session& session) const {
  const auto& language = session.language;
  LossOptions options;
  options.measure = known_followed_measure(measure_, language);
  options.seed = output_.seed;
  const auto asked = question(session);
  const auto view = network(session);
  const auto lapse = lapse_of(view, asked);
  const bool names_nothing =
      !without_.empty() && lapse.lapsing.empty() && lapse.removed.empty() && !asked.before && !asked.not_renewed;
  if (names_nothing) session.warn(language.say("whatif.note.names_nothing"));
  const auto losses = session.timings.phase("whatif", [&] { return losses_of(view, lapse, options); });
  const WhatIfMaterial material{
      .view = &view, .question = &asked, .lapse = &lapse, .losses = &losses, .measure = options.measure};

  constexpr std::size_t agreements_read = 40, pairs_read = 5;
  SectionedAnswer answer;
  answer.title = whatif_title(material, language);
  answer.lead = whatif_sentences(material, language);
  answer.before = {whatif_figures(material, language),
                   whatif_agreements(material, language, format_of(output_) == "xlsx" ? 0 : agreements_read)};
  answer.main.table = whatif_institutions(material, language);
  answer.main.json = whatif_json(material, options);
  answer.main.rows_key = "institutions";
  for (const auto& loss : in_order_of_loss(losses)) answer.main.rows.push_back(node_loss_json(material, loss));
  answer.columns_for_reading = {"name",           "lost_agreements", "lost_partners", "lost_names",
                                "partners_after", "reach_after",     "rank_after",    "isolated"};
  answer.rows_for_reading = 40;
  if (!lapse.lapsing.empty() || !lapse.removed.empty()) {
    answer.after = {whatif_hubs(material, language), whatif_pairs(material, language, pairs_read),
                    whatif_communities(material, language)};
  }
  if (!losses.has_betweenness) answer.notes.push_back(language.say("whatif.note.no_betweenness"));
  answer.notes.push_back(language.say("whatif.note.definitions"));
  answer.notes.push_back(settings_sentence(view, language));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

ExitCode WhatIfCommand::run(Session& session) {
  const auto& language = session.language;
  check_question(language);
  if (robustness_) {
    const auto request = robustness_request(order_, initial_, runs_, output_, language);
    session.load(words_.data(language), words_.input_format);
    give_robustness(session, output_, network(session), request);
    return ExitCode::done;
  }
  load(session);
  if (costliest_ == 0) return answer_question(session);
  give_costliest(session, output_, network(session), costliest_);
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_whatif() {
  return std::make_unique<WhatIfCommand>();
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/evolution.hpp"


#include "cli/evolution_json.hpp"
#include "cli/network_command.hpp"
#include "cli/picture.hpp"
#include "cli/version.hpp"
#include "drawing/evolution_chart.hpp"
#include "report/evolution_page.hpp"
#include "report/evolution_tables.hpp"
#include "report/link_map.hpp"
#include "report/markdown_page.hpp"
#include "report/terminal_page.hpp"

namespace maillage {
namespace {

constexpr int kCommunityRuns = 4;  // on every step: fewer than `communities` takes for one

// The network followed through time: at every change date, in exact means, in each period of the calendar.
class EvolveCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override;
  bool is_page() const { return table_.empty() && is_read(output_); }
  void check_combination(const Language& language) const;
  EvolutionOptions options(Session& session) const;
  void give_drawing(Session& session, const Evolution& evolution, const EvolutionOptions& chosen) const;
  Table table_asked_for(const DataSet& data, const Evolution& evolution, const Language& language) const;
  std::vector<std::string> notes(const EvolutionOptions& chosen, const Evolution& evolution, Session& session) const;

  std::vector<std::string> measures_{"strength"}, names_;
  std::string step_, table_;
  bool follows_communities_ = false;
  double threshold_ = 0.3;
  MeasureArguments measure_arguments_;
  std::string title_, palette_ = "light";
  double width_ = 1280, dots_per_inch_ = 192;
};

void EvolveCommand::define_own(CLI::App& app, const Language& language) {
  const auto group = language.say("evolution.group");
  app.add_option("--measure", measures_, language.say("evolution.option.measure", {{"codes", followed_measure_codes_listed()}}))
      ->group(group)->delimiter(',')->allow_extra_args(false)->type_name(language.say("cli.type.code"));
  app.add_option("--of", names_, language.say("evolution.option.of"))
      ->group(group)->allow_extra_args(false)->type_name(language.say("cli.type.name"));
  app.add_option("--every", step_, language.say("evolution.option.every"))->group(group)->type_name("year|quarter|month");
  app.add_option("--table", table_, language.say("evolution.option.table"))
      ->group(group)->type_name("periods|institutions|series|survival|communities");
  app.add_flag("--communities", follows_communities_, language.say("evolution.option.communities"))->group(group);
  allow_numbers(app.add_option("--threshold", threshold_, language.say("evolution.option.threshold"))->group(group)->type_name("θ"),
                language, {.least = 0, .most = 1, .holds_most = false});
  measure_arguments_.define(app, language);
  const auto picture = language.say("cli.group.picture");
  app.add_option("--title", title_, language.say("cli.option.title"))->group(picture)->type_name(language.say("cli.type.text"));
  allow_numbers(app.add_option("--width", width_, language.say("cli.option.width"))->group(picture)->type_name("PX"), language, {280, 20000});
  allow_numbers(app.add_option("--dpi", dots_per_inch_, language.say("cli.option.dpi"))->group(picture)->type_name("N"), language, {20, 2400});
  app.add_option("--palette", palette_, language.say("cli.option.palette"))->group(picture)->type_name("light|dark");
}

void EvolveCommand::check_combination(const Language& language) const {
  for (const auto& word : measure_words(measures_)) known_followed_measure(word, language);
  apart_from("evolve", true, {"--status"}, language);
  only_with("-o .svg, .png, .pdf", is_picture(output_), {"--title", "--width", "--dpi", "--palette"}, language);
  apart_from("-o " + output_.file, is_picture(output_), {"--table", "--sort", "--columns"}, language);
  only_with("--table, --format csv, excel, xlsx", !is_page() && format_of(output_) != "json", {"--sort", "--columns"}, language);
}

EvolutionOptions EvolveCommand::options(Session& session) const {
  const auto& language = session.language;
  EvolutionOptions options;
  options.view = view_arguments_.resolve(session);
  if (options.view.kind != ViewKind::institutions || options.view.dates != DateBasis::in_force || options.view.directed) {
    throw Failure(ExitCode::usage, language.say("evolution.error.view"));
  }
  if (!step_.empty()) {
    options.step = code_of_option<CalendarStep>("--every", step_, language);
  }
  options.measure_options = measure_arguments_.resolve(language);
  options.measures.clear();
  for (const auto& word : measure_words(measures_)) options.measures.push_back(known_followed_measure(word, language));
  for (const auto& name : names_) {
    options.institutions.push_back(institution_in_view(session.data(), options.view, options.view.as_of, kNone, session.institution(name)));
  }
  if (output_.top > 0) options.top = output_.top;
  options.step_is_asked = !step_.empty();
  options.threshold = threshold_;
  if (follows_communities_ || table_ == "communities") options.communities = CommunityOptions{.seed = output_.seed, .runs = kCommunityRuns};
  return options;
}

// With the course of the ranks, for which the page has a table of its own.
std::vector<std::string> institution_columns() {
  auto columns = evolution_institution_columns_to_read();
  columns.insert(columns.end(), {"rank_first", "rank_last", "ranks"});
  return columns;
}

Table EvolveCommand::table_asked_for(const DataSet& data, const Evolution& evolution, const Language& language) const {
  if (table_.empty() || table_ == "periods") {
    return evolution_periods_table(step_.empty() ? evolution.slices : evolution.periods, language);
  }
  if (table_ == "communities") {
    return evolution_communities_table(data, evolution.communities.value_or(FollowedCommunities{}), language);
  }
  if (table_ == "institutions") return evolution_institutions_table(data, evolution, language);
  return table_ == "series" ? evolution_series_table(data, evolution, language) : evolution_survival_table(evolution, language);
}

std::vector<std::string> EvolveCommand::notes(const EvolutionOptions& chosen, const Evolution& evolution, Session& session) const {
  const auto& view = chosen.view;
  auto shown = view;
  if (evolution.from <= evolution.to) {
    shown.from = evolution.from;
    shown.to = evolution.to;
  }
  std::vector<std::string> notes{settings_sentence(shown, select_agreements(session.data(), view), session.language)};
  for (auto& filter : filter_sentences(session.data(), view, session.language)) notes.push_back(std::move(filter));
  if (!are_usual(chosen.measure_options)) notes.push_back(settings_sentence(chosen.measure_options, session.language));
  return notes;
}

void EvolveCommand::give_drawing(Session& session, const Evolution& evolution, const EvolutionOptions& chosen) const {
  ChartOptions chart;
  chart.sheet = width_ < 600 ? SheetWidth::narrow : SheetWidth::wide;
  chart.palette = palette_ == "dark" ? Palette::dark : Palette::light;
  chart.drawing_id = "evolution";
  chart.notes = notes(chosen, evolution, session);
  chart.command = session.command;
  chart.version = kVersion;
  chart.data_hash = session.data().content_hash;
  const auto title = title_.empty() ? evolution_headline(evolution, session.language) : title_;
  const auto picture = session.timings.phase("layout", [&] { return draw_evolution(session.data(), evolution, title, chart, session.language); });
  give_picture(session, output_, picture_kind(output_, {"svg", "png", "pdf"}, session.language), picture.svg, dots_per_inch_);
}

ExitCode EvolveCommand::run(Session& session) {
  const auto& language = session.language;
  if (!table_.empty()) {
    check_code("--table", table_, {"periods", "institutions", "series", "survival", "communities"}, language);
  }
  check_code("--palette", palette_, {"light", "dark"}, language);
  check_combination(language);
  if (is_picture(output_)) {
    session.load(words_.data(language), words_.input_format);
  } else {
    load(session);
  }
  const auto& data = session.data();
  const auto chosen = options(session);
  const auto evolution = session.timings.phase("evolution", [&] {
    return with_katz_told(chosen.measure_options, language, [&] { return evolution_of(data, chosen); });
  });
  for (const auto row : chosen.institutions) {
    const auto is_it = [&](const FollowedInstitution& institution) { return institution.row == row; };
    if (std::ranges::any_of(evolution.institutions, is_it)) continue;
    session.warn(language.say("evolution.not_a_node", {{"name", std::string(data.name_of_institution(row))}}));
  }
  if (is_picture(output_)) {
    give_drawing(session, evolution, chosen);
    return ExitCode::done;
  }
  const auto format = format_of(output_);
  if (is_page()) {
    const auto page = evolution_page(data, evolution, notes(chosen, evolution, session), language);
    give_bytes(session, output_, format == "md" ? markdown_page(page, LinkMap("evolve.md"), language)
                                                : terminal_page(page, language, terminal_width(output_)));
    return ExitCode::done;
  }
  Answer answer;
  answer.table = table_asked_for(data, evolution, language);
  answer.table.title = language.say("evolution.title");
  answer.table.notes = notes(chosen, evolution, session);
  if (format == "json") {
    NetworkView view;
    view.options = chosen.view;
    view.selection = select_agreements(data, chosen.view);
    answer.json = evolution_json(data, evolution);
    answer.json["settings"] = settings_json(view);
    answer.json["settings"]["every"] = std::string(code_name(chosen.step));
    put_settings(answer.json["settings"], chosen.measure_options);
  }
  auto output = table_ == "institutions" ? columns_to_read(output_, institution_columns()) : output_;
  output.top = 0;  // it chose the institutions
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_evolve() { return std::make_unique<EvolveCommand>(); }

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"
#include "cli/period_report.hpp"
#include "cli/report_coverage.hpp"
#include "cli/report_figures.hpp"
#include "cli/report_folder.hpp"
#include "cli/report_template.hpp"
#include "drawing/tokens.hpp"
#include "report/period_words.hpp"

namespace maillage {
namespace {

class ReportCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  OutputOptions::Kind output_kind() const override { return OutputOptions::Kind::file_only; }
  void define_own(CLI::App& app, const Language& language) override {
    auto* ending_within = app.add_option("--ending-within", ending_within_, language.say("cli.option.ending_within"));
    ending_within->group(language.say("cli.group.report"))->type_name("N");
    allow_whole_numbers(ending_within, language, 1, 1200);
    const auto group = language.say("cli.group.report");
    app.add_option("--for", period_.whom, language.say("cli.option.report_for"))->group(group)->type_name(language.say("cli.type.name"));
    app.add_option("--since", period_.since, language.say("cli.option.report_since"))->group(group)->type_name(language.say("cli.type.date"));
    app.add_option("--template", template_, language.say("cli.option.report_template"))->group(group)
        ->type_name(language.say("cli.type.template"));
  }
  bool is_on_a_period() const { return !period_.whom.empty() || !period_.since.empty(); }
  int ending_within_ = 24;
  PeriodWords period_;
  std::string template_;
};

void put_words(PeriodReportInput& input, const Language& language, std::optional<Wording> wording) {
  if (!wording) return;
  const auto& question = input.facts.question;
  const auto& data = input.report.data;
  const auto day = [&](const std::optional<Day>& one) { return one ? language.date(*one) : std::string(); };
  const auto name = question.person != kNone        ? std::string(data.name_of_person(question.person))
                    : question.institution != kNone ? std::string(data.name_of_institution(question.institution))
                    : language.is_french()          ? data.title_fr
                                                    : data.title_en;
  fill_in({{"name", name}, {"from", day(question.from)}, {"to", day(question.to)},
           {"period", period_in_words(question.from, question.is_since ? std::nullopt : question.to, language)}, {"date", day(input.report.as_of)}}, *wording);
  input.report.wording = std::move(wording);
}

// A report on a period tells the state on its last day, or on the latest that the data state where that is earlier.
ViewOptions at_end_of_period(ViewOptions options, const DataSet& data) {
  const auto latest = data.latest_stated_day();
  if (options.to && !options.as_of && latest && *options.to < *latest) options.as_of = options.to;
  return options;
}

ExitCode ReportCommand::run(Session& session) {
  const auto& language = session.language;
  if (output_.file.empty()) {
    throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  }
  std::optional<Wording> wording;
  if (!template_.empty()) wording = read_template(template_, language);
  if (is_on_a_period()) {
    load(session);
    const auto material = period_material(session, view_arguments_.resolve(session), period_, output_.seed);
    material->input.report.figure_styles = style_rules();
    material->input.report.ending_within_months = ending_within_;
    put_words(material->input, language, std::move(wording));
    auto files = session.timings.phase("report", [&] { return make_period_report(material->input, language); });
    give_report(session, output_, std::move(files));
    return ExitCode::done;
  }
  load(session);
  const auto options = at_end_of_period(view_arguments_.resolve(session), session.data());
  const auto material = MapMaterial::of(session, build(session, options), output_.seed, false);
  auto input = report_input(session, material, output_.seed);
  input.ending_within_months = ending_within_;
  input.figures = report_figures(session, material);
  input.blank_areas = report_coverage(session, material.view.options);
  if (input.blank_areas) input.figures.push_back(coverage_figure(session, *input.blank_areas, material.view.options));
  input.figure_styles = style_rules();
  if (wording) {
    const auto title = language.is_french() ? input.data.title_fr : input.data.title_en;
    const auto day = [&](const std::optional<Day>& one) { return one ? language.date(*one) : std::string(); };
    fill_in({{"name", title}, {"from", day(input.view.options.from)}, {"to", day(input.view.options.to)},
             {"period", period_in_words(input.view.options.from, input.view.options.to, language)}, {"date", day(input.as_of)}}, *wording);
    input.wording = std::move(wording);
  }
  auto files = session.timings.phase("report", [&] { return make_report(input, language); });
  give_report(session, output_, std::move(files));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"
#include "cli/report_input.hpp"
#include "cli/version.hpp"
#include "drawing/tokens.hpp"

namespace maillage {
namespace {

class ReportCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  OutputOptions::Kind output_kind() const override { return OutputOptions::Kind::file_only; }
  void define_own(CLI::App& app, const Language& language) override {
    app.add_option("--ending-within", ending_within_, language.say("cli.option.ending_within"))
        ->group(language.say("cli.group.report"))->type_name("N")->check(CLI::Range(1, 1200));
  }
  std::vector<ReportFigure> figures(Session& session, const MapMaterial& material) const;
  int ending_within_ = 24;
};

std::map<std::string, std::string> anchors(const DataSet& data) {
  std::map<std::string, std::string> links;
  for (Index row = 0; row < data.institutions.size(); ++row) {
    links[std::string(data.institutions.id[row])] = "#institution-" + std::string(data.institutions.id[row]);
  }
  for (Index row = 0; row < data.agreements.size(); ++row) {
    links[std::string(data.agreements.id[row])] = "#agreement-" + std::string(data.agreements.id[row]);
  }
  return links;
}

std::vector<ReportFigure> ReportCommand::figures(Session& session, const MapMaterial& material) const {
  const auto& language = session.language;
  const auto& data = *material.view.data;
  std::vector<ReportFigure> made;
  constexpr double phone_width = 390;

  auto map = material.input(session);
  map.links = anchors(data);
  MapOptions map_options;
  map_options.drawing_id = "map-wide";
  ReportFigure map_figure{"map", draw_map(map, map_options, language).svg, {}};
  map_options.drawing_id = "map-narrow";
  map_options.width = phone_width;
  map_options.is_narrow = true;
  map_figure.narrow = draw_map(map, map_options, language).svg;
  made.push_back(std::move(map_figure));

  const auto timeline = timeline_input(session, material.view.options, material.hubs, material.view);
  TimelineOptions line_options;
  line_options.link = [&data](Index a) { return "#agreement-" + std::string(data.agreements.id[a]); };
  line_options.drawing_id = "timeline-wide";
  ReportFigure line_figure{"timeline", draw_timeline(timeline, line_options, language).svg, {}};
  line_options.drawing_id = "timeline-narrow";
  line_options.sheet = SheetWidth::narrow;
  line_figure.narrow = draw_timeline(timeline, line_options, language).svg;
  made.push_back(std::move(line_figure));

  return made;
}

ExitCode ReportCommand::run(Session& session) {
  const auto& language = session.language;
  if (output_.file.empty()) {
    throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  }
  const auto material = MapMaterial::of(session, load_and_build(session), output_.seed, false);
  auto input = report_input(session, material, output_.seed);
  input.ending_within_months = ending_within_;
  input.figures = session.timings.phase("layout", [&] { return figures(session, material); });
  input.figure_styles = style_rules();
  const auto files = session.timings.phase("report", [&] { return make_report(input, language); });
  session.timings.phase("write", [&] { give_folder(session, output_, files); });
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace maillage

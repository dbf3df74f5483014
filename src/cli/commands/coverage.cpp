// SPDX-License-Identifier: Apache-2.0
#include "report/coverage_table.hpp"

#include "cli/coverage_picture.hpp"
#include "cli/network_command.hpp"
#include "cli/picture.hpp"

namespace maillage {
namespace {

class CoverageCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override;
  TerritoryLevel level(const DataSet& data, const Language& language) const;
  CoverageOptions options(Session& session) const;
  void give_table(Session& session, const Coverage& coverage, const CoverageOptions& options) const;

  std::string level_, title_, palette_ = "light";
  std::vector<std::string> parties_;
  bool totals_ = false;
  double width_ = 1280, dots_per_inch_ = 192;
};

void CoverageCommand::define_own(CLI::App& app, const Language& language) {
  const auto group = language.say("coverage.group");
  app.add_option("--level", level_, language.say("coverage.option.level"))
      ->group(group)->type_name("epci|commune|departement|region|country");
  app.add_option("--party", parties_, language.say("cli.option.party"))
      ->group(group)->allow_extra_args(false)->type_name(language.say("cli.type.name"));
  app.add_flag("--totals", totals_, language.say("coverage.option.totals"))->group(group);
  const auto picture = language.say("cli.group.picture");
  app.add_option("--title", title_, language.say("cli.option.title"))->group(picture)->type_name(language.say("cli.type.text"));
  allow_numbers(app.add_option("--width", width_, language.say("cli.option.width"))->group(picture)->type_name("PX"),
                language, {280, 20000});
  allow_numbers(app.add_option("--dpi", dots_per_inch_, language.say("cli.option.dpi"))->group(picture)->type_name("N"),
                language, {20, 2400});
  app.add_option("--palette", palette_, language.say("cli.option.palette"))->group(picture)->type_name("light|dark");
}

// Without --level: groups of communes where the data have several, else the finest level of which they do.
TerritoryLevel CoverageCommand::level(const DataSet& data, const Language& language) const {
  const auto known = levels_to_cover(data);
  if (level_.empty()) {
    if (std::ranges::find(known, TerritoryLevel::epci) != known.end()) return TerritoryLevel::epci;
    return known.empty() ? TerritoryLevel::epci : known.back();
  }
  return code_of_option<TerritoryLevel>("--level", level_, language, "level");
}

CoverageOptions CoverageCommand::options(Session& session) const {
  CoverageOptions options;
  options.view = view_arguments_.resolve(session);
  for (const auto& word : parties_) options.view.parties.push_back(session.institution(word));
  options.level = level(session.data(), session.language);
  return options;
}

void CoverageCommand::give_table(Session& session, const Coverage& coverage, const CoverageOptions& options) const {
  const auto& data = session.data();
  const auto& language = session.language;
  auto output = output_;
  Answer answer;
  if (totals_) {
    answer.table = coverage_totals_table(coverage, language);
  } else {
    const auto order = coverage_order(data, coverage);
    answer.table = coverage_table(data, coverage, order, language);
    output = columns_to_read(std::move(output), coverage_columns_for_reading());
    if (format_of(output) == "json") {
      for (const auto i : order) answer.rows.push_back(covered_territory_json(data, coverage.territories[i]));
    }
  }
  answer.json = coverage_json(data, coverage, options);
  answer.rows_key = totals_ ? "" : "territories";
  answer.table.notes = coverage_sentences(data, coverage, options.level, language);
  answer.table.notes.push_back(coverage_settings(data, options, language));
  give(session, output, std::move(answer));
}

ExitCode CoverageCommand::run(Session& session) {
  const auto& language = session.language;
  check_code("--palette", palette_, {"light", "dark"}, language);
  only_with("-o .svg, .png, .pdf", is_picture(output_), {"--title", "--width", "--dpi", "--palette"}, language);
  apart_from("-o " + output_.file, is_picture(output_), {"--totals", "--sort", "--columns"}, language);
  if (is_picture(output_)) {
    session.load(words_.data(language), words_.input_format);
  } else {
    load(session);
  }
  const auto chosen = options(session);
  const auto coverage = session.timings.phase("coverage", [&] { return coverage_of(session.data(), chosen); });
  if (coverage.territories.empty()) {
    throw Failure(ExitCode::usage, language.say("coverage.error.no_territories",
                                                {{"level", language.label("level", code_name(chosen.level))}}));
  }
  if (!is_picture(output_)) {
    give_table(session, coverage, chosen);
    return ExitCode::done;
  }
  CoverageMapOptions map;
  map.sheet = width_ < 600 ? SheetWidth::narrow : SheetWidth::wide;
  map.palette = palette_ == "dark" ? Palette::dark : Palette::light;
  const auto input = coverage_map_input(session, coverage, chosen, title_);
  const auto picture = session.timings.phase("layout", [&] { return draw_coverage_map(input, map, language); });
  give_picture(session, output_, picture_kind(output_, {"svg", "png", "pdf"}, language), picture.svg, dots_per_inch_);
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_coverage() { return std::make_unique<CoverageCommand>(); }

}  // namespace maillage

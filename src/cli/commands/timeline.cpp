// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"
#include "cli/picture.hpp"

namespace maillage {
namespace {

class TimelineCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  OutputOptions::Kind output_kind() const override { return OutputOptions::Kind::file_only; }
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("cli.group.picture");
    app.add_option("--group-by", group_by_, language.say("cli.option.group_by"))
        ->group(group)->type_name("institution|type");
    allow_numbers(app.add_option("--width", width_, language.say("cli.option.width"))->group(group)->type_name("PX"),
                  language, {280, 20000});
    allow_numbers(app.add_option("--dpi", dots_per_inch_, language.say("cli.option.dpi"))->group(group)->type_name("N"),
                  language, {20, 2400});
    allow_whole_numbers(app.add_option("--page", page_, language.say("cli.option.page"))->group(group)->type_name("N"),
                        language, 1, 100000);
    app.add_option("--palette", palette_, language.say("cli.option.palette"))->group(group)->type_name("light|dark");
  }
  std::string group_by_ = "institution", palette_ = "light";
  double width_ = 1280, dots_per_inch_ = 192;
  std::size_t page_ = 1;
};

ExitCode TimelineCommand::run(Session& session) {
  const auto& language = session.language;
  const auto kind = picture_kind(output_, {"svg", "png", "pdf"}, language);
  const auto grouping = parse_code<TimelineGrouping>(group_by_);
  if (!grouping) {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--group-by"},
                                                                           {"value", shown_word(group_by_)},
                                                                           {"codes", "institution, type"}}));
  }
  if (palette_ != "light" && palette_ != "dark") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--palette"},
                                                                           {"value", shown_word(palette_)},
                                                                           {"codes", "light, dark"}}));
  }
  const auto view = load_and_build(session);
  HubOptions hub_options;
  hub_options.resamples = 0;
  const auto hubs = rank_hubs(view, hub_options);
  const auto input = timeline_input(session, view.options, hubs, view);
  TimelineOptions options;
  options.grouping = *grouping;
  options.sheet = width_ < 600 ? SheetWidth::narrow : SheetWidth::wide;
  options.palette = palette_ == "dark" ? Palette::dark : Palette::light;
  options.page = page_ - 1;
  const auto pages = timeline_pages(input, options);
  if (page_ > pages) {
    throw Failure(ExitCode::usage, language.say_count("cli.error.page", static_cast<std::int64_t>(pages)));
  }
  const auto picture = session.timings.phase("layout", [&] { return draw_timeline(input, options, language); });
  give_picture(session, output_, kind, picture.svg, dots_per_inch_);
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_timeline() { return std::make_unique<TimelineCommand>(); }

}  // namespace maillage

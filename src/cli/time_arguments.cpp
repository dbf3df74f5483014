// SPDX-License-Identifier: Apache-2.0
#include "cli/time_arguments.hpp"

#include "cli/view_arguments.hpp"

namespace maillage {

void TimeArguments::define(CLI::App& app, const Language& language) {
  const auto group = language.say("path.group");
  const auto add = [&](const char* name, auto& target, const char* key, const std::string& type) {
    app.add_option(name, target, language.say(key))->group(group)->type_name(type);
  };
  add("--start", start, "path.option.start", language.say("cli.type.date"));
  add("--end", end, "path.option.end", language.say("cli.type.date"));
  app.add_flag("--strict", strict, language.say("path.option.strict"))->group(group);
  add("--reading", reading, "path.option.reading", "earliest|latest|certain");
}

TimeOptions TimeArguments::resolve(const Language& language) const {
  TimeOptions options;
  options.strict = strict;
  options.reading = code_of_option<SpellReading>("--reading", reading, language);
  if (!start.empty()) options.start = day_of_argument(start, "--start", false, language);
  if (!end.empty()) options.end = day_of_argument(end, "--end", true, language);
  if (options.start && options.end && *options.start > *options.end) {
    throw Failure(ExitCode::usage, language.say("cli.error.window", {{"from", start}, {"to", end}}));
  }
  return options;
}

std::string time_settings_sentence(const TimeOptions& options, const std::optional<TimeWindow>& window,
                                   const Language& language) {
  if (!window) return language.say("path.no_dates");
  return language.say(options.end ? "path.settings.window" : "path.settings.start",
                      {{"start", language.date(window->start)},
                       {"end", options.end ? language.date(*options.end) : ""},
                       {"strict", language.say(options.strict ? "path.strict" : "path.not_strict")},
                       {"reading", language.label("reading", code_name(options.reading))}});
}

std::vector<std::string> doubt_sentences(const SpellCounts& counts, SpellReading reading, const Language& language) {
  std::vector<std::string> sentences;
  if (counts.undated > 0) {
    const auto* key = reading == SpellReading::earliest ? "path.undated_always" : "path.undated_never";
    sentences.push_back(language.say_count(key, counts.undated));
  }
  if (counts.doubtful > counts.undated) {
    const auto* key = reading == SpellReading::certain ? "path.doubtful_certain" : "path.doubtful";
    sentences.push_back(language.say_count(key, counts.doubtful - counts.undated));
  }
  return sentences;
}

void put_time_settings(Json& settings, const TimeOptions& options, const std::optional<TimeWindow>& window) {
  settings["start"] = window ? Json(to_iso(window->start)) : Json(nullptr);
  settings["end"] = options.end ? Json(to_iso(*options.end)) : Json(nullptr);
  settings["strict"] = options.strict;
  settings["reading"] = std::string(code_name(options.reading));
}

}  // namespace maillage

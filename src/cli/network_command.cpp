// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"

#include <algorithm>
#include <limits>

namespace maillage {

void add_distance(CLI::App& app, std::string& word, const Language& language) {
  app.add_option("--distance", word, language.say("cli.option.distance"))
      ->group(language.say("cli.group.measure"))->type_name("hops|inverse|weight");
}

Distance distance_of(const std::string& word, const Language& language) {
  if (const auto chosen = parse_code<Distance>(word)) return *chosen;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--distance"},
                                                                         {"value", shown_word(word)},
                                                                         {"codes", "hops, inverse, weight"}}));
}

void MeasureArguments::define(CLI::App& app, const Language& language) {
  const auto group = language.say("cli.group.measure");
  app.add_flag("--normalized", normalized, language.say("cli.option.normalized"))->group(group);
  add_distance(app, distance, language);
  auto* how_often = app.add_option("--damping", damping, language.say("cli.option.damping"));
  allow_numbers(how_often->group(group)->type_name("0…1"), language, {.least = 0, .most = 1, .holds_most = false});
  auto* attenuation = app.add_option("--alpha", alpha, language.say("cli.option.alpha"));
  allow_numbers(attenuation->group(group)->type_name("α"), language, {.least = 0});
  app.add_option("--mode", mode, language.say("cli.option.mode"))->group(group)->type_name("in|out");
  time.define(app, language);
  app.add_option("--temporal-distance", temporal_distance, language.say("path.option.temporal_distance"))
      ->group(language.say("path.group"))->type_name("hops|latency");
}

MeasureOptions MeasureArguments::resolve(const Language& language) const {
  MeasureOptions options;
  options.normalized = normalized;
  options.distance = distance_of(distance, language);
  options.damping = damping;
  options.alpha = alpha;
  options.time = time.resolve(language);
  options.time.distance = time_code_of<TemporalDistance>("--temporal-distance", temporal_distance, language);
  if (!mode.empty()) {
    options.mode = parse_code<Direction>(mode);
    if (!options.mode) {
      throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--mode"}, {"value", shown_word(mode)},
                                                                             {"codes", "in, out"}}));
    }
  }
  return options;
}

void put_settings(Json& settings, const MeasureOptions& options) {
  settings["normalized"] = options.normalized;
  settings["distance"] = std::string(code_name(options.distance));
  settings["damping"] = options.damping;
  if (options.alpha) settings["alpha"] = *options.alpha;
  if (options.mode) settings["mode"] = std::string(code_name(*options.mode));
}

void put_time(Answer& answer, const NetworkView& view, const std::vector<std::string>& codes, const MeasureOptions& options,
              const Language& language) {
  if (std::ranges::none_of(codes, needs_dates)) return;
  const auto window = time_window_of(*view.data, options.time);
  auto& settings = answer.json["settings"]["time"];
  put_time_settings(settings, options.time, window);
  settings["temporal_distance"] = std::string(code_name(options.time.distance));
  const auto counts = count_spells(view, options.time.reading);
  settings["agreements_doubtful"] = counts.doubtful;
  settings["agreements_undated"] = counts.undated;
  settings["agreements_left_out"] = counts.left_out;
  auto& notes = answer.table.notes;
  notes.push_back(time_settings_sentence(options.time, window, language));
  if (!window) return;
  if (std::ranges::find(codes, "temporal_closeness") != codes.end()) {
    const auto distance = language.label("temporal_distance", code_name(options.time.distance));
    notes.push_back(language.say("path.settings.distance", {{"distance", distance}}));
  }
  for (auto& sentence : doubt_sentences(counts, options.time.reading, language)) notes.push_back(std::move(sentence));
}

std::string settings_sentence(const MeasureOptions& options, const Language& language) {
  return language.say("cli.settings.measures",
                      {{"distance", language.label("distance", code_name(options.distance))},
                       {"normalized", language.say(options.normalized ? "cli.yes" : "cli.no")},
                       {"damping", language.number(options.damping, 2)}});
}

std::string measure_codes_listed(const std::vector<std::string_view>& further) {
  std::string known;
  for (const auto& codes : {measure_codes(), further}) {
    for (const auto name : codes) known += (known.empty() ? "" : ", ") + std::string(name);
  }
  return known;
}

std::string known_measure(const std::string& word, const Language& language, const char* option,
                          const std::vector<std::string_view>& further) {
  auto codes = measure_codes();
  codes.insert(codes.end(), further.begin(), further.end());
  if (std::ranges::find(codes, word) != codes.end()) return word;
  auto code = language.code_of_label("measure", word, codes);
  if (!code.empty()) return code;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", option},
                                                                         {"value", shown_word(word)},
                                                                         {"codes", measure_codes_listed(further)}}));
}

Scores betweenness_beside(Session& session, const NetworkView& view, const MeasureOptions& options) {
  constexpr double most_work = 5e9;
  const auto& network = view.network;
  if (static_cast<double>(network.vertex_count()) * network.edge_count() > most_work) {
    session.tell(session.language.say("cli.note.no_betweenness"));
    return {"betweenness", std::vector<double>(network.vertex_count(), std::numeric_limits<double>::quiet_NaN())};
  }
  return session.timings.phase("betweenness", [&] { return measure(view, "betweenness", options); });
}

std::string some_of(std::vector<std::string> texts, const Language& language, std::size_t most) {
  const auto count = texts.size();
  texts.resize(std::min(count, most));
  auto text = language.list(texts);
  if (count > most) text += " " + language.say_count("structure.and_more", static_cast<std::int64_t>(count - most));
  return text;
}

std::string names_of(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language,
                     std::size_t most) {
  std::vector<std::string> names;
  for (const auto v : vertices) names.emplace_back(view.label(v));
  return some_of(std::move(names), language, most);
}

std::vector<std::string> split_words(const std::vector<std::string>& given) {
  std::vector<std::string> words;
  for (const auto& text : given) std::ranges::move(split_at_commas(text), std::back_inserter(words));
  return words;
}

}  // namespace maillage

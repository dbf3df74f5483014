// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "cli/score_rows.hpp"

namespace maillage {

void NetworkCommand::only_with(const std::string& other, bool is_so, std::initializer_list<const char*> options,
                               const Language& language) const {
  for (const auto* option : options) {
    if (is_so || !is_given(option)) continue;
    throw Failure(ExitCode::usage, language.say("cli.error.goes_with", {{"option", option}, {"other", other}}));
  }
}

void NetworkCommand::apart_from(const std::string& other, bool is_so, std::initializer_list<const char*> options,
                                const Language& language) const {
  for (const auto* option : options) {
    if (!is_so || !is_given(option)) continue;
    throw Failure(ExitCode::usage, language.say("cli.error.apart", {{"option", option}, {"other", other}}));
  }
}

ViewOptions NetworkCommand::without_directions(Session& session) const {
  auto options = view_arguments_.resolve(session);
  if (options.directed) session.tell(session.language.say("cli.note.undirected"));
  options.directed = false;
  return options;
}

void add_distance(CLI::App& app, std::string& word, const Language& language) {
  app.add_option("--distance", word, language.say("cli.option.distance"))
      ->group(language.say("cli.group.measure"))->type_name("hops|inverse|weight");
}

Distance distance_of(const std::string& word, const Language& language) {
  return code_of_option<Distance>("--distance", word, language);
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
  options.time.distance = code_of_option<TemporalDistance>("--temporal-distance", temporal_distance, language);
  if (!mode.empty()) options.mode = code_of_option<Direction>("--mode", mode, language);
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
  auto sentence = language.say("cli.settings.measures",
                               {{"distance", language.label("distance", code_name(options.distance))},
                                {"normalized", language.say(options.normalized ? "cli.yes" : "cli.no")},
                                {"damping", language.number(options.damping, 2)}});
  if (options.alpha) {
    sentence += " " + language.say("cli.settings.alpha", {{"alpha", shown_number(*options.alpha, language)}});
  }
  if (options.mode) {
    sentence += " " + language.say("cli.settings.mode." + std::string(code_name(*options.mode)));
  }
  return sentence;
}

bool are_usual(const MeasureOptions& options) {
  const MeasureOptions usual;
  return options.normalized == usual.normalized && options.distance == usual.distance &&
         options.damping == usual.damping && !options.alpha && !options.mode;
}

std::string measure_codes_listed(const std::vector<std::string_view>& further) {
  auto codes = measure_codes();
  codes.insert(codes.end(), further.begin(), further.end());
  return listed_codes(codes);
}

std::string known_measure(const std::string& word, const Language& language, const char* option,
                          const std::vector<std::string_view>& further) {
  auto codes = measure_codes();
  codes.insert(codes.end(), further.begin(), further.end());
  if (std::ranges::find(codes, word) != codes.end()) return word;
  auto code = language.code_of_label("measure", word, codes);
  if (!code.empty()) return code;
  refuse_code(option, word, codes, language);
}

static std::vector<std::string_view> ranking_measure_codes() {
  constexpr std::array<std::string_view, 3> labels{"community", "component", "articulation"};
  auto codes = measure_codes();
  std::erase_if(codes, [&](std::string_view code) { return std::ranges::find(labels, code) != labels.end(); });
  return codes;
}

std::string ranking_measure_codes_listed() { return listed_codes(ranking_measure_codes()); }

static std::string known_among(const std::vector<std::string_view>& codes, const std::string& word, const Language& language) {
  if (std::ranges::find(codes, word) != codes.end()) return word;
  auto code = language.code_of_label("measure", word, codes);
  if (code.empty()) refuse_code("--measure", word, codes, language);
  return code;
}

std::string known_ranking_measure(const std::string& word, const Language& language) {
  return known_among(ranking_measure_codes(), word, language);
}

static std::vector<std::string_view> followed_measure_codes() {
  auto codes = ranking_measure_codes();
  std::erase_if(codes, [](std::string_view code) {
    const auto begins = [&](std::string_view beginning) { return code.starts_with(beginning); };
    return needs_dates(code) || needs_groups(code) || rests_on_parties(code) || begins("in_") || begins("out_");
  });
  return codes;
}

std::string known_followed_measure(const std::string& word, const Language& language) {
  return known_among(followed_measure_codes(), word, language);
}

std::string followed_measure_codes_listed() { return listed_codes(followed_measure_codes()); }

std::vector<std::string> measure_words(const std::vector<std::string>& given) {
  auto words = split_words(given);
  return words.empty() ? given : words;
}

Failure alpha_too_large(const MeasureOptions& options, double limit, const Language& language) {
  return {ExitCode::usage, language.say("cli.error.alpha", {{"value", shown_number(options.alpha.value_or(0), language)},
                                                            {"limit", language.number(limit, 6)}})};
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

// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"

#include <algorithm>
#include <limits>

namespace maillage {

void MeasureArguments::define(CLI::App& app, const Language& language) {
  const auto group = language.say("cli.group.measure");
  app.add_flag("--normalized", normalized, language.say("cli.option.normalized"))->group(group);
  app.add_option("--distance", distance, language.say("cli.option.distance"))
      ->group(group)->type_name("hops|inverse|weight");
  auto* how_often = app.add_option("--damping", damping, language.say("cli.option.damping"));
  allow_numbers(how_often->group(group)->type_name("0…1"), language, {.least = 0, .most = 1, .holds_most = false});
}

MeasureOptions MeasureArguments::resolve(const Language& language) const {
  const auto chosen = parse_code<Distance>(distance);
  if (!chosen) {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--distance"},
                                                                           {"value", distance},
                                                                           {"codes", "hops, inverse, weight"}}));
  }
  return {.normalized = normalized, .distance = *chosen, .damping = damping};
}

std::string known_measure(const std::string& word, const Language& language) {
  const auto codes = measure_codes();
  if (std::ranges::find(codes, word) != codes.end()) return word;
  auto code = language.code_of_label("measure", word, codes);
  if (!code.empty()) return code;
  std::string known;
  for (const auto name : codes) known += (known.empty() ? "" : ", ") + std::string(name);
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code",
                                              {{"option", "--measure"}, {"value", word}, {"codes", known}}));
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

std::vector<std::string> split_words(const std::vector<std::string>& given) {
  std::vector<std::string> words;
  for (const auto& text : given) {
    for (std::size_t start = 0; start <= text.size();) {
      const auto end = std::min(text.find(',', start), text.size());
      if (end > start) words.push_back(text.substr(start, end - start));
      start = end + 1;
    }
  }
  return words;
}

}  // namespace maillage

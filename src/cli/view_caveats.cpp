// SPDX-License-Identifier: Apache-2.0
#include "cli/view_caveats.hpp"

#include <algorithm>

namespace maillage {

std::vector<std::string> measures_without_meaning(const NetworkView& view, const std::vector<std::string>& measures) {
  const bool is_of_two_kinds = view.options.kind == ViewKind::two_mode || view.options.kind == ViewKind::affiliations;
  if (!is_of_two_kinds) return {};
  constexpr std::string_view of_ties_between_neighbours[] = {"clustering",     "transitivity", "constraint",
                                                             "effective_size", "efficiency",   "hierarchy"};
  std::vector<std::string> found;
  for (const auto& measure : measures) {
    if (std::ranges::find(of_ties_between_neighbours, measure) != std::end(of_ties_between_neighbours)) {
      found.push_back(measure);
    }
  }
  return found;
}

void tell_without_meaning(const NetworkView& view, const std::vector<std::string>& measures, const Language& language,
                          Json& settings, std::vector<std::string>& notes) {
  const auto found = measures_without_meaning(view, measures);
  if (found.empty()) return;
  std::vector<std::string> labels;
  for (const auto& measure : found) {
    settings["no_meaning"][measure] = "two_kinds";
    labels.push_back(language.say((measure == "transitivity" ? "structure." : "measure.") + measure));
  }
  notes.push_back(language.say_count("cli.note.two_kinds", static_cast<std::int64_t>(found.size()),
                                     {{"measures", language.list(labels)}}));
}

void tell_without_direction(const NetworkView& view, const std::vector<std::string>& measures, const Language& language,
                            Json& settings, std::vector<std::string>& notes) {
  constexpr std::string_view of_ties[] = {"degree",     "strength",       "current_flow_closeness", "current_flow_betweenness",
                                          "subgraph",   "clustering",     "constraint",             "effective_size",
                                          "efficiency", "hierarchy",      "participation",          "within_module_z",
                                          "component",  "community",      "articulation"};
  if (!view.is_directed()) return;
  std::vector<std::string> labels;
  for (const auto& measure : measures) {
    if (std::ranges::find(of_ties, measure) == std::end(of_ties)) continue;
    settings["without_direction"].push_back(measure);
    labels.push_back(language.label("measure", measure));
  }
  if (labels.empty()) return;
  notes.push_back(language.say_count("centrality.without_direction", static_cast<std::int64_t>(labels.size()),
                                     {{"measures", language.list(labels)}}));
}

}  // namespace maillage

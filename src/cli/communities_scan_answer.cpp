// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/communities_answer.hpp"
#include "cli/json_forms.hpp"
#include "cli/view_arguments.hpp"

namespace maillage {
namespace {

// Number of the plateau that a step belongs to, from 1; 0 for none.
std::size_t plateau_of(const ResolutionScan& scan, std::size_t step) {
  for (std::size_t i = 0; i < scan.plateaus.size(); ++i) {
    if (step >= scan.plateaus[i].first && step <= scan.plateaus[i].last) return i + 1;
  }
  return 0;
}

void add_step(Answer& answer, const ResolutionScan& scan, std::size_t at, const Language& language) {
  const auto& step = scan.steps[at];
  const auto& partition = step.partition;
  const auto plateau = plateau_of(scan, at);
  answer.rows.push_back({{"resolution", partition.resolution},
                         {"communities", partition.count},
                         {"quality", step.quality},
                         {"modularity", partition.modularity},
                         {"stability", stability_json(partition)},
                         {"nmi_to_last", number_or_null(step.nmi_to_last)},
                         {"plateau", plateau > 0 ? Json(plateau) : Json(nullptr)}});
  const auto agreement = [&](double value) { return Cell(value, agreement_number(value, language)); };
  answer.table.rows.push_back({Cell(partition.resolution, language.number(partition.resolution, 4)),
                               Cell(std::int64_t{partition.count}), Cell(step.quality, language.number(step.quality, 4)),
                               agreement(partition.stability_nmi), agreement(partition.stability_ari),
                               agreement(step.nmi_to_last),
                               plateau > 0 ? Cell(static_cast<std::int64_t>(plateau)) : Cell("")});
}

Json plateaus_json(const ResolutionScan& scan) {
  Json json = Json::array();
  for (const auto& plateau : scan.plateaus) {
    json.push_back({{"from", scan.steps[plateau.first].partition.resolution},
                    {"to", scan.steps[plateau.last].partition.resolution},
                    {"steps", plateau.last - plateau.first + 1},
                    {"communities", scan.steps[plateau.first].partition.count}});
  }
  return json;
}

std::vector<std::string> plateau_sentences(const ResolutionScan& scan, const Language& language) {
  std::vector<std::string> found;
  const auto resolution = [&](std::size_t step) { return language.number(scan.steps[step].partition.resolution, 3); };
  for (const auto& plateau : scan.plateaus) {
    std::uint32_t least = scan.steps[plateau.first].partition.count, most = least;
    for (auto step = plateau.first; step <= plateau.last; ++step) {
      least = std::min(least, scan.steps[step].partition.count);
      most = std::max(most, scan.steps[step].partition.count);
    }
    const auto count = language.number(std::int64_t{least});
    found.push_back(language.say_count(
        "communities.scan.plateau", static_cast<std::int64_t>(plateau.last - plateau.first + 1),
        {{"low", resolution(plateau.first)},
         {"high", resolution(plateau.last)},
         {"communities", least == most ? count : count + "–" + language.number(std::int64_t{most})},
         {"nmi", language.number(kPlateauAgreement, 2)}}));
  }
  if (found.empty()) {
    found.push_back(language.say_count("communities.scan.no_plateau", static_cast<std::int64_t>(kPlateauSteps),
                                       {{"nmi", language.number(kPlateauAgreement, 2)}}));
  }
  return found;
}

}  // namespace

Answer answer_of_scan(const NetworkView& view, const ShownCommunities& shown, const ResolutionScan& scan,
                      std::uint64_t seed, const Language& language) {
  auto whole = answer_of_communities(view, shown, nullptr, language);
  Answer answer;
  answer.json = std::move(whole.json);
  answer.json["communities"] = std::move(whole.rows);
  answer.json["scan"] = Json::array();  // its place
  answer.json["plateaus"] = plateaus_json(scan);
  answer.rows_key = "scan";
  auto& table = answer.table;
  table.name = "scan";
  table.title = language.say("communities.scan.title");
  const auto right = TableColumn::Align::right;
  table.columns = {{"resolution", language.say("column.resolution"), right},
                   {"communities", language.say("column.communities"), right},
                   {"quality", language.say("column.quality"), right},
                   {"stability_nmi", language.say("column.stability_nmi"), right},
                   {"stability_ari", language.say("column.stability_ari"), right},
                   {"nmi_to_last", language.say("column.nmi_to_last"), right},
                   {"plateau", language.say("column.plateau"), right}};
  for (std::size_t step = 0; step < scan.steps.size(); ++step) add_step(answer, scan, step, language);
  table.notes = plateau_sentences(scan, language);
  if (!scan.steps.empty()) {
    table.notes.push_back(language.say(
        "communities.scan.settings",
        {{"algorithm", language.label("algorithm", shown.partition.algorithm)},
         {"quality", language.label("quality", code_name(shown.sought))},
         {"seed", language.number(static_cast<std::int64_t>(seed))},
         {"runs", language.number(static_cast<std::int64_t>(scan.steps.front().partition.runs))}}));
  }
  table.notes.push_back(settings_sentence(view, language));
  return answer;
}

}  // namespace maillage

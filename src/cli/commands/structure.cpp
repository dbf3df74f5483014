// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/structure.hpp"

#include <cmath>

#include "cli/network_command.hpp"

namespace maillage {
namespace {

class StructureCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;
};

std::string names_of(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language,
                     std::size_t most = 30) {
  std::vector<std::string> names;
  for (const auto v : vertices) {
    if (names.size() < most) names.emplace_back(view.label(v));
  }
  auto text = language.list(names);
  if (vertices.size() > most) {
    text += " " + language.say_count("structure.and_more", static_cast<std::int64_t>(vertices.size() - most));
  }
  return text;
}

Json ids_of(const NetworkView& view, const std::vector<Vertex>& vertices) {
  Json ids = Json::array();
  for (const auto v : vertices) ids.push_back(std::string(view.id(v)));
  return ids;
}

ExitCode StructureCommand::run(Session& session) {
  const auto view = load_and_build(session);
  const auto& language = session.language;
  const auto structure = session.timings.phase("structure", [&] { return structure_of(view.network); });

  Answer answer;
  auto& json = answer.json;
  json["nodes"] = structure.nodes;
  json["edges"] = structure.edges;
  json["density"] = number_or_null(structure.density);
  json["components"] = Json::array();
  for (const auto& members : structure.components) {
    json["components"].push_back({{"size", members.size()}, {"members", ids_of(view, members)}});
  }
  json["articulation_points"] = ids_of(view, structure.articulation_points);
  json["bridges"] = Json::array();
  for (const auto& [a, b] : structure.bridges) {
    json["bridges"].push_back(Json::array({std::string(view.id(a)), std::string(view.id(b))}));
  }
  json["max_core"] = structure.max_core;
  json["transitivity"] = number_or_null(structure.transitivity);
  json["assortativity"] = {{"degree", number_or_null(structure.degree_assortativity)}};
  json["degree_distribution"] = structure.degree_distribution;
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);

  auto& table = answer.table;
  table.name = "structure";
  table.title = language.say("structure.title");
  table.columns = {{"figure", language.say("column.figure")},
                   {"value", language.say("column.value"), TableColumn::Align::right},
                   {"who", language.say("column.who")}};
  const auto add = [&](const char* key, Cell value, std::string who = {}) {
    table.rows.push_back({Cell(std::string_view(key), language.say(std::string("structure.") + key)), std::move(value),
                          Cell(std::move(who))});
  };
  add("nodes", structure.nodes);
  add("edges", structure.edges);
  add("agreements", view.selection.items.size());
  const auto share = [&](double value) { return Cell(value, std::isnan(value) ? "–" : language.number(value, 4)); };
  add("density", share(structure.density));
  add("components", structure.components.size());
  constexpr std::size_t most_components = 20;
  for (std::size_t i = 0; i < structure.components.size() && i < most_components; ++i) {
    add("component", structure.components[i].size(), names_of(view, structure.components[i], language));
  }
  if (structure.components.size() > most_components) {
    add("further_components", structure.components.size() - most_components);
  }
  add("articulation_points", structure.articulation_points.size(),
      names_of(view, structure.articulation_points, language));
  std::vector<std::string> bridges;
  for (const auto& [a, b] : structure.bridges) {
    if (bridges.size() < 30) bridges.push_back(std::string(view.label(a)) + " – " + std::string(view.label(b)));
  }
  add("bridges", structure.bridges.size(), language.list(bridges));
  add("max_core", structure.max_core);
  add("transitivity", share(structure.transitivity));
  add("degree_assortativity", share(structure.degree_assortativity));
  for (std::size_t degree = 0; degree < structure.degree_distribution.size(); ++degree) {
    if (structure.degree_distribution[degree] == 0) continue;
    table.rows.push_back({Cell("degree_" + std::to_string(degree),
                               language.say_count("structure.with_partners", static_cast<std::int64_t>(degree))),
                          Cell(structure.degree_distribution[degree]), Cell()});
  }
  table.notes.push_back(settings_sentence(view, language));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_structure() { return std::make_unique<StructureCommand>(); }

}  // namespace maillage

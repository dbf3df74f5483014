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

Json ids_of(const NetworkView& view, const std::vector<Vertex>& vertices) {
  Json ids = Json::array();
  for (const auto v : vertices) ids.push_back(std::string(view.id(v)));
  return ids;
}

Json json_of_structure(const NetworkView& view, const Structure& structure) {
  Json json;
  json["nodes"] = structure.nodes;
  json["edges"] = structure.edges;
  json["density"] = number_or_null(structure.density);
  json["components"] = Json::array();
  for (const auto& members : structure.components) {
    json["components"].push_back({{"size", members.size()}, {"members", ids_of(view, members)}});
  }
  json["articulation_points"] = ids_of(view, structure.articulation_points);
  json["bridges"] = Json::array();
  for (const auto& [a, b] : structure.bridges) json["bridges"].push_back(ids_of(view, {a, b}));
  json["max_core"] = structure.max_core;
  json["transitivity"] = number_or_null(structure.transitivity);
  json["assortativity"] = {{"degree", number_or_null(structure.degree_assortativity)}};
  json["degree_distribution"] = structure.degree_distribution;
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  return json;
}

// The figures as rows: what, how much, who.
class FigureTable {
 public:
  FigureTable(const NetworkView& view, const Language& language) : view_(view), language_(language) {
    table.name = "structure";
    table.title = language.say("structure.title");
    table.columns = {{"figure", language.say("column.figure")},
                     {"value", language.say("column.value"), TableColumn::Align::right},
                     {"who", language.say("column.who")}};
  }

  void add(const char* key, Cell value, std::string who = {}) {
    const auto label = language_.say(std::string("structure.") + key);
    table.rows.push_back({Cell(std::string_view(key), label), std::move(value), Cell(std::move(who))});
  }
  void add_share(const char* key, double value) {
    add(key, Cell(value, std::isnan(value) ? "–" : language_.number(value, 4)));
  }
  void add_components(const std::vector<std::vector<Vertex>>& components) {
    constexpr std::size_t most = 20;
    add("components", components.size());
    for (std::size_t i = 0; i < components.size() && i < most; ++i) {
      add("component", components[i].size(), names_of(view_, components[i], language_));
    }
    if (components.size() > most) add("further_components", components.size() - most);
  }
  void add_bridges(const std::vector<std::pair<Vertex, Vertex>>& bridges) {
    std::vector<std::string> pairs;
    for (const auto& [a, b] : bridges) {
      pairs.push_back(std::string(view_.label(a)) + " – " + std::string(view_.label(b)));
    }
    add("bridges", bridges.size(), some_of(std::move(pairs), language_));
  }
  void add_degrees(const std::vector<std::uint32_t>& distribution) {
    for (std::size_t degree = 0; degree < distribution.size(); ++degree) {
      if (distribution[degree] == 0) continue;
      const auto label = language_.say_count("structure.with_partners", static_cast<std::int64_t>(degree));
      table.rows.push_back({Cell("degree_" + std::to_string(degree), label), Cell(distribution[degree]), Cell()});
    }
  }

  Table table;

 private:
  const NetworkView& view_;
  const Language& language_;
};

ExitCode StructureCommand::run(Session& session) {
  const auto view = load_and_build(session);
  const auto& language = session.language;
  const auto structure = session.timings.phase("structure", [&] { return structure_of(view.network); });
  FigureTable figures(view, language);
  figures.add("nodes", structure.nodes);
  figures.add("edges", structure.edges);
  figures.add("agreements", view.selection.items.size());
  figures.add_share("density", structure.density);
  figures.add_components(structure.components);
  figures.add("articulation_points", structure.articulation_points.size(),
              names_of(view, structure.articulation_points, language));
  figures.add_bridges(structure.bridges);
  figures.add("max_core", structure.max_core);
  figures.add_share("transitivity", structure.transitivity);
  figures.add_share("degree_assortativity", structure.degree_assortativity);
  figures.add_degrees(structure.degree_distribution);
  figures.table.notes.push_back(settings_sentence(view, language));
  Answer answer;
  answer.json = json_of_structure(view, structure);
  answer.table = std::move(figures.table);
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_structure() { return std::make_unique<StructureCommand>(); }

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/communities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/network_command.hpp"
#include "cli/partition_file.hpp"

namespace maillage {
namespace {

class CommunitiesCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("cli.group.communities");
    app.add_option("--algorithm", algorithm_, language.say("cli.option.algorithm"))
        ->group(group)->type_name("leiden|louvain");
    auto* resolution = app.add_option("--resolution", resolution_, language.say("cli.option.resolution"));
    allow_numbers(resolution->group(group)->type_name("γ"), language, {.least = 0, .holds_least = false});
    allow_whole_numbers(app.add_option("--runs", runs_, language.say("cli.option.runs"))->group(group)->type_name("N"),
                        language, 1, 100000);
    app.add_option("--partition", partition_file_, language.say("cli.option.partition"))
        ->group(group)->type_name(language.say("cli.type.file"));
  }
  Partition given_partition(Session& session, const NetworkView& view) const;
  Partition found_partition(Session& session, const NetworkView& view) const;

  std::string algorithm_ = "leiden", partition_file_;
  double resolution_ = 1;
  int runs_ = 10;
};

Partition CommunitiesCommand::given_partition(Session& session, const NetworkView& view) const {
  auto given = read_partition_file(session, partition_file_, view);
  Partition partition;
  partition.community_of = std::move(given.community_of);
  partition.count = given.count;
  partition.algorithm = "given";
  partition.resolution = resolution_;
  partition.runs = 0;  // nothing was drawn
  partition.stability_nmi = partition.stability_ari = std::numeric_limits<double>::quiet_NaN();
  partition.modularity = modularity(view.network, partition.community_of, resolution_);
  return partition;
}

Partition CommunitiesCommand::found_partition(Session& session, const NetworkView& view) const {
  const CommunityOptions options{
      .algorithm = algorithm_, .resolution = resolution_, .seed = output_.seed, .runs = runs_};
  return session.timings.phase(algorithm_, [&] { return find_communities(view.network, options); });
}

// A community is called after its strongest member.
Vertex strongest(const NetworkView& view, const std::vector<Vertex>& members) {
  return *std::ranges::max_element(members, {}, [&](Vertex v) { return view.network.strength(v); });
}

Json json_of_partition(const NetworkView& view, const Partition& partition) {
  Json json;
  json["algorithm"] = partition.algorithm;
  json["resolution"] = partition.resolution;
  json["seed"] = partition.runs > 0 ? Json(partition.seed) : Json(nullptr);
  json["modularity"] = number_or_null(partition.modularity);
  json["stability"] = {{"nmi", number_or_null(partition.stability_nmi)},
                       {"ari", number_or_null(partition.stability_ari)},
                       {"runs", partition.runs}};
  json["communities"] = Json::array();  // its place; the rows come there
  json["nodes"] = Json::array();
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    json["nodes"].push_back({{"id", std::string(view.id(v))}, {"community", partition.community_of[v] + 1}});
  }
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  return json;
}

void add_community(Answer& answer, const NetworkView& view, std::uint32_t number, const std::vector<Vertex>& members,
                   const Language& language) {
  constexpr std::size_t most_names = 40;
  Json ids = Json::array();
  std::string machine;
  for (const auto v : members) {
    ids.push_back(std::string(view.id(v)));
    machine += (machine.empty() ? "" : "|") + std::string(view.id(v));
  }
  const auto label = std::string(view.label(strongest(view, members)));
  answer.rows.push_back({{"id", number}, {"size", members.size()}, {"label", label}, {"members", std::move(ids)}});
  answer.table.rows.push_back({Cell(number), Cell(members.size()), Cell(label),
                               Cell(std::move(machine), names_of(view, members, language, most_names))});
}

std::string quality_sentence(const Partition& partition, const Language& language) {
  const auto agreement = [&](double value) {  // a single run agrees with none
    return std::isnan(value) ? "–" : language.number(value, 3);
  };
  return language.say("communities.quality",
                      {{"algorithm", language.label("algorithm", partition.algorithm)},
                       {"modularity", language.number(partition.modularity, 4)},
                       {"resolution", language.number(partition.resolution, 2)},
                       {"seed", language.number(static_cast<std::int64_t>(partition.seed))},
                       {"runs", language.number(static_cast<std::int64_t>(partition.runs))},
                       {"nmi", agreement(partition.stability_nmi)},
                       {"ari", agreement(partition.stability_ari)}});
}

ExitCode CommunitiesCommand::run(Session& session) {
  const auto& language = session.language;
  if (algorithm_ != "leiden" && algorithm_ != "louvain") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--algorithm"},
                                                                           {"value", shown_word(algorithm_)},
                                                                           {"codes", "leiden, louvain"}}));
  }
  const auto view = load_and_build(session);
  const auto partition = partition_file_.empty() ? found_partition(session, view) : given_partition(session, view);
  constexpr Vertex enough = 30;
  if (view.network.vertex_count() < enough) {
    session.tell(language.say_count("communities.small_network", view.network.vertex_count()));
  }

  std::vector<std::vector<Vertex>> members(partition.count);
  for (Vertex v = 0; v < view.nodes.size(); ++v) members[partition.community_of[v]].push_back(v);
  Answer answer;
  answer.json = json_of_partition(view, partition);
  answer.rows_key = "communities";
  auto& table = answer.table;
  table.name = "communities";
  table.title = language.say_count("communities.title", partition.count);
  table.columns = {{"community", language.say("column.community")},
                   {"size", language.say("column.size"), TableColumn::Align::right},
                   {"label", language.say("column.label")},
                   {"members", language.say("column.members")}};
  for (std::uint32_t c = 0; c < partition.count; ++c) add_community(answer, view, c + 1, members[c], language);
  table.notes = {quality_sentence(partition, language), settings_sentence(view, language)};
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_communities() { return std::make_unique<CommunitiesCommand>(); }

}  // namespace maillage

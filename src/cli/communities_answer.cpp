// SPDX-License-Identifier: Apache-2.0
#include "cli/communities_answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/community/hypergraph_modularity.hpp"
#include "cli/json_forms.hpp"
#include "cli/network_command.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::vector<std::vector<Vertex>> members_of(const Partition& partition) {
  std::vector<std::vector<Vertex>> members(partition.count);
  for (Vertex v = 0; v < partition.community_of.size(); ++v) members[partition.community_of[v]].push_back(v);
  return members;
}

// A community is called after its strongest member.
Vertex strongest(const NetworkView& view, const std::vector<Vertex>& members) {
  return *std::ranges::max_element(members, {}, [&](Vertex v) { return view.network.strength(v); });
}

bool has_two_kinds(const NetworkView& view) {
  return view.options.kind == ViewKind::affiliations || view.options.kind == ViewKind::two_mode;
}

double bipartite_quality(const NetworkView& view, const Partition& partition) {
  if (!has_two_kinds(view)) return kUndefined;
  std::vector<char> is_second;
  for (const auto& node : view.nodes) is_second.push_back(node.kind != NodeKind::institution);
  return bipartite_modularity(view.network, is_second, partition.community_of, partition.resolution);
}

double hypergraph_quality(const NetworkView& view, const ShownCommunities& shown) {
  const double resolution = shown.sought == SoughtQuality::cpm ? 1 : shown.partition.resolution;
  return hypergraph_modularity(hyperedges_of(view), shown.partition.community_of, resolution);
}

double sought_value(const NetworkView& view, const ShownCommunities& shown) {
  switch (shown.sought) {
    case SoughtQuality::modularity: return shown.partition.modularity;
    case SoughtQuality::cpm:
      return constant_potts_quality(view.network, shown.partition.community_of, shown.partition.resolution);
    case SoughtQuality::hypergraph: return hypergraph_quality(view, shown);
  }
  return kUndefined;
}

Json consensus_json(const Consensus& consensus) {
  return {{"threshold", consensus.threshold},
          {"rounds", consensus.rounds},
          {"unanimous", consensus.is_unanimous},
          {"modularity_of_best_run", consensus.modularity_of_best_run}};
}

bool is_resampled(const ShownCommunities& shown) { return shown.certainty && !shown.certainty->stays.empty(); }

// How often members stay with their community, and who does least.
std::string certainty_sentence(const NetworkView& view, const MembershipCertainty& certainty, const Language& language) {
  constexpr std::size_t most_names = 3;
  std::vector<Vertex> members;
  double sum = 0;
  for (Vertex v = 0; v < certainty.stays.size(); ++v) {
    if (std::isnan(certainty.stays[v])) continue;
    members.push_back(v);
    sum += certainty.stays[v];
  }
  if (members.empty()) return {};
  std::ranges::stable_sort(members, {}, [&](Vertex v) { return certainty.stays[v]; });
  std::vector<std::string> least;
  for (std::size_t i = 0; i < members.size() && i < most_names; ++i) {
    least.push_back(language.say("communities.stays.one", {{"name", std::string(view.label(members[i]))},
                                                          {"share", language.percent(certainty.stays[members[i]])}}));
  }
  return language.say_count("communities.stays", certainty.resamples,
                            {{"mean", language.percent(sum / static_cast<double>(members.size()))},
                             {"least", language.list(least)}});
}

Json json_of(const NetworkView& view, const ShownCommunities& shown) {
  const auto& partition = shown.partition;
  Json json;
  json["algorithm"] = partition.algorithm;
  json["resolution"] = partition.resolution;
  json["seed"] = partition.runs > 0 ? Json(shown.seed) : Json(nullptr);
  json["best_seed"] = partition.runs > 0 ? Json(partition.seed) : Json(nullptr);
  json["modularity"] = number_or_null(partition.modularity);
  json["stability"] = stability_json(partition);
  json["communities"] = Json::array();  // its place; the rows come there
  json["nodes"] = Json::array();
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    json["nodes"].push_back({{"id", std::string(view.id(v))}, {"community", partition.community_of[v] + 1}});
    if (is_resampled(shown)) json["nodes"].back()["stays"] = number_or_null(shown.certainty->stays[v]);
  }
  json["quality"] = {{"sought", std::string(code_name(shown.sought))}, {"value", number_or_null(sought_value(view, shown))}};
  json["hypergraph_modularity"] = number_or_null(hypergraph_quality(view, shown));
  json["bipartite_modularity"] = number_or_null(bipartite_quality(view, partition));
  json["disconnected"] = partition.disconnected;
  if (shown.consensus) json["consensus"] = consensus_json(*shown.consensus);
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  json["settings"]["restarts"] = shown.restarts;
  json["settings"]["resamples"] = shown.certainty ? Json(shown.certainty->resamples) : Json(nullptr);
  json["settings"]["partition_file"] = text_or_null(shown.file);
  return json;
}

std::string name_of(const ShownCommunities& shown, const Language& language) {
  return shown.file.empty() ? language.label("algorithm", shown.partition.algorithm) : shown.file;
}

std::string shown_resolution(double resolution, const Language& language) {
  constexpr double small = 0.095;  // below, two decimals say little
  return language.number(resolution, resolution < small ? 4 : 2);
}

// The seed asked for, and that of the run that is shown.
std::string seed_in_words(const ShownCommunities& shown, const Language& language) {
  const auto asked = std::to_string(shown.seed);
  if (shown.partition.runs < 2 || shown.consensus) return asked;
  return language.say_count("communities.seed_of_best", static_cast<std::int64_t>(shown.partition.runs),
                            {{"seed", asked}, {"best", std::to_string(shown.partition.seed)}});
}

std::string quality_sentence(const NetworkView& view, const ShownCommunities& shown, const Language& language) {
  const auto& partition = shown.partition;
  const bool draws = draws_at_random(partition.algorithm);
  const auto* key = !shown.file.empty()                            ? "communities.quality.given"
                    : shown.consensus                              ? "communities.quality.consensus"
                    : !draws                                       ? "communities.quality.one_answer"
                    : shown.sought == SoughtQuality::cpm           ? "communities.quality.cpm"
                    : shown.sought == SoughtQuality::hypergraph    ? "communities.quality.hypergraph"
                                                                   : "communities.quality.drawn";
  const auto& consensus = shown.consensus;
  return language.say(
      key, {{"algorithm", language.label("algorithm", partition.algorithm)},
            {"file", shown.file},
            {"quality", language.number(sought_value(view, shown), 4)},
            {"modularity", language.number(partition.modularity, 4)},
            {"best", language.number(consensus ? consensus->modularity_of_best_run : 0, 4)},
            {"rounds", language.number(static_cast<std::int64_t>(consensus ? consensus->rounds : 0))},
            {"threshold", language.number(consensus ? consensus->threshold : 0, 1)},
            {"resolution", shown_resolution(partition.resolution, language)},
            {"seed", seed_in_words(shown, language)},
            {"runs", language.number(static_cast<std::int64_t>(partition.runs))},
            {"nmi", agreement_number(partition.stability_nmi, language)},
            {"ari", agreement_number(partition.stability_ari, language)}});
}

bool has_large_agreements(const NetworkView& view) {
  for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
    if (view.members_of(p).size() > 2) return true;
  }
  return false;
}

std::vector<std::string> sentences(const NetworkView& view, const ShownCommunities& shown, const Language& language) {
  const auto& partition = shown.partition;
  std::vector<std::string> found{quality_sentence(view, shown, language)};
  if (shown.restarts > 0) found.push_back(language.say_count("communities.restarts", shown.restarts));
  if (is_resampled(shown)) {
    auto sentence = certainty_sentence(view, *shown.certainty, language);
    if (!sentence.empty()) found.push_back(std::move(sentence));
  }
  if (shown.consensus && !shown.consensus->is_unanimous) found.push_back(language.say("communities.consensus.open"));
  if (shown.communities_asked > partition.count) {
    found.push_back(language.say_count("communities.fewer", partition.count,
                                       {{"asked", language.number(std::int64_t{shown.communities_asked})}}));
  }
  if (partition.disconnected > 0) found.push_back(language.say_count("communities.disconnected", partition.disconnected));
  if (view.is_directed()) found.push_back(language.say("cli.note.undirected"));
  if (has_two_kinds(view)) {
    found.push_back(language.say("communities.bipartite",
                                 {{"value", language.number(bipartite_quality(view, partition), 4)}}));
  } else if (has_large_agreements(view)) {
    found.push_back(
        language.say("communities.hypergraph", {{"value", language.number(hypergraph_quality(view, shown), 4)}}));
  }
  return found;
}

void add_community(Answer& answer, const NetworkView& view, const ShownCommunities& shown, std::uint32_t number,
                   const std::vector<Vertex>& members, const Language& language) {
  constexpr std::size_t most_names = 40;
  Json ids = Json::array();
  std::string machine;
  for (const auto v : members) {
    ids.push_back(std::string(view.id(v)));
    machine += (machine.empty() ? "" : "|") + std::string(view.id(v));
  }
  const auto label = std::string(view.label(strongest(view, members)));
  Json row{{"id", number + 1}, {"size", members.size()}, {"label", label}, {"members", std::move(ids)}};
  if (!shown.names.empty()) row["name"] = shown.names[number];
  auto& cells = answer.table.rows.emplace_back();
  cells.emplace_back(number + 1);
  if (!shown.names.empty()) cells.emplace_back(shown.names[number]);
  cells.emplace_back(members.size());
  cells.emplace_back(label);
  cells.emplace_back(std::move(machine), names_of(view, members, language, most_names));
  answer.rows.push_back(std::move(row));
}

void add_communities(Answer& answer, const NetworkView& view, const ShownCommunities& shown, const Language& language) {
  answer.rows_key = "communities";
  auto& table = answer.table;
  table.name = "communities";
  table.title = language.say_count("communities.title", shown.partition.count);
  table.columns.push_back({"community", language.say("column.community")});
  if (!shown.names.empty()) table.columns.push_back({"name", language.say("column.name")});
  table.columns.push_back({"size", language.say("column.size"), TableColumn::Align::right});
  table.columns.push_back({"label", language.say("column.label")});
  table.columns.push_back({"members", language.say("column.members")});
  const auto members = members_of(shown.partition);
  for (std::uint32_t c = 0; c < members.size(); ++c) add_community(answer, view, shown, c, members[c], language);
}

Json summary_json(const ShownCommunities& shown) {
  return {{"algorithm", shown.partition.algorithm},
          {"file", text_or_null(shown.file)},
          {"communities", shown.partition.count},
          {"modularity", number_or_null(shown.partition.modularity)}};
}

void compare(Answer& answer, const ShownCommunities& shown, const ShownCommunities& other, const Language& language) {
  const auto &a = shown.partition.community_of, &b = other.partition.community_of;
  const double nmi = normalized_mutual_information(a, b), ari = adjusted_rand_index(a, b),
               vi = variation_of_information(a, b);
  answer.json["agreement"] = {{"nmi", nmi}, {"ari", ari}, {"vi", vi}};
  answer.json["partitions"] = {summary_json(shown), summary_json(other)};
  const auto count = [&](const ShownCommunities& one) { return language.number(std::int64_t{one.partition.count}); };
  answer.table.notes.push_back(
      language.say("communities.agreement", {{"first", name_of(shown, language)},
                                             {"first_count", count(shown)},
                                             {"first_modularity", language.number(shown.partition.modularity, 4)},
                                             {"second", name_of(other, language)},
                                             {"second_count", count(other)},
                                             {"second_modularity", language.number(other.partition.modularity, 4)},
                                             {"nmi", language.number(nmi, 3)},
                                             {"ari", language.number(ari, 3)},
                                             {"vi", language.number(vi, 3)}}));
}

}  // namespace

Json stability_json(const Partition& partition) {
  return {{"nmi", number_or_null(partition.stability_nmi)},
          {"ari", number_or_null(partition.stability_ari)},
          {"runs", partition.runs}};
}

std::string agreement_number(double value, const Language& language) {  // a single run agrees with none
  return std::isnan(value) ? "–" : language.number(value, 3);
}

Answer answer_of_communities(const NetworkView& view, const ShownCommunities& shown, const ShownCommunities* other,
                             const Language& language) {
  Answer answer;
  answer.json = json_of(view, shown);
  add_communities(answer, view, shown, language);
  answer.table.notes = sentences(view, shown, language);
  if (other != nullptr) compare(answer, shown, *other, language);
  answer.table.notes.push_back(settings_sentence(view, language));
  return answer;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "language/sentence_words.hpp"
#include "model/validity.hpp"

namespace maillage {
namespace {

constexpr std::string_view kSeparator = " · ";

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9 && std::abs(value) < 1e9; }

int decimals_of(double value) { return value >= 10 ? 1 : value >= 0.1 ? 2 : 4; }

bool is_of_institutions(const std::vector<const MapScene::Node*>& nodes) {
  return std::ranges::all_of(nodes, [](const auto* node) { return node->node_kind == NodeKind::institution; });
}

}  // namespace

std::string MapWords::in_words(std::size_t n) const {
  return n == 0 ? say("map.number.none") : number_in_words(static_cast<std::int64_t>(n), language_);
}

std::string MapWords::agreements_in_words(std::size_t n) const {
  return language_.say_count("map.agreements", static_cast<std::int64_t>(n), {{"words", in_words(n)}});
}

std::string MapWords::with_article(const std::string& name) const {
  return maillage::with_article(language_, name);
}

std::string MapWords::finding_of_hub(const MapScene::Node& hub) const {
  const Arguments arguments{{"hub", at_head(language_, hub.label)}, {"agreements", agreements_in_words(hub.agreements)}};
  if (hub.node_kind == NodeKind::person) return say(scene_.centre == kNoVertex ? "map.finding.person" : "map.finding.person_around", arguments);
  if (!scene_.as_of || (scene_.certain == 0 && scene_.ended == 0 && scene_.not_started == 0)) {
    return say("map.finding.undated", arguments);
  }
  if (hub.certain == 0) return say("map.finding.none_certain", arguments);
  if (hub.certain == hub.agreements) {
    return language_.say_count("map.finding.all_certain", hub.agreements, arguments);
  }
  auto with_words = arguments;
  with_words.push_back({"words", in_words(hub.certain)});
  return language_.say_count("map.finding.some_certain", hub.certain, with_words);
}

std::string MapWords::finding() const {
  if (scene_.period != nullptr) return finding_of_period();
  if (scene_.centre != kNoVertex) {
    const auto& centre = scene_.nodes[scene_.centre];
    return centre.agreements == 0 ? say("map.finding.around_nothing", {{"name", centre.label}})
                                  : finding_of_hub(centre);
  }
  if (auto sentence = finding_of_measure(); !sentence.empty()) return sentence;
  std::vector<const MapScene::Node*> ranked;
  for (const auto& node : scene_.nodes) {
    if (node.agreements > 0 && node.node_kind != NodeKind::agreement) ranked.push_back(&node);
  }
  if (!ranked.empty() && scene_.view->options.kind == ViewKind::two_mode) return finding_of_agreements();
  if (!ranked.empty() && scene_.view->options.kind == ViewKind::affiliations) return finding_of_signatories();
  if (ranked.empty()) {
    return scene_.announced == 0 ? say("map.finding.nothing") : count("map.finding.only_announced", scene_.announced);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto* a, const auto* b) {
    return a->agreements != b->agreements ? a->agreements > b->agreements : a->certain > b->certain;
  });
  const auto most = ranked[0]->agreements;
  const auto sharing = static_cast<std::size_t>(std::count_if(
      ranked.begin(), ranked.end(), [&](const auto* node) { return node->agreements == most; }));
  if (sharing > 1) {
    if (most == 1) return language_.say_count("map.finding.nobody_stands_out", static_cast<std::int64_t>(sharing));
    return language_.say_count("map.finding.shared", static_cast<std::int64_t>(sharing),
                               {{"agreements", agreements_in_words(most)}, {"words", with_capital(in_words(sharing))}});
  }
  auto sentence = finding_of_hub(*ranked[0]);
  if (ranked.size() > 1 && ranked[1]->agreements > 1 && ranked[1]->certain > 0 && ranked[0]->node_kind != NodeKind::person &&
      (ranked.size() < 3 || ranked[2]->agreements < ranked[1]->agreements)) {
    const auto& second = *ranked[1];
    const bool is_whole = second.certain == second.agreements;
    sentence += say(is_whole ? "map.finding.second_all" : "map.finding.second",
                    {{"hub", with_article(second.label)}, {"certain", in_words(second.certain)},
                     {"all", in_words(second.agreements)}});
  }
  return sentence;
}

// Where the sizes are another measure than agreements: who has most of it. Empty where nobody has any.
std::string MapWords::finding_of_measure() const {
  if (input_.measure == "hyperdegree") return {};
  std::vector<const MapScene::Node*> ranked;
  for (const auto& node : scene_.nodes) {
    if (node.size > 0) ranked.push_back(&node);
  }
  if (ranked.empty()) return {};
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto* a, const auto* b) { return a->size > b->size; });
  const auto value = [&](const MapScene::Node& node) { return size_value(node.size); };
  const auto is_level = [&](const auto* node) { return value(*node) == value(*ranked[0]); };
  const auto level = std::count_if(ranked.begin(), ranked.end(), is_level);
  if (input_.measure == "articulation") return finding_of_cut_points(ranked);
  if (level > 1) {
    return language_.say_count(is_of_institutions(ranked) ? "map.finding.measure_level" : "map.finding.measure_level_nodes", level,
                               {{"measure", size_heading()}, {"value", value(*ranked[0])}});
  }
  auto sentence = say("map.finding.measure", {{"measure", size_heading()}, {"hub", subject(*ranked[0])}, {"value", value(*ranked[0])}});
  if (ranked.size() > 1 && (ranked.size() < 3 || value(*ranked[1]) != value(*ranked[2]))) {
    const auto& second = *ranked[1];
    sentence += say("map.finding.measure_second", {{"hub", subject(second)}, {"value", value(second)}});
  }
  return sentence;
}

std::string MapWords::finding_of_cut_points(const std::vector<const MapScene::Node*>& cut_points) const {
  constexpr std::size_t most_named = 3;
  const auto n = static_cast<std::int64_t>(cut_points.size());
  if (cut_points.size() > most_named) {
    return language_.say_count(is_of_institutions(cut_points) ? "map.finding.cut_points" : "map.finding.cut_points_nodes", n);
  }
  std::vector<std::string> names;
  for (const auto* node : cut_points) names.push_back(subject(*node));
  return with_capital(language_.say_count("map.finding.cut_points_named", n, {{"names", language_.list(names)}}));
}

std::string MapWords::subject(const MapScene::Node& node) const {
  return node.node_kind == NodeKind::institution ? with_article(node.label) : node.label;
}

// How many agreements bind how many institutions, and how many of them more than two.
std::string MapWords::finding_of_agreements() const {
  std::vector<std::size_t> parties(scene_.nodes.size());
  std::size_t institutions = 0, agreements = 0, wide = 0;
  for (const auto& tie : scene_.ties) {
    if (tie.kind == MapScene::Tie::Kind::agreement) ++parties[tie.source], ++parties[tie.target];
  }
  for (std::size_t v = 0; v < scene_.nodes.size(); ++v) {
    if (scene_.nodes[v].is_only_announced()) continue;
    const bool is_agreement = scene_.nodes[v].node_kind == NodeKind::agreement;
    is_agreement ? ++agreements : ++institutions;
    if (is_agreement && parties[v] > 2) ++wide;
  }
  const auto words = [&](std::string_view key, std::size_t n, const Arguments& more = {}) {
    Arguments arguments{{"words", in_words(n)}};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return language_.say_count(key, static_cast<std::int64_t>(n), arguments);
  };
  return with_capital(words("map.finding.two_mode", agreements, {{"institutions", words("map.institutions", institutions)}})) +
         (wide == 0 ? say("map.finding.two_mode_pairs") : words("map.finding.two_mode_wide", wide));
}

// How many people are known to have signed, for whom, and for whom nobody is known.
std::string MapWords::finding_of_signatories() const {
  std::vector<bool> has_signatory(scene_.nodes.size());
  for (const auto& tie : scene_.ties) has_signatory[tie.source] = has_signatory[tie.target] = true;
  std::size_t people = 0, with = 0, without = 0;
  for (std::size_t v = 0; v < scene_.nodes.size(); ++v) {
    if (scene_.nodes[v].node_kind == NodeKind::person) ++people;
    else has_signatory[v] ? ++with : ++without;
  }
  if (people == 0) return say("map.finding.no_signatory");
  const auto words = [&](std::string_view key, std::size_t n, const Arguments& more = {}) {
    Arguments arguments{{"words", in_words(n)}};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return language_.say_count(key, static_cast<std::int64_t>(n), arguments);
  };
  return with_capital(words("map.finding.signatories", people, {{"institutions", words("map.institutions", with)}})) +
         (without == 0 ? "" : words("map.finding.unsigned", without));
}

std::string MapWords::finding_of_communities() const {
  if (scene_.period != nullptr || input_.partition == nullptr || input_.partition->count < 3 || scene_.centre != kNoVertex || input_.measure != "hyperdegree") {
    return finding();
  }
  const auto& view = *scene_.view;
  std::map<Index, std::uint32_t> first_of;  // of each agreement, the community of one that is party to it
  std::set<Index> crossing;
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
    if (view.nodes[v].kind == NodeKind::agreement) continue;
    const auto community = input_.partition->community_of[v];
    for (const auto a : view.agreements_of_node(v)) {
      if (is_announced(*view.data, a)) continue;
      if (first_of.emplace(a, community).first->second != community) crossing.insert(a);
    }
  }
  if (crossing.empty()) return finding();
  const auto share = static_cast<double>(crossing.size()) / static_cast<double>(first_of.size());
  return language_.say_count("map.finding.communities", static_cast<std::int64_t>(input_.partition->count),
                             {{"words", with_capital(in_words(input_.partition->count))}, {"share", language_.percent(share, 0)}});
}

std::vector<std::string> MapWords::subtitle_pieces() const {
  if (scene_.period != nullptr) return subtitle_of_period();
  std::vector<std::string> parts;
  std::array<std::size_t, 3> kinds{};
  for (const auto& node : scene_.nodes) ++kinds[static_cast<std::size_t>(node.node_kind)];
  if (kinds[0] > 0) parts.push_back(count("map.count.institutions", kinds[0]));
  if (kinds[1] > 0) parts.push_back(count("map.count.people", kinds[1]));
  std::string agreements = count("map.count.signed", scene_.signed_count);
  std::vector<std::string> statuses;
  const auto status = [&](std::string_view key, std::size_t n) {
    if (n > 0) statuses.push_back(count(key, n));
  };
  status("map.count.certain", scene_.certain);
  status("map.count.unknown", scene_.unknown);
  status("map.count.not_started", scene_.not_started);
  status("map.count.ended", scene_.ended);
  if (scene_.signed_count > 0) {
    std::string list;
    for (const auto& part : statuses) list += (list.empty() ? "" : ", ") + part;
    agreements += say("map.in_brackets", {{"text", list}});
  }
  parts.push_back(agreements);
  if (scene_.announced > 0) parts.push_back(count("map.count.announced", scene_.announced));
  parts.push_back(scene_.as_of ? say("map.as_of", {{"date", language_.date(*scene_.as_of)}}) : say("map.no_date"));
  return parts;
}

std::string MapWords::subtitle() const {
  std::string line;
  for (const auto& piece : subtitle_pieces()) line += (line.empty() ? std::string() : std::string(kSeparator)) + piece;
  return line;
}

std::string MapWords::description() const {
  std::vector<const MapScene::Node*> ranked;
  for (const auto& node : scene_.nodes) {
    if (node.agreements > 0 && node.node_kind != NodeKind::agreement) ranked.push_back(&node);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto* a, const auto* b) { return a->agreements > b->agreements; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, ranked.size()); ++i) {
    names.push_back(say("map.description.hub", {{"name", ranked[i]->label},
                                                {"agreements", count("map.count.signed", ranked[i]->agreements)}}));
  }
  return say("map.description", {{"counts", subtitle()}}) +
         (names.empty() ? "" : " " + say("map.description.hubs", {{"hubs", language_.list(names)}}));
}

std::string MapWords::node_tooltip(const MapScene::Node& node) const {
  if (node.is_only_announced()) return say("map.tip.announced", {{"name", node.full_name}});
  if (node.node_kind == NodeKind::agreement) return agreements_tooltip({node.row});
  const std::size_t possible = std::max(node.possible, node.certain);
  return say(scene_.period == nullptr ? "map.tip.node" : "map.tip.node.period", {{"name", node.full_name}, {"agreements", count("map.count.signed", node.agreements)},
                              {"certain", language_.number(static_cast<std::int64_t>(node.certain))},
                              {"possible", language_.number(static_cast<std::int64_t>(possible))}});
}

std::string MapWords::agreements_tooltip(const std::vector<Index>& agreements) const {
  std::string text;
  for (const auto a : agreements) {
    const auto status = scene_.as_of ? status_at(*scene_.data, a, *scene_.as_of) : Status::unknown;
    if (!text.empty()) text += " | ";
    text += say("map.tip.agreement", {{"title", std::string(scene_.data->title_of_agreement(a))},
                                      {"status", language_.label("status", code_name(status))}});
  }
  return text;
}

std::string MapWords::size_heading() const {
  if (input_.measure == "hyperdegree") return say("map.legend.size.hyperdegree");
  return with_capital(language_.label("measure", input_.measure));
}

std::string MapWords::size_value(double value) const {
  if (is_whole(value)) return language_.number(std::llround(value));
  return language_.number(value, decimals_of(value));
}

std::vector<std::string> MapWords::size_values(const std::vector<double>& values) const {
  std::vector<std::string> said;
  if (values.empty()) return said;
  int decimals = 0;
  if (!std::ranges::all_of(values, is_whole)) {
    const auto [least, largest] = std::ranges::minmax(values);
    decimals = decimals_of(largest);
    for (double shown = least * std::pow(10, decimals); shown < 0.5 && decimals < 4; shown *= 10) ++decimals;
  }
  for (const auto value : values) said.push_back(decimals == 0 ? size_value(value) : language_.number(value, decimals));
  return said;
}

}  // namespace maillage

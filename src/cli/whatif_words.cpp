// SPDX-License-Identifier: Apache-2.0
#include "cli/whatif_words.hpp"

#include <algorithm>
#include <cmath>

#include "cli/network_command.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

std::int64_t whole(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

std::size_t certain_in(const Lapse& lapse) {
  return static_cast<std::size_t>(std::ranges::count(lapse.lapsing, Certainty::certain, &LapsingAgreement::certainty));
}

// "2 to 3": one number where both are equal.
std::string bounds(std::int64_t certain, std::int64_t possible, const Language& language) {
  if (certain == possible) return language.number(possible);
  return language.say("whatif.bounds",
                      {{"possible", language.number(possible)}, {"certain", language.number(certain)}});
}

// What is asked, as the beginning of a sentence: "If the agreements whose term ends before … lapse".
std::string condition(const WhatIfMaterial& material, const Language& language) {
  const auto& question = *material.question;
  std::vector<std::string> parts;
  if (question.before) {
    parts.push_back(language.say(question.not_renewed ? "whatif.if.before_not_renewed" : "whatif.if.before",
                                 {{"date", language.date(*question.before)}}));
  } else if (question.not_renewed) {
    parts.push_back(language.say("whatif.if.not_renewed"));
  }
  std::vector<std::string> names;
  const auto& data = *material.view->data;
  for (const auto i : question.institutions) names.push_back(with_article(language, data.label_of_institution(i)));
  for (const auto a : question.agreements) names.push_back(language.quoted(data.title_of_agreement(a)));
  for (const auto p : question.people) names.emplace_back(data.name_of_person(p));
  if (!names.empty())
    parts.push_back(language.say("whatif.if.without", {{"names", some_of(std::move(names), language, 5)}}));
  std::string condition;
  for (const auto& part : parts) condition += (condition.empty() ? "" : ", ") + part;
  return condition;
}

std::vector<Vertex> isolated_nodes(const NetworkLosses& losses, bool certain_alone) {
  std::vector<Vertex> isolated;
  for (const auto& loss : in_order_of_loss(losses)) {
    if (certain_alone ? loss.certainly_isolated : loss.becomes_isolated) isolated.push_back(loss.vertex);
  }
  return isolated;
}

void tell_lapsing(std::vector<std::string>& sentences, const WhatIfMaterial& material, const Language& language) {
  const auto& lapse = *material.lapse;
  const auto tacit = std::ranges::count_if(lapse.lapsing, [](const LapsingAgreement& one) {
    return one.reason == LapseReason::tacit_renewal && one.certainty == Certainty::possible;
  });
  const auto add = [&](std::size_t count, const char* key) {
    if (count > 0) sentences.push_back(language.say_count(key, whole(count)));
  };
  add(static_cast<std::size_t>(tacit), "whatif.tacit");
  add(lapse.end_unknown.size(), "whatif.end_unknown");
  add(lapse.succeeded.size(), "whatif.succeeded");
  add(lapse.end_anyway.size(), "whatif.end_anyway");
  add(lapse.go_on_without.size(), "whatif.go_on_without");
  const auto& data = *material.view->data;
  std::vector<std::string> absent;
  for (const auto a : lapse.not_in_network) absent.push_back(language.quoted(data.title_of_agreement(a)));
  for (const auto i : lapse.without_agreement) absent.emplace_back(data.label_of_institution(i));
  for (const auto p : lapse.people_without_agreement) absent.emplace_back(data.name_of_person(p));
  if (!absent.empty())
    sentences.push_back(language.say("whatif.not_in_network", {{"names", some_of(absent, language, 10)}}));
}

void tell_partners(std::vector<std::string>& sentences, const WhatIfMaterial& material, const Language& language) {
  const auto& losses = *material.losses;
  std::int64_t losing = 0, certainly_losing = 0;
  for (const auto& loss : losses.nodes) {
    if (loss.is_removed) continue;
    losing += loss.lost_partners.empty() ? 0 : 1;
    certainly_losing += loss.certainly_lost_partners.empty() ? 0 : 1;
  }
  if (losing == 0) {
    sentences.push_back(language.say("whatif.no_partner_lost"));
  } else {
    sentences.push_back(
        language.say_count("whatif.losing_partners", losing, {{"number", bounds(certainly_losing, losing, language)}}));
  }
  const auto isolated = isolated_nodes(losses, false);
  if (isolated.empty()) return;
  const auto certain = isolated_nodes(losses, true).size();
  sentences.push_back(language.say_count("whatif.isolated", whole(isolated.size()),
                                         {{"number", bounds(whole(certain), whole(isolated.size()), language)},
                                          {"names", labels_of(*material.view, isolated, language, 10)}}));
}

void tell_paths(std::vector<std::string>& sentences, const WhatIfMaterial& material, const Language& language) {
  const auto& losses = *material.losses;
  const auto& paths = losses.paths;
  if (losses.before.components != losses.after.components) {
    sentences.push_back(language.say(
        "whatif.components", {{"before", language.number(std::int64_t{losses.before.components})},
                              {"after", language.number(std::int64_t{losses.after.components})},
                              {"largest_before", language.number(std::int64_t{losses.before.largest_component})},
                              {"largest_after", language.number(std::int64_t{losses.after.largest_component})}}));
  }
  if (paths.pairs_lost > 0) sentences.push_back(language.say_count("whatif.pairs_lost", whole(paths.pairs_lost)));
  const auto lengthened = static_cast<std::int64_t>(std::llround(paths.pairs_lengthened));
  if (lengthened > 0) {
    sentences.push_back(
        language.say_count(paths.is_sampled ? "whatif.pairs_lengthened_sampled" : "whatif.pairs_lengthened", lengthened,
                           {{"increase", language.number(paths.mean_increase, 2)},
                            {"sources", language.number(std::int64_t{paths.sources})}}));
  }
  if (!losses.new_cut_points.empty()) {
    sentences.push_back(language.say_count("whatif.new_cut_points", whole(losses.new_cut_points.size()),
                                           {{"names", labels_of(*material.view, losses.new_cut_points, language, 5)}}));
  }
}

void tell_communities(std::vector<std::string>& sentences, const WhatIfMaterial& material, const Language& language) {
  std::int64_t split = 0, dissolved = 0;
  for (const auto& community : material.losses->communities.communities) {
    split += community.fate == CommunityFate::splits ? 1 : 0;
    dissolved += community.fate == CommunityFate::dissolves ? 1 : 0;
  }
  if (split + dissolved == 0) return;
  std::vector<std::string> parts;
  if (split > 0) parts.push_back(language.say_count("whatif.communities.split", split));
  if (dissolved > 0) parts.push_back(language.say_count("whatif.communities.dissolved", dissolved));
  sentences.push_back(language.say(
      "whatif.communities", {{"parts", language.list(parts)},
                             {"total", language.number(whole(material.losses->communities.communities.size()))}}));
}

// The first of the ranking that falls farthest.
void tell_hubs(std::vector<std::string>& sentences, const WhatIfMaterial& material, const Language& language) {
  const NodeLoss* farthest = nullptr;
  const auto fall = [](const NodeLoss& loss) { return std::int64_t{loss.rank_after} - std::int64_t{loss.rank_before}; };
  for (const auto& loss : material.losses->hubs) {
    if (loss.is_removed || fall(loss) <= 0 || loss.rank_before > 10) continue;
    if (farthest == nullptr || fall(loss) > fall(*farthest)) farthest = &loss;
  }
  if (farthest == nullptr) return;
  sentences.push_back(
      language.say("whatif.hub_falls", {{"name", std::string(material.view->label(farthest->vertex))},
                                        {"before", language.number(std::int64_t{farthest->rank_before})},
                                        {"after", language.number(std::int64_t{farthest->rank_after})},
                                        {"measure", language.label("measure", material.measure)}}));
}

}  // namespace

std::string labels_of(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language,
                      std::size_t most) {
  return names_of(view, vertices, language, most);
}

std::string chain_in_words(const NetworkView& view, const std::vector<Vertex>& chain) {
  if (chain.empty()) return "–";
  std::string words;
  for (const auto v : chain) words += (words.empty() ? "" : " → ") + std::string(view.label(v));
  return words;
}

std::vector<NodeLoss> in_order_of_loss(const NetworkLosses& losses) {
  auto nodes = losses.nodes;
  std::ranges::stable_sort(nodes, [](const NodeLoss& a, const NodeLoss& b) {
    if (a.is_removed != b.is_removed) return a.is_removed;
    if (a.lost_partners.size() != b.lost_partners.size()) return a.lost_partners.size() > b.lost_partners.size();
    return a.lost_agreements.size() > b.lost_agreements.size();
  });
  return nodes;
}

std::string whatif_title(const WhatIfMaterial& material, const Language& language) {
  const auto& lapse = *material.lapse;
  const auto total = language.number(whole(material.losses->before.agreements));
  const auto what = with_capital(condition(material, language));
  if (lapse.lapsing.empty() && lapse.removed.empty())
    return language.say("whatif.title.nothing", {{"condition", what}, {"total", total}});
  return language.say_count("whatif.title", whole(lapse.lapsing.size()),
                            {{"condition", what},
                             {"number", bounds(whole(certain_in(lapse)), whole(lapse.lapsing.size()), language)},
                             {"total", total}});
}

std::vector<std::string> whatif_sentences(const WhatIfMaterial& material, const Language& language) {
  std::vector<std::string> sentences;
  tell_lapsing(sentences, material, language);
  if (material.lapse->lapsing.empty() && material.lapse->removed.empty()) return sentences;
  tell_partners(sentences, material, language);
  if (material.losses->differs_by_certainty) sentences.push_back(language.say("whatif.worst_case"));
  tell_paths(sentences, material, language);
  tell_communities(sentences, material, language);
  tell_hubs(sentences, material, language);
  return sentences;
}

}  // namespace maillage

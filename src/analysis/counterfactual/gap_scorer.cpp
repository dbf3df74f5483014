// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/gap_scorer.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {
namespace {

double& of(GapScores& scores, GapScore score) {
  return scores[static_cast<std::size_t>(score)];
}

double theme_weight(std::size_t institutions) {
  return 1 / std::log(static_cast<double>(institutions));
}

}  // namespace

GapScorer::GapScorer(const NetworkView& view)
    : view_(&view),
      newman_(view.network.edge_count(), 0),
      partnerships_(view.network.vertex_count(), 0),
      themes_(view.network.vertex_count()),
      with_theme_(view.data->themes.size()) {
  for (EdgeId e = 0; e < newman_.size(); ++e) {
    for (const auto p : view.partnerships_of_edge(e)) {
      const auto& facts = view.partnerships[p];
      newman_[e] += facts.given_weight / std::max(1.0, facts.size - 1.0);
    }
  }
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
    for (const auto p : view.partnerships_of_node(v)) {
      if (view.partnerships[p].size >= 2) ++partnerships_[v];
      for (const auto a : view.agreements_of_partnership(p)) {
        for (const auto theme : view.data->agreements.themes[a]) themes_[v].push_back(theme);
      }
    }
    auto& themes = themes_[v];
    std::ranges::sort(themes);
    themes.erase(std::unique(themes.begin(), themes.end()), themes.end());
    for (const auto theme : themes) with_theme_[theme].push_back(v);
  }
}

double GapScorer::theme_pairs() const {
  double pairs = 0;
  for (const auto& members : with_theme_)
    pairs += static_cast<double>(members.size()) * static_cast<double>(members.size()) / 2;
  return pairs;
}

double GapScorer::steps() const {
  double steps = 0;
  for (Vertex v = 0; v < view_->network.vertex_count(); ++v) {
    steps += static_cast<double>(view_->network.degree(v)) * view_->network.degree(v);
  }
  return steps;
}

GapScorer::Walk::Walk(const GapScorer& scorer)
    : scorer_(&scorer), sums_(scorer.view().network.vertex_count()), is_reached_(sums_.size(), false) {}

void GapScorer::Walk::reach(Vertex v) {
  if (is_reached_[v]) return;
  is_reached_[v] = true;
  reached_.push_back(v);
}

void GapScorer::Walk::from(Vertex u, bool with_themes) {
  for (const auto v : reached_) {
    sums_[v] = {};
    is_reached_[v] = false;
  }
  reached_.clear();
  source_ = u;
  const auto& network = scorer_->view().network;
  const auto partners = network.neighbours(u);
  const auto ties = network.incident_edges(u);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const auto z = partners[i];
    const double k = network.degree(z);
    if (k < 2) continue;  // u alone
    const double by_log = 1 / std::log(k), by_count = 1 / k;
    const double h = scorer_->partnerships_[z];
    const double two_mode_log = h >= 2 ? 1 / std::log(h) : 0;
    const auto theirs = network.neighbours(z);
    const auto their_ties = network.incident_edges(z);
    for (std::size_t j = 0; j < theirs.size(); ++j) {
      const auto v = theirs[j];
      if (v == u) continue;
      reach(v);
      const double passed = scorer_->newman_[ties[i]] * scorer_->newman_[their_ties[j]];
      auto& sums = sums_[v];
      of(sums, GapScore::common_neighbours) += 1;
      of(sums, GapScore::adamic_adar) += by_log;
      of(sums, GapScore::resource_allocation) += by_count;
      of(sums, GapScore::two_mode_adamic_adar) += passed * two_mode_log;
      of(sums, GapScore::two_mode_resource_allocation) += passed / h;
    }
  }
  if (!with_themes) return;
  for (const auto theme : scorer_->themes_[u]) {
    const auto& members = scorer_->with_theme_[theme];
    if (members.size() < 2) continue;
    const double weight = theme_weight(members.size());
    for (const auto v : members) {
      if (v == u) continue;
      reach(v);
      of(sums_[v], GapScore::shared_themes) += weight;
    }
  }
}

GapScores GapScorer::Walk::scores(Vertex v) const {
  auto scores = sums_[v];
  // Where the walk left out those that share a theme alone, themes are looked up for those it met.
  if (is_reached_[v] && of(scores, GapScore::shared_themes) == 0) {
    std::vector<Index> shared;
    std::ranges::set_intersection(scorer_->themes_[source_], scorer_->themes_[v], std::back_inserter(shared));
    for (const auto theme : shared)
      of(scores, GapScore::shared_themes) += theme_weight(scorer_->with_theme_[theme].size());
  }
  return scores;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/losses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/centrality/hubs.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/counterfactual/community_losses.hpp"
#include "analysis/counterfactual/concerned_pairs.hpp"
#include "analysis/counterfactual/path_changes.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// What does not need all paths: sizes, components, cut points, density.
NetworkFigures counted(const Network& network, const std::vector<bool>& is_removed, std::size_t agreements) {
  NetworkFigures figures;
  figures.agreements = agreements;
  figures.ties = network.edge_count();
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (is_removed[v]) continue;
    ++figures.nodes;
    if (network.degree(v) == 0) ++figures.isolated;
  }
  const double n = figures.nodes;
  figures.density = figures.nodes < 2 ? kUndefined : 2.0 * figures.ties / (n * (n - 1));
  for (const auto& members : components_of(network).members) {
    if (is_removed[members.front()]) continue;
    ++figures.components;
    const auto size = static_cast<std::uint32_t>(members.size());
    figures.largest_component = std::max(figures.largest_component, size);
    figures.pairs_connected += std::uint64_t{size} * (size - 1) / 2;
  }
  figures.cut_points = static_cast<std::uint32_t>(articulation_points_of(network).size());
  figures.efficiency = figures.mean_distance = figures.modularity = kUndefined;
  return figures;
}

void put_paths(NetworkFigures& figures, double reciprocals, double lengths, std::uint64_t reached,
               std::uint32_t sources) {
  if (figures.nodes >= 2 && sources > 0)
    figures.efficiency = reciprocals / (static_cast<double>(sources) * (figures.nodes - 1.0));
  if (reached > 0) figures.mean_distance = lengths / static_cast<double>(reached);
}

std::vector<std::uint32_t> component_sizes(const Network& network) {
  const auto components = components_of(network);
  std::vector<std::uint32_t> size(network.vertex_count());
  for (const auto& members : components.members) {
    for (const auto v : members) size[v] = static_cast<std::uint32_t>(members.size());
  }
  return size;
}

/// Partners of v that are none afterwards, ascending.
std::vector<Vertex> lost_partners(const Network& before, const Network& after, Vertex v) {
  std::vector<Vertex> lost;
  std::ranges::set_difference(before.neighbours(v), after.neighbours(v), std::back_inserter(lost));
  return lost;
}

class LossFinder {
 public:
  LossFinder(const NetworkView& view, const Lapse& lapse, const LossOptions& options)
      : view_(view), before_(view.network), lapse_(lapse), options_(options) {}

  NetworkLosses find() {
    take_away();
    count();
    compare_all_paths();
    partition();
    rank();
    list_nodes();
    list_hubs();
    return std::move(losses_);
  }

 private:
  void take_away() {
    std::vector<Index> all, certain;
    for (const auto& one : lapse_.lapsing) {
      all.push_back(one.agreement);
      if (one.certainty == Certainty::certain) certain.push_back(one.agreement);
    }
    rest_ = remaining_network(view_, all, lapse_.removed);
    losses_.differs_by_certainty = certain.size() < all.size();
    certain_rest_ = losses_.differs_by_certainty ? remaining_network(view_, certain, lapse_.removed) : rest_;
  }

  void count() {
    const std::vector<bool> none(before_.vertex_count(), false);
    losses_.before = counted(before_, none, view_.agreement_rows.size());
    losses_.after = counted(rest_.network, rest_.is_removed, rest_.agreements);
    losses_.after_certain = counted(certain_rest_.network, certain_rest_.is_removed, certain_rest_.agreements);
    std::ranges::set_difference(articulation_points_of(rest_.network), articulation_points_of(before_),
                                std::back_inserter(losses_.new_cut_points));
    size_before_ = component_sizes(before_);
    size_after_ = component_sizes(rest_.network);
  }

  void compare_all_paths() {
    const auto sources = path_sources(before_, options_.most_path_work, options_.seed);
    const auto paths = compare_paths(before_, rest_, sources);
    losses_.paths = paths.changes;
    put_paths(losses_.before, paths.reciprocals_before, paths.lengths_before, paths.reached_before,
              paths.sources_before);
    put_paths(losses_.after, paths.reciprocals_after, paths.lengths_after, paths.reached_after, paths.sources_after);
    if (losses_.differs_by_certainty) {
      const auto certain = compare_paths(before_, certain_rest_, sources);
      put_paths(losses_.after_certain, certain.reciprocals_after, certain.lengths_after, certain.reached_after,
                certain.sources_after);
    } else {
      losses_.after_certain = losses_.after;
    }
    std::vector<double> weight(before_.vertex_count());
    for (Vertex v = 0; v < before_.vertex_count(); ++v) {
      weight[v] = paths.increase[v] + static_cast<double>(size_before_[v] - size_after_[v]);
    }
    // Sampled sources may have missed a vertex: whoever loses a partner is looked at in any case.
    for (Vertex v = 0; v < before_.vertex_count(); ++v) {
      if (rest_.network.degree(v) < before_.degree(v)) weight[v] += 1;
    }
    losses_.pairs = concerned_pairs(before_, rest_, weight, options_.most_pairs, options_.most_pair_work);
  }

  void partition() {
    CommunityOptions options;
    options.seed = options_.seed;
    options.runs = options_.runs;
    const auto before = find_communities(before_, options);
    const auto after = find_communities(rest_.network, options);
    losses_.communities = compare_communities(rest_, before, after);
    losses_.before.communities = before.count;
    losses_.before.modularity = before.modularity;
    losses_.after.communities = after.count - static_cast<std::uint32_t>(lapse_.removed.size());
    losses_.after.modularity = after.modularity;
    if (!losses_.differs_by_certainty) losses_.after_certain = losses_.after;
  }

  std::vector<double> measured(const Network& network, std::string_view code) const {
    const auto hyperdegree = hyperdegrees(network);
    auto values = measure(MeasuredNetwork{network, hyperdegree}, code, {}).values;
    if (&network == &before_) return values;
    for (Vertex v = 0; v < values.size(); ++v) {
      if (rest_.is_removed[v]) values[v] = kUndefined;
    }
    return values;
  }

  // Partnerships that do not lapse as a whole.
  std::vector<std::uint32_t> hyperdegrees(const Network& network) const {
    if (&network == &before_) return view_.hyperdegree;
    std::vector<std::uint32_t> count(before_.vertex_count(), 0);
    for (std::uint32_t p = 0; p < view_.partnerships.size(); ++p) {
      const auto rows = view_.agreements_of_partnership(p);
      if (!rows.empty() && std::ranges::all_of(rows, [&](Index a) { return rest_.is_lost[a]; })) continue;
      for (const auto v : view_.members_of(p)) count[v] += rest_.is_removed[v] ? 0 : 1;
    }
    return count;
  }

  void rank() {
    score_before_ = measured(before_, options_.measure);
    score_after_ = measured(rest_.network, options_.measure);
    rank_before_ = ranks_of(score_before_);
    rank_after_ = ranks_of(score_after_);
    losses_.has_betweenness =
        static_cast<double>(before_.vertex_count()) * before_.edge_count() <= options_.most_betweenness_work;
    betweenness_before_.assign(before_.vertex_count(), kUndefined);
    betweenness_after_ = betweenness_before_;
    if (!losses_.has_betweenness) return;
    betweenness_before_ = measured(before_, "betweenness");
    betweenness_after_ = measured(rest_.network, "betweenness");
  }

  std::vector<Index> lost_agreements(Vertex v) const {
    std::vector<Index> lost;
    for (const auto a : view_.agreements_of_node(v)) {
      if (rest_.is_lost[a]) lost.push_back(a);
    }
    return lost;
  }

  NodeLoss loss_of(Vertex v) const {
    NodeLoss loss;
    loss.vertex = v;
    loss.is_removed = rest_.is_removed[v];
    loss.lost_partners = lost_partners(before_, rest_.network, v);
    loss.certainly_lost_partners = lost_partners(before_, certain_rest_.network, v);
    loss.lost_agreements = loss.is_removed ? view_.agreements_of_node(v) : lost_agreements(v);
    loss.partners_before = before_.degree(v);
    loss.partners_after = rest_.network.degree(v);
    loss.reach_before = size_before_[v] - 1;
    loss.reach_after = size_after_[v] - 1;
    loss.score_before = score_before_[v];
    loss.score_after = score_after_[v];
    loss.rank_before = rank_before_[v];
    loss.rank_after = loss.is_removed ? 0 : rank_after_[v];
    loss.betweenness_before = betweenness_before_[v];
    loss.betweenness_after = betweenness_after_[v];
    loss.becomes_isolated = !loss.is_removed && loss.partners_before > 0 && loss.partners_after == 0;
    loss.certainly_isolated = loss.becomes_isolated && certain_rest_.network.degree(v) == 0;
    return loss;
  }

  void list_nodes() {
    for (Vertex v = 0; v < before_.vertex_count(); ++v) {
      auto loss = loss_of(v);
      const bool loses = loss.is_removed || !loss.lost_agreements.empty() || !loss.lost_partners.empty() ||
                         loss.reach_after < loss.reach_before;
      if (loses) losses_.nodes.push_back(std::move(loss));
    }
  }

  void list_hubs() {
    for (Vertex v = 0; v < before_.vertex_count(); ++v) {
      const bool was = !std::isnan(score_before_[v]) && score_before_[v] > 0 && rank_before_[v] <= options_.hubs;
      const bool is = !std::isnan(score_after_[v]) && score_after_[v] > 0 && rank_after_[v] <= options_.hubs;
      if (was || is) losses_.hubs.push_back(loss_of(v));
    }
    std::ranges::stable_sort(losses_.hubs, {}, &NodeLoss::rank_before);
    // Many may share a rank: as many on each side as are asked for, no more.
    if (losses_.hubs.size() > 2 * options_.hubs) losses_.hubs.resize(2 * options_.hubs);
  }

  const NetworkView& view_;
  const Network& before_;
  const Lapse& lapse_;
  const LossOptions& options_;
  RemainingNetwork rest_, certain_rest_;
  std::vector<std::uint32_t> size_before_, size_after_, rank_before_, rank_after_;
  std::vector<double> score_before_, score_after_, betweenness_before_, betweenness_after_;
  NetworkLosses losses_;
};

}  // namespace

NetworkLosses losses_of(const NetworkView& view, const Lapse& lapse, const LossOptions& options) {
  return LossFinder(view, lapse, options).find();
}

}  // namespace maillage

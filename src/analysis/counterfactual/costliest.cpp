// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/costliest.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/counterfactual/path_changes.hpp"
#include "analysis/counterfactual/remaining_network.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

/// Brandes' accumulation from one source after another, each target weighing one over its distance.
class EfficiencySearch {
 public:
  explicit EfficiencySearch(const Network& network)
      : along(network.edge_count(), 0),
        network_(&network),
        distance_(network.vertex_count(), kFar),
        paths_(network.vertex_count(), 0),
        share_(network.vertex_count(), 0) {}

  void search(Vertex source) {
    go_out(source);
    come_back();
  }

  std::vector<double> along;  ///< by tie

 private:
  static constexpr std::uint32_t kFar = 0xFFFFFFFFU;

  void go_out(Vertex source) {
    for (const auto v : order_) distance_[v] = kFar;
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const auto v = order_[i];
      for (const auto w : network_->neighbours(v)) {
        if (distance_[w] == kFar) {
          distance_[w] = distance_[v] + 1;
          paths_[w] = 0;
          order_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths_[v];
      }
    }
  }

  void come_back() {
    for (const auto v : order_) share_[v] = distance_[v] > 0 ? 1.0 / distance_[v] : 0;
    for (auto i = order_.size(); i-- > 1;) {
      const auto w = order_[i];
      const auto neighbours = network_->neighbours(w);
      const auto edges = network_->incident_edges(w);
      for (std::size_t k = 0; k < neighbours.size(); ++k) {
        const auto v = neighbours[k];
        if (distance_[v] + 1 != distance_[w]) continue;
        const double part = paths_[v] / paths_[w] * share_[w];
        along[edges[k]] += part;
        share_[v] += part;
      }
    }
  }

  const Network* network_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_, share_;
  std::vector<Vertex> order_;
};

std::uint64_t pairs_connected(const Network& network) {
  std::uint64_t pairs = 0;
  for (const auto& members : components_of(network).members)
    pairs += std::uint64_t{members.size()} * (members.size() - 1) / 2;
  return pairs;
}

/// Ties that rest on one partnership alone, by partnership.
class OwnTies {
 public:
  explicit OwnTies(const NetworkView& view) : first_(view.partnerships.size() + 1, 0) {
    const auto bearer = [&](EdgeId e) { return view.partnerships_of_edge(e).front(); };
    const auto& network = view.network;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      if (view.partnerships_of_edge(e).size() == 1) ++first_[bearer(e) + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    ties_.resize(first_.back());
    auto next = first_;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      if (view.partnerships_of_edge(e).size() == 1) ties_[next[bearer(e)]++] = e;
    }
  }
  std::span<const EdgeId> of(std::uint32_t p) const {
    return std::span(ties_).subspan(first_[p], first_[p + 1] - first_[p]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<EdgeId> ties_;
};

Network without_ties(const Network& network, std::span<const EdgeId> lost) {
  std::vector<Network::WeightedPair> pairs;
  pairs.reserve(network.edge_count());
  auto next = lost.begin();
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    if (next != lost.end() && *next == e)
      ++next;
    else
      pairs.push_back({network.source(e), network.target(e), network.weight(e)});
  }
  return Network(network.vertex_count(), pairs);
}

}  // namespace

std::vector<double> efficiency_along_ties(const Network& network, const std::vector<Vertex>& sources) {
  constexpr std::size_t kAtOnce = 64;
  std::vector<double> total(network.edge_count(), 0);
  const auto chunks = (sources.size() + kAtOnce - 1) / kAtOnce;
  const double work = 10.0 * static_cast<double>(sources.size()) * (network.vertex_count() + network.edge_count());
  over_chunks(
      chunks, work, [&] { return EfficiencySearch(network); },
      [&](EfficiencySearch& search, std::size_t chunk) {
        const auto last = std::min(sources.size(), (chunk + 1) * kAtOnce);
        for (auto i = chunk * kAtOnce; i < last; ++i) search.search(sources[i]);
      },
      [&](EfficiencySearch& search, std::size_t) {
        for (EdgeId e = 0; e < total.size(); ++e) {
          total[e] += search.along[e];
          search.along[e] = 0;
        }
      });
  return total;
}

CostliestPartnerships costliest_partnerships(const NetworkView& view, const CostliestOptions& options) {
  const auto& network = view.network;
  const auto sources = path_sources(network, options.most_work, options.seed);
  CostliestPartnerships result;
  result.partnerships = view.partnerships.size();
  result.sources = static_cast<std::uint32_t>(sources.size());
  result.is_sampled = sources.size() < network.vertex_count();
  result.pairs_connected = pairs_connected(network);
  const double pairs = static_cast<double>(sources.size()) * (network.vertex_count() - 1.0);
  if (network.vertex_count() < 2) {
    result.efficiency = std::numeric_limits<double>::quiet_NaN();
    return result;
  }
  const double whole = sum_of_reciprocals(pairs_by_distance(network, sources));
  result.efficiency = whole / pairs;

  const OwnTies own(view);
  const auto along = efficiency_along_ties(network, sources);
  std::vector<double> bound(view.partnerships.size(), 0);
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t p = 0; p < bound.size(); ++p) {
    for (const auto e : own.of(p)) bound[p] += along[e];
    if (!own.of(p).empty()) candidates.push_back(p);
  }
  std::ranges::stable_sort(candidates, std::greater<>{}, [&](auto p) { return bound[p]; });

  constexpr double kRounding = 1e-9;  // sums of fractions: bounds that differ by less are equal
  auto& best = result.costliest;
  if (options.count == 0) candidates.clear();
  for (const auto p : candidates) {
    if (best.size() == options.count && bound[p] <= best.back().efficiency_loss * (1 + kRounding)) break;
    ++result.recomputed;
    const double left = sum_of_reciprocals(pairs_by_distance(without_ties(network, own.of(p)), sources));
    const CostlyPartnership cost{p, whole - left, 0, static_cast<std::uint32_t>(own.of(p).size())};
    if (cost.efficiency_loss <= 0) continue;
    const auto place =
        std::ranges::upper_bound(best, cost.efficiency_loss, std::greater<>{}, &CostlyPartnership::efficiency_loss);
    best.insert(place, cost);
    if (best.size() > options.count) best.pop_back();
  }
  for (auto& cost : best) {
    cost.pairs_lost = result.pairs_connected - pairs_connected(without_ties(network, own.of(cost.partnership)));
    cost.efficiency_loss /= pairs;
  }
  return result;
}

CostlyPartnership cost_of(const NetworkView& view, std::uint32_t partnership) {
  std::vector<bool> is_lost(view.partnerships.size(), false);
  is_lost[partnership] = true;
  const auto rest = network_without(view, is_lost);
  const auto sources = path_sources(view.network, std::numeric_limits<double>::infinity(), 0);
  const double pairs = static_cast<double>(sources.size()) * (view.network.vertex_count() - 1.0);
  const double before = sum_of_reciprocals(pairs_by_distance(view.network, sources));
  const double after = sum_of_reciprocals(pairs_by_distance(rest, sources));
  return {partnership, (before - after) / pairs, pairs_connected(view.network) - pairs_connected(rest),
          view.network.edge_count() - rest.edge_count()};
}

}  // namespace maillage

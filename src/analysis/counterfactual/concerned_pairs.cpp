// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/concerned_pairs.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

constexpr std::uint32_t kFar = 0xFFFFFFFFU;

/// Distances in hops from one source after another.
class HopSearch {
 public:
  explicit HopSearch(const Network& network) : network_(&network), distance_(network.vertex_count(), kFar) {}

  void search(Vertex source) {
    for (const auto v : reached_) distance_[v] = kFar;
    reached_.assign(1, source);
    distance_[source] = 0;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      for (const auto u : network_->neighbours(reached_[i])) {
        if (distance_[u] != kFar) continue;
        distance_[u] = distance_[reached_[i]] + 1;
        reached_.push_back(u);
      }
    }
  }
  std::uint32_t operator[](Vertex v) const { return distance_[v]; }
  const std::vector<Vertex>& reached() const { return reached_; }

 private:
  const Network* network_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> reached_;
};

struct Found {
  std::uint32_t increase, before;
  double importance;
  Vertex a, b;
  auto key() const { return std::tuple(~increase, before, -importance, a, b); }
  bool operator<(const Found& other) const { return key() < other.key(); }
  bool operator==(const Found& other) const { return a == other.a && b == other.b; }
};

/// Keeps the first few of a stream.
class Foremost {
 public:
  explicit Foremost(std::size_t most) : most_(most) {}
  void offer(const Found& found) {
    if (most_ == 0 || (kept_.size() == most_ && !(found < kept_.back()))) return;
    const auto place = std::ranges::lower_bound(kept_, found, std::less<>{});
    if (place != kept_.end() && *place == found) return;  // seen from the other end
    kept_.insert(place, found);
    if (kept_.size() > most_) kept_.pop_back();
  }
  const std::vector<Found>& kept() const { return kept_; }

 private:
  std::size_t most_;
  std::vector<Found> kept_;
};

std::vector<Vertex> chain_of(const Network& network, Vertex a, Vertex b) {
  const auto chain = shortest_chain(network, a, b, Distance::hops);
  return chain ? chain->vertices : std::vector<Vertex>{};
}

std::vector<ConcernedPair> with_chains(const Network& before, const Network& after, const Foremost& foremost) {
  std::vector<ConcernedPair> pairs;
  for (const auto& found : foremost.kept()) {
    pairs.push_back({found.a, found.b, chain_of(before, found.a, found.b), chain_of(after, found.a, found.b)});
  }
  return pairs;
}

}  // namespace

ConcernedPairs concerned_pairs(const Network& before, const RemainingNetwork& after,
                               const std::vector<double>& weight_of_loss, std::size_t most_pairs, double most_work) {
  const auto n = before.vertex_count();
  ConcernedPairs result;
  std::vector<Vertex> sources;
  for (Vertex v = 0; v < n; ++v) {
    if (!after.is_removed[v] && weight_of_loss[v] > 0) sources.push_back(v);
  }
  const auto affordable = static_cast<std::size_t>(std::max(64.0, most_work / (1.0 + n + before.edge_count())));
  if (sources.size() > affordable) {
    std::ranges::stable_sort(sources, std::greater<>{}, [&](Vertex v) { return weight_of_loss[v]; });
    sources.resize(affordable);
    result.all_sources = false;
  }
  result.sources = static_cast<std::uint32_t>(sources.size());

  std::vector<double> strength(n);
  for (Vertex v = 0; v < n; ++v) strength[v] = before.strength(v);
  Foremost lost(most_pairs), lengthened(most_pairs);
  HopSearch search_before(before), search_after(after.network);
  for (const auto source : sources) {
    search_before.search(source);
    search_after.search(source);
    for (const auto v : search_before.reached()) {
      if (v == source || after.is_removed[v] || search_before[v] == search_after[v]) continue;
      const auto importance = strength[source] * strength[v];
      const auto [a, b] = std::minmax(source, v);
      if (search_after[v] == kFar) {
        lost.offer({0, search_before[v], importance, a, b});
      } else {
        lengthened.offer({search_after[v] - search_before[v], search_before[v], importance, a, b});
      }
    }
  }
  result.lost = with_chains(before, after.network, lost);
  result.lengthened = with_chains(before, after.network, lengthened);
  return result;
}

}  // namespace maillage

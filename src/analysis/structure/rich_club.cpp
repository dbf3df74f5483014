// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/rich_club.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/hypergraph/rewired_incidence.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/random_source.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t kAttemptsAnIncidence = 5;

/// How many vertices and ties exceed each degree.
class Richer {
 public:
  explicit Richer(std::uint32_t vertices) : nodes_(vertices, 0), edges_(vertices, 0) {}

  void clear() {
    std::ranges::fill(nodes_, 0);
    std::ranges::fill(edges_, 0);
  }
  void add_node(std::uint32_t degree) { ++nodes_[degree]; }
  void add_edge(std::uint32_t smaller_degree) { ++edges_[smaller_degree]; }
  /// Turns counts at a degree into counts above it.
  void sum_up() {
    std::uint32_t nodes = 0, edges = 0;
    for (auto k = nodes_.size(); k > 0; --k) {
      nodes = nodes + std::exchange(nodes_[k - 1], nodes);
      edges = edges + std::exchange(edges_[k - 1], edges);
    }
  }
  std::uint32_t nodes_above(std::uint32_t degree) const { return nodes_[degree]; }
  std::uint32_t edges_above(std::uint32_t degree) const { return edges_[degree]; }
  double phi(std::uint32_t degree) const {
    const double n = nodes_[degree];
    return n < 2 ? kUndefined : edges_[degree] / (n * (n - 1) / 2);
  }

 private:
  std::vector<std::uint32_t> nodes_, edges_;  // by degree, which is below the number of vertices
};

/// The rich club of one rewired incidence after another.
class NullModel {
 public:
  NullModel(const Incidence& incidence, const std::vector<RichClubLevel>& levels)
      : phi(levels.size()), incidence_(&incidence), levels_(&levels), rewired_(incidence),
        degree_(incidence.party_count()), last_seen_(incidence.party_count()), places_(incidence.incidence_count()),
        place_first_(incidence.party_count() + 1, 0), richer_(incidence.party_count()) {
    for (std::uint32_t v = 0; v < incidence.party_count(); ++v) {
      place_first_[v + 1] = place_first_[v] + incidence.hyperdegree(v);
    }
  }

  void draw(std::uint64_t seed) {
    rewired_.draw(seed, kAttemptsAnIncidence * incidence_->incidence_count());
    find_partnerships();
    for_each_partner([&](std::uint32_t v, std::uint32_t) { ++degree_[v]; });
    richer_.clear();
    for (const auto degree : degree_) richer_.add_node(degree);
    for_each_partner([&](std::uint32_t v, std::uint32_t w) {
      if (v < w) richer_.add_edge(std::min(degree_[v], degree_[w]));
    });
    richer_.sum_up();
    for (std::size_t i = 0; i < phi.size(); ++i) phi[i] = richer_.phi((*levels_)[i].degree);
  }

  std::vector<double> phi;  // by level, of the last one drawn

 private:
  void find_partnerships() {
    std::ranges::fill(degree_, 0);
    auto next = place_first_;
    for (std::uint32_t p = 0; p < incidence_->partnership_count(); ++p) {
      for (auto i = incidence_->member_first()[p]; i < incidence_->member_first()[p + 1]; ++i) {
        places_[next[rewired_.members()[i]]++] = p;
      }
    }
  }

  template <class Visit>
  void for_each_partner(Visit visit) {
    std::ranges::fill(last_seen_, 0xFFFFFFFFU);
    for (std::uint32_t v = 0; v < incidence_->party_count(); ++v) {
      last_seen_[v] = v;
      for (auto i = place_first_[v]; i < place_first_[v + 1]; ++i) {
        const auto p = places_[i];
        for (auto j = incidence_->member_first()[p]; j < incidence_->member_first()[p + 1]; ++j) {
          const auto w = rewired_.members()[j];
          if (std::exchange(last_seen_[w], v) != v) visit(v, w);
        }
      }
    }
  }

  const Incidence* incidence_;
  const std::vector<RichClubLevel>* levels_;
  RewiredIncidence rewired_;
  std::vector<std::uint32_t> degree_, last_seen_;
  std::vector<std::uint32_t> places_;  // partnerships of each party in the rewired incidence
  std::vector<std::uint32_t> place_first_;
  Richer richer_;
};

void summarise(RichClubLevel& level, std::vector<double> drawn, std::uint32_t runs) {
  std::erase_if(drawn, [](double value) { return std::isnan(value); });
  if (drawn.empty() || 2 * drawn.size() < runs) return;
  double sum = 0;
  for (const auto value : drawn) sum += value;
  level.null_mean = sum / static_cast<double>(drawn.size());
  std::ranges::sort(drawn);
  const auto at = [&](double share) {
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(drawn.size())));
    return drawn[std::max<std::size_t>(rank, 1) - 1];
  };
  level.null_low = at(0.05);
  level.null_high = at(0.95);
}

}  // namespace

RichClub rich_club(const Network& network) {
  const auto n = network.vertex_count();
  Richer richer(n);
  std::vector<bool> is_degree(n, false);
  if (n > 0) is_degree[0] = true;
  for (Vertex v = 0; v < n; ++v) {
    richer.add_node(network.degree(v));
    is_degree[network.degree(v)] = true;
  }
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    richer.add_edge(std::min(network.degree(network.source(e)), network.degree(network.target(e))));
  }
  richer.sum_up();
  RichClub found;
  for (std::uint32_t k = 0; k < n && richer.nodes_above(k) >= 2; ++k) {
    if (!is_degree[k]) continue;
    found.levels.push_back({.degree = k,
                            .nodes = richer.nodes_above(k),
                            .edges = richer.edges_above(k),
                            .phi = richer.phi(k),
                            .null_mean = kUndefined,
                            .null_low = kUndefined,
                            .null_high = kUndefined});
  }
  return found;
}

RichClub rich_club(const Network& projection, const Incidence& incidence, std::uint32_t runs, std::uint64_t seed) {
  auto found = rich_club(projection);
  found.runs = runs;
  found.seed = seed;
  if (found.levels.empty() || runs == 0) return found;
  std::vector<std::uint64_t> seeds(runs);
  RandomSource random(seed);
  for (auto& one : seeds) one = random.bits();
  std::vector<std::vector<double>> drawn(found.levels.size(), std::vector<double>(runs));
  over_chunks(
      runs, 50.0 * runs * static_cast<double>(kAttemptsAnIncidence * incidence.incidence_count()),
      [&] { return NullModel(incidence, found.levels); },
      [&](NullModel& model, std::size_t run) {
        model.draw(seeds[run]);
        for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i][run] = model.phi[i];
      },
      [](NullModel&, std::size_t) {});
  for (std::size_t i = 0; i < drawn.size(); ++i) summarise(found.levels[i], std::move(drawn[i]), runs);
  return found;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/betweenness.hpp"

#include <numeric>
#include <stdexcept>
#include <utility>

#include "analysis/centrality/betweenness_by_hops.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/random_source.hpp"
#include "analysis/centrality/shortest_paths.hpp"

namespace maillage {
namespace {

/// Brandes' accumulation along arcs, for one source after another. A tie without direction is two arcs.
class Dependencies {
 public:
  explicit Dependencies(const ArcLengths& lengths)
      : lengths_(&lengths), paths_(lengths), path_count_(lengths.vertex_count()), dependency_(lengths.vertex_count()) {}

  /// on_arc(arc, dependency) for each arc of a shortest path, once.
  template <class OnArc>
  void search(Vertex source, OnArc on_arc) {
    paths_.search(source);
    const auto order = paths_.order();
    for (const auto v : order) path_count_[v] = dependency_[v] = 0;
    path_count_[source] = 1;
    for (const auto u : order) {
      for_each_step(u, [&](Vertex w, std::uint32_t) { path_count_[w] += path_count_[u]; });
    }
    for (auto i = order.size(); i-- > 0;) {
      const auto u = order[i];
      for_each_step(u, [&](Vertex w, std::uint32_t arc) {
        const auto along = path_count_[u] / path_count_[w] * (1 + dependency_[w]);
        dependency_[u] += along;
        on_arc(arc, along);
      });
    }
  }

  void add_to(std::vector<double>& total) const {
    for (const auto v : paths_.order().subspan(1)) total[v] += dependency_[v];
  }

 private:
  template <class Visit>
  void for_each_step(Vertex u, Visit visit) const {
    for (auto arc = lengths_->first[u]; arc < lengths_->first[u + 1]; ++arc) {
      const auto w = lengths_->targets[arc];
      if (paths_.leads_on(u, w, lengths_->of_arc[arc])) visit(w, arc);
    }
  }

  const ArcLengths* lengths_;
  ShortestPaths paths_;
  std::vector<double> path_count_, dependency_;
};

double work_of(const ArcLengths& lengths) {
  return 10.0 * lengths.vertex_count() * static_cast<double>(lengths.targets.size());
}

/// What depends on each vertex, over all ordered pairs.
std::vector<double> dependencies_of_vertices(const ArcLengths& lengths) {
  std::vector<double> total(lengths.vertex_count(), 0);
  over_chunks(
      lengths.vertex_count(), work_of(lengths), [&] { return Dependencies(lengths); },
      [](Dependencies& search, std::size_t source) {
        search.search(static_cast<Vertex>(source), [](std::uint32_t, double) {});
      },
      [&](const Dependencies& search, std::size_t) { search.add_to(total); });
  return total;
}

/// What depends on each arc, over all ordered pairs.
std::vector<double> dependencies_of_arcs(const ArcLengths& lengths) {
  struct OfSource {
    Dependencies search;
    std::vector<std::pair<std::uint32_t, double>> found;
  };
  std::vector<double> total(lengths.targets.size(), 0);
  over_chunks(
      lengths.vertex_count(), work_of(lengths), [&] { return OfSource{Dependencies(lengths), {}}; },
      [](OfSource& here, std::size_t source) {
        here.found.clear();
        here.search.search(static_cast<Vertex>(source),
                           [&](std::uint32_t arc, double along) { here.found.emplace_back(arc, along); });
      },
      [&](const OfSource& here, std::size_t) {
        for (const auto& [arc, along] : here.found) total[arc] += along;
      });
  return total;
}

}  // namespace

std::vector<double> betweenness(const DirectedNetwork& network, Distance distance) {
  return dependencies_of_vertices(ArcLengths(network, distance));
}

std::vector<double> arc_betweenness(const DirectedNetwork& network, Distance distance) {
  return dependencies_of_arcs(ArcLengths(network, distance));
}

// Without directions each pair is counted from both of its ends.
std::vector<double> betweenness(const Network& network, Distance distance) {
  auto total = distance == Distance::hops ? dependencies_by_hops(network)
                                          : dependencies_of_vertices(ArcLengths(network, distance));
  for (auto& value : total) value /= 2;
  return total;
}

std::vector<double> sampled_betweenness(const Network& network, std::uint32_t sources, std::uint64_t seed) {
  if (sources == 0) throw std::invalid_argument("an estimate of betweenness needs at least one source");
  const auto n = network.vertex_count();
  if (sources >= n) return betweenness(network, Distance::hops);
  std::vector<Vertex> drawn(n);
  std::iota(drawn.begin(), drawn.end(), Vertex{0});
  RandomSource random(seed);
  std::vector<char> is_source(n, 0);
  for (std::uint32_t i = 0; i < sources; ++i) {
    std::swap(drawn[i], drawn[i + random.below(n - i)]);
    is_source[drawn[i]] = 1;
  }
  auto total = dependencies_by_hops(network, is_source);
  for (auto& value : total) value *= static_cast<double>(n) / (2.0 * sources);
  return total;
}

std::vector<double> edge_betweenness(const Network& network, Distance distance) {
  const auto of_arcs = dependencies_of_arcs(ArcLengths(network, distance));
  std::vector<double> total(network.edge_count(), 0);
  for (std::size_t arc = 0; arc < of_arcs.size(); ++arc) total[network.arc_edges()[arc]] += of_arcs[arc] / 2;
  return total;
}

}  // namespace maillage

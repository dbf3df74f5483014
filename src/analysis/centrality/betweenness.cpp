// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/betweenness.hpp"

#include <utility>

#include "analysis/centrality/betweenness_by_hops.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/centrality/shortest_paths.hpp"

namespace maillage {
namespace {

/// Brandes' accumulation for one source after another, on lengths.
class LengthBetweenness {
 public:
  explicit LengthBetweenness(const ArcLengths& lengths)
      : lengths_(&lengths),
        paths_(lengths),
        path_count_(lengths.network->vertex_count()),
        dependency_(lengths.network->vertex_count()) {}

  void search(Vertex source) {
    search(source, [](EdgeId, double) {});
  }

  /// The same, and on_edge(edge, dependency) for each edge of a shortest path, at most once.
  template <class OnEdge>
  void search(Vertex source, OnEdge on_edge) {
    paths_.search(source);
    const auto order = paths_.order();
    for (const auto v : order) path_count_[v] = dependency_[v] = 0;
    path_count_[source] = 1;
    for (const auto v : order.subspan(1)) {
      for_each_predecessor(v, [&](Vertex u, EdgeId) { path_count_[v] += path_count_[u]; });
    }
    for (auto i = order.size(); i-- > 1;) {
      const auto v = order[i];
      const auto share = (1 + dependency_[v]) / path_count_[v];
      for_each_predecessor(v, [&](Vertex u, EdgeId edge) {
        const auto along = path_count_[u] * share;
        dependency_[u] += along;
        on_edge(edge, along);
      });
    }
  }

  void add_to(std::vector<double>& total) const {
    for (const auto v : paths_.order().subspan(1)) total[v] += dependency_[v];
  }

 private:
  template <class Visit>
  void for_each_predecessor(Vertex v, Visit visit) const {
    const auto first = lengths_->network->first();
    const auto targets = lengths_->network->arc_targets();
    const auto edges = lengths_->network->arc_edges();
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      if (paths_.leads_on(targets[arc], v, lengths_->of_arc[arc])) visit(targets[arc], edges[arc]);
    }
  }

  const ArcLengths* lengths_;
  ShortestPaths paths_;
  std::vector<double> path_count_, dependency_;
};

std::vector<double> betweenness_by_length(const Network& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(n, 0);
  over_chunks(
      n, 20.0 * n * network.edge_count(), [&] { return LengthBetweenness(lengths); },
      [](LengthBetweenness& search, std::size_t source) { search.search(static_cast<Vertex>(source)); },
      [&](const LengthBetweenness& search, std::size_t) { search.add_to(total); });
  return total;
}

/// What one source adds to the edges on its shortest paths.
struct EdgesOfSource {
  explicit EdgesOfSource(const ArcLengths& lengths) : search(lengths) {}
  LengthBetweenness search;
  std::vector<std::pair<EdgeId, double>> found;
};

}  // namespace

std::vector<double> edge_betweenness(const Network& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(network.edge_count(), 0);
  over_chunks(
      n, 20.0 * n * network.edge_count(), [&] { return EdgesOfSource(lengths); },
      [](EdgesOfSource& here, std::size_t source) {
        here.found.clear();
        here.search.search(static_cast<Vertex>(source),
                           [&](EdgeId edge, double along) { here.found.emplace_back(edge, along); });
      },
      [&](const EdgesOfSource& here, std::size_t) {
        for (const auto& [edge, along] : here.found) total[edge] += along;
      });
  for (auto& value : total) value /= 2;  // each pair was counted from both of its ends
  return total;
}

std::vector<double> betweenness(const Network& network, Distance distance) {
  auto total =
      distance == Distance::hops ? dependencies_by_hops(network) : betweenness_by_length(network, distance);
  for (auto& value : total) value /= 2;  // each pair was counted from both of its ends
  return total;
}

}  // namespace maillage

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
  LengthBetweenness(const ArcLengths& lengths, const Network& network)
      : lengths_(&lengths),
        network_(&network),
        paths_(lengths),
        path_count_(lengths.vertex_count()),
        dependency_(lengths.vertex_count()) {}

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
    const auto first = network_->first();
    const auto targets = network_->arc_targets();
    const auto edges = network_->arc_edges();
    for (auto arc = first[v]; arc < first[v + 1]; ++arc) {
      if (paths_.leads_on(targets[arc], v, lengths_->of_arc[arc])) visit(targets[arc], edges[arc]);
    }
  }

  const ArcLengths* lengths_;
  const Network* network_;
  ShortestPaths paths_;
  std::vector<double> path_count_, dependency_;
};

std::vector<double> betweenness_by_length(const Network& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(n, 0);
  over_chunks(
      n, 20.0 * n * network.edge_count(), [&] { return LengthBetweenness(lengths, network); },
      [](LengthBetweenness& search, std::size_t source) { search.search(static_cast<Vertex>(source)); },
      [&](const LengthBetweenness& search, std::size_t) { search.add_to(total); });
  return total;
}

/// What one source adds to the edges on its shortest paths.
struct EdgesOfSource {
  EdgesOfSource(const ArcLengths& lengths, const Network& network) : search(lengths, network) {}
  LengthBetweenness search;
  std::vector<std::pair<EdgeId, double>> found;
};

/// Brandes' accumulation along arcs, for one source after another.
class ArcDependencies {
 public:
  explicit ArcDependencies(const ArcLengths& lengths)
      : lengths_(&lengths), paths_(lengths), path_count_(lengths.vertex_count()), dependency_(lengths.vertex_count()) {}

  /// on_arc(arc, dependency) for each arc of a shortest path.
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

struct ArcsOfSource {
  explicit ArcsOfSource(const ArcLengths& lengths) : search(lengths) {}
  ArcDependencies search;
  std::vector<std::pair<std::uint32_t, double>> found;
};

}  // namespace

std::vector<double> betweenness(const DirectedNetwork& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(n, 0);
  over_chunks(
      n, 20.0 * n * network.arc_count(), [&] { return ArcDependencies(lengths); },
      [](ArcDependencies& search, std::size_t source) {
        search.search(static_cast<Vertex>(source), [](std::uint32_t, double) {});
      },
      [&](const ArcDependencies& search, std::size_t) { search.add_to(total); });
  return total;
}

std::vector<double> arc_betweenness(const DirectedNetwork& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(network.arc_count(), 0);
  over_chunks(
      n, 20.0 * n * network.arc_count(), [&] { return ArcsOfSource(lengths); },
      [](ArcsOfSource& here, std::size_t source) {
        here.found.clear();
        here.search.search(static_cast<Vertex>(source),
                           [&](std::uint32_t arc, double along) { here.found.emplace_back(arc, along); });
      },
      [&](const ArcsOfSource& here, std::size_t) {
        for (const auto& [arc, along] : here.found) total[arc] += along;
      });
  return total;
}

std::vector<double> edge_betweenness(const Network& network, Distance distance) {
  const ArcLengths lengths(network, distance);
  const auto n = network.vertex_count();
  std::vector<double> total(network.edge_count(), 0);
  over_chunks(
      n, 20.0 * n * network.edge_count(), [&] { return EdgesOfSource(lengths, network); },
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

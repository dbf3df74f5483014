// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/girvan_newman.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/community/leiden.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage::community {
namespace {

constexpr double kTie = 1e-9;  // relative
constexpr double kSameModularity = 1e-12;
constexpr std::size_t kSourcesAChunk = 32;
constexpr double kOperationsAnArc = 4;

/// The arcs that are left: those of v are the first `degree[v]` after first[v].
struct Remaining {
  struct Arc {
    Vertex target;
    EdgeId edge;
  };
  std::vector<std::uint32_t> first, degree;
  std::vector<Arc> arcs;

  explicit Remaining(const Network& network)
      : first(network.first().begin(), network.first().end()), degree(network.vertex_count()) {
    arcs.reserve(network.arc_targets().size());
    for (std::size_t i = 0; i < network.arc_targets().size(); ++i) {
      arcs.push_back({network.arc_targets()[i], network.arc_edges()[i]});
    }
    for (Vertex v = 0; v < degree.size(); ++v) degree[v] = first[v + 1] - first[v];
  }
  std::span<const Arc> of(Vertex v) const { return std::span(arcs).subspan(first[v], degree[v]); }

  void remove(Vertex v, EdgeId edge) {
    const auto begin = arcs.begin() + first[v], end = begin + degree[v];
    const auto gone = std::find_if(begin, end, [&](const Arc& arc) { return arc.edge == edge; });
    std::move(gone + 1, end, gone);
    --degree[v];
  }
};

/// Brandes' accumulation on edges from some sources, by hops; every pair is met twice.
class Dependencies {
 public:
  Dependencies(const Remaining& graph, std::size_t edges)
      : on_edge(edges, 0), graph_(graph), level_(graph.degree.size(), kUnseen), paths_(graph.degree.size()),
        dependency_(graph.degree.size()) {
    order_.reserve(graph.degree.size());
  }

  void add_from(Vertex source) {
    order_.assign(1, source);
    level_[source] = 0;
    paths_[source] = 1;
    dependency_[source] = 0;
    for (std::size_t next = 0; next < order_.size(); ++next) {
      const auto v = order_[next];
      for (const auto& arc : graph_.of(v)) {
        const auto w = arc.target;
        if (level_[w] == kUnseen) {
          level_[w] = level_[v] + 1;
          paths_[w] = dependency_[w] = 0;
          order_.push_back(w);
        }
        if (level_[w] == level_[v] + 1) paths_[w] += paths_[v];
      }
    }
    for (std::size_t i = order_.size(); i-- > 1;) {
      const auto w = order_[i];
      const double share = (1 + dependency_[w]) / paths_[w];
      for (const auto& arc : graph_.of(w)) {
        if (level_[arc.target] + 1 != level_[w]) continue;
        const double through = paths_[arc.target] * share;
        on_edge[arc.edge] += through;
        dependency_[arc.target] += through;
      }
    }
    for (const auto v : order_) level_[v] = kUnseen;
  }

  std::vector<double> on_edge;

 private:
  static constexpr auto kUnseen = std::numeric_limits<std::uint32_t>::max() - 1;
  const Remaining& graph_;
  std::vector<std::uint32_t> level_;
  std::vector<double> paths_, dependency_;
  std::vector<Vertex> order_;
};

class Removal {
 public:
  explicit Removal(const Network& network)
      : network_(network), graph_(network), is_left_(network.edge_count(), 1), is_seen_(network.vertex_count(), 0),
        value_(network.edge_count(), 0), component_of_(network.vertex_count()) {
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      if (network.weight(e) == 0) take_out(e);
    }
    std::vector<char> is_placed(network.vertex_count(), 0);
    for (Vertex start = 0; start < network.vertex_count(); ++start) {
      if (is_placed[start]) continue;
      const auto component = reached_from(start);
      for (const auto v : component) {
        is_placed[v] = 1;
        component_of_[v] = components_;
      }
      ++components_;
      count_again(component);
    }
  }

  const std::vector<Community>& component_of() const { return component_of_; }
  Community components() const { return components_; }

  /// Takes out one edge; false where none is left. `is_split`: there is a component more.
  bool step(bool& is_split) {
    const auto edge = greatest();
    if (edge == network_.edge_count()) return false;
    take_out(edge);
    const auto here = reached_from(network_.source(edge));
    is_split = std::ranges::find(here, network_.target(edge)) == here.end();
    auto affected = here;
    if (is_split) {
      const auto there = reached_from(network_.target(edge));
      for (const auto v : there) component_of_[v] = components_;
      ++components_;
      affected.insert(affected.end(), there.begin(), there.end());
    }
    count_again(affected);
    return true;
  }

 private:
  void take_out(EdgeId e) {
    is_left_[e] = 0;
    graph_.remove(network_.source(e), e);
    graph_.remove(network_.target(e), e);
  }

  EdgeId greatest() const {
    double most = 0;
    for (EdgeId e = 0; e < value_.size(); ++e) {
      if (is_left_[e]) most = std::max(most, value_[e]);
    }
    for (EdgeId e = 0; e < value_.size(); ++e) {
      if (is_left_[e] && value_[e] >= most * (1 - kTie)) return e;
    }
    return network_.edge_count();
  }

  std::vector<Vertex> reached_from(Vertex start) {
    std::vector<Vertex> reached{start};
    is_seen_[start] = 1;
    for (std::size_t next = 0; next < reached.size(); ++next) {
      for (const auto& arc : graph_.of(reached[next])) {
        if (is_seen_[arc.target]) continue;
        is_seen_[arc.target] = 1;
        reached.push_back(arc.target);
      }
    }
    for (const auto v : reached) is_seen_[v] = 0;
    std::ranges::sort(reached);
    return reached;
  }

  /// The values of the edges among these vertices, whole components of what is left.
  void count_again(const std::vector<Vertex>& sources) {
    double arcs = 0;
    for (const auto v : sources) {
      arcs += graph_.degree[v];
      for (const auto& arc : graph_.of(v)) value_[arc.edge] = 0;
    }
    const auto chunks = (sources.size() + kSourcesAChunk - 1) / kSourcesAChunk;
    over_chunks(
        chunks, kOperationsAnArc * arcs * static_cast<double>(sources.size()),
        [&] { return Dependencies(graph_, value_.size()); },
        [&](Dependencies& found, std::size_t chunk) {
          const auto end = std::min(sources.size(), (chunk + 1) * kSourcesAChunk);
          for (auto i = chunk * kSourcesAChunk; i < end; ++i) found.add_from(sources[i]);
        },
        [&](Dependencies& found, std::size_t) {
          for (const auto v : sources) {
            for (const auto& arc : graph_.of(v)) {
              value_[arc.edge] += found.on_edge[arc.edge];
              found.on_edge[arc.edge] = 0;
            }
          }
        });
    for (const auto v : sources) {
      for (const auto& arc : graph_.of(v)) {
        if (v < arc.target) value_[arc.edge] /= network_.weight(arc.edge);
      }
    }
  }

  const Network& network_;
  Remaining graph_;
  std::vector<char> is_left_, is_seen_;
  std::vector<double> value_;  // betweenness by weight, of edges that are left
  std::vector<Community> component_of_;
  Community components_ = 0;
};

}  // namespace

std::vector<Community> girvan_newman(const Network& network, double resolution, Community communities) {
  Removal removal(network);
  if (communities > 0 && (communities < removal.components() || communities > network.vertex_count())) {
    throw std::invalid_argument("so many communities cannot be had by taking out edges");
  }
  auto best = removal.component_of();
  double most = modularity(network, best, resolution);
  bool is_split = false;
  while (removal.components() != communities && removal.step(is_split)) {
    if (!is_split) continue;
    const double found = communities > 0 ? 0 : modularity(network, removal.component_of(), resolution);
    if (communities == 0 && found <= most + kSameModularity) continue;
    best = removal.component_of();
    most = found;
  }
  close_gaps(best);
  return best;
}

double girvan_newman_visits(const Network& network) {
  std::vector<Community> component_of(network.vertex_count(), 0);
  const auto count = split_into_connected(weighted_graph(network), component_of);
  std::vector<double> vertices(count, 0), arcs(count, 0);
  for (Vertex v = 0; v < component_of.size(); ++v) {
    ++vertices[component_of[v]];
    arcs[component_of[v]] += network.degree(v);
  }
  double visits = 0;
  for (Community c = 0; c < count; ++c) visits += arcs[c] / 2 * vertices[c] * arcs[c];
  return visits;
}

}  // namespace maillage::community

// SPDX-License-Identifier: Apache-2.0
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <stdexcept>
#include <utility>

#include "analysis/structure/structure.hpp"
#include "network/boost_graph.hpp"

namespace maillage {
namespace {

constexpr double kUnreachable = std::numeric_limits<double>::infinity();

std::vector<double> lengths_to(const Network& network, Vertex to, Distance distance, std::span<const double> lengths) {
  std::vector<double> length_to(network.vertex_count(), kUnreachable);
  const auto index = vertex_index_map(network);
  const auto map = boost::make_iterator_property_map(length_to.begin(), index);
  if (distance == Distance::hops) {
    length_to[to] = 0;
    const auto visitor = boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()));
    boost::breadth_first_search(network, to, boost::visitor(visitor).vertex_index_map(index));
  } else {
    boost::dijkstra_shortest_paths(network, to,
                                   boost::distance_map(map)
                                       .weight_map(EdgeValueMap<std::span<const double>>{lengths})
                                       .vertex_index_map(index)
                                       .distance_inf(kUnreachable));
  }
  return length_to;
}

// Dijkstra's algorithm against the arcs: how far it is from each vertex to `to`.
std::vector<double> lengths_to(const DirectedNetwork& network, Vertex to, Distance distance) {
  std::vector<double> length_to(network.vertex_count(), kUnreachable);
  using Entry = std::pair<double, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  length_to[to] = 0;
  queue.emplace(0, to);
  while (!queue.empty()) {
    const auto [length, v] = queue.top();
    queue.pop();
    if (length > length_to[v]) continue;
    const auto before = network.predecessors(v);
    const auto weights = network.in_weights(v);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto longer = length + tie_length(weights[i], distance);
      if (!(longer < length_to[before[i]])) continue;
      length_to[before[i]] = longer;
      queue.emplace(longer, before[i]);
    }
  }
  return length_to;
}

/// Where a walk may go on from a node: the node reached, the edge or arc taken and its length.
struct Step {
  Vertex to;
  EdgeId edge;
  double length;
};

/// The chain from `from` to `to` that takes, at each node, the first step along which the length left to go falls by
/// the step's own length. `step_of(v, i)` is the i-th of the `step_count(v)` steps from v.
template <class StepCount, class StepOf>
std::optional<Chain> walk_down(Vertex from, Vertex to, const std::vector<double>& length_to, StepCount step_count,
                               StepOf step_of) {
  if (length_to[from] == kUnreachable) return std::nullopt;
  Chain chain;
  chain.length = length_to[from];
  chain.vertices.push_back(from);
  for (auto v = from; v != to;) {
    for (std::size_t i = 0; i < step_count(v); ++i) {
      const Step step = step_of(v, i);
      // Strictly nearer, or a tie shorter than the tolerance could be walked to and fro for ever.
      if (!(length_to[step.to] < length_to[v])) continue;
      if (!same_length(length_to[step.to] + step.length, length_to[v])) continue;
      chain.edges.push_back(step.edge);
      chain.vertices.push_back(step.to);
      v = step.to;
      break;
    }
  }
  return chain;
}

}  // namespace

std::optional<Chain> shortest_chain(const DirectedNetwork& network, Vertex from, Vertex to, Distance distance) {
  if (from >= network.vertex_count() || to >= network.vertex_count()) {
    throw std::out_of_range("shortest_chain: no such vertex");
  }
  return walk_down(
      from, to, lengths_to(network, to, distance), [&](Vertex v) { return network.successors(v).size(); },
      [&](Vertex v, std::size_t i) {
        return Step{network.successors(v)[i], static_cast<EdgeId>(network.out_first()[v] + i),
                    tie_length(network.out_weights(v)[i], distance)};
      });
}

std::optional<Chain> shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance) {
  if (from >= network.vertex_count() || to >= network.vertex_count()) {
    throw std::out_of_range("shortest_chain: no such vertex");
  }
  const auto lengths = tie_lengths(network, distance);
  return walk_down(
      from, to, lengths_to(network, to, distance, lengths), [&](Vertex v) { return network.neighbours(v).size(); },
      [&](Vertex v, std::size_t i) {
        const auto edge = network.incident_edges(v)[i];
        return Step{network.neighbours(v)[i], edge, lengths[edge]};
      });
}

std::vector<EdgeId> spanning_backbone(const Network& network) {
  const auto m = network.edge_count();
  std::vector<EdgeId> heaviest_first(m);
  std::iota(heaviest_first.begin(), heaviest_first.end(), EdgeId{0});
  std::stable_sort(heaviest_first.begin(), heaviest_first.end(),
                   [&](EdgeId a, EdgeId b) { return network.weight(a) > network.weight(b); });
  std::vector<double> place(m);  // equal weights in the order of the edges, which Kruskal's queue would not keep
  for (EdgeId i = 0; i < m; ++i) place[heaviest_first[i]] = i;
  std::vector<NetworkArc> tree;
  boost::kruskal_minimum_spanning_tree(network, std::back_inserter(tree),
                                       boost::weight_map(EdgeValueMap<std::span<const double>>{place})
                                           .vertex_index_map(vertex_index_map(network)));
  std::vector<EdgeId> backbone;
  backbone.reserve(tree.size());
  for (const auto& arc : tree) backbone.push_back(arc.edge);
  std::sort(backbone.begin(), backbone.end());
  return backbone;
}

}  // namespace maillage

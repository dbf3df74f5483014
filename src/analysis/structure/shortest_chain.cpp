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

}  // namespace

std::optional<Chain> shortest_chain(const DirectedNetwork& network, Vertex from, Vertex to, Distance distance) {
  if (from >= network.vertex_count() || to >= network.vertex_count()) {
    throw std::out_of_range("shortest_chain: no such vertex");
  }
  const auto length_to = lengths_to(network, to, distance);
  if (length_to[from] == kUnreachable) return std::nullopt;
  Chain chain;
  chain.length = length_to[from];
  chain.vertices.push_back(from);
  for (auto v = from; v != to;) {
    const auto next = network.successors(v);
    const auto weights = network.out_weights(v);
    for (std::size_t i = 0; i < next.size(); ++i) {
      const auto u = next[i];
      if (!(length_to[u] < length_to[v])) continue;
      if (!same_length(length_to[u] + tie_length(weights[i], distance), length_to[v])) continue;
      chain.edges.push_back(static_cast<EdgeId>(network.out_first()[v] + i));
      chain.vertices.push_back(u);
      v = u;
      break;
    }
  }
  return chain;
}

std::optional<Chain> shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance) {
  if (from >= network.vertex_count() || to >= network.vertex_count()) {
    throw std::out_of_range("shortest_chain: no such vertex");
  }
  const auto lengths = tie_lengths(network, distance);
  const auto length_to = lengths_to(network, to, distance, lengths);
  if (length_to[from] == kUnreachable) return std::nullopt;
  Chain chain;
  chain.length = length_to[from];
  chain.vertices.push_back(from);
  for (auto v = from; v != to;) {
    const auto neighbours = network.neighbours(v);
    const auto edges = network.incident_edges(v);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const auto u = neighbours[i];
      // Strictly nearer, or a tie shorter than the tolerance could be walked to and fro for ever.
      if (!(length_to[u] < length_to[v]) || !same_length(length_to[u] + lengths[edges[i]], length_to[v])) continue;
      chain.edges.push_back(edges[i]);
      chain.vertices.push_back(u);
      v = u;
      break;
    }
  }
  return chain;
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

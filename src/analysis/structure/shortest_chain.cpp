// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <numeric>
#include <stdexcept>

#include "analysis/centrality/shortest_paths.hpp"
#include "analysis/structure/structure.hpp"
#include "network/boost_graph.hpp"

namespace maillage {
namespace {

/// The chain from `from` to `to` in the tree of the searches back from `to`: at each node the first arc, in the order of
/// its arcs, that a shortest path to `to` begins with. `lengths` are those of the arcs against their direction, searched
/// from `to`; for_each_arc(v, visit) calls visit(reached, edge, length) for each arc out of v until visit returns true.
template <class ForEachArc>
std::optional<Chain> chain_to(Vertex to, Vertex from, const ArcLengths& lengths, ForEachArc for_each_arc) {
  if (from >= lengths.vertex_count() || to >= lengths.vertex_count()) {
    throw std::out_of_range("shortest_chain: no such vertex");
  }
  ShortestPaths paths(lengths);
  paths.search(to);
  if (std::ranges::find(paths.order(), from) == paths.order().end()) return std::nullopt;
  Chain chain;
  chain.length = paths.length_to(from);
  chain.vertices.push_back(from);
  for (auto v = from; v != to;) {
    // Before v in the order of the search stands one that v was reached from: each step comes nearer.
    for_each_arc(v, [&](Vertex next, EdgeId edge, double length) {
      if (!paths.leads_on(next, v, length)) return false;
      chain.edges.push_back(edge);
      chain.vertices.push_back(next);
      v = next;
      return true;
    });
  }
  return chain;
}

}  // namespace

std::optional<Chain> shortest_chain(const DirectedNetwork& network, Vertex from, Vertex to, Distance distance) {
  const auto reversed = network.reversed();
  return chain_to(to, from, ArcLengths(reversed, distance), [&](Vertex v, auto visit) {
    for (auto arc = network.out_first()[v]; arc < network.out_first()[v + 1]; ++arc) {
      const auto weight = network.out_weights(v)[arc - network.out_first()[v]];
      if (visit(network.out_targets()[arc], static_cast<EdgeId>(arc), tie_length(weight, distance))) return;
    }
  });
}

std::optional<Chain> shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance) {
  const ArcLengths lengths(network, distance);
  return chain_to(to, from, lengths, [&](Vertex v, auto visit) {
    for (auto arc = lengths.first[v]; arc < lengths.first[v + 1]; ++arc) {
      if (visit(lengths.targets[arc], network.arc_edges()[arc], lengths.of_arc[arc])) return;
    }
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

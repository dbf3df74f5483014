// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/structure.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <cmath>
#include <iterator>
#include <limits>

#include "analysis/structure/triangles.hpp"
#include "network/boost_graph.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// What Boost.Graph writes by vertex, kept in a vector.
template <class T>
auto by_vertex(std::vector<T>& values, const Network& network) {
  return boost::make_iterator_property_map(values.begin(), vertex_index_map(network));
}

struct BlockOfEdge {
  using key_type = NetworkArc;
  using value_type = std::size_t;
  using reference = void;
  using category = boost::writable_property_map_tag;
  std::size_t* block;
  friend void put(const BlockOfEdge& map, const NetworkArc& arc, std::size_t value) { map.block[arc.edge] = value; }
};

struct CutPointsAndBridges {
  std::vector<Vertex> cut_points;
  std::vector<std::pair<Vertex, Vertex>> bridges;
};

CutPointsAndBridges cut_points_and_bridges(const Network& network) {
  CutPointsAndBridges found;
  std::vector<std::size_t> block_of_edge(network.edge_count());
  const auto [blocks, end] =
      boost::biconnected_components(network, BlockOfEdge{block_of_edge.data()}, std::back_inserter(found.cut_points),
                                    boost::vertex_index_map(vertex_index_map(network)));
  std::sort(found.cut_points.begin(), found.cut_points.end());
  std::vector<EdgeId> edges_in_block(blocks, 0);
  for (const auto block : block_of_edge) ++edges_in_block[block];
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    if (edges_in_block[block_of_edge[e]] == 1) found.bridges.emplace_back(network.source(e), network.target(e));
  }
  return found;
}

double transitivity_of(const Network& network) {
  double triangle_corners = 0, paths_of_two = 0;
  for (const auto triangles : triangles_of_vertices(network)) triangle_corners += static_cast<double>(triangles);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const double k = network.degree(v);
    paths_of_two += k * (k - 1) / 2;
  }
  return paths_of_two > 0 ? triangle_corners / paths_of_two : kUndefined;
}

double degree_assortativity_of(const Network& network) {
  double product = 0, mean = 0, square = 0;
  bool all_same = true;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    const double j = network.degree(network.source(e)), k = network.degree(network.target(e));
    all_same = all_same && j == k && j == network.degree(network.source(0));
    product += j * k;
    mean += (j + k) / 2;
    square += (j * j + k * k) / 2;
  }
  if (all_same) return kUndefined;
  const double m = network.edge_count();
  mean /= m;
  return (product / m - mean * mean) / (square / m - mean * mean);
}

}  // namespace

Components components_of(const Network& network) {
  const auto n = network.vertex_count();
  std::vector<std::uint32_t> found(n);
  const auto count = boost::connected_components(network, by_vertex(found, network),
                                                 boost::vertex_index_map(vertex_index_map(network)));
  Components result;
  result.members.resize(count);
  for (Vertex v = 0; v < n; ++v) result.members[found[v]].push_back(v);
  std::sort(result.members.begin(), result.members.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  result.component_of.resize(n);
  for (std::uint32_t c = 0; c < count; ++c) {
    for (const auto v : result.members[c]) result.component_of[v] = c;
  }
  return result;
}

std::vector<Vertex> articulation_points_of(const Network& network) {
  return cut_points_and_bridges(network).cut_points;
}

std::vector<std::uint32_t> core_numbers_of(const Network& network) {
  std::vector<std::uint32_t> cores(network.vertex_count(), 0);
  if (network.edge_count() == 0) return cores;
  boost::core_numbers(network, by_vertex(cores, network));
  return cores;
}

Structure structure_of(const Network& network) {
  Structure result;
  const double n = network.vertex_count();
  result.nodes = network.vertex_count();
  result.edges = network.edge_count();
  result.density = result.nodes < 2 ? kUndefined : 2.0 * result.edges / (n * (n - 1));
  auto components = components_of(network);
  result.components = std::move(components.members);
  result.component_of = std::move(components.component_of);
  auto cuts = cut_points_and_bridges(network);
  result.articulation_points = std::move(cuts.cut_points);
  result.bridges = std::move(cuts.bridges);
  for (const auto core : core_numbers_of(network)) result.max_core = std::max(result.max_core, core);
  result.transitivity = transitivity_of(network);
  result.degree_assortativity = degree_assortativity_of(network);
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    const auto k = network.degree(v);
    if (k >= result.degree_distribution.size()) result.degree_distribution.resize(k + 1, 0);
    ++result.degree_distribution[k];
  }
  return result;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "network/network.hpp"

// Network as a model of Boost.Graph's VertexListGraph, IncidenceGraph, AdjacencyGraph and EdgeListGraph (undirected,
// no parallel edges). Include it in few source files: each of Boost's algorithm headers costs seconds.

namespace maillage {

/// An edge as seen from one of its ends.
struct NetworkArc {
  Vertex from = 0, to = 0;
  EdgeId edge = 0;
  friend bool operator==(const NetworkArc& a, const NetworkArc& b) { return a.edge == b.edge; }
  friend bool operator!=(const NetworkArc& a, const NetworkArc& b) { return a.edge != b.edge; }
  friend bool operator<(const NetworkArc& a, const NetworkArc& b) { return a.edge < b.edge; }
};

class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator, NetworkArc, boost::random_access_traversal_tag, NetworkArc> {
 public:
  OutEdgeIterator() = default;
  OutEdgeIterator(const Network& network, Vertex from, std::uint32_t arc)
      : network_(&network), from_(from), arc_(arc) {}

 private:
  friend class boost::iterator_core_access;
  NetworkArc dereference() const { return {from_, network_->arc_targets()[arc_], network_->arc_edges()[arc_]}; }
  bool equal(const OutEdgeIterator& other) const { return arc_ == other.arc_; }
  void increment() { ++arc_; }
  void decrement() { --arc_; }
  void advance(std::ptrdiff_t by) { arc_ = static_cast<std::uint32_t>(arc_ + by); }
  std::ptrdiff_t distance_to(const OutEdgeIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.arc_) - static_cast<std::ptrdiff_t>(arc_);
  }
  const Network* network_ = nullptr;
  Vertex from_ = 0;
  std::uint32_t arc_ = 0;
};

class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, NetworkArc, boost::random_access_traversal_tag, NetworkArc> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Network& network, EdgeId edge) : network_(&network), edge_(edge) {}

 private:
  friend class boost::iterator_core_access;
  NetworkArc dereference() const { return {network_->source(edge_), network_->target(edge_), edge_}; }
  bool equal(const EdgeIterator& other) const { return edge_ == other.edge_; }
  void increment() { ++edge_; }
  void decrement() { --edge_; }
  void advance(std::ptrdiff_t by) { edge_ = static_cast<EdgeId>(edge_ + by); }
  std::ptrdiff_t distance_to(const EdgeIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.edge_) - static_cast<std::ptrdiff_t>(edge_);
  }
  const Network* network_ = nullptr;
  EdgeId edge_ = 0;
};

// Boost.Graph finds these by argument-dependent look-up.
using VertexIterator = boost::counting_iterator<Vertex>;
inline std::pair<VertexIterator, VertexIterator> vertices(const Network& n) {
  return {VertexIterator(0), VertexIterator(n.vertex_count())};
}
inline Vertex num_vertices(const Network& n) { return n.vertex_count(); }
inline EdgeId num_edges(const Network& n) { return n.edge_count(); }
inline std::pair<EdgeIterator, EdgeIterator> edges(const Network& n) {
  return {EdgeIterator(n, 0), EdgeIterator(n, n.edge_count())};
}
inline std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(Vertex v, const Network& n) {
  return {OutEdgeIterator(n, v, n.first()[v]), OutEdgeIterator(n, v, n.first()[v + 1])};
}
inline std::uint32_t out_degree(Vertex v, const Network& n) { return n.degree(v); }
inline std::uint32_t degree(Vertex v, const Network& n) { return n.degree(v); }
inline std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex v, const Network& n) {
  const auto neighbours = n.neighbours(v);
  return {neighbours.data(), neighbours.data() + neighbours.size()};
}
inline Vertex source(const NetworkArc& arc, const Network&) { return arc.from; }
inline Vertex target(const NetworkArc& arc, const Network&) { return arc.to; }
/// The edge between two vertices and whether there is one. O(log degree).
inline std::pair<NetworkArc, bool> edge(Vertex a, Vertex b, const Network& n) {
  const auto found = n.find_edge(a, b);
  return {{a, b, found}, found != n.edge_count()};
}

/// Property maps: vertices are their own index; edges are numbered; weights by edge.
inline auto vertex_index_map(const Network&) { return boost::typed_identity_property_map<Vertex>(); }
inline auto get(boost::vertex_index_t, const Network& n) { return vertex_index_map(n); }
struct EdgeIndexMap {
  using key_type = NetworkArc;
  using value_type = EdgeId;
  using reference = EdgeId;
  using category = boost::readable_property_map_tag;
  friend EdgeId get(const EdgeIndexMap&, const NetworkArc& arc) { return arc.edge; }
};
/// Any value by edge number: `values[edge]`.
template <class Values>
struct EdgeValueMap {
  using key_type = NetworkArc;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  Values values;
  friend double get(const EdgeValueMap& map, const NetworkArc& arc) { return map.values[arc.edge]; }
};
inline auto edge_weight_map(const Network& n) { return EdgeValueMap<std::span<const double>>{n.weights()}; }

}  // namespace maillage

namespace boost {
template <>
struct graph_traits<maillage::Network> {
  using vertex_descriptor = maillage::Vertex;
  using edge_descriptor = maillage::NetworkArc;
  using directed_category = undirected_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  struct traversal_category : virtual vertex_list_graph_tag,
                              virtual incidence_graph_tag,
                              virtual adjacency_graph_tag,
                              virtual edge_list_graph_tag {};
  using vertex_iterator = maillage::VertexIterator;
  using edge_iterator = maillage::EdgeIterator;
  using out_edge_iterator = maillage::OutEdgeIterator;
  using adjacency_iterator = const maillage::Vertex*;
  using vertices_size_type = maillage::Vertex;
  using edges_size_type = maillage::EdgeId;
  using degree_size_type = std::uint32_t;
  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};
// Some of Boost's algorithms take the type of the graph with its const.
template <>
struct graph_traits<const maillage::Network> : graph_traits<maillage::Network> {};
template <>
struct property_map<maillage::Network, vertex_index_t> {
  using type = typed_identity_property_map<maillage::Vertex>;
  using const_type = type;
};
}  // namespace boost

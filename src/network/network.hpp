// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace maillage {

using Vertex = std::uint32_t;
using EdgeId = std::uint32_t;

/// An undirected, weighted, simple graph as a value: built once, then only read.
///
/// Vertices are 0 … n-1. Edge e joins source(e) < target(e); edges are numbered by (source, target). The neighbours of
/// a vertex stand in ascending order. No self-loops, no parallel edges: parallel agreements are one edge whose weight
/// is their sum and which can name them (NetworkView). Memory: 4 B a vertex, 16 B + 8 B (weight) + 8 B (ends) an edge.
/// network/boost_graph.hpp makes it a model of Boost.Graph's VertexListGraph, IncidenceGraph, AdjacencyGraph and
/// EdgeListGraph.
class Network {
 public:
  struct WeightedPair {
    Vertex source, target;
    double weight = 1;
  };

  Network() : first_{0} {}
  /// From pairs in any order and direction; parallel pairs are merged, weights added in the order given. Self-loops are
  /// dropped. Two counting passes: O(n + pairs).
  Network(Vertex vertices, std::span<const WeightedPair> pairs);
  /// The same, and for each pair the number of its edge (no_edge for a self-loop) in `edge_of_pair`.
  Network(Vertex vertices, std::span<const WeightedPair> pairs, std::vector<EdgeId>* edge_of_pair);
  static constexpr EdgeId no_edge = 0xFFFFFFFFU;

  /// The same ties, each of weight 1.
  Network with_unit_weights() const;

  Vertex vertex_count() const { return static_cast<Vertex>(first_.size() - 1); }
  EdgeId edge_count() const { return static_cast<EdgeId>(source_.size()); }

  std::span<const Vertex> neighbours(Vertex v) const {
    return std::span(target_of_arc_).subspan(first_[v], first_[v + 1] - first_[v]);
  }
  /// Edge numbers, parallel to neighbours(v).
  std::span<const EdgeId> incident_edges(Vertex v) const {
    return std::span(edge_of_arc_).subspan(first_[v], first_[v + 1] - first_[v]);
  }
  std::uint32_t degree(Vertex v) const { return first_[v + 1] - first_[v]; }
  Vertex source(EdgeId e) const { return source_[e]; }
  Vertex target(EdgeId e) const { return target_[e]; }
  double weight(EdgeId e) const { return weight_[e]; }
  /// Sum of the weights at v.
  double strength(Vertex v) const;
  /// Number of the edge between two vertices; edge_count() where there is none. O(log degree).
  EdgeId find_edge(Vertex a, Vertex b) const;

  // The flat arrays, for kernels: arcs of v are first()[v] … first()[v+1].
  std::span<const std::uint32_t> first() const { return first_; }
  std::span<const Vertex> arc_targets() const { return target_of_arc_; }
  std::span<const EdgeId> arc_edges() const { return edge_of_arc_; }
  std::span<const double> weights() const { return weight_; }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Vertex> target_of_arc_;
  std::vector<EdgeId> edge_of_arc_;
  std::vector<Vertex> source_, target_;
  std::vector<double> weight_;
};

}  // namespace maillage

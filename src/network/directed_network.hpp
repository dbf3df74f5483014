// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "network/network.hpp"

namespace maillage {

/// A directed, weighted, simple graph as a value: built once, then only read.
///
/// Vertices are 0 … n-1. Arcs are numbered by (source, target); the arcs out of v are out_first()[v] …
/// out_first()[v + 1], and those into v, ascending by source, in_first()[v] … in_first()[v + 1]. No loops, no parallel
/// arcs: their weights are added. Memory: 8 B a vertex, 24 B an arc.
class DirectedNetwork {
 public:
  struct WeightedArc {
    Vertex source, target;
    double weight = 1;
  };

  DirectedNetwork() : out_first_{0}, in_first_{0} {}
  /// From arcs in any order; parallel ones are merged, weights added in the order given, loops dropped.
  /// Counting passes: O(n + arcs).
  DirectedNetwork(Vertex vertices, std::span<const WeightedArc> arcs);

  /// The same ties, each of weight 1.
  DirectedNetwork with_unit_weights() const;
  /// Every arc turned round. O(n + arcs).
  DirectedNetwork reversed() const;

  Vertex vertex_count() const { return static_cast<Vertex>(out_first_.size() - 1); }
  std::uint32_t arc_count() const { return static_cast<std::uint32_t>(out_target_.size()); }

  std::uint32_t out_degree(Vertex v) const { return out_first_[v + 1] - out_first_[v]; }
  std::uint32_t in_degree(Vertex v) const { return in_first_[v + 1] - in_first_[v]; }
  std::span<const Vertex> successors(Vertex v) const { return std::span(out_target_).subspan(out_first_[v], out_degree(v)); }
  std::span<const Vertex> predecessors(Vertex v) const { return std::span(in_source_).subspan(in_first_[v], in_degree(v)); }
  /// Weights, parallel to successors(v) and to predecessors(v).
  std::span<const double> out_weights(Vertex v) const { return std::span(out_weight_).subspan(out_first_[v], out_degree(v)); }
  std::span<const double> in_weights(Vertex v) const { return std::span(in_weight_).subspan(in_first_[v], in_degree(v)); }

  // The flat arrays, for kernels.
  std::span<const std::uint32_t> out_first() const { return out_first_; }
  std::span<const Vertex> out_targets() const { return out_target_; }
  std::span<const double> out_weights() const { return out_weight_; }
  std::span<const std::uint32_t> in_first() const { return in_first_; }
  std::span<const Vertex> in_sources() const { return in_source_; }
  std::span<const double> in_weights() const { return in_weight_; }

 private:
  void find_arcs_in();

  std::vector<std::uint32_t> out_first_, in_first_;
  std::vector<Vertex> out_target_, in_source_;
  std::vector<double> out_weight_, in_weight_;
};

}  // namespace maillage

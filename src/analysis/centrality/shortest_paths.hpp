// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/structure/tie_length.hpp"
#include "network/directed_network.hpp"

namespace maillage {

/// Ties with their lengths side by side with the neighbours, for repeated searches.
struct ArcLengths {
  ArcLengths(const Network& network, Distance distance);
  /// Of the arcs out of each vertex; std::invalid_argument as tie_lengths().
  ArcLengths(const DirectedNetwork& network, Distance distance);

  Vertex vertex_count() const { return static_cast<Vertex>(first.size() - 1); }

  std::span<const std::uint32_t> first;  ///< of the network, which must outlive this
  std::span<const Vertex> targets;
  std::vector<double> of_arc;            ///< parallel to targets
};

/// Shortest paths from one source after another by Dijkstra's algorithm on the same arrays: a workspace.
class ShortestPaths {
 public:
  explicit ShortestPaths(const ArcLengths& lengths);

  /// Searches from `source`. O(m log n), cleared in the time of what the last search reached.
  void search(Vertex source);

  /// The vertices reached, the nearest first (the source itself is the first), equally near ones by number.
  std::span<const Vertex> order() const { return order_; }
  double length_to(Vertex v) const { return length_[v]; }
  /// Does a shortest path to v end with this arc from u (both reached)? Equal within kLengthTolerance; u stands before v
  /// in order(), so that even ties shorter than the tolerance make no cycle.
  bool leads_on(Vertex u, Vertex v, double arc_length) const {
    return place_[u] < place_[v] && same_length(length_[u] + arc_length, length_[v]);
  }

 private:
  struct Waiting {
    double length;
    Vertex vertex;
  };
  const ArcLengths* lengths_;
  std::vector<double> length_;
  std::vector<std::uint32_t> place_;  // in order_; meaningless for what was not reached
  std::vector<Vertex> order_;
  std::vector<Waiting> heap_;
};

}  // namespace maillage

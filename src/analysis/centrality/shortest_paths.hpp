// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/structure/tie_length.hpp"

namespace maillage {

/// Ties with their lengths side by side with the neighbours, for repeated searches.
struct ArcLengths {
  ArcLengths(const Network& network, Distance distance);
  const Network* network;
  std::vector<double> of_arc;  ///< parallel to Network::arc_targets()
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "drawing/layout_geometry.hpp"

namespace maillage {

// Everything that touches Graphviz is behind this header: graphviz.cpp alone includes cgraph and gvc. One context for
// the whole process, one thread at a time (a lock), vertices and ties in number order, a fixed start: the same bytes.

/// A graph to be laid out. Vertices are 0 … n-1.
struct LayoutGraph {
  struct Tie {
    std::uint32_t source = 0, target = 0;
    double weight = 1;
    double length = 1;  ///< wished distance, in inches (neato); sfdp takes all lengths as alike
  };
  std::uint32_t vertices = 0;
  std::vector<Tie> ties;
  /// Width and height of each vertex in points, for the removal of overlaps; empty: points.
  std::vector<std::pair<double, double>> extents;
};

enum class LayoutEngine : std::uint8_t {
  neato,       ///< stress majorisation (Gansner, Koren & North 2004, doi:10.1007/978-3-540-31843-9_25); for under 500
  sfdp,        ///< multilevel force-directed (Hu 2005, Mathematica Journal 10:37)
  sfdp_prism,  ///< the same, then overlaps removed by prism (Gansner & Hu 2010); for under 1,000: 70 s for 10,000
};

/// Positions in points (72 to the inch), y downwards, in vertex order. One vertex lies at the origin.
/// std::runtime_error where Graphviz gives up. Deterministic for a seed.
std::vector<Point> graphviz_positions(const LayoutGraph& graph, LayoutEngine engine, int seed = 1);

/// A graph with attributes as DOT writes it: names are synthetic or ids; attributes are written as given.
struct DotGraph {
  using Attributes = std::vector<std::pair<std::string, std::string>>;
  struct DotNode {
    std::string name;
    Attributes attributes;
  };
  struct DotTie {
    std::uint32_t source = 0, target = 0;  ///< numbers in `nodes`
    std::string key;                       ///< tells parallel ties apart
    Attributes attributes;
  };
  std::string name = "maillage";
  bool is_directed = false;
  Attributes attributes;  ///< of the graph
  std::vector<DotNode> nodes;
  std::vector<DotTie> ties;
};

/// DOT that Graphviz reads back to the same graph. Values of `label` and `tooltip` are texts: their backslashes are
/// doubled, so that Graphviz expands nothing in them; control characters and bytes that are no UTF-8 become U+FFFD.
/// A value that would end in a single backslash, which cgraph writes and cannot read, gets a second one.
std::string write_dot(const DotGraph& graph);
/// Number of nodes and ties, names and attributes of DOT *of ours*; std::runtime_error where cgraph complains.
/// Never for foreign files: cgraph's parser is not to be trusted with them.
DotGraph read_own_dot(std::string_view dot);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "drawing/layout_geometry.hpp"

namespace maillage {

/// A small network to be laid out as a whole, with room for every name.
struct SmallLayoutInput {
  struct Vertex {
    double radius = 16;
    double label_width = 0, label_height = 0;  ///< of its name, pixels
  };
  struct Tie {
    std::uint32_t source = 0, target = 0;
    double label_width = 0;  ///< of what is written beside it; 0: nothing
    bool is_short = false;   ///< a spoke or a membership: may be shorter than an agreement
  };
  /// An agreement of three parties or more: its sign is a vertex of its own, joined to each member by a tie.
  struct Group {
    std::uint32_t sign = 0;
    std::vector<std::uint32_t> members;
  };
  std::vector<Vertex> vertices;
  std::vector<Tie> ties;
  std::vector<Group> groups;
  Box box;  ///< the part of the sheet that is free
};

struct SmallLayout {
  std::vector<Point> positions;  ///< by vertex, inside the box
  double cost = 0;               ///< crossings, crowding and uneven fans; comparable for one input only
};

/// Layouts of a small network, best first: `starts` starts from Graphviz' neato (its stress model gives the overall
/// shape; components aside each other, the longer axis along the sheet), each then improved by simulated annealing in
/// the manner of Davidson & Harel (ACM Trans. Graphics 15:301, 1996, doi:10.1145/234535.234538) with what a reader
/// sees as costs: names that need room, crossings, ties through foreign nodes, fans that are not even, hulls that hold
/// a foreign node. Fixed number of steps, own random numbers: deterministic. O(starts · steps · (n + degree · m)).
std::vector<SmallLayout> lay_out_small(const SmallLayoutInput& input, int starts = 4);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/layout_small.hpp"

namespace maillage {

/// Does a network fall into four components or more, none of more than five vertices?
bool is_in_pieces(const SmallLayoutInput& input);

/// A network in pieces, in reading order: rows of cells with a component each, larger components and larger marks first;
/// then rows of what has no tie. Inside a cell the stress layout of Graphviz, level. Deterministic. O(n log n).
SmallLayout lay_out_in_cells(const SmallLayoutInput& input);

}  // namespace maillage

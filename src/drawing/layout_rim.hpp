// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/layout_small.hpp"

namespace maillage {

/// A network too dense for its ties to be told apart: the vertices stand on two arcs, left and right, with their names
/// outside, and the ties run through the middle. Neighbours on the arcs are those that share most: the order begins with
/// the angles of Graphviz' stress layout and is improved by exchanges as long as ties grow shorter along the rim.
/// Heights follow marks and names. Groups are not looked at. Deterministic. O(passes · n² · degree).
SmallLayout lay_out_on_rim(const SmallLayoutInput& input);

}  // namespace maillage

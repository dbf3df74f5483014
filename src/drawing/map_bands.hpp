// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/layout_large.hpp"

namespace maillage {

/// A band between two discs: a quadratic curve from border to border, bent round the discs in between.
struct Band {
  std::uint32_t one = 0, other = 0;
  Point from, bend, to;
};

/// The curve between two discs that stays on the sheet, meets no third disc and is bent least; where none is free, the one that runs
/// through others least. `width` is that of the band. O(discs) for each of some forty bends.
Band band_between(const std::vector<Disc>& discs, std::uint32_t one, std::uint32_t other, double width, const Box& sheet);

}  // namespace maillage

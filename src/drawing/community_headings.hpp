// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/layout_large.hpp"
#include "drawing/svg_writer.hpp"

namespace maillage {

/// The name of a community, set over or beside its disc.
struct CommunityHeading {
  std::vector<std::string> lines;
  double x = 0, first_base_line = 0;  ///< of the middle
  Box box;
};

inline constexpr double kHeadingLine = 15;  ///< px from line to line

/// One for each disc, by disc; an empty text gets none. Over the disc, else aside, below or beside it, in one line or in
/// two: the first place that meets neither another disc nor another heading, else the one that covers least.
/// `style`: anchored in the middle. O(discs²). Deterministic.
std::vector<CommunityHeading> place_community_headings(const std::vector<Disc>& discs, const std::vector<std::string>& texts,
                                                       const TextStyle& style, const Box& area);

}  // namespace maillage

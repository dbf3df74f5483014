// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/coverage_marks.hpp"

namespace maillage {

/// Writes names of territories inside their discs or beside them. Those of which something is recorded come first, or those
/// of which nothing is, whichever are fewer: in bold, further off with a leader line if need be; then the largest. No name
/// covers another, or a disc that is not its own; only dots of less than 3 px without a record may lie below one. Returns
/// how many discs found no room for a name.
std::size_t write_coverage_names(SvgWriter& svg, const CoverageMapInput& input, const std::vector<CoverageDisc>& discs,
                                 const Box& box, bool is_wide);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "network/network_view.hpp"
#include "results/rank_doubts.hpp"

namespace maillage {

/// The lowest and the highest rank that each vertex can have where some partnerships may be there or not, each for
/// itself: with its own and no other of them; and with all but its own.
///
/// Exact for measures that add up over partnerships, which give each of their members the same: `hyperdegree`, and
/// `strength` where ties have weights. Partnerships whose certainty is not `certain` may be missing. Empty for every
/// other measure, and for weighting `none`. Equal scores (1e-12, relative) share the lowest rank. O(Σ n² + n log n).
RankBounds extreme_ranks(const NetworkView& view, std::string_view measure);

}  // namespace maillage

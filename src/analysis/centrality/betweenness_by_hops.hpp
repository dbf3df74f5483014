// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// For every vertex the sum over all sources of its dependency (Brandes 2001): betweenness over ordered pairs, paths
/// counted in hops. Eight sources share one search: what a vertex holds for them is one line of the cache. The ties that
/// lead on from level to level are written down on the way out, so that the way back looks at no others.
std::vector<double> dependencies_by_hops(const Network& network);

/// The same over the sources for which `is_source` is not 0 (one entry for each vertex).
std::vector<double> dependencies_by_hops(const Network& network, const std::vector<char>& is_source);

}  // namespace maillage

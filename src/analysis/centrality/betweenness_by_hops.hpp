// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// For every vertex the sum over all sources of its dependency (Brandes 2001): betweenness over ordered pairs, paths
/// counted in hops. Eight sources share one pass over the ties: what a vertex holds for them is one line of the cache.
std::vector<double> dependencies_by_hops(const Network& network);

}  // namespace maillage

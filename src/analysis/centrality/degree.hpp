// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// Number of distinct partners of every vertex. Normalised it is divided by n-1 (0 for n < 2). O(n).
std::vector<double> degree(const Network& network);

/// Sum of the weights of the ties of every vertex; 0 at an isolate. There is no maximum to normalise by. O(m).
std::vector<double> strength(const Network& network);

}  // namespace maillage

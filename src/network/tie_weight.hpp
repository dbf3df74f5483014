// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/view_options.hpp"

namespace maillage {

/// What a partnership of n parties, the unnamed included, adds to each tie between two of them, before the weighting `none`
/// makes a tie of any weight 1: its given weight, shared by Newman with the n − 1 others (Newman 2001,
/// doi:10.1103/PhysRevE.64.016132). A partnership of fewer than two shares nothing.
inline double tie_weight(Weighting weighting, double given_weight, double parties) {
  return weighting == Weighting::newman && parties > 1 ? given_weight / (parties - 1) : given_weight;
}

}  // namespace maillage

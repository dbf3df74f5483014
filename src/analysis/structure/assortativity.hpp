// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "network/network.hpp"

namespace maillage {

/// How far ties join what is of one group, -1 … 1: (Σ e_gg − Σ a_g²)/(1 − Σ a_g²), e_gg being the share of the ends of
/// ties that lie in ties within g and a_g the share of those at g (Newman 2003, Phys. Rev. E 67:026126,
/// doi:10.1103/PhysRevE.67.026126). Ties count once each, without their weights; those with an end of no group
/// (kNoGroup) are left out. NaN without ties, and where all ends are of one group. O(n + m).
double assortativity_by_group(const Network& network, std::span<const std::uint32_t> group);

/// Correlation of the values at both ends of a tie, -1 … 1 (the same paper, for numbers). Ties with an end of NaN are
/// left out; NaN where all ends have one value. O(m).
double assortativity_by_value(const Network& network, std::span<const double> value);

}  // namespace maillage

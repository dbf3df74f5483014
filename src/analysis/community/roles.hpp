// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "model/codes.hpp"
#include "network/network.hpp"

namespace maillage {

/// What a vertex is among communities (Guimerà & Amaral 2005, doi:10.1038/nature03288).
enum class CommunityRole : std::uint8_t {
  undefined, ultra_peripheral, peripheral, connector, kinless, provincial_hub, connector_hub, kinless_hub
};
template <>
inline constexpr auto code_names<CommunityRole> = std::to_array<std::string_view>(
    {"undefined", "ultra_peripheral", "peripheral", "connector", "kinless", "provincial_hub", "connector_hub", "kinless_hub"});

/// How the ties of every vertex are spread over communities, and how strong it is inside its own.
///
/// With k_is the weight of the ties of i with community s, k_i their sum and κ_i what lies inside its own:
/// participation P_i = 1 − Σ_s (k_is / k_i)², from 0 (one community) towards 1, undefined (NaN) without ties;
/// within-module z_i = (κ_i − mean) / sd over the members of its community, population sd, 0 where all are alike.
struct CommunityRoles {
  std::vector<double> participation, within_module_z;
  std::vector<CommunityRole> role;  ///< z ≥ 2.5 is a hub; by P as the paper has it, a bound belongs to the lower role
};

/// `community_of` has one number for each vertex: std::invalid_argument otherwise. O(n + m).
CommunityRoles roles_among(const Network& network, const std::vector<std::uint32_t>& community_of);

/// The role that belongs to a participation and a z; undefined where the participation is.
CommunityRole role_of(double participation, double within_module_z);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "network/directed_network.hpp"
#include "network/network.hpp"

namespace maillage {

/// Between whom a broker b stands, a → b → c, by the groups of the three: all in one (coordinator), a elsewhere and c in
/// its own (gatekeeper), a in its own and c elsewhere (representative), a and c in one that is not its own (consultant, also
/// called itinerant), all in different ones (liaison).
enum class BrokerageRole : std::uint8_t { coordinator, gatekeeper, representative, consultant, liaison };
inline constexpr std::size_t kBrokerageRoles = 5;

/// The group of a vertex that has none. It brokers nothing, and nothing is brokered for it.
inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFFU;

/// For each vertex, how often it plays each role (Gould & Fernandez 1989, Sociol. Methodol. 19:89, doi:10.2307/270949):
/// ordered pairs (a, c), a ≠ c, both joined to it and not to each other, as sna's `brokerage` counts a symmetric network: each
/// pair of partners counts twice, once as gatekeeper and once as representative where one of them is in its own group.
/// `group` has an entry for each vertex. Vertices without a group have NaN; others without such pairs 0.
/// O(m^1.5) time: all pairs less the triangles.
using BrokerageCounts = std::vector<std::array<double, kBrokerageRoles>>;
BrokerageCounts brokerage_roles(const Network& network, std::span<const std::uint32_t> group);

/// The same along arcs: a → b → c without an arc a → c (one back does not matter), as sna counts a directed network.
/// O(paths of two arcs).
BrokerageCounts brokerage_roles(const DirectedNetwork& network, std::span<const std::uint32_t> group);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"
#include "network/network.hpp"

namespace maillage {

/// How densely the vertices of more than k partners are joined to each other, for one k.
struct RichClubLevel {
  std::uint32_t degree = 0;  ///< k
  std::uint32_t nodes = 0;   ///< of degree > k: two or more
  std::uint32_t edges = 0;   ///< between them
  double phi = 0;            ///< edges / (nodes (nodes − 1)/2), 0 … 1
  // Of the same k in networks drawn at random; NaN where fewer than half of them have two such vertices.
  double null_mean, null_low, null_high;  ///< mean, 5th and 95th percentile (nearest rank)
};

struct RichClub {
  std::vector<RichClubLevel> levels;  ///< k = 0 and every degree there is, ascending, as long as two vertices exceed it
  std::uint32_t runs = 0;             ///< networks drawn
  std::uint64_t seed = 0;
};

/// φ(k) of a network (Zhou & Mondragón 2004, IEEE Commun. Lett. 8:180, doi:10.1109/LCOMM.2004.823426). O(n + m).
RichClub rich_club(const Network& network);

/// The same of the projection of an incidence, beside that of `runs` projections of it rewired: agreements of many
/// parties make cliques, and so rich clubs, by themselves, which is why not the projection is rewired but the two-mode
/// network (every party keeps its number of partnerships, every partnership its number of parties; five attempts at a
/// swap an incidence). The same on any number of threads.
RichClub rich_club(const Network& projection, const Incidence& incidence, std::uint32_t runs, std::uint64_t seed);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "network/network.hpp"

// Networks that the literature has measured, as facts: who is joined to whom.

namespace maillage::published {

/// 34 members of a karate club, 78 friendships (Zachary, J. Anthropol. Res. 33:452, 1977), unweighted; vertex 0 is the
/// instructor, 33 the president.
inline Network karate_club() {
  const std::vector<Network::WeightedPair> pairs{
      {0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}, {0, 7}, {0, 8}, {0, 10}, {0, 11}, {0, 12}, {0, 13}, {0, 17},
      {0, 19}, {0, 21}, {0, 31}, {1, 2}, {1, 3}, {1, 7}, {1, 13}, {1, 17}, {1, 19}, {1, 21}, {1, 30}, {2, 3}, {2, 7},
      {2, 8}, {2, 9}, {2, 13}, {2, 27}, {2, 28}, {2, 32}, {3, 7}, {3, 12}, {3, 13}, {4, 6}, {4, 10}, {5, 6}, {5, 10},
      {5, 16}, {6, 16}, {8, 30}, {8, 32}, {8, 33}, {9, 33}, {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33},
      {18, 32}, {18, 33}, {19, 33}, {20, 32}, {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32},
      {23, 33}, {24, 25}, {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
      {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};
  return Network(34, pairs);
}

/// Who stayed with the instructor (0) and who left with the president (1), as Zachary saw it.
inline std::vector<std::uint32_t> karate_factions() {
  std::vector<std::uint32_t> faction(34, 0);
  for (const Vertex v : {9U, 14U, 15U, 18U, 20U}) faction[v] = 1;
  for (Vertex v = 22; v < 34; ++v) faction[v] = 1;
  return faction;
}

/// 16 families of Florence, 20 marriages between them (Padgett & Ansell, Am. J. Sociol. 98:1259, 1993; as in Breiger &
/// Pattison 1986, with the Pucci, who married into none), in alphabetical order.
inline constexpr auto kFlorentineFamilies = std::to_array<std::string_view>({
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi",
    "Medici", "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni"});
inline Network florentine_marriages() {
  const std::vector<Network::WeightedPair> pairs{
      {0, 8}, {1, 5}, {1, 6}, {1, 8}, {2, 4}, {2, 8}, {3, 6}, {3, 10}, {3, 14}, {4, 10}, {4, 14}, {6, 7}, {6, 15},
      {8, 12}, {8, 13}, {8, 15}, {9, 13}, {10, 14}, {12, 14}, {12, 15}};
  return Network(16, pairs);
}

/// Krackhardt's kite (Adm. Sci. Q. 35:342, 1990): 10 persons, 18 ties; Andre, Beverley, Carol, Diane, Ed, Fernando,
/// Garth, then the tail 7 - 8 - 9 of Heather, Ike and Jane. Diane (3) has most ties, Heather (7) lies between most, and
/// Fernando (5) and Garth (6) are closest to all.
inline Network krackhardt_kite() {
  const std::vector<Network::WeightedPair> pairs{
      {0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4}, {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6}, {4, 6}, {5, 6},
      {5, 7}, {6, 7}, {7, 8}, {8, 9}};
  return Network(10, pairs);
}

/// The events that each of 18 women attended, of 14, from 0 (Davis, Gardner & Gardner, Deep South, 1941): 89 in all.
/// The first is Evelyn, the last Flora.
inline std::vector<std::vector<std::uint32_t>> southern_women() {
  return {
      {0, 1, 2, 3, 4, 5, 7, 8},
      {0, 1, 2, 4, 5, 6, 7},
      {1, 2, 3, 4, 5, 6, 7, 8},
      {0, 2, 3, 4, 5, 6, 7},
      {2, 3, 4, 6},
      {2, 4, 5, 7},
      {4, 5, 6, 7},
      {5, 7, 8},
      {4, 6, 7, 8},
      {6, 7, 8, 11},
      {7, 8, 9, 11},
      {7, 8, 9, 11, 12, 13},
      {6, 7, 8, 9, 11, 12, 13},
      {5, 6, 8, 9, 10, 11, 12, 13},
      {6, 7, 9, 10, 11},
      {7, 8},
      {8, 10},
      {8, 10}};
}

/// Women joined by the events that both attended; weight 1/(n-1) for each event of n women (Newman 2001).
inline Network southern_women_projection() {
  const auto attended = southern_women();
  std::vector<std::vector<Vertex>> women_at(14);
  for (Vertex woman = 0; woman < attended.size(); ++woman) {
    for (const auto event : attended[woman]) women_at[event].push_back(woman);
  }
  std::vector<Network::WeightedPair> pairs;
  for (const auto& women : women_at) {
    for (std::size_t i = 0; i < women.size(); ++i) {
      for (std::size_t j = i + 1; j < women.size(); ++j) {
        pairs.push_back({women[i], women[j], 1.0 / static_cast<double>(women.size() - 1)});
      }
    }
  }
  return Network(18, pairs);
}

}  // namespace maillage::published

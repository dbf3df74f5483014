// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/layout_large.hpp"
#include "drawing/map_bands.hpp"
#include "drawing/map_sheet.hpp"

namespace maillage {

/// A map of communities, put together before it is drawn; used by draw_map_of_communities alone.
struct CommunityMap {
  /// All agreements of one pair of nodes.
  struct Pair {
    std::uint32_t source = 0, target = 0;
    double weight = 0;
    Status status = Status::announced;
    std::vector<Index> agreements;
    LineDirection direction = LineDirection::none;  ///< from source to target
    bool is_drawn = false;
  };
  struct BandOfAgreements {
    std::uint32_t one = 0, other = 0;
    double agreements = 0;
    double width = 1;
    Band curve;
    double there = 0, back = 0;  ///< agreements that lead from one to the other, and back

    LineDirection direction() const { return direction_of(there > 0, back > 0); }
  };
  std::vector<Pair> pairs;                 ///< by source, target
  std::vector<std::uint32_t> disc_of;      ///< by node
  std::vector<std::uint32_t> disc_size;    ///< members
  bool last_is_collective = false;         ///< the last disc holds the small communities
  std::uint32_t disc_of_centre = kNoVertex;  ///< of the node that the map is about alone, in the middle, not drawn
  std::vector<bool> is_shown;              ///< by node
  LargeLayout layout;
  std::vector<BandOfAgreements> bands;     ///< thinnest first
  std::size_t bands_left_out = 0;
  double least_band = 0;                   ///< fewer agreements are not drawn
  double band_scale = 1;
  std::size_t pairs_inside = 0, pairs_drawn = 0;

  /// “A”, “B”, … “Z”, “AA”, …
  static std::string name_of_disc(std::uint32_t disc);
};

/// Communities become discs, those of fewer than three and those after the thirtieth a common last one; ties are
/// gathered by pair; what is not in the backbone is left out; bands between discs, at most three for each disc.
CommunityMap community_map_of(const MapSheet& sheet);

}  // namespace maillage

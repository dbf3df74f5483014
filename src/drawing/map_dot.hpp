// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/map_communities.hpp"
#include "drawing/map_marks.hpp"

namespace maillage {

/// The map as DOT: nodes with places (`pos`, in points, fixed with `!`), sizes, shapes and colours; agreements of three
/// parties and more as nodes of their own with a tie to each party; ties by status. Made for `neato -n`.
std::string dot_of_map(const MapScene& scene, const MapPicture& picture, const MapStyle& style, const MapOptions& options);

/// A map of communities as DOT: what is drawn of it; communities are nodes of their own (`community:A`) with the bands
/// as ties between them, and each node says its community.
std::string dot_of_communities(const MapSheet& sheet, const CommunityMap& map);

}  // namespace maillage

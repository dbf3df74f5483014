// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/map_marks.hpp"

namespace maillage {

/// The map as DOT: nodes with places (`pos`, in points, fixed with `!`), sizes, shapes and colours; agreements of three
/// parties and more as nodes of their own with a tie to each party; ties by status. Made for `neato -n`.
std::string dot_of_map(const MapScene& scene, const MapPicture& picture, const MapStyle& style, const MapOptions& options);

}  // namespace maillage

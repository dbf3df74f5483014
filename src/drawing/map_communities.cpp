// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_sheet.hpp"

namespace maillage {

void draw_map_of_communities(MapSheet&) {}

}  // namespace maillage

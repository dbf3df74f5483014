// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/network_view.hpp"

namespace maillage {

/// The network of `options` over agreements that are already chosen, put together as build_network() does: renewal
/// threads are partnerships, roles and the days of joining and leaving count. Items ascend by agreement.
///
/// Every institution and person that is a node of `like` is a node here too, with or without ties, so that the two can
/// be compared. Mentions and declared isolates come in as the options say. Cost: as build_network().
NetworkView network_of_selection(const NetworkView& like, const ViewOptions& options, Selection selection);

}  // namespace maillage

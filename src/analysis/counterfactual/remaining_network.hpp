// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// What remains of the network of a view: the same vertices, fewer ties.
struct RemainingNetwork {
  Network network;
  std::vector<bool> is_removed;  ///< by vertex: a node taken out, without ties
  std::vector<bool> is_lost;     ///< by row of agreements: supposed to lapse
  std::size_t agreements = 0;    ///< that the ties rest on
};

/// The network of a view without these agreements (rows) and nodes (vertices), by the ordinary builder. A thread all of
/// whose agreements in the network lapse is gone: an earlier one that was renewed or replaced does not come back, even
/// where it is in force beside them. A party taken out lowers the number n that Newman's weights divide by. Nothing is
/// ever added. Two-mode views are refused with std::invalid_argument, since their nodes are agreements. Cost:
/// network_of_selection().
RemainingNetwork remaining_network(const NetworkView& view, std::span<const Index> lost_agreements,
                                   std::span<const Vertex> removed);

/// The same ties without some partnerships, straight from those that are left: fast, and what is removed when a
/// partnership as a whole lapses. Institutions and people only. O(Σ n²).
Network network_without(const NetworkView& view, const std::vector<bool>& is_lost_partnership);

}  // namespace maillage

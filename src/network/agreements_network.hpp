// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/network_view.hpp"

namespace maillage {

/// The network of institutions of agreements that are already chosen, each taken as it stands: a partnership of its
/// own (renewals and amendments too) that joins all its parties, whatever their role and the days they joined or left. Numbers of
/// partnerships are then numbers of agreements, and the neighbours of an institution all those it shares one with.
///
/// Items ascend by agreement. Of each, `in_force` says what `certainly_in_force` and `possibly_in_force` count; of the
/// options weight, roll_up and institutions hold (read at the selection's reference day). Cost: O(selection + Σ n²).
NetworkView network_of_agreements(const DataSet& data, const ViewOptions& options, Selection selection);

/// The network of a view of agreements that are already chosen: what build_network() makes of them, renewal threads, roles and
/// days of joining included. With the selection of select_agreements() it is the same network. Cost as build_network().
NetworkView network_of_selection(const DataSet& data, const ViewOptions& options, Selection selection);

}  // namespace maillage

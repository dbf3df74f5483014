// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage {

/// Two-mode redundancy of each party: of the pairs of partnerships it belongs to, the share that has another party in
/// common as well, 0 … 1 (Latapy, Magnien & Del Vecchio 2008, Soc. Netw. 30:31, doi:10.1016/j.socnet.2007.04.006).
///
/// 1: taken out of the two-mode network, the party leaves all its partnerships as connected as they were; 0: it alone
/// connects them. NaN with fewer than two partnerships. For the redundancy of partnerships (the pairs of its parties
/// that another partnership joins too) give the transposed incidence. Threads: the same bits on any number.
/// Cost: Σ over partnerships of size × Σ hyperdegree of its members.
std::vector<double> redundancy(const Incidence& incidence);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// That a partnership leads from one vertex to another: as the rows of an edge list say, else from each funder to each
/// beneficiary.
struct PartnershipFlow {
  std::uint32_t partnership = 0;
  Vertex source = 0, target = 0;
  auto operator<=>(const PartnershipFlow&) const = default;
};

/// The flows between members of the partnerships of a view of institutions, each once, ascending. O(their parties²).
std::vector<PartnershipFlow> flows_of(const NetworkView& view);

/// Rows of the agreements of a view of institutions that lead from one vertex to another, ascending, each once.
std::vector<Index> agreements_of_arc(const NetworkView& view, Vertex source, Vertex target);

}  // namespace maillage

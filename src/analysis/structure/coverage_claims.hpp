// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/view_options.hpp"
#include "results/coverage.hpp"

namespace maillage {

/// What an agreement says of the territories: when it holds, and where.
struct CoverageClaim {
  Index agreement;
  CoveringAgreement::When when;
  bool is_by_party = false;          ///< it states no territory: at most its parties', and possible at most
  std::vector<Index> territories{};  ///< empty: nothing is known of where it holds
};

/// The agreements that pass the filters of a view, seen from its day or period (coverage.hpp), by row. Its territories are
/// the area of a coverage and filter nothing here. O(agreements + parties).
std::vector<CoverageClaim> coverage_claims(const DataSet& data, const ViewOptions& view);

}  // namespace maillage

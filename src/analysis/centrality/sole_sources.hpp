// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// For each of these agreements the row of the one source that all claims about it come from; kNone where several
/// sources speak of it, or none does.
///
/// Claims are those about the agreement itself, its parties, signatures, events and lines of descent; rejected ones do
/// not count. A claim without a source is no witness. O(claims found × log claims + events + lineage).
std::vector<Index> sole_sources(const DataSet& data, const std::vector<Index>& agreements);

}  // namespace maillage

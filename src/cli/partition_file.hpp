// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// A partition that a file gives to the nodes of a view.
struct GivenPartition {
  std::vector<std::uint32_t> community_of;  ///< by vertex: 0 … count-1, largest first, then by smallest vertex
  std::uint32_t count = 0;
  std::vector<std::string> names;           ///< of the communities, as the file writes them
};

/// Reads a partition from a CSV with the columns `id` and `community`, or with `community` and `members` (ids separated
/// by `|`), as `communities --format csv` writes it; commas or semicolons, further columns are not read.
///
/// Every node must be in it: the quality of a partition with communities that the file does not hold would be that of
/// another one. A node that is to stand alone is given a community of its own in the file. Ids of the data set that are
/// no nodes of the view (of another date, another filter) are counted in a message and have no effect. Failure(usage)
/// naming file, row, field, fault and remedy of each of the first faults: a column is missing, text in bad form, an
/// empty id or community, an id twice, an id that the data set does not know, a node that is missing. CannotRead.
GivenPartition read_partition_file(Session& session, const std::string& file, const NetworkView& view);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// Which territories lie in one of `areas`, wholly or in part, by row of DataSet::territories; the areas themselves do.
///
/// A territory lies in what holds it (`parent`, then the parent's parent …) and in the groups it is a member of. A group
/// of communes lies in every territory that one of its members lies in, so that a filter on a département finds a group
/// over its border from either side; its members beyond do not come along. O((territories + memberships) · depth).
std::vector<bool> territories_in(const DataSet& data, std::span<const Index> areas);

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/json_forms.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// What `evolve` found (docs/evolution.md): {"period","slices","periods","whole","institutions","durations","renewal",
/// "loyalty","turnover","burstiness","communities"}.
Json evolution_json(const DataSet& data, const Evolution& evolution);
/// Communities followed through time, alone.
Json followed_communities_json(const DataSet& data, const FollowedCommunities& communities);
/// {"certain","possible"}.
Json bounded_json(const BoundedCount& count);

}  // namespace maillage

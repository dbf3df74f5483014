// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/community/communities.hpp"
#include "analysis/community/consensus.hpp"
#include "analysis/community/membership_certainty.hpp"
#include "analysis/community/resolution_scan.hpp"
#include "cli/answer.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// What `--quality` may say; modularity and cpm are qualities of the network, hypergraph is one of agreements as sets.
enum class SoughtQuality : std::uint8_t { modularity, cpm, hypergraph };
template <>
inline constexpr auto code_names<SoughtQuality> =
    std::to_array<std::string_view>({"modularity", "cpm", "hypergraph"});

/// A partition that was found or given, and all that is told of it.
struct ShownCommunities {
  Partition partition;
  std::string file;                ///< that gave it; empty where it was found
  std::vector<std::string> names;  ///< of the communities, as the file writes them
  SoughtQuality sought = SoughtQuality::modularity;
  std::uint64_t seed = 1;               ///< asked for; that of the best run is in the partition
  int restarts = 0;                     ///< runs beyond those that tell the stability
  std::uint32_t communities_asked = 0;  ///< by --communities
  std::optional<Consensus> consensus;   ///< its partition is the one shown
  std::optional<MembershipCertainty> certainty;  ///< where partnerships were drawn anew
};

/// The answer of `communities`: one row a community; `other` is compared with it.
Answer answer_of_communities(const NetworkView& view, const ShownCommunities& shown, const ShownCommunities* other,
                             const Language& language);
/// How far runs agree, in JSON; an agreement in words, a dash where a single run agrees with none.
Json stability_json(const Partition& partition);
std::string agreement_number(double value, const Language& language);

/// The same answer with one row a resolution; the partition stays in the JSON.
Answer answer_of_scan(const NetworkView& view, const ShownCommunities& shown, const ResolutionScan& scan,
                      std::uint64_t seed, const Language& language);

}  // namespace maillage

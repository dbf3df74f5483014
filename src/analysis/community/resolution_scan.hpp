// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analysis/community/communities.hpp"

namespace maillage {

/// One resolution of a scan.
struct ScanStep {
  Partition partition;      ///< as find_communities() gives it; its resolution, count, modularity and stability
  double quality = 0;       ///< what was sought: modularity at this resolution, or the constant Potts quality
  double nmi_to_last = 0;   ///< agreement with the partition of the step before; NaN for the first
};

/// Steps one after the other with about the same partition: a grouping that does not hang on the resolution.
struct Plateau {
  std::size_t first = 0, last = 0;  ///< steps, inclusive
};

struct ResolutionScan {
  std::vector<ScanStep> steps;  ///< ascending resolution
  std::vector<Plateau> plateaus;
};

/// `steps` resolutions from `low` to `high`, both inclusive, each the same multiple of the one before; only `low` for one step.
/// std::invalid_argument unless 0 < low ≤ high and steps ≥ 1.
std::vector<double> resolutions_between(double low, double high, int steps);

inline constexpr double kPlateauAgreement = 0.98;
inline constexpr std::size_t kPlateauSteps = 3;

/// Communities at each resolution in turn, and the plateaus: at least kPlateauSteps steps on which neighbours agree with
/// an NMI of kPlateauAgreement or more; on the way from few to many communities these are the groupings that stand out
/// (Arenas, Fernández & Gómez 2008, doi:10.1088/1367-2630/10/5/053039). Partitions in which all vertices are together,
/// but for isolates, or all alone make no plateau. Options and errors as find_communities(), whose resolution is not used. Cost: that of
/// find_communities() for each step.
ResolutionScan scan_resolutions(const Network& network, const CommunityOptions& options,
                                const std::vector<double>& resolutions);

}  // namespace maillage

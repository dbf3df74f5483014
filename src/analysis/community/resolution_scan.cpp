// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/resolution_scan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace maillage {
namespace {

/// Communities of two or more vertices that share the network: none or one is no grouping.
bool is_grouping(const Partition& partition) {
  std::vector<std::uint32_t> size(partition.count, 0);
  for (const auto c : partition.community_of) ++size[c];
  return std::ranges::count_if(size, [](auto vertices) { return vertices > 1; }) > 1;
}

std::vector<Plateau> plateaus_of(const std::vector<ScanStep>& steps) {
  std::vector<Plateau> plateaus;
  for (std::size_t first = 0; first < steps.size();) {
    std::size_t last = first;
    while (last + 1 < steps.size() && steps[last + 1].nmi_to_last >= kPlateauAgreement) ++last;
    if (last - first + 1 >= kPlateauSteps && is_grouping(steps[first].partition)) plateaus.push_back({first, last});
    first = last + 1;
  }
  return plateaus;
}

}  // namespace

std::vector<double> resolutions_between(double low, double high, int steps) {
  if (!(low > 0) || !(high >= low) || !std::isfinite(high) || steps < 1) {
    throw std::invalid_argument("a scan needs resolutions 0 < low ≤ high");
  }
  std::vector<double> resolutions;
  for (int i = 0; i < steps; ++i) {
    const bool is_last = i + 1 == steps && steps > 1;
    resolutions.push_back(i == 0 ? low : is_last ? high : low * std::pow(high / low, i / (steps - 1.0)));
  }
  return resolutions;
}

ResolutionScan scan_resolutions(const Network& network, const CommunityOptions& options,
                                const std::vector<double>& resolutions) {
  ResolutionScan scan;
  for (const double resolution : resolutions) {
    auto at_step = options;
    at_step.resolution = resolution;
    ScanStep step;
    step.partition = find_communities(network, at_step);
    step.quality = options.quality == CommunityQuality::cpm
                       ? constant_potts_quality(network, step.partition.community_of, resolution)
                       : step.partition.modularity;
    step.nmi_to_last = scan.steps.empty() ? std::numeric_limits<double>::quiet_NaN()
                                          : normalized_mutual_information(scan.steps.back().partition.community_of,
                                                                          step.partition.community_of);
    scan.steps.push_back(std::move(step));
  }
  scan.plateaus = plateaus_of(scan.steps);
  return scan;
}

}  // namespace maillage

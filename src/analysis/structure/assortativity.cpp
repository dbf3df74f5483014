// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/assortativity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "analysis/structure/brokerage_roles.hpp"

namespace maillage {
namespace {
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
}

double assortativity_by_group(const Network& network, std::span<const std::uint32_t> group) {
  std::uint32_t groups = 0;
  for (const auto g : group) {
    if (g != kNoGroup) groups = std::max(groups, g + 1);
  }
  std::vector<std::uint64_t> ends(groups, 0);  // whole numbers: the order of adding does not matter
  std::uint64_t ties = 0, within = 0;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    const auto a = group[network.source(e)], b = group[network.target(e)];
    if (a == kNoGroup || b == kNoGroup) continue;
    ++ties;
    within += a == b ? 1 : 0;
    ++ends[a];
    ++ends[b];
  }
  if (ties == 0 || std::ranges::find(ends, 2 * ties) != ends.end()) return kUndefined;
  double by_chance = 0;
  for (const auto count : ends) {
    const double share = static_cast<double>(count) / (2.0 * static_cast<double>(ties));
    by_chance += share * share;
  }
  return (static_cast<double>(within) / static_cast<double>(ties) - by_chance) / (1 - by_chance);
}

double assortativity_by_value(const Network& network, std::span<const double> value) {
  const auto over_ties = [&](auto visit) {
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const double a = value[network.source(e)], b = value[network.target(e)];
      if (!std::isnan(a) && !std::isnan(b)) visit(a, b);
    }
  };
  double sum = 0, ends = 0, least = std::numeric_limits<double>::infinity(), most = -least;
  over_ties([&](double a, double b) {
    sum += a + b;
    ends += 2;
    least = std::min({least, a, b});
    most = std::max({most, a, b});
  });
  if (!(least < most)) return kUndefined;
  const double mean = sum / ends;
  double product = 0, square = 0;
  over_ties([&](double a, double b) {
    product += 2 * (a - mean) * (b - mean);
    square += (a - mean) * (a - mean) + (b - mean) * (b - mean);
  });
  return product / square;
}

}  // namespace maillage

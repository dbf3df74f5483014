// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/burstiness.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {

Burstiness burstiness_of(std::span<const std::int32_t> days) {
  std::vector<std::int32_t> sorted(days.begin(), days.end());
  std::ranges::sort(sorted);
  Burstiness result;
  result.events = sorted.size();
  result.mean_days = result.sd_days = result.goh_barabasi = result.kim_jo = std::numeric_limits<double>::quiet_NaN();
  if (sorted.size() < 3) return result;
  const auto intervals = static_cast<double>(sorted.size() - 1);
  result.mean_days = (static_cast<double>(sorted.back()) - sorted.front()) / intervals;
  double squares = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const double difference = static_cast<double>(sorted[i]) - sorted[i - 1] - result.mean_days;
    squares += difference * difference;
  }
  result.sd_days = std::sqrt(squares / intervals);
  if (result.mean_days <= 0) return result;
  const double r = result.sd_days / result.mean_days;
  result.goh_barabasi = (r - 1) / (r + 1);
  const double more = std::sqrt(intervals + 1), less = std::sqrt(intervals - 1);
  result.kim_jo = (more * r - less) / ((more - 2) * r + less);
  return result;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/durations.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {
namespace {

constexpr double kNormal95 = 1.959963984540054;

void set_band(SurvivalStep& step, double greenwood) {
  step.low = step.high = step.survival;
  if (step.survival <= 0 || step.survival >= 1) return;
  const double reach = kNormal95 * std::sqrt(greenwood) / std::log(step.survival);
  step.low = std::pow(step.survival, std::exp(-reach));
  step.high = std::pow(step.survival, std::exp(reach));
}

double first_time_at_half(const std::vector<SurvivalStep>& steps, double SurvivalStep::*bound) {
  // Sums of products: a half that is a half on paper must count as one.
  const auto found = std::ranges::find_if(steps, [&](const SurvivalStep& step) { return step.*bound <= 0.5 + 1e-12; });
  return found == steps.end() ? std::numeric_limits<double>::quiet_NaN() : found->time;
}

}  // namespace

Survival kaplan_meier(std::span<const ObservedDuration> observed) {
  Survival result;
  std::vector<double> entries, exits, ends;
  for (const auto& one : observed) {
    if (!(one.exit > one.entry)) continue;
    ++result.subjects;
    ++(one.has_ended ? result.ended : result.censored);
    result.longest = std::max(result.longest, one.exit);
    entries.push_back(one.entry);
    exits.push_back(one.exit);
    if (one.has_ended) ends.push_back(one.exit);
  }
  for (auto* times : {&entries, &exits, &ends}) std::ranges::sort(*times);
  double survival = 1, greenwood = 0;
  for (std::size_t i = 0; i < ends.size();) {
    const double time = ends[i];
    const auto last = static_cast<std::size_t>(std::ranges::upper_bound(ends, time) - ends.begin());
    const auto entered = std::ranges::lower_bound(entries, time) - entries.begin();
    const auto left = std::ranges::lower_bound(exits, time) - exits.begin();
    SurvivalStep step{.time = time, .at_risk = static_cast<std::size_t>(entered - left), .ended = last - i};
    const auto n = static_cast<double>(step.at_risk), d = static_cast<double>(step.ended);
    survival *= 1 - d / n;
    greenwood += n > d ? d / (n * (n - d)) : 0;
    step.survival = survival;
    set_band(step, greenwood);
    result.steps.push_back(step);
    i = last;
  }
  result.median = first_time_at_half(result.steps, &SurvivalStep::survival);
  result.median_low = first_time_at_half(result.steps, &SurvivalStep::low);
  result.median_high = first_time_at_half(result.steps, &SurvivalStep::high);
  return result;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "results/evolution.hpp"

namespace maillage {

/// How long something was seen: from an age (0 unless it was there before one began to look) to another, at which it
/// ended or was still there (censored).
struct ObservedDuration {
  double entry = 0, exit = 0;
  bool has_ended = false;
};

/// Kaplan–Meier estimate of how long they last, with delayed entry (Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452).
///
/// S(t) = Π over end times u ≤ t of 1 − d(u)/n(u), where n(u) counts those with entry < u ≤ exit: what is censored at u
/// is still at risk there. Pointwise 95 % band by Greenwood's variance on the log(−log) scale,
/// S(t)^exp(±1.96 √(Σ d/(n(n−d))) / ln S(t)); where S is 1 or 0 the band is S itself. Median: the first time at which
/// S ≤ ½; its interval: the first times at which the lower and the upper bound are ≤ ½ (Brookmeyer & Crowley 1982);
/// NaN where that never comes. Those with exit ≤ entry are not counted. O(n log n).
Survival kaplan_meier(std::span<const ObservedDuration> observed);

}  // namespace maillage

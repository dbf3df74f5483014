// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "results/evolution.hpp"

namespace maillage {

/// How unevenly events follow one another, from the days between them (two events on one day: 0 days).
///
/// With mean μ and population standard deviation σ of the k intervals between k+1 events and r = σ/μ:
/// goh_barabasi = (r − 1)/(r + 1) (Goh & Barabási 2008, doi:10.1209/0295-5075/81/48002): −1 regular, 0 as at random,
/// towards 1 in bursts; kim_jo = (√(k+1) r − √(k−1)) / ((√(k+1) − 2) r + √(k−1)) (Kim & Jo 2016,
/// doi:10.1103/PhysRevE.94.032311), which reaches −1, 0 and 1 whatever the number of events. Both NaN for fewer than two
/// intervals, and where all events fall on one day. `days` in any order. O(n log n).
Burstiness burstiness_of(std::span<const std::int32_t> days);

}  // namespace maillage

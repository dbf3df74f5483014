// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "model/partial_date.hpp"

namespace maillage {

/// Where a time-respecting path may run: no crossing before `start` or after `end`, both inclusive.
///
/// A path crosses its ties on days that never go back, each within the spell of its agreement; between two crossings it
/// waits. Strict: each crossing is at least a day after the one before; the first may be on the start day.
struct TimeWindow {
  Day start = kDistantPast;
  Day end = kDistantFuture;
  bool strict = false;
};

/// The arrival of what is never reached.
inline constexpr Day kNever = std::numeric_limits<Day>::max();

}  // namespace maillage

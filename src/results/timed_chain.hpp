// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace maillage {

/// A time-respecting path: step i goes from vertices[i] to vertices[i + 1] and is crossed on days[i]; days never go back.
/// Days are counted from 1970-01-01 = 0.
struct TimedChain {
  std::vector<std::uint32_t> vertices;
  std::vector<std::int32_t> days;
  std::int32_t departure = 0;  ///< the day of the first crossing; without one, the day asked for
  std::int32_t arrival = 0;    ///< the day of the last crossing; without one, the departure

  std::uint32_t hops() const { return static_cast<std::uint32_t>(days.size()); }
  std::int32_t duration_days() const { return arrival - departure; }
};

}  // namespace maillage

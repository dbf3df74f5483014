// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

/// How long a tie is for shortest paths: 1, 1/weight, or the weight itself.
enum class Distance : std::uint8_t { hops, inverse, weight };
template <> inline constexpr auto code_names<Distance> =
    std::to_array<std::string_view>({"hops", "inverse", "weight"});

struct MeasureOptions {
  bool normalized = false;
  Distance distance = Distance::hops;
  double damping = 0.85;  ///< PageRank
};

/// The measures that `--measure` knows, in the order of the documentation.
std::vector<std::string_view> measure_codes();
/// A measure by its code for every vertex of a view; NaN where it is undefined. std::invalid_argument for a code that
/// measure_codes() does not hold. Conventions: docs/measures.
Scores measure(const NetworkView& view, std::string_view code, const MeasureOptions& options);

}  // namespace maillage

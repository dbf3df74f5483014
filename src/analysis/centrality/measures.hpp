// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/structure/tie_length.hpp"
#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

struct MeasureOptions {
  /// Divides degree and harmonic by n-1 and betweenness by (n-1)(n-2)/2; the others have no such maximum, or are
  /// already relative to it.
  bool normalized = false;
  Distance distance = Distance::hops;  ///< closeness, harmonic, betweenness
  double damping = 0.85;               ///< PageRank
};

/// What a measure is taken of: a network, and the number of partnerships of each of its vertices where it has any.
struct MeasuredNetwork {
  const Network& network;
  std::span<const std::uint32_t> hyperdegree;
};

/// The measures that `--measure` knows, in the order of the documentation.
std::vector<std::string_view> measure_codes();
bool is_measure(std::string_view code);

/// A measure by its code for every vertex of a view; NaN where it is undefined. Two-mode networks and affiliations are
/// taken as the networks they are. std::invalid_argument for a code that measure_codes() does not hold, for a damping
/// outside 0 ≤ d < 1 and for lengths of ties that are not positive. Conventions: the header of each measure and
/// docs/measures.
Scores measure(const NetworkView& view, std::string_view code, const MeasureOptions& options);
Scores measure(const MeasuredNetwork& measured, std::string_view code, const MeasureOptions& options);

/// The measures of ties that `--measure` knows.
std::vector<std::string_view> tie_measure_codes();

/// A measure by its code for every edge of a network; normalised it is divided by n(n-1)/2. std::invalid_argument as
/// measure().
Scores measure_ties(const Network& network, std::string_view code, const MeasureOptions& options);

}  // namespace maillage

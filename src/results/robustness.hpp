// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace maillage {

/// A point of a robustness curve: after `removed` losses the largest component holds this share of all nodes.
struct RobustnessPoint {
  std::uint32_t removed = 0;
  double largest = 0;
  double low = 0, high = 0;  ///< band over runs; equal to `largest` where nothing is drawn
};

/// How the largest component shrinks as one after another is lost.
struct RobustnessCurve {
  std::string what;              ///< institutions, agreements
  std::string order;             ///< degree, strength, betweenness, size, random
  bool is_recalculated = false;  ///< the order is found anew after each loss
  std::uint32_t total = 0;       ///< how many can be lost
  int runs = 0;                  ///< of a random order; 0 else
  double r = 0;                  ///< the mean of the share over losses 1 … total; NaN for fewer than two nodes and where nothing can be lost
  double r_low = 0, r_high = 0;  ///< 5th to 95th percentile over runs
  /// Fewest losses after which the largest component holds less than half of what it held (of random orders the median);
  /// none where all losses leave half.
  std::optional<std::uint32_t> half;
  std::vector<RobustnessPoint> points;  ///< from no loss to all, at most some two hundred
  std::vector<std::uint32_t> first;     ///< the first that are lost: vertices or partnerships
};

}  // namespace maillage

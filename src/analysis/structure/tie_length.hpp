// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/codes.hpp"
#include "network/network.hpp"

namespace maillage {

/// How long a tie is for shortest paths: 1, 1/weight, or the weight itself.
enum class Distance : std::uint8_t { hops, inverse, weight };
template <>
inline constexpr auto code_names<Distance> = std::to_array<std::string_view>({"hops", "inverse", "weight"});

/// Lengths that differ by less than this part of the larger one are equal: sums of fractions such as 1/2 + 1/3 depend on
/// the order of adding, and an untold tolerance would decide between paths of the same length.
inline constexpr double kLengthTolerance = 1e-12;
inline bool same_length(double a, double b) {
  return std::abs(a - b) <= kLengthTolerance * std::max(std::abs(a), std::abs(b));
}

/// Length of a tie of that weight; std::invalid_argument where it is not a positive finite number.
double tie_length(double weight, Distance distance);

/// Length of each edge. std::invalid_argument where one is not a positive finite number (inverse and weight need
/// positive weights). O(m).
std::vector<double> tie_lengths(const Network& network, Distance distance);

}  // namespace maillage

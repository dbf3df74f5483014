// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/centrality/measures.hpp"

namespace maillage {

/// The same numbers within a relative 1e-10 (absolute below 1); NaN where NaN is expected.
inline ::testing::AssertionResult near(const std::vector<double>& found, const std::vector<double>& expected) {
  if (found.size() != expected.size()) return ::testing::AssertionFailure() << "sizes differ";
  for (std::size_t v = 0; v < found.size(); ++v) {
    if (std::isnan(found[v]) && std::isnan(expected[v])) continue;
    if (std::abs(found[v] - expected[v]) <= 1e-10 * std::max(1.0, std::abs(expected[v]))) continue;
    return ::testing::AssertionFailure() << "place " << v << " has " << found[v] << " instead of " << expected[v];
  }
  return ::testing::AssertionSuccess();
}

inline void expect_values(const std::vector<double>& found, const std::vector<double>& wanted, const std::string& what = "value") {
  EXPECT_TRUE(near(found, wanted)) << what;
}

inline constexpr double kUndefinedValue = std::numeric_limits<double>::quiet_NaN();

inline std::vector<double> values_of(const Network& network, std::string_view code, const MeasureOptions& options = {}) {
  return measure(MeasuredNetwork{network, {}}, code, options).values;
}

}  // namespace maillage

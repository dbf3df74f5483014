// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace maillage {

inline constexpr double kUndefinedValue = std::numeric_limits<double>::quiet_NaN();

/// The same numbers within 1e-10, relative above 1; NaN where NaN is wanted.
inline void expect_values(const std::vector<double>& found, const std::vector<double>& wanted,
                          const std::string& what = "value") {
  ASSERT_EQ(found.size(), wanted.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(wanted[i]))
      EXPECT_TRUE(std::isnan(found[i])) << what << ' ' << i << " is " << found[i];
    else
      EXPECT_NEAR(found[i], wanted[i], 1e-10 * std::max(1.0, std::abs(wanted[i]))) << what << ' ' << i;
  }
}

}  // namespace maillage

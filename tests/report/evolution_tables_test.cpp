// SPDX-License-Identifier: Apache-2.0
#include "report/evolution_tables.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace maillage {
namespace {

constexpr double kYear = 365.25;

TEST(EvolutionTables, DaysAreSaidInTheUnitOneThinksIn) {
  const Language english("en");
  EXPECT_EQ(days_text(45, english), "45 days");
  EXPECT_EQ(days_text(1, english), "1 day");
  EXPECT_EQ(days_text(2.5, english), "2.5 days");
  EXPECT_EQ(days_text(kYear, english), "12 months");
  EXPECT_EQ(days_text(4.2 * kYear, english), "4.2 years");
  EXPECT_EQ(days_text(std::nan(""), english), "–");
}

TEST(EvolutionTables, ARangeSaysItsUnitOnceAndIsNotBroken) {
  const Language english("en"), french("fr");
  EXPECT_EQ(days_range_text(3 * kYear, 3 * kYear, english), "3.0–3.0\u00a0years");
  EXPECT_EQ(days_range_text(3 * kYear, 4.2 * kYear, french), "3,0–4,2\u00a0ans");
  EXPECT_EQ(days_range_text(10, 45, english), "10–45\u00a0days");
  EXPECT_EQ(days_range_text(kYear, 3 * kYear, english), "12 months – 3.0 years");
  EXPECT_EQ(days_range_text(3 * kYear, std::nan(""), english), "≥\u00a03.0\u00a0years");
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/burstiness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace maillage {
namespace {

TEST(Burstiness, OfRegularEventsIsMinusOne) {
  const std::vector<std::int32_t> days{40, 10, 20, 30};
  const auto result = burstiness_of(days);
  EXPECT_EQ(result.events, 4U);
  EXPECT_EQ(result.mean_days, 10);
  EXPECT_EQ(result.goh_barabasi, -1);
  EXPECT_EQ(result.kim_jo, -1);
}

TEST(Burstiness, OfEventsAtRandomIsAboutNought) {
  std::mt19937_64 random(5);
  std::vector<std::int32_t> days;
  for (int i = 0; i < 20000; ++i) days.push_back(static_cast<std::int32_t>(random() % 2'000'000'000U));
  const auto result = burstiness_of(days);
  EXPECT_NEAR(result.goh_barabasi, 0, 0.02);
  EXPECT_NEAR(result.kim_jo, 0, 0.02);
}

// For few events at random Goh and Barabási's parameter lies below 0, Kim and Jo's at 0: r = √((k−1)/(k+1)).
TEST(Burstiness, IsFreedOfTheNumberOfEvents) {
  double goh_barabasi = 0, kim_jo = 0;
  constexpr int samples = 4000;
  std::mt19937_64 random(9);
  for (int sample = 0; sample < samples; ++sample) {
    std::vector<std::int32_t> days;
    for (int i = 0; i < 8; ++i) days.push_back(static_cast<std::int32_t>(random() % 100'000'000U));
    const auto result = burstiness_of(days);
    goh_barabasi += result.goh_barabasi / samples;
    kim_jo += result.kim_jo / samples;
  }
  EXPECT_LT(goh_barabasi, -0.1);
  EXPECT_NEAR(kim_jo, 0, 0.06);
}

// All but one event on one day: the burst of bursts reaches 1 with any number of events.
TEST(Burstiness, OfOneBurstIsOne) {
  for (const std::size_t count : {3U, 5U, 50U}) {
    std::vector<std::int32_t> days(count, 100);
    days.front() = 0;
    EXPECT_NEAR(burstiness_of(days).kim_jo, 1, 1e-12) << count;
    EXPECT_LT(burstiness_of(days).goh_barabasi, 1) << count;
  }
}

TEST(Burstiness, IsUndefinedWithoutTwoIntervalsOrOnOneDay) {
  EXPECT_TRUE(std::isnan(burstiness_of(std::vector<std::int32_t>{1, 9}).goh_barabasi));
  EXPECT_TRUE(std::isnan(burstiness_of(std::vector<std::int32_t>{7, 7, 7}).kim_jo));
}

}  // namespace
}  // namespace maillage

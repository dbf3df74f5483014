// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/durations.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace maillage {
namespace {

// Weeks of remission under 6-mercaptopurine (Freireich et al. 1963; Kalbfleisch & Prentice 2002, table 1.1); + censored.
Survival remission() {
  const std::pair<double, bool> weeks[] = {{6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
                                           {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
                                           {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}};
  std::vector<ObservedDuration> observed;
  for (const auto& [week, has_ended] : weeks) observed.push_back({0, week, has_ended});
  return kaplan_meier(observed);
}

TEST(KaplanMeier, GivesThePublishedTableOfRemissions) {
  const auto survival = remission();
  EXPECT_EQ(survival.subjects, 21U);
  EXPECT_EQ(survival.ended, 9U);
  EXPECT_EQ(survival.censored, 12U);
  const std::tuple<double, std::size_t, double, double> published[] = {  // time, at risk, S, Greenwood's standard error
      {6, 21, 0.857, 0.0764}, {7, 17, 0.807, 0.0869}, {10, 15, 0.753, 0.0963}, {13, 12, 0.690, 0.1068},
      {16, 11, 0.627, 0.1141}, {22, 7, 0.538, 0.1282}, {23, 6, 0.448, 0.1346}};
  ASSERT_EQ(survival.steps.size(), std::size(published));
  for (std::size_t i = 0; i < survival.steps.size(); ++i) {
    const auto& [time, at_risk, value, error] = published[i];
    const auto& step = survival.steps[i];
    EXPECT_EQ(step.time, time);
    EXPECT_EQ(step.at_risk, at_risk);
    EXPECT_NEAR(step.survival, value, 0.0005);
    // The band lies at 1.96 standard errors on the log(−log) scale.
    const double reach = 1.959963984540054 * error / (step.survival * std::abs(std::log(step.survival)));
    EXPECT_NEAR(std::log(-std::log(step.low)), std::log(-std::log(step.survival)) + reach, 0.002) << time;
    EXPECT_NEAR(std::log(-std::log(step.high)), std::log(-std::log(step.survival)) - reach, 0.002) << time;
  }
  EXPECT_EQ(survival.median, 23);
  EXPECT_EQ(survival.median_low, 13);
  EXPECT_TRUE(std::isnan(survival.median_high));
}

TEST(KaplanMeier, WithoutCensoringIsTheShareThatLasts) {
  std::vector<ObservedDuration> observed;
  for (int i = 1; i <= 10; ++i) observed.push_back({0, static_cast<double>(i), true});
  const auto survival = kaplan_meier(observed);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_NEAR(survival.steps[i].survival, 1 - (static_cast<double>(i) + 1) / 10, 1e-12);
  EXPECT_EQ(survival.median, 5);
  EXPECT_EQ(survival.steps.back().low, 0);
  EXPECT_EQ(survival.steps.back().high, 0);
}

TEST(KaplanMeier, CountsLateComersOnlyOnceTheyAreSeen) {
  // Three seen from the start, one from age 5: at age 2 three are at risk, at age 6 the two others.
  const std::vector<ObservedDuration> observed{{0, 2, true}, {0, 4, false}, {0, 6, true}, {5, 8, false}, {3, 3, true}};
  const auto survival = kaplan_meier(observed);
  EXPECT_EQ(survival.subjects, 4U);
  ASSERT_EQ(survival.steps.size(), 2U);
  EXPECT_EQ(survival.steps[0].at_risk, 3U);
  EXPECT_EQ(survival.steps[1].at_risk, 2U);
  EXPECT_NEAR(survival.steps[1].survival, 2.0 / 3 / 2, 1e-12);
}

TEST(KaplanMeier, OfNothingIsNothing) {
  const auto survival = kaplan_meier({});
  EXPECT_TRUE(survival.steps.empty());
  EXPECT_TRUE(std::isnan(survival.median));
}

}  // namespace
}  // namespace maillage

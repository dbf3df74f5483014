// SPDX-License-Identifier: Apache-2.0
#include "report/year_counts.hpp"

#include <gtest/gtest.h>

#include "model/validity.hpp"
#include "report/lists.hpp"
#include "report/small_data.hpp"

namespace maillage {
namespace {

TEST(YearCounts, AreWhatACountDayByDayGives) {
  const auto data = small_data();
  const auto years = count_by_year(data, all_rows(data.agreements.size()), small_data_day());
  ASSERT_FALSE(years.empty());
  EXPECT_EQ(years.front().year, 2020);
  EXPECT_EQ(years.back().year, 2028);
  for (const auto& year : years) {
    // In force in a year for certain: on some day of it for certain. (No agreement here is in force for certain in a
    // year without a certain day.)
    std::vector<Index> certain;
    for (Index a = 0; a < data.agreements.size(); ++a) {
      bool is_certain = false;
      for (auto day = first_day_of_year(year.year); day <= last_day_of_year(year.year); ++day) {
        is_certain = is_certain || in_force_during(data, a, day, day) == Certainty::certain;
      }
      if (is_certain) certain.push_back(a);
    }
    EXPECT_EQ(year.in_force.certain, certain) << year.year;
  }
}

TEST(YearCounts, LeaveUnknownDatesPossible) {
  const auto data = small_data();
  const auto years = count_by_year(data, all_rows(data.agreements.size()), small_data_day());
  const auto c1 = data.find_agreement("c1");
  const auto e1 = data.find_agreement("e1");
  const auto has = [](const std::vector<Index>& rows, Index row) { return std::ranges::find(rows, row) != rows.end(); };
  for (const auto& year : years) {
    // c1 was signed by January 2024, its end is unknown: possible in every year up to then for its signature, and ever.
    EXPECT_EQ(has(year.signed_.possible, c1), year.year <= 2024) << year.year;
    EXPECT_TRUE(has(year.in_force.possible, c1)) << year.year;
    EXPECT_FALSE(has(year.signed_.certain, c1));
    EXPECT_EQ(has(year.ending.certain, e1), year.year == 2021) << year.year;
    EXPECT_EQ(has(year.ending.certain, data.find_agreement("f1")), year.year == 2028) << year.year;
    EXPECT_EQ(has(year.ending.certain, data.find_agreement("p1")), year.year == 2026) << year.year;
    EXPECT_FALSE(has(year.in_force.possible, data.find_agreement("n1")));  // announced
  }
}

TEST(YearCounts, PutNoSignatureAfterTheDayTheySpeakOf) {
  DataSetBuilder b;
  b.add(AgreementRow{.id = "undated", .valid_from = PartialDate::in_year(2022), .valid_to = PartialDate::in_year(2026),
                     .stage = Stage::signed_});
  b.add(AgreementRow{.id = "later", .signed_on = PartialDate::parse("2025/2026").value(), .stage = Stage::signed_});
  const auto data = b.finish().data;
  const auto day = day_of({2024, 12, 19});
  for (const auto& year : count_by_year(data, {0, 1}, day)) {
    const auto& possible = year.signed_.possible;
    EXPECT_EQ(std::ranges::count(possible, data.find_agreement("undated")), year.year <= 2024 ? 1 : 0) << year.year;
    EXPECT_EQ(std::ranges::count(possible, data.find_agreement("later")), year.year >= 2025 ? 1 : 0) << year.year;
  }
}

TEST(YearCounts, KeepALimit) {
  DataSetBuilder b;
  b.add(AgreementRow{.id = "x", .valid_from = PartialDate::in_year(1000), .valid_to = PartialDate::in_year(3000)});
  const auto data = b.finish().data;
  const auto last = count_by_year(data, {0}, std::nullopt);
  EXPECT_EQ(last.size(), 60U);
  EXPECT_EQ(last.back().year, 3000);
  // The day lies in the middle where the end is far.
  const auto around = count_by_year(data, {0}, day_of({2024, 6, 30}));
  EXPECT_EQ(around.size(), 60U);
  EXPECT_EQ(around.back().year, 2054);
  // A file holds them all.
  const auto all = count_by_year(data, {0}, std::nullopt, 5000);
  EXPECT_EQ(all.front().year, 1000);
  EXPECT_EQ(all.back().year, 3000);
  EXPECT_TRUE(count_by_year(data, {}, std::nullopt).empty());
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "model/partial_date.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace maillage {
namespace {

Day day(std::string_view iso) {
  return *parse_day(iso);
}

// Second route: the calendar of the standard library.
TEST(Days, AreThoseOfTheGregorianCalendar) {
  for (Day d = -800'000; d < 800'000; d += 37) {
    const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{d}}};
    const auto date = civil_of(d);
    EXPECT_EQ(date.year, static_cast<int>(expected.year()));
    EXPECT_EQ(date.month, static_cast<unsigned>(expected.month()));
    EXPECT_EQ(date.day, static_cast<unsigned>(expected.day()));
    EXPECT_EQ(day_of(date), d);
    const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{d}}};
    EXPECT_EQ(weekday_of(d), weekday.iso_encoding() - 1);
  }
  EXPECT_EQ(weekday_of(day("2023-12-18")), 0U) << "a Monday";
}

struct Reading {
  const char* text;
  const char* earliest;  // "past": unbounded
  const char* latest;    // "future"
};

TEST(PartialDates, BoundTheDaysTheyCanBe) {
  const std::vector<Reading> readings{
      {"2024-07-08", "2024-07-08", "2024-07-08"}, {"2024-02", "2024-02-01", "2024-02-29"},
      {"2023", "2023-01-01", "2023-12-31"},       {"2023~", "2023-01-01", "2023-12-31"},
      {"202X", "2020-01-01", "2029-12-31"},       {"19XX", "1900-01-01", "1999-12-31"},
      {"2024-XX", "2024-01-01", "2024-12-31"},    {"2024-07-XX", "2024-07-01", "2024-07-31"},
      {"2024-XX-XX", "2024-01-01", "2024-12-31"}, {"[..2024-12-19]", "past", "2024-12-19"},
      {"[..2024]", "past", "2024-12-31"},         {"[2024-07..]", "2024-07-01", "future"},
      {"2022/2026", "2022-01-01", "2026-12-31"},  {"2022-03/2022-05", "2022-03-01", "2022-05-31"},
      {"../2026", "past", "2026-12-31"},          {"/2026", "past", "2026-12-31"},
      {"2022/..", "2022-01-01", "future"},        {"2022/", "2022-01-01", "future"},
      {"2022~/2026", "2022-01-01", "2026-12-31"}, {"", "past", "future"}};
  for (const auto& [text, earliest, latest] : readings) {
    const auto date = PartialDate::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->earliest(), earliest == std::string("past") ? kDistantPast : day(earliest)) << text;
    EXPECT_EQ(date->latest(), latest == std::string("future") ? kDistantFuture : day(latest)) << text;
  }
}

TEST(PartialDates, RefuseWhatIsNoDate) {
  for (const auto* text : {"2023-02-29", "2024-13",          "2024-00-01", "2024-04-31", "24-07-08", "2024-7-8",
                           "08/07/2024", "2024/07/08",       "2026/2022",  "[..]",       "[2024]",   "..2024",
                           "2024~~",     "2024-07-08T10:00", "-2024",      "+024",       "2024 ",    "XXXX",
                           "2X24",       "2024-1X",          "/",          "../..",      "[..2024",  "2024..]",
                           "2024-07-",   "\xC3\xA9\xC3\xA9"}) {
    EXPECT_FALSE(PartialDate::parse(text)) << text;
  }
}

TEST(PartialDates, AreWrittenAsTheyAreRead) {
  for (const auto* text :
       {"2024-07-08", "2024-07", "2024", "202X", "20XX", "2024~", "2024?", "2024-07%", "[..2024-12-19]", "[2024..]",
        "2022/2026", "2022-01/2026-12-31", "[..2024~]", "..", "", "0000", "9999-12-31"}) {
    const auto date = PartialDate::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->to_edtf(), text);
  }
}

TEST(PartialDates, ComeBackFromAnyTextThatIsOne) {
  std::mt19937 random(3);
  const std::string_view alphabet = "0123456789-X/.[]~?%";
  int dates = 0;
  for (int round = 0; round < 300'000; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += alphabet[random() % alphabet.size()];
    if (random() % 2 == 0) text = "20" + text.substr(0, 2) + "-0" + text.substr(std::min<std::size_t>(2, text.size()));
    const auto date = PartialDate::parse(text);
    if (!date) continue;
    ++dates;
    EXPECT_EQ(PartialDate::parse(date->to_edtf()), date) << text;
    EXPECT_LE(date->earliest(), date->latest()) << text;
  }
  EXPECT_GT(dates, 100);
}

TEST(PartialDates, KnowTheirKindAndPrecision) {
  EXPECT_TRUE(PartialDate::parse("2024-07-08")->is_exact_day());
  EXPECT_FALSE(PartialDate::parse("[..2024-07-08]")->is_exact_day());
  EXPECT_EQ(PartialDate::parse("2024-07?")->precision(), DatePrecision::month);
  EXPECT_EQ(PartialDate::parse("2024-07?")->qualifier(), DateQualifier::doubtful);
  EXPECT_EQ(PartialDate::parse("2022~/2026?")->qualifier(), DateQualifier::approximate_and_doubtful);
  EXPECT_TRUE(PartialDate::parse("..")->is_open());
  EXPECT_FALSE(PartialDate{}.is_known());
  EXPECT_EQ(PartialDate::until(day("2024-12-19")), PartialDate::parse("[..2024-12-19]"));
}

}  // namespace
}  // namespace maillage

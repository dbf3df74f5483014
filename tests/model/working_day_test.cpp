// SPDX-License-Identifier: Apache-2.0
#include "model/working_day.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace maillage {
namespace {

// Published dates of Easter Sunday, the earliest (22 March) and the latest (25 April) among them.
TEST(WorkingDays, KnowEaster) {
  for (const auto* day : {"1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
                          "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25",
                          "2049-04-18", "2100-03-28"}) {
    EXPECT_EQ(to_iso(easter_sunday(std::stoi(day))), day);
  }
}

TEST(WorkingDays, LeaveOutHolidaysOfFrance) {
  const std::vector<std::string> of_2026{"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                                         "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"};
  std::vector<std::string> found;
  for (Day day = first_day_of_year(2026); day <= last_day_of_year(2026); ++day) {
    if (is_public_holiday(day)) found.push_back(to_iso(day));
  }
  EXPECT_EQ(found, of_2026);
  EXPECT_FALSE(is_public_holiday(parse_day("2026-04-03").value())) << "Good Friday is one in Alsace and Moselle alone";
}

TEST(WorkingDays, AreFoundBackwards) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"2026-11-20", "2026-11-20"},  // a Friday
      {"2026-11-21", "2026-11-20"},  // Saturday
      {"2026-11-22", "2026-11-20"},  // Sunday
      {"2026-02-28", "2026-02-27"},  // a month end on a Saturday
      {"2026-05-31", "2026-05-29"},  // a month end on a Sunday
      {"2025-05-01", "2025-04-30"},  // 1 May, a Thursday
      {"2022-05-01", "2022-04-29"},  // 1 May, a Sunday
      {"2026-04-06", "2026-04-03"},  // Easter Monday: the Friday before
      {"2025-04-21", "2025-04-18"},  // Easter Monday in April
      {"2027-05-17", "2027-05-14"},  // Whit Monday
      {"2026-05-14", "2026-05-13"},  // Ascension
      {"2026-01-01", "2025-12-31"},  // across the year
      {"2028-01-02", "2027-12-31"},  // New Year's Day on a Saturday, then Sunday
      {"2024-11-11", "2024-11-08"},  // a Monday after a week-end
      {"2026-12-27", "2026-12-24"},  // Christmas, Saturday, Sunday
      {"2008-05-02", "2008-05-02"},  // the Friday after 1 May, then also Ascension
      {"2008-05-01", "2008-04-30"},
      {"2024-09-30", "2024-09-30"},
      {"2023-12-31", "2023-12-29"},
  };
  for (const auto& [day, working] : cases) EXPECT_EQ(to_iso(last_working_day(parse_day(day).value())), working) << day;
}

}  // namespace
}  // namespace maillage

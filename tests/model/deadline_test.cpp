// SPDX-License-Identifier: Apache-2.0
#include "model/deadline.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "model/data_set_builder.hpp"
#include "model/deadlines_told.hpp"
#include "model/term.hpp"

namespace maillage {
namespace {

struct Facts {
  const char* from = "";
  const char* to = "";
  const char* duration = "";
  Renewal renewal = Renewal::not_said;
  std::int16_t most = -1;
  const char* notice = "";
  const char* signed_on = "";
  const char* terminated = "";
  const char* renewed = "";
};

AgreementRow row_of(const Facts& f) {
  return {.id = "a", .signed_on = date(f.signed_on), .valid_from = date(f.from), .valid_to = date(f.to),
          .duration = f.duration, .renewal = f.renewal, .max_renewals = f.most, .renewal_duration = f.renewed, .notice = f.notice,
          .terminated = date(f.terminated), .stage = Stage::signed_};
}

std::string deadlines(const AgreementRow& row, std::string_view as_of) {
  DataSetBuilder builder;
  builder.add(row);
  const auto data = builder.finish().data;
  return told(DeadlineRules(data).at(0, parse_day(as_of)));
}

struct Case {
  const char* what;
  Facts facts;
  const char* as_of;
  const char* expected;
};

constexpr auto kTacit = Renewal::tacit, kExpress = Renewal::express, kNoRenewal = Renewal::none;

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) EXPECT_EQ(deadlines(row_of(c.facts), c.as_of), c.expected) << c.what << ", " << c.as_of;
}

// All days of this file were worked out on a calendar by hand and checked by a second program (Python's calendar).

TEST(Deadlines, CountNoticeBackFromTheEndOfTheTerm) {
  check({
      {"the last day of a leap February", {"2023-06-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-01-15",
       "ahead give_notice 2024-02-29 certain, goes on until 2025-05-31"},
      {"that day itself", {"2023-06-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-02-29",
       "ahead give_notice 2024-02-29 certain, goes on until 2025-05-31"},
      {"the day after", {"2023-06-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-03-01",
       "missed give_notice 2024-02-29 certain, goes on until 2025-05-31; "
       "ahead give_notice 2025-02-28 possible, goes on until 2026-05-31, renewed 1"},
      {"from the end of a short month", {"2024-03-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-06-01",
       "ahead give_notice 2024-11-28 certain, goes on until 2026-02-28, forward 2024-11-30"},
      {"from 29 February", {"2023-03-01", "", "P1Y", kTacit, -1, "P3M"}, "2023-06-01",
       "ahead give_notice 2023-11-29 certain, goes on until 2025-02-28, forward 2023-11-30"},
      {"a year from 29 February", {"2021-03-01", "", "P3Y", kTacit, -1, "P1Y"}, "2022-06-01",
       "ahead give_notice 2023-02-28 certain, goes on until 2027-02-28"},
      {"from 30 June", {"2023-07-01", "", "P3Y", kTacit, -1, "P3M"}, "2024-06-01",
       "ahead give_notice 2026-03-30 certain, goes on until 2029-06-30, forward 2026-03-31"},
      {"from 31 December to a month of 30 days", {"2024-01-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-06-01",
       "ahead give_notice 2024-09-30 certain, goes on until 2025-12-31"},
      {"across the year", {"2024-02-16", "", "P1Y", kTacit, -1, "P3M"}, "2024-06-01",
       "ahead give_notice 2024-11-15 certain, goes on until 2026-02-15"},
      {"ninety days", {"2024-01-01", "", "P1Y", kTacit, -1, "P90D"}, "2024-06-01",
       "ahead give_notice 2024-10-02 certain, goes on until 2025-12-31"},
      {"two weeks", {"2024-01-01", "", "P1Y", kTacit, -1, "P2W"}, "2024-06-01",
       "ahead give_notice 2024-12-17 certain, goes on until 2025-12-31"},
      {"a month and fifteen days", {"2023-04-01", "", "P1Y", kTacit, -1, "P1M15D"}, "2024-01-15",
       "ahead give_notice 2024-02-16 certain, goes on until 2025-03-31"},
      {"in a century year that is no leap year", {"2099-03-01", "", "P1Y", kTacit, -1, "P1M"}, "2099-06-01",
       "ahead give_notice 2100-01-28 certain, goes on until 2101-02-28, forward 2100-01-31"},
      {"in a leap century year", {"1999-03-01", "", "P1Y", kTacit, -1, "P1M"}, "1999-06-01",
       "ahead give_notice 2000-01-29 certain, goes on until 2001-02-28, forward 2000-01-31"},
  });
}

TEST(Deadlines, FollowTacitRenewalsThatHaveRunThrough) {
  check({
      {"nine renewals", {"2015-09-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-11-22",
       "ahead give_notice 2025-05-31 possible, goes on until 2026-08-31, renewed 9"},
      {"before the first renewal", {"2024-09-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-11-22",
       "ahead give_notice 2025-05-31 certain, goes on until 2026-08-31"},
      {"on the last day of a term", {"2015-09-01", "", "P1Y", kTacit, -1, "P3M"}, "2024-08-31",
       "missed give_notice 2024-05-31 possible, goes on until 2025-08-31, renewed 8; "
       "ahead give_notice 2025-05-31 possible, goes on until 2026-08-31, renewed 9"},
      {"a number of renewals is taken to happen", {"2020-01-01", "", "P1Y", kTacit, 3, "P2M"}, "2022-05-01",
       "ahead give_notice 2022-10-31 certain, goes on until 2023-12-31, renewed 2"},
      {"missed before the last renewal", {"2020-01-01", "", "P1Y", kTacit, 3, "P2M"}, "2022-11-15",
       "missed give_notice 2022-10-31 certain, goes on until 2023-12-31, renewed 2; "
       "ahead replace 2023-12-31 certain, ends 2023-12-31, renewed 3, last term"},
      {"in the last term", {"2020-01-01", "", "P1Y", kTacit, 3, "P2M"}, "2023-02-01",
       "ahead replace 2023-12-31 certain, ends 2023-12-31, renewed 3, last term"},
      {"after the last term", {"2020-01-01", "", "P1Y", kTacit, 3, "P2M"}, "2024-01-01", "ended"},
      {"no renewal left from the start", {"2024-01-01", "", "P1Y", kTacit, 0, "P2M"}, "2024-11-15",
       "ahead replace 2024-12-31 certain, ends 2024-12-31, last term"},
      {"from 29 February", {"2020-02-29", "", "P1Y", kTacit, -1, "P1M"}, "2024-01-15",
       "ahead give_notice 2024-01-28 possible, goes on until 2025-02-28, renewed 3"},
      {"months from the 31st", {"2023-01-31", "", "P1M", kTacit, -1, "P15D"}, "2024-01-15",
       "ahead give_notice 2024-01-15 possible, goes on until 2024-02-29, renewed 11"},
      {"notice longer than the term", {"2020-01-01", "", "P1Y", kTacit, -1, "P18M"}, "2024-06-01",
       "missed give_notice 2023-06-30 possible, goes on until 2025-12-31, renewed 4; "
       "ahead give_notice 2024-06-30 possible, goes on until 2026-12-31, renewed 5"},
      {"notice longer than two terms", {"2020-01-01", "", "P1Y", kTacit, -1, "P30M"}, "2024-06-01",
       "missed give_notice 2023-06-30 possible, goes on until 2026-12-31, renewed 5; "
       "ahead give_notice 2024-06-30 possible, goes on until 2027-12-31, renewed 6"},
      {"notice longer than a term yet to begin", {"2025-01-01", "", "P1Y", kTacit, -1, "P18M"}, "2024-09-01",
       "missed give_notice 2024-06-30 certain, goes on until 2026-12-31; "
       "ahead give_notice 2025-06-30 possible, goes on until 2027-12-31, renewed 1"},
      {"a year signed at some time in 2023", {"", "", "P1Y", kTacit, -1, "P1M", "2023"}, "2023-06-01",
       "ahead give_notice 2023-11-30/2024-11-30 possible, goes on until 2025-12-30"},
      {"notice not stated", {"2023-06-01", "", "P1Y", kTacit}, "2024-01-15",
       "unknown give_notice ?/2024-05-31 possible, goes on until 2025-05-31, no notice"},
      {"notice not stated, several renewals", {"2015-09-01", "", "P1Y", kTacit}, "2024-11-22",
       "unknown give_notice ?/2025-08-31 possible, goes on until 2026-08-31, renewed 9, no notice"},
      {"notice not stated, last term", {"2020-01-01", "", "P1Y", kTacit, 3}, "2023-02-01",
       "ahead replace 2023-12-31 certain, ends 2023-12-31, renewed 3, last term"},
  });
}

TEST(Deadlines, TakeAStatedEndForThatOfTheCurrentTerm) {
  check({
      {"the length of a renewal is not stated", {"", "2024-05-31", "", kTacit, -1, "P3M"}, "2024-01-15",
       "ahead give_notice 2024-02-29 certain, goes on until ?, no duration"},
      {"missed, and nobody says until when", {"", "2024-05-31", "", kTacit, -1, "P3M"}, "2024-04-01",
       "missed give_notice 2024-02-29 certain, goes on until ?, no duration; "
       "unknown give_notice ?/? possible, goes on until ?, renewed 1, no duration"},
      {"run beyond it", {"", "2022-12-31", "", kTacit, -1, "P3M"}, "2024-01-15",
       "unknown give_notice ?/? possible, goes on until ?, renewed 1, no duration"},
      {"renewed as long as the stated term", {"2019-09-01", "2020-08-31", "", kTacit, -1, "P3M"}, "2024-11-22",
       "ahead give_notice 2025-05-31 possible, goes on until 2026-08-31, renewed 5, no duration"},
      {"end and duration say the same", {"2019-09-01", "2020-08-31", "P1Y", kTacit, -1, "P3M"}, "2024-11-22",
       "ahead give_notice 2025-05-31 possible, goes on until 2026-08-31, renewed 5"},
      {"the end of the third term", {"2019-09-01", "2022-08-31", "P1Y", kTacit, -1, "P3M"}, "2021-01-01",
       "ahead give_notice 2022-05-31 certain, goes on until 2023-08-31, renewed 2"},
      {"the end of the last renewal", {"2020-01-01", "2024-12-31", "P1Y", kTacit, 4, "P3M"}, "2022-01-01",
       "ahead give_notice 2022-09-30 certain, goes on until 2023-12-31, renewed 2"},
      {"a first term of another length", {"2022-09-15", "2023-08-31", "P1Y", kTacit, -1, "P2M"}, "2024-01-15",
       "ahead give_notice 2024-06-30 possible, goes on until 2025-08-31, renewed 1"},
      {"a year with a leap day", {"2023-03-01", "2024-02-29", "P1Y", kTacit, -1, "P1M"}, "2024-06-01",
       "ahead give_notice 2025-01-28 possible, goes on until 2026-02-28, renewed 1, forward 2025-01-31"},
      {"one renewal of a stated term", {"2021-01-01", "2023-12-31", "P3Y", kTacit, 1, "P6M"}, "2024-01-15",
       "ahead replace 2026-12-31 possible, ends 2026-12-31, renewed 1, last term"},
  });
}

TEST(Deadlines, CountRenewalsByTheirOwnLength) {
  check({
      {"five years, then a year at a time", {"2019-09-01", "", "P5Y", kTacit, -1, "P3M", "", "", "P1Y"}, "2026-01-15",
       "ahead give_notice 2026-05-31 possible, goes on until 2027-08-31, renewed 2"},
      {"in the first term", {"2019-09-01", "", "P5Y", kTacit, -1, "P3M", "", "", "P1Y"}, "2021-01-15",
       "ahead give_notice 2024-05-31 certain, goes on until 2025-08-31"},
      {"twice at most", {"2019-09-01", "", "P5Y", kTacit, 2, "P3M", "", "", "P1Y"}, "2026-01-15",
       "ahead replace 2026-08-31 certain, ends 2026-08-31, renewed 2, last term"},
      {"after a stated end", {"2021-01-01", "2025-12-31", "", kTacit, -1, "P2M", "", "", "P1Y"}, "2025-06-01",
       "ahead give_notice 2025-10-31 certain, goes on until 2026-12-31"},
      {"the stated end is that of the last renewal", {"2021-01-01", "2027-12-31", "P5Y", kTacit, 2, "P2M", "", "", "P1Y"},
       "2024-01-15", "ahead give_notice 2025-10-31 certain, goes on until 2026-12-31"},
      {"the stated end is that of the first renewal", {"2021-01-01", "2026-12-31", "P5Y", kTacit, 2, "P2M", "", "", "P1Y"},
       "2026-06-01", "ahead give_notice 2026-10-31 certain, goes on until 2027-12-31, renewed 1"},
  });
}

TEST(Deadlines, AskForRenewalOrForWhatComesAfter) {
  check({
      {"express", {"", "2024-12-31", "", kExpress}, "2024-01-15", "ahead renew 2024-12-31 certain, ends 2024-12-31"},
      {"express, to be asked for before", {"", "2024-12-31", "", kExpress, -1, "P6M"}, "2024-01-15",
       "ahead renew 2024-06-30 certain, ends 2024-12-31"},
      {"express, asked for too late", {"", "2024-12-31", "", kExpress, -1, "P6M"}, "2024-07-01",
       "missed renew 2024-06-30 certain, ends 2024-12-31; ahead replace 2024-12-31 certain, ends 2024-12-31"},
      {"express, computed", {"2022-02-01", "", "P3Y", kExpress, 2}, "2024-01-15",
       "ahead renew 2025-01-31 certain, ends 2025-01-31"},
      {"express, none left", {"", "2024-12-31", "", kExpress, 0, "P6M"}, "2024-01-15",
       "ahead replace 2024-12-31 certain, ends 2024-12-31"},
      {"none", {"", "2024-12-31", "", kNoRenewal, -1, "P6M"}, "2024-01-15",
       "ahead replace 2024-12-31 certain, ends 2024-12-31"},
      {"the last day itself", {"", "2024-12-31", "", kNoRenewal}, "2024-12-31",
       "ahead replace 2024-12-31 certain, ends 2024-12-31"},
      {"the day after", {"", "2024-12-31", "", kNoRenewal}, "2025-01-01", "ended"},
      {"an end to the year", {"", "2028", "", kNoRenewal}, "2024-01-15",
       "ahead replace 2028-12-31 certain, ends 2028-12-31"},
      {"an end to the month, in a leap year", {"", "2028-02", "", kNoRenewal}, "2024-01-15",
       "ahead replace 2028-02-29 certain, ends 2028-02-29"},
      {"not yet begun", {"2025-01-01", "", "P1Y", kNoRenewal}, "2024-11-15",
       "ahead replace 2025-12-31 certain, ends 2025-12-31"},
      {"nobody says whether it is renewed", {"", "2024-12-31", ""}, "2024-01-15",
       "ahead replace 2024-12-31 possible, no renewal"},
      {"nobody says it, but there is a notice", {"", "2024-12-31", "", Renewal::not_said, -1, "P2M"}, "2024-01-15",
       "ahead give_notice 2024-10-31 possible, no renewal"},
      {"the same, too late", {"", "2024-12-31", "", Renewal::not_said, -1, "P2M"}, "2024-11-02",
       "missed give_notice 2024-10-31 possible, no renewal; ahead replace 2024-12-31 possible, no renewal"},
  });
}

TEST(Deadlines, ListWhatIsUnknownAndLeaveOutWhatIsOver) {
  check({
      {"without term", {"2020", "..", "", Renewal::not_said, -1, "P6M"}, "2024-01-15", "without_term"},
      {"terminated before", {"2020", "2028", "", kTacit, -1, "P6M", "", "2023-06-30"}, "2024-01-15", "ended"},
      {"terminated on a day to come", {"2020", "2028", "", kTacit, -1, "P6M", "", "2024-06-30"}, "2024-01-15",
       "terminated"},
      {"terminated after the end", {"2020", "2023", "", kNoRenewal, -1, "", "", "2024-06-30"}, "2024-01-15", "ended"},
      {"nothing is known", {"", "", "", Renewal::not_said, -1, "", "2022-01-01"}, "2024-01-15",
       "unknown unknown ?/? possible, no valid_to, no renewal"},
      {"tacit, no end", {"", "", "", kTacit, -1, "P3M", "2022-01-01"}, "2024-01-15",
       "unknown give_notice ?/? possible, no valid_to"},
      {"tacit, no end, no notice", {"", "", "", kTacit, -1, "", "2022-01-01"}, "2024-01-15",
       "unknown give_notice ?/? possible, no valid_to, no notice"},
      {"a duration from no day", {"", "", "P5Y", kNoRenewal}, "2024-01-15",
       "unknown replace ?/? possible, no valid_from"},
      {"five years from a day by then", {"", "", "P5Y", kNoRenewal, -1, "", "[..2024-12-19]"}, "2025-01-15",
       "unknown replace ?/2029-12-18 possible, ends 2029-12-18, no valid_from"},
      {"an end between two years", {"", "2026/2028", "", kNoRenewal}, "2024-01-15",
       "ahead replace 2026-01-01/2028-12-31 possible, ends 2028-12-31"},
      {"the same, from within", {"", "2026/2028", "", kNoRenewal}, "2027-03-15",
       "ahead replace 2026-01-01/2028-12-31 possible, ends 2028-12-31, may be past"},
      {"the same, on its first day", {"", "2026/2028", "", kNoRenewal}, "2026-01-01",
       "ahead replace 2026-01-01/2028-12-31 possible, ends 2028-12-31"},
      {"an end by then", {"", "[..2026-06-30]", "", kExpress}, "2024-01-15",
       "unknown renew ?/2026-06-30 possible, ends 2026-06-30, no valid_to"},
      {"an end from then on", {"", "[2026-06-30..]", "", kExpress}, "2024-01-15",
       "unknown renew 2026-06-30/? possible, ends ?, no valid_to"},
      {"a start to the year", {"2023", "", "P1Y", kTacit, 2, "P1M"}, "2023-06-01",
       "ahead give_notice 2023-11-30 certain, goes on until 2024-12-31"},
      {"a start in some year or other", {"2023/2024", "", "P1Y", kNoRenewal}, "2023-06-01",
       "ahead replace 2023-12-31/2025-12-30 possible, ends 2025-12-30"},
      {"an end on about a day", {"", "2024-12-31~", "", kNoRenewal}, "2024-01-15",
       "ahead replace 2024-12-31 possible, ends 2024-12-31"},
      {"a year from a day in doubt", {"2024-02-01?", "", "P1Y", kNoRenewal}, "2024-02-15",
       "ahead replace 2025-01-31 possible, ends 2025-01-31"},
      {"a length of nothing", {"2024-01-01", "", "P0D", kTacit, -1, "P1M"}, "2024-01-15",
       "unknown give_notice ?/? possible, no valid_to"},
  });
}

TEST(Deadlines, AreReadFromTheBeginningWithoutADay) {
  DataSetBuilder builder;
  builder.add(row_of({"2015-09-01", "", "P1Y", kTacit, -1, "P3M"}));
  const auto data = builder.finish().data;
  EXPECT_EQ(told(DeadlineRules(data).at(0, std::nullopt)),
            "ahead give_notice 2016-05-31 certain, goes on until 2017-08-31");
}

// Agreement a ends on 31 December 2024, is renewed tacitly and asks for three months.
struct Others {
  LineageKind kind;
  AgreementRow row;
};
std::string with_others(const std::vector<Others>& others, std::string_view as_of) {
  DataSetBuilder builder;
  builder.add(row_of({"2022-01-01", "2024-12-31", "P3Y", kTacit, -1, "P3M"}));
  std::string id = "b";
  for (const auto& other : others) {
    auto row = other.row;
    row.id = id;
    builder.add(row);
    builder.add(LineageRow{.agreement = id, .kind = other.kind, .of = "a"});
    ++id[0];
  }
  const auto data = builder.finish().data;
  return told(DeadlineRules(data).at(0, parse_day(as_of)));
}

constexpr auto kOwn = "ahead give_notice 2024-09-30 certain, goes on until 2027-12-31";

TEST(Deadlines, AreSettledByASuccessor) {
  for (const auto kind : {LineageKind::renews, LineageKind::replaces}) {
    EXPECT_EQ(with_others({{kind, {.signed_on = date("2024-05-01")}}}, "2024-06-01"), "succeeded");
    EXPECT_EQ(with_others({{kind, {.signed_on = date("2024-05-01")}}}, "2024-04-01"), kOwn) << "not signed yet";
    EXPECT_EQ(with_others({{kind, {.expected = date("2025"), .stage = Stage::announced}}}, "2024-06-01"), kOwn);
  }
  EXPECT_EQ(with_others({{LineageKind::implements, {.signed_on = date("2024-05-01")}}}, "2024-06-01"), kOwn);
}

TEST(Deadlines, FollowAmendments) {
  const auto signed_then = date("2023-05-01");
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = signed_then, .valid_to = date("2026-06-30")}}}, "2024-06-01"),
            "ahead give_notice 2026-03-30 certain, goes on until 2029-06-30, forward 2026-03-31");
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = signed_then, .valid_to = date("2023-12-31")}}}, "2024-06-01"),
            kOwn) << "an amendment that is over earlier takes nothing away";
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = signed_then, .notice = "P6M"}}}, "2024-06-01"),
            "ahead give_notice 2024-06-30 certain, goes on until 2027-12-31");
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = signed_then, .renewal = kExpress}}}, "2024-06-01"),
            "ahead renew 2024-09-30 certain, ends 2024-12-31");
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = signed_then, .valid_to = date("..")}}}, "2024-06-01"),
            "without_term");
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = date("2024-07-01"), .valid_to = date("2026-06-30")}}},
                        "2024-06-01"),
            kOwn) << "signed after the day";
  EXPECT_EQ(with_others({{LineageKind::amends, {.signed_on = date("2024-02-01"), .notice = "P1M"}},
                         {LineageKind::amends, {.signed_on = date("2023-02-01"), .notice = "P6M"}}},
                        "2024-06-01"),
            "ahead give_notice 2024-11-30 certain, goes on until 2027-12-31") << "the later amendment holds";
}

TEST(Deadlines, OfAmendmentsAreThoseOfTheAgreement) {
  DataSetBuilder builder;
  builder.add(row_of({"2022-01-01", "2024-12-31", "", kNoRenewal}));
  builder.add(AgreementRow{.id = "b", .signed_on = date("2023-01-01"), .valid_to = date("2025-12-31")});
  builder.add(AgreementRow{.id = "c", .signed_on = date("2024-01-01"), .valid_to = date("2026-12-31")});
  builder.add(AgreementRow{.id = "d", .signed_on = date("2024-01-01"), .valid_to = date("2026-12-31")});
  builder.add(AgreementRow{.id = "e", .signed_on = date("2024-01-01")});
  builder.add(LineageRow{.agreement = "b", .kind = LineageKind::amends, .of = "a"});
  builder.add(LineageRow{.agreement = "c", .kind = LineageKind::amends, .of = "b"});
  builder.add(LineageRow{.agreement = "d", .kind = LineageKind::amends, .of = ""});
  builder.add(LineageRow{.agreement = "e", .kind = LineageKind::amends, .of = "e"});
  const auto data = builder.finish().data;
  const DeadlineRules rules(data);
  const auto day = parse_day("2024-06-01");
  EXPECT_EQ(told(rules.at(0, day)), "ahead replace 2026-12-31 certain, ends 2026-12-31");
  EXPECT_EQ(rules.at(0, day).deadlines[0].extended_by, data.find_agreement("c"));
  EXPECT_EQ(told(rules.at(1, day)), "amendment");
  EXPECT_EQ(rules.at(2, day).other, 0U) << "an amendment of an amendment";
  EXPECT_EQ(told(rules.at(3, day)), "ahead replace 2026-12-31 possible, no renewal") << "of what is not documented";
  EXPECT_EQ(told(rules.at(4, day)), "unknown unknown ?/? possible, no valid_to, no renewal") << "of itself";
}

// The second route: a calendar that is walked day by day, and a term that is found by counting.

bool is_last_of_month(Day day) { return civil_of(day + 1).day == 1; }

// Walks back a month at a time until the day has the number wanted, or is the last of a month that lacks it.
Day walked_back(Day end, int months) {
  const auto wanted = civil_of(end).day;
  auto day = end;
  for (int left = months; left > 0; --left) {
    const auto month = civil_of(day).month;
    while (civil_of(day).month == month) --day;
    while (civil_of(day).day > wanted) --day;
  }
  return day;
}

TEST(Deadlines, AgreeWithACalendarWalkedDayByDay) {
  std::mt19937 random(7);
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  for (int round = 0; round < 800; ++round) {
    const Day start = pick(10000, 25000);
    const int length = pick(1, 60), renewed = pick(0, 1) ? length : pick(1, 24), notice = pick(0, 30), most = pick(-1, 6);
    const Day as_of = start + pick(-200, 6000);
    const std::string duration = "P" + std::to_string(length) + "M", again = "P" + std::to_string(renewed) + "M", before = "P" + std::to_string(notice) + "M";
    DataSetBuilder builder;
    builder.add(AgreementRow{.id = "a", .signed_on = PartialDate::on(start - 300), .valid_from = PartialDate::on(start),
                             .duration = duration, .renewal = kTacit, .max_renewals = static_cast<std::int16_t>(most),
                             .renewal_duration = renewed == length ? std::string_view() : again, .notice = before, .stage = Stage::signed_});
    const auto data = builder.finish().data;
    const auto found = DeadlineRules(data).at(0, as_of);
    // A term ends on the day before the anniversary, or on the last day of a month that lacks it.
    std::vector<Day> ends;
    const auto number = civil_of(start).day;
    int months = 0;
    for (Day day = start + 1; ends.size() < 300 && (ends.empty() || ends.back() < as_of + 4000); ++day) {
      if (civil_of(day).day == 1) ++months;
      const bool is_next_start = civil_of(day).day == number;
      const bool is_cut = is_last_of_month(day) && civil_of(day).day < number;
      if (months == length + renewed * static_cast<int>(ends.size())) {
        if (is_cut) ends.push_back(day);
        if (is_next_start) ends.push_back(day - 1);
      }
      if (most >= 0 && static_cast<int>(ends.size()) == most + 1) break;
    }
    std::size_t now = 0;
    while (now < ends.size() && ends[now] < as_of) ++now;
    if (now == ends.size()) {
      EXPECT_EQ(found.standing, DeadlineStanding::ended) << round;
      continue;
    }
    const bool has_last = most >= 0;
    auto next = now;
    while (!(has_last && next + 1 == ends.size()) && walked_back(ends[next], notice) < as_of) ++next;
    ASSERT_EQ(found.deadlines.size(), next > now ? 2U : 1U) << round;
    const auto& ahead = found.deadlines.back();
    const bool is_last = has_last && next + 1 == ends.size();
    EXPECT_EQ(code_name(ahead.act), is_last ? "replace" : "give_notice") << round;
    EXPECT_EQ(to_iso(ahead.latest), to_iso(is_last ? ends[next] : walked_back(ends[next], notice)))
        << to_iso(start) << duration << before << to_iso(as_of);
    EXPECT_EQ(ahead.renewals_run, static_cast<int>(next));
    if (next > now) {
      EXPECT_EQ(to_iso(found.deadlines[0].latest), to_iso(walked_back(ends[next - 1], notice)));
      EXPECT_EQ(found.deadlines[0].goes_on_until, ends[next]);
    }
  }
}

TEST(Terms, AreCountedBackAndForward) {
  for (Day end = parse_day("2023-01-01").value(); end < parse_day("2025-03-02"); ++end) {
    for (const CalendarDuration length : {CalendarDuration{1, 0}, {3, 0}, {12, 0}, {0, 90}, {2, 10}}) {
      const auto back = before_by(end, length), forward = latest_before_by(end, length);
      EXPECT_LE(back, forward);
      EXPECT_LE(forward, back + 3);
      EXPECT_LE(add_duration(forward, length), end);
      EXPECT_GT(add_duration(forward + 1, length), end);
    }
  }
  EXPECT_EQ(before_by(parse_day("0001-01-01").value(), {100000, 0}), kDistantPast);
  EXPECT_EQ(before_by(kDistantFuture, {3, 0}), kDistantFuture);
}

}  // namespace
}  // namespace maillage

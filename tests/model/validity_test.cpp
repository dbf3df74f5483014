// SPDX-License-Identifier: Apache-2.0
#include "model/validity.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

Day day(std::string_view iso) {
  return *parse_day(iso);
}
PartialDate date(std::string_view edtf) {
  return *PartialDate::parse(edtf);
}

DataSet one(const AgreementRow& row) {
  DataSetBuilder builder;
  auto named = row;
  named.id = "a";
  builder.add(named);
  return builder.finish().data;
}
std::string status(const AgreementRow& row, std::string_view as_of) {
  return std::string(code_name(status_at(one(row), 0, day(as_of))));
}

TEST(Durations, AreReadAndAdded) {
  EXPECT_EQ(parse_duration("P5Y"), (CalendarDuration{60, 0}));
  EXPECT_EQ(parse_duration("P1Y6M2W3D"), (CalendarDuration{18, 17}));
  for (const auto* text : {"", "P", "5Y", "P5", "PY", "P-5Y", "P1M1Y", "P1Y1Y", "P1YT2H", "P5Y ", "P100001Y"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
  EXPECT_EQ(to_iso(add_duration(day("2024-01-31"), {1, 0})), "2024-02-29");
  EXPECT_EQ(to_iso(add_duration(day("2023-01-31"), {1, 0})), "2023-02-28");
  EXPECT_EQ(to_iso(add_duration(day("2024-02-29"), {12, 0})), "2025-02-28");
  EXPECT_EQ(to_iso(add_duration(day("2024-12-15"), {1, 20}, 2)), "2025-03-27");
  EXPECT_EQ(add_duration(day("2024-01-01"), {1'200'000, 0}, 1000), kDistantFuture);
  EXPECT_EQ(add_duration(day("2024-01-01"), {0, 100'000}, 1000), kDistantFuture);
}

// interface.md: five years from 18 December 2023 end on 17 December 2028, inclusive.
TEST(Validities, ComputeEndsFromDurations) {
  const auto data = one({.signed_on = date("2023-12-18"), .duration = "P5Y"});
  const auto v = validity_of(data, 0);
  EXPECT_EQ(v.end_rule, EndRule::computed);
  EXPECT_EQ(v.end(), day("2028-12-17"));
  EXPECT_EQ(v.counted_from, Validity::CountedFrom::signature);
  EXPECT_EQ(v.terms, 1);
  const auto from_start =
      validity_of(one({.signed_on = date("2023-12-18"), .valid_from = date("2024-01-01"), .duration = "P2Y"}), 0);
  EXPECT_EQ(from_start.end(), day("2025-12-31"));
  EXPECT_EQ(from_start.counted_from, Validity::CountedFrom::start);
}

// Worked out by hand: a term ends the day before its beginning comes round, or with the month that lacks that day.
TEST(Validities, EndWithTheMonthThatLacksTheDay) {
  const auto end = [](const char* from, const char* duration) {
    return to_iso(validity_of(one({.valid_from = date(from), .duration = duration}), 0).end().value());
  };
  EXPECT_EQ(end("2020-02-29", "P1Y"), "2021-02-28");
  EXPECT_EQ(end("2020-02-29", "P4Y"), "2024-02-28");
  EXPECT_EQ(end("2023-01-31", "P1M"), "2023-02-28");
  EXPECT_EQ(end("2023-03-31", "P6M"), "2023-09-30");
  EXPECT_EQ(end("2023-03-01", "P1Y"), "2024-02-29");
  EXPECT_EQ(end("2023-02-28", "P1Y"), "2024-02-27");
  EXPECT_EQ(end("2023-01-31", "P30D"), "2023-03-01");
}

TEST(Validities, TakeRenewalsThatAreCounted) {
  AgreementRow row{.signed_on = date("2020-01-01"), .duration = "P1Y", .renewal = Renewal::tacit, .max_renewals = 2};
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2022-12-31"));
  row.max_renewals = -1;
  const auto open_ended = validity_of(one(row), 0);
  EXPECT_TRUE(open_ended.renewals_unlimited);
  EXPECT_EQ(open_ended.end_earliest, day("2020-12-31"));
  EXPECT_EQ(open_ended.end_latest, kDistantFuture);
  EXPECT_EQ(status(row, "2020-06-01"), "in_force");
  EXPECT_EQ(status(row, "2023-06-01"), "unknown");
  row.renewal = Renewal::express;
  row.max_renewals = 2;
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2020-12-31")) << "express renewals are not taken to happen";
}

TEST(Validities, CountRenewalsByTheirOwnLength) {
  AgreementRow row{.valid_from = date("2020-02-29"), .duration = "P5Y", .renewal = Renewal::tacit, .max_renewals = 2,
                   .renewal_duration = "P1Y"};
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2027-02-28"));
  row.max_renewals = 3;
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2028-02-28")) << "counted from the start, where February has its 29th again";
  row.renewal_duration = "P0D";
  row.max_renewals = 1;
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2030-02-28")) << "a length of nothing says nothing";
}

TEST(Validities, LetRenewalsFollowAStatedEnd) {
  AgreementRow row{.valid_from = date("2020-01-01"), .valid_to = date("2022-12-31"), .renewal = Renewal::tacit};
  const auto endless = validity_of(one(row), 0);
  EXPECT_EQ(endless.end_rule, EndRule::stated);
  EXPECT_EQ(endless.stated_end(), day("2022-12-31"));
  EXPECT_FALSE(endless.end());
  EXPECT_TRUE(endless.may_run_beyond_stated_end());
  EXPECT_EQ(status(row, "2022-12-31"), "in_force");
  EXPECT_EQ(status(row, "2023-01-01"), "unknown") << "nobody wrote down that it was renewed, nor that it was not";
  row.max_renewals = 2;  // as long as the stated term
  EXPECT_EQ(validity_of(one(row), 0).end_latest, day("2028-12-31"));
  EXPECT_EQ(status(row, "2028-12-31"), "unknown");
  EXPECT_EQ(status(row, "2029-01-01"), "ended");
  row.renewal_duration = "P1Y";
  EXPECT_EQ(validity_of(one(row), 0).end_latest, day("2024-12-31"));
  row.duration = "P1Y";
  row.renewal_duration = "";
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2022-12-31")) << "the last of three terms of a year";
  row.max_renewals = 3;
  EXPECT_EQ(validity_of(one(row), 0).end_latest, day("2023-12-31")) << "one renewal is left";
  row.max_renewals = 0;
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2022-12-31"));
  row.max_renewals = -1;
  row.terminated = date("2025-06-30");
  EXPECT_EQ(validity_of(one(row), 0).end(), day("2025-06-30")) << "renewed until it was terminated";
  EXPECT_EQ(status({.valid_from = date("2020"), .valid_to = date("2022"), .renewal = Renewal::express}, "2023-01-01"), "ended");
}

TEST(Validities, BoundTheEndWhereTheStartIsBounded) {
  const auto v = validity_of(one({.signed_on = date("[..2024-12-19]"), .duration = "P5Y"}), 0);
  EXPECT_EQ(v.end_rule, EndRule::computed);
  EXPECT_EQ(v.end_latest, day("2029-12-18"));
  EXPECT_FALSE(v.end());
  EXPECT_EQ(status({.signed_on = date("[..2024-12-19]"), .duration = "P5Y"}, "2030-01-01"), "ended");
  EXPECT_EQ(status({.signed_on = date("[..2024-12-19]"), .duration = "P5Y"}, "2024-12-19"), "unknown");
}

TEST(Statuses, FollowTheReadingsOfTheDates) {
  struct Case {
    AgreementRow row;
    const char* as_of;
    const char* status;
  };
  const std::vector<Case> cases{
      {{.valid_from = date("2023"), .valid_to = date("2028")}, "2023-01-01", "in_force"},
      {{.valid_from = date("2023"), .valid_to = date("2028")}, "2028-12-31", "in_force"},
      {{.valid_from = date("2023"), .valid_to = date("2028")}, "2029-01-01", "ended"},
      {{.valid_from = date("2023"), .valid_to = date("2028")}, "2022-12-31", "signed_not_started"},
      {{.signed_on = date("2024-07-08")}, "2024-07-07", "announced"},
      {{.signed_on = date("2024-07-08")}, "2025-01-01", "unknown"},
      {{.signed_on = date("2024-07-08"), .valid_to = date("..")}, "2050-01-01", "in_force"},
      {{.signed_on = date("2024"), .valid_to = date("..")}, "2024-06-01", "unknown"},
      {{.signed_on = date("2024-02-01"), .valid_from = date("2024-09-01")}, "2024-05-01", "signed_not_started"},
      {{.expected = date("2025"), .stage = Stage::announced}, "2026-01-01", "announced"},
      {{.expected = date("2025")}, "2024-01-01", "announced"},
      {{.signed_on = date("2020-01-01"), .valid_to = date("2030"), .terminated = date("2022-06-30")},
       "2022-07-01",
       "ended"},
      {{.signed_on = date("2020-01-01"), .valid_to = date("2030"), .terminated = date("2022-06-30")},
       "2022-06-30",
       "in_force"},
      {{.signed_on = date("2020-01-01"), .valid_to = date("2030"), .terminated = date("2022")},
       "2022-06-30",
       "unknown"},
      {{}, "2024-01-01", "unknown"}};
  for (const auto& [row, as_of, expected] : cases) {
    EXPECT_EQ(status(row, as_of), expected)
        << as_of << " " << row.signed_on.to_edtf() << " " << row.valid_from.to_edtf() << " " << row.valid_to.to_edtf();
  }
}

TEST(Certainties, AreThreeValued) {
  const auto data = one({.signed_on = date("2024-07"), .valid_to = date("2026")});
  EXPECT_EQ(signed_during(data, 0, day("2024-01-01"), day("2024-12-31")), Certainty::certain);
  EXPECT_EQ(signed_during(data, 0, day("2024-07-15"), day("2024-12-31")), Certainty::possible);
  EXPECT_EQ(signed_during(data, 0, day("2024-08-01"), day("2024-12-31")), Certainty::no);
  EXPECT_EQ(in_force_during(data, 0, day("2025-01-01"), day("2025-12-31")), Certainty::certain);
  EXPECT_EQ(in_force_during(data, 0, day("2024-07-02"), day("2024-07-02")), Certainty::possible);
  EXPECT_EQ(in_force_during(data, 0, day("2027-01-01"), day("2028-01-01")), Certainty::no);
  const auto announced = one({.signed_on = date("2024-07"), .stage = Stage::announced});
  EXPECT_EQ(in_force_during(announced, 0, day("2025-01-01"), day("2025-12-31")), Certainty::no);
}

TEST(LatestStatedDay, IsOfWhatHasTakenPlace) {
  DataSetBuilder builder;
  builder.add(AgreementRow{.id = "a", .signed_on = date("2023-05-04"), .valid_from = date("2025"), .valid_to = date("2030"),
                           .terminated = date("2027-12-31"), .expected = date("2029")});
  EXPECT_EQ(builder.finish().data.latest_stated_day(), day("2023-05-04")) << "a termination may be for a day to come";
  EXPECT_EQ(one({.valid_from = date("2025"), .terminated = date("2027")}).latest_stated_day(), day("2025-01-01"));
  EXPECT_FALSE(one({.terminated = date("2027")}).latest_stated_day());
}

}  // namespace
}  // namespace maillage

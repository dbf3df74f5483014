// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/people_ties.hpp"

#include <gtest/gtest.h>

#include "model/data_set_builder.hpp"
#include "names/office_key.hpp"

namespace maillage {
namespace {

PartialDate date(std::string_view text) {
  return PartialDate::parse(text).value();
}

// The university: Ada is president until August 2021 and signs f1 (2019) and f2 (2020); Blaise follows and signs f3 in
// 2023, which renews f1. The hospital: Ada is seen there in 2024; Cleo directs both the hospital and, from 2020 on, the
// town.
DataSet two_heads() {
  DataSetBuilder b;
  for (const auto* id : {"hospital", "town", "university"}) b.add(InstitutionRow{.id = id});
  for (const auto* id : {"ada", "blaise", "cleo", "dora"}) b.add(PersonRow{.id = id});
  b.add(PositionRow{.person = "ada",
                    .institution = "university",
                    .title = "présidente",
                    .valid_from = date("2017-09-01"),
                    .valid_to = date("2021-08-31")});
  b.add(PositionRow{.person = "ada",
                    .institution = "hospital",
                    .title = "directrice",
                    .valid_from = date("2023-01-01"),
                    .valid_to = PartialDate::without_end()});
  b.add(PositionRow{
      .person = "blaise", .institution = "university", .title = "président", .seen_on = date("2022-01-10")});
  b.add(PositionRow{.person = "cleo",
                    .institution = "hospital",
                    .title = "secrétaire",
                    .valid_from = date("2015-01-01"),
                    .valid_to = date("2022-12-31")});
  b.add(PositionRow{.person = "cleo",
                    .institution = "town",
                    .title = "maire",
                    .valid_from = date("2020-06-01"),
                    .valid_to = date("2026-05-31")});
  b.add(PositionRow{.person = "dora", .institution = "town", .title = "adjointe"});
  const auto agreement = [&](const char* id, const char* day, const char* to, const char* person) {
    b.add(AgreementRow{.id = id, .signed_on = date(day), .valid_to = date(to), .stage = Stage::signed_});
    b.add(PartyRow{.agreement = id, .institution = "university"});
    b.add(PartyRow{.agreement = id, .institution = "town"});
    b.add(SignatureRow{.agreement = id, .person = person, .on_behalf_of = "university", .capacity = "la présidence"});
  };
  agreement("f1", "2019-03-01", "2022", "ada");
  agreement("f2", "2020-05-01", "2030", "ada");
  agreement("f3", "2023-02-01", "2027", "blaise");
  b.add(AgreementRow{.id = "g", .signed_on = date("2024-01-01"), .stage = Stage::signed_});
  b.add(LineageRow{.agreement = "f3", .kind = LineageKind::renews, .of = "f1"});
  return b.finish().data;
}

const Stay& stay_of(const PeopleTies& ties, const DataSet& data, std::string_view person,
                    std::string_view institution) {
  for (const auto& stay : ties.stays) {
    if (data.people.id[stay.person] == person && data.institutions.id[stay.institution] == institution) return stay;
  }
  throw std::runtime_error("no such stay");
}

TEST(PeopleTies, put_offices_and_signatures_of_one_institution_together) {
  const auto data = two_heads();
  const auto ties = people_ties(build_network(data, {}), office_key);
  EXPECT_EQ(ties.agreements, 4U);
  EXPECT_EQ(ties.with_signatories, 3U);
  ASSERT_EQ(ties.stays.size(), 6U);
  const auto& ada = stay_of(ties, data, "ada", "university");
  EXPECT_EQ(ada.titles, (std::vector<std::string>{"présidente", "la présidence"}));
  EXPECT_EQ(ada.agreements, (std::vector<Index>{0, 1}));
  EXPECT_EQ(ada.first, day_of({2017, 9, 1}));
  EXPECT_EQ(ada.last, day_of({2021, 8, 31}));
  EXPECT_EQ(ada.ended, day_of({2021, 8, 31}));
  const auto& blaise = stay_of(ties, data, "blaise", "university");
  EXPECT_EQ(blaise.first, day_of({2022, 1, 10}));
  EXPECT_EQ(blaise.last, day_of({2023, 2, 1}));
  EXPECT_FALSE(blaise.begun);
  EXPECT_FALSE(stay_of(ties, data, "dora", "town").first);
  // An office without term lasts to the reference day, the latest date stated.
  EXPECT_EQ(stay_of(ties, data, "ada", "hospital").last, day_of({2024, 1, 1}));
}

TEST(PeopleTies, tell_in_turn_from_at_the_same_time) {
  const auto data = two_heads();
  const auto ties = people_ties(build_network(data, {}), office_key);
  ASSERT_EQ(ties.interlocks.size(), 2U);
  EXPECT_EQ(data.people.id[ties.stays[ties.interlocks[0].first_stay].person], "cleo");  // hospital – town
  EXPECT_EQ(ties.interlocks[0].relation, StayRelation::same_time);
  EXPECT_EQ(data.institutions.id[ties.stays[ties.interlocks[1].first_stay].institution],
            "university");  // the earlier one
  EXPECT_EQ(data.institutions.id[ties.stays[ties.interlocks[1].second_stay].institution], "hospital");
  EXPECT_EQ(ties.interlocks[1].relation, StayRelation::in_turn);
}

StayRelation relation_of(const PositionRow& one, const PositionRow& other) {
  DataSetBuilder b;
  for (const auto* id : {"a", "b"}) b.add(InstitutionRow{.id = id});
  b.add(PersonRow{.id = "p"});
  b.add(one);
  b.add(other);
  const auto data = b.finish().data;
  return people_ties(build_network(data, {}), office_key).interlocks.at(0).relation;
}

TEST(PeopleTies, say_no_more_of_two_stays_than_is_known) {
  const PositionRow at_a{.person = "p", .institution = "a", .seen_on = date("2020-03-01")};
  EXPECT_EQ(relation_of(at_a, {.person = "p", .institution = "b", .seen_on = date("2020-03-01")}),
            StayRelation::same_time);
  EXPECT_EQ(relation_of(at_a, {.person = "p", .institution = "b", .seen_on = date("2021")}),
            StayRelation::seen_in_turn);
  EXPECT_EQ(relation_of(at_a, {.person = "p", .institution = "b", .seen_on = date("2020")}), StayRelation::unknown);
  EXPECT_EQ(relation_of(at_a, {.person = "p", .institution = "b"}), StayRelation::unknown);
  EXPECT_EQ(
      relation_of(at_a, {.person = "p", .institution = "b", .valid_from = date("2019"), .valid_to = date("2021")}),
      StayRelation::same_time);
}

TEST(PeopleTies, tell_what_outlives_a_change_of_head) {
  const auto data = two_heads();
  const auto ties = people_ties(build_network(data, {}), office_key);
  // présidente → président, and the capacity both signed in.
  ASSERT_EQ(ties.changes.size(), 2U);
  for (const auto& change : ties.changes) {
    EXPECT_EQ(data.people.id[change.former], "ada");
    EXPECT_EQ(data.people.id[change.successor], "blaise");
    ASSERT_EQ(change.agreements.size(), 2U);
    EXPECT_EQ(change.agreements[0].agreement, 0U);
    ASSERT_EQ(change.agreements[0].renewals.size(), 1U);
    EXPECT_EQ(change.agreements[0].renewals[0].agreement, 2U);
    EXPECT_TRUE(change.agreements[0].renewals[0].signed_by_successor);
    EXPECT_TRUE(change.agreements[1].renewals.empty());
  }
  EXPECT_EQ(ties.changes[0].title, "présidente");
  EXPECT_EQ(ties.changes[0].last_seen, day_of({2021, 8, 31}));
  EXPECT_EQ(ties.changes[0].first_seen, day_of({2022, 1, 10}));
}

TEST(PeopleTies, follow_the_view) {
  DataSetBuilder b;
  b.add(InstitutionRow{.id = "group"});
  b.add(InstitutionRow{.id = "one", .parent = "group"});
  b.add(InstitutionRow{.id = "two", .parent = "group"});
  b.add(PersonRow{.id = "p"});
  for (const auto* id : {"one", "two"}) b.add(PositionRow{.person = "p", .institution = id});
  const auto data = b.finish().data;
  EXPECT_EQ(people_ties(build_network(data, {}), office_key).interlocks.size(), 1U);
  const auto rolled_up = people_ties(build_network(data, {.roll_up = true}), office_key);
  EXPECT_TRUE(rolled_up.interlocks.empty());
  EXPECT_EQ(rolled_up.stays.size(), 1U);
}

TEST(OfficeKey, is_that_of_the_office_whoever_holds_it) {
  EXPECT_EQ(office_key("directeur général"), office_key("Directrice générale"));
  EXPECT_EQ(office_key("président"), office_key("présidente"));
  EXPECT_EQ(office_key("doyen"), office_key("doyenne"));
  EXPECT_EQ(office_key("chargé de mission"), office_key("chargée de mission"));
  EXPECT_NE(office_key("président"), office_key("vice-président"));
  EXPECT_NE(office_key("directeur"), office_key("directeur général"));
  EXPECT_EQ(office_key(" "), "");
}

}  // namespace
}  // namespace maillage

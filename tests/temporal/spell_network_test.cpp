// SPDX-License-Identifier: Apache-2.0
// From agreements to spells: who is joined on which days, under each reading of doubtful dates.
#include <gmock/gmock.h>

#include "analysis/temporal/spell_network.hpp"
#include "model/register_builder.hpp"

namespace maillage {
namespace {

using registers::date;
using registers::Register;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::string bound(Day day) {
  if (day <= kDistantPast) return "…";
  return day >= kDistantFuture ? "…" : to_iso(day);
}

/// "a–b 2020-01-01 to 2020-12-31 [x]", each tie once.
std::vector<std::string> spells(const DataSet& data, SpellReading reading = SpellReading::earliest,
                                const ViewOptions& options = {}) {
  const auto view = build_network(data, options);
  const auto network = spell_network(view, reading);
  std::vector<std::string> found;
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    for (auto arc = network.first[v]; arc < network.first[v + 1]; ++arc) {
      const auto w = network.target[arc];
      if (w < v) continue;
      found.push_back(std::string(view.id(v)) + "–" + std::string(view.id(w)) + " " + bound(network.first_day[arc]) +
                      " to " + bound(network.last_day[arc]));
      if (network.agreement[arc] != kNone) {
        found.back() += " [" + std::string(data.agreements.id[network.agreement[arc]]) + "]";
      }
    }
  }
  return found;
}

TEST(SpellNetwork, overlapping_agreements_of_the_same_parties_are_two_arcs) {
  const auto data = Register()
                        .agreement({.id = "x", .valid_from = date("2020-01-01"), .valid_to = date("2020-12-31")},
                                   {{.institution = "a"}, {.institution = "b"}})
                        .agreement({.id = "y", .valid_from = date("2020-02-01"), .valid_to = date("2020-02-10")},
                                   {{.institution = "b"}, {.institution = "a"}})
                        .agreement({.id = "z", .valid_from = date("2020-02-01"), .valid_to = date("2020-02-10")},
                                   {{.institution = "a"}, {.institution = "b"}})
                        .data();
  EXPECT_THAT(spells(data), ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]", "a–b 2020-02-01 to 2020-02-10 [y]",
                                        "a–b 2020-02-01 to 2020-02-10 [z]"));
}

TEST(SpellNetwork, parties_are_joined_while_both_are_there) {
  const auto data = Register()
                        .agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2024")},
                                   {{.institution = "a"},
                                    {.institution = "b", .joined = date("2021-05-01")},
                                    {.institution = "c", .left = date("2022-06-30")},
                                    {.institution = "d", .joined = date("2023"), .left = date("2023-03")}})
                        .data();
  EXPECT_THAT(spells(data), ElementsAre("a–b 2021-05-01 to 2024-12-31 [x]", "a–c 2020-01-01 to 2022-06-30 [x]",
                                        "a–d 2023-01-01 to 2023-03-31 [x]", "b–c 2021-05-01 to 2022-06-30 [x]",
                                        "b–d 2023-01-01 to 2023-03-31 [x]"))
      << "c had left before d came";
}

TEST(SpellNetwork, readings_of_doubtful_beginnings_and_ends) {
  const auto data =
      Register()
          .agreement({.id = "by", .signed_on = date("[..2024-12-19]")}, {{.institution = "a"}, {.institution = "b"}})
          .agreement({.id = "known", .valid_from = date("2020"), .valid_to = date("2021")}, {{.institution = "a"}, {.institution = "c"}})
          .agreement({.id = "open", .valid_from = date("2020"), .valid_to = date("..")}, {{.institution = "a"}, {.institution = "d"}})
          .agreement({.id = "signed", .signed_on = date("2022-05")}, {{.institution = "a"}, {.institution = "e"}})
          .agreement({.id = "undated"}, {{.institution = "a"}, {.institution = "f"}})
          .agreement({.id = "until", .valid_to = date("2019-12-31")}, {{.institution = "a"}, {.institution = "g"}})
          .data();
  EXPECT_THAT(spells(data, SpellReading::earliest),
              ElementsAre("a–b … to … [by]", "a–c 2020-01-01 to 2021-12-31 [known]", "a–d 2020-01-01 to … [open]",
                          "a–e 2022-05-01 to … [signed]", "a–f … to … [undated]", "a–g … to 2019-12-31 [until]"));
  EXPECT_THAT(spells(data, SpellReading::latest),
              ElementsAre("a–b 2024-12-19 to … [by]", "a–c 2020-01-01 to 2021-12-31 [known]",
                          "a–d 2020-01-01 to … [open]", "a–e 2022-05-31 to … [signed]"));
  EXPECT_THAT(spells(data, SpellReading::certain),
              ElementsAre("a–c 2020-01-01 to 2021-12-31 [known]", "a–d 2020-01-01 to … [open]"))
      << "of what has no stated end no day is certain but one day of signature";
  const auto counts = count_spells(build_network(data, {}), SpellReading::latest);
  EXPECT_EQ(counts.agreements, 6U);
  EXPECT_EQ(counts.undated, 1U);
  EXPECT_EQ(counts.doubtful, 4U);
  EXPECT_EQ(counts.left_out, 2U);
}

TEST(SpellNetwork, what_is_signed_on_a_day_is_certain_on_that_day) {
  const auto data = Register()
                        .agreement({.id = "x", .signed_on = date("2022-05-07")}, {{.institution = "a"}, {.institution = "b"}})
                        .data();
  EXPECT_THAT(spells(data, SpellReading::certain), ElementsAre("a–b 2022-05-07 to 2022-05-07 [x]"));
}

TEST(SpellNetwork, by_signature_an_agreement_counts_on_its_day_alone) {
  const auto data = Register()
                        .agreement({.id = "month", .signed_on = date("2022-05"), .valid_to = date("2030")},
                                   {{.institution = "a"}, {.institution = "b"}})
                        .agreement({.id = "day", .signed_on = date("2022-05-07")}, {{.institution = "a"}, {.institution = "c"}})
                        .agreement({.id = "none", .valid_from = date("2020")}, {{.institution = "a"}, {.institution = "d"}})
                        .data();
  const ViewOptions by_signature{.dates = DateBasis::signed_};
  EXPECT_THAT(spells(data, SpellReading::earliest, by_signature),
              ElementsAre("a–b 2022-05-01 to 2022-05-01 [month]", "a–c 2022-05-07 to 2022-05-07 [day]",
                          "a–d … to … [none]"));
  EXPECT_THAT(spells(data, SpellReading::latest, by_signature),
              ElementsAre("a–b 2022-05-31 to 2022-05-31 [month]", "a–c 2022-05-07 to 2022-05-07 [day]"));
  EXPECT_THAT(spells(data, SpellReading::certain, by_signature), ElementsAre("a–c 2022-05-07 to 2022-05-07 [day]"));
}

TEST(SpellNetwork, who_is_represented_joins_where_it_signed) {
  const auto data = Register()
                        .agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")},
                                   {{.institution = "a"},
                                    {.institution = "b", .role = PartyRole::represented},
                                    {.institution = "c", .role = PartyRole::associated, .signed_on = date("2020-01-05")}})
                        .data();
  EXPECT_THAT(spells(data), ElementsAre("a–c 2020-01-01 to 2020-12-31 [x]"));
}

TEST(SpellNetwork, units_count_as_their_institution_where_asked) {
  Register made;
  made.builder.add(InstitutionRow{.id = "u1", .parent = "u"});
  made.builder.add(InstitutionRow{.id = "u2", .parent = "u"});
  made.builder.add(InstitutionRow{.id = "u"});
  const auto data = made.agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")},
                                   {{.institution = "u1"}, {.institution = "u2"}, {.institution = "v"}})
                        .data();
  EXPECT_THAT(spells(data, SpellReading::earliest, {.roll_up = true}), ElementsAre("u–v 2020-01-01 to 2020-12-31 [x]"));
}

TEST(SpellNetwork, mergers_as_then_and_as_now) {
  Register made;
  made.builder.add(SuccessionRow{.predecessor = "old", .successor = "new", .date = date("2021-01-01"), .kind = SuccessionKind::merger});
  const auto data = made.agreement({.id = "x", .signed_on = date("2020-01-01"), .valid_to = date("2020-12-31")},
                                   {{.institution = "old"}, {.institution = "a"}})
                        .agreement({.id = "y", .signed_on = date("2022-01-01"), .valid_to = date("2022-12-31")},
                                   {{.institution = "new"}, {.institution = "b"}})
                        .data();
  EXPECT_THAT(spells(data), ElementsAre("a–old 2020-01-01 to 2020-12-31 [x]", "b–new 2022-01-01 to 2022-12-31 [y]"));
  EXPECT_THAT(spells(data, SpellReading::earliest, {.institutions = InstitutionsAs::now}),
              ElementsAre("a–new 2020-01-01 to 2020-12-31 [x]", "b–new 2022-01-01 to 2022-12-31 [y]"));
}

TEST(SpellNetwork, people_affiliations_and_agreements_are_joined_on_the_same_days) {
  Register made;
  made.agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")}, {{.institution = "a"}, {.institution = "b"}});
  for (const auto* person : {"p", "q"}) made.builder.add(PersonRow{.id = person, .name = person});
  made.builder.add(SignatureRow{.agreement = "x", .person = "p", .on_behalf_of = "a"});
  made.builder.add(SignatureRow{.agreement = "x", .person = "q", .on_behalf_of = "b"});
  const auto data = made.data();
  const auto as = [&](ViewKind kind) { return spells(data, SpellReading::earliest, {.kind = kind}); };
  EXPECT_THAT(as(ViewKind::people), ElementsAre("p–q 2020-01-01 to 2020-12-31 [x]"));
  EXPECT_THAT(as(ViewKind::affiliations),
              UnorderedElementsAre("a–p 2020-01-01 to 2020-12-31 [x]", "b–q 2020-01-01 to 2020-12-31 [x]"));
  EXPECT_THAT(as(ViewKind::two_mode),
              UnorderedElementsAre("a–x 2020-01-01 to 2020-12-31 [x]", "b–x 2020-01-01 to 2020-12-31 [x]"));
}

TEST(SpellNetwork, renewals_and_amendments_keep_days_of_their_own) {
  Register made;
  made.agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")}, {{.institution = "a"}, {.institution = "b"}})
      .agreement({.id = "y", .valid_from = date("2022"), .valid_to = date("2022")}, {{.institution = "a"}, {.institution = "b"}});
  made.builder.add(LineageRow{.agreement = "y", .kind = LineageKind::renews, .of = "x"});
  const auto data = made.data();
  EXPECT_THAT(spells(data), ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]", "a–b 2022-01-01 to 2022-12-31 [y]"))
      << "nothing bridges the year between";
}

TEST(SpellNetwork, mentions_count_on_their_day_where_asked) {
  Register made;
  made.agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")}, {{.institution = "a"}, {.institution = "b"}});
  made.builder.add(MentionRow{.id = "m", .institutions = {"a", "b"}, .date = date("2021-03-04")});
  const auto data = made.data();
  EXPECT_THAT(spells(data), ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]"));
  EXPECT_THAT(spells(data, SpellReading::certain, {.with_mentions = true}),
              ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]", "a–b 2021-03-04 to 2021-03-04"));
}

TEST(SpellNetwork, directed_arcs_lead_from_funders_to_beneficiaries) {
  const auto data = Register()
                        .agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2020")},
                                   {{.institution = "a", .role = PartyRole::beneficiary, .joined = date("2020-03-01")},
                                    {.institution = "b", .role = PartyRole::funder},
                                    {.institution = "c"}})
                        .data();
  const auto view = build_network(data, {.directed = true});
  const auto network = spell_network(view, SpellReading::earliest);
  EXPECT_THAT(network.first, ElementsAre(0, 0, 1, 1)) << "one arc, out of b";
  EXPECT_THAT(network.target, ElementsAre(0));
  EXPECT_THAT(network.first_day, ElementsAre(*parse_day("2020-03-01"))) << "the day a joined";
}

TEST(SpellNetwork, filters_and_announced_agreements) {
  const auto data = Register()
                        .agreement({.id = "x", .type = AgreementType::charter, .valid_from = date("2020"), .valid_to = date("2020")},
                                   {{.institution = "a"}, {.institution = "b"}})
                        .agreement({.id = "y", .valid_from = date("2020"), .valid_to = date("2020"), .stage = Stage::announced},
                                   {{.institution = "a"}, {.institution = "c"}})
                        .agreement({.id = "z", .valid_from = date("2020"), .valid_to = date("2020")},
                                   {{.institution = "a"}, {.institution = "c"}})
                        .data();
  EXPECT_THAT(spells(data), ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]", "a–c 2020-01-01 to 2020-12-31 [z]"));
  EXPECT_THAT(spells(data, SpellReading::earliest, {.types = {AgreementType::charter}}),
              ElementsAre("a–b 2020-01-01 to 2020-12-31 [x]"));
}

TEST(SpellNetwork, seen_backwards_twice_is_itself) {
  const auto network = spell_network_of(3, {{0, 1, 3, 5, 7}, {1, 2, 4, 4, 8}, {0, 2, 1, 9, 9}, {0, 1, 2, 1, 3}});
  EXPECT_EQ(network.arc_count(), 3U) << "an arc without a day is none";
  const auto backward = network.reversed();
  EXPECT_THAT(backward.target, ElementsAre(0, 0, 1));
  EXPECT_THAT(backward.first_day, ElementsAre(-5, -9, -4));
  EXPECT_THAT(backward.last_day, ElementsAre(-3, -1, -4));
  const auto again = backward.reversed();
  EXPECT_EQ(again.target, network.target);
  EXPECT_EQ(again.first_day, network.first_day);
  EXPECT_EQ(again.agreement, network.agreement);
}

TEST(SpellNetwork, the_earliest_day_stated) {
  const auto with = [](AgreementRow row) {
    row.id = "x";
    return earliest_stated_day(Register().agreement(row, {{.institution = "a"}}).data());
  };
  EXPECT_EQ(with({}), std::nullopt);
  EXPECT_EQ(with({.valid_to = date("2020")}), parse_day("2020-01-01"));
  EXPECT_EQ(with({.signed_on = date("2021-05"), .valid_to = date("2020")}), parse_day("2021-05-01"));
  EXPECT_EQ(with({.signed_on = date("[..2024-12-19]")}), parse_day("2024-12-19"));
  EXPECT_EQ(with({.signed_on = date("2021-05"), .valid_from = date("2021-04-30")}), parse_day("2021-04-30"));
}

}  // namespace
}  // namespace maillage

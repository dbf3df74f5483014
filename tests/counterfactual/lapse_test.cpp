// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/lapse.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registers.hpp"

namespace maillage {
namespace {

using registers::date;
using registers::day;
using registers::Register;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(const DataSet& data, const std::vector<Index>& rows) {
  std::vector<std::string> all;
  for (const auto row : rows) all.emplace_back(data.agreements.id[row]);
  return all;
}

/// "id certainty reason" of each.
std::vector<std::string> told(const DataSet& data, const Lapse& lapse) {
  std::vector<std::string> all;
  for (const auto& one : lapse.lapsing) {
    all.push_back(std::string(data.agreements.id[one.agreement]) +
                  (one.certainty == Certainty::certain ? " certain " : " possible ") +
                  std::string(code_name(one.reason)));
  }
  return all;
}

DataSet sample() {
  return Register()
      .agreement({.id = "ends", .valid_from = date("2020"), .valid_to = date("2025"), .renewal = Renewal::none},
                 {"A", "B"})
      .agreement({.id = "ends-silent", .valid_from = date("2020"), .valid_to = date("2025")}, {"A", "C"})
      .agreement({.id = "express", .valid_from = date("2020"), .valid_to = date("2025"), .renewal = Renewal::express},
                 {"B", "C"})
      .agreement({.id = "later", .valid_from = date("2020"), .valid_to = date("2029")}, {"C", "D"})
      .agreement({.id = "open", .valid_from = date("2020"), .valid_to = date("..")}, {"D", "E"})
      .agreement({.id = "tacit", .valid_from = date("2020-01-01"), .duration = "P6Y", .renewal = Renewal::tacit},
                 {"E", "F"})
      .agreement({.id = "unknown", .valid_from = date("2020")}, {"F", "G"})
      .agreement({.id = "unsure", .valid_from = date("2020"), .valid_to = date("2024/2027")}, {"G", "H"})
      .data();
}

NetworkView at(const DataSet& data, const char* as_of) {
  return build_network(data, {.as_of = day(as_of)});
}

TEST(Lapse, before_a_day_tells_certain_possible_and_unknown_ends_apart) {
  const auto data = sample();
  const auto view = at(data, "2024-06-30");
  const auto lapse = lapse_of(view, {.before = day("2027")});
  // The tacit one's present term ends with 2025, and it goes on unless notice is given.
  EXPECT_THAT(told(data, lapse), ElementsAre("ends certain term_ends", "ends-silent certain renewal_not_stated",
                                             "express certain express_renewal", "tacit possible tacit_renewal",
                                             "unsure possible renewal_not_stated"));
  EXPECT_THAT(ids(data, lapse.end_unknown), ElementsAre("unknown"));
  EXPECT_EQ(lapse.lapsing[3].end_latest, day("2025-12-31"));
}

TEST(Lapse, on_the_day_itself_an_agreement_that_ends_that_day_is_still_in_force) {
  const auto data = sample();
  const auto view = at(data, "2024-06-30");
  EXPECT_THAT(told(data, lapse_of(view, {.before = day("2025-12-31")})),
              ElementsAre("unsure possible renewal_not_stated"));
  EXPECT_EQ(lapse_of(view, {.before = day("2026-01-01")}).lapsing.size(), 5U);
}

TEST(Lapse, not_renewed_takes_what_depends_on_a_renewal) {
  const auto data = sample();
  const auto view = at(data, "2024-06-30");
  const auto lapse = lapse_of(view, {.not_renewed = true});
  EXPECT_THAT(told(data, lapse), ElementsAre("ends-silent possible renewal_not_stated",
                                             "express certain express_renewal", "later possible renewal_not_stated",
                                             "tacit certain tacit_renewal", "unsure possible renewal_not_stated"));
  EXPECT_THAT(ids(data, lapse.end_anyway), ElementsAre("ends"));
  EXPECT_THAT(ids(data, lapse.end_unknown), ElementsAre("unknown"));
}

TEST(Lapse, not_renewed_before_a_day_makes_a_tacit_term_end) {
  const auto data = sample();
  const auto lapse = lapse_of(at(data, "2024-06-30"), {.before = day("2027"), .not_renewed = true});
  EXPECT_THAT(told(data, lapse), ElementsAre("ends certain term_ends", "ends-silent certain renewal_not_stated",
                                             "express certain express_renewal", "tacit certain tacit_renewal",
                                             "unsure possible renewal_not_stated"));
}

TEST(Lapse, what_a_signed_successor_continues_stays) {
  const auto data =
      Register()
          .agreement({.id = "first", .valid_from = date("2020"), .valid_to = date("2025")}, {"A", "B"})
          .agreement({.id = "next", .signed_on = date("2024-05"), .valid_from = date("2026"), .valid_to = date("2030")},
                     {"A", "B"})
          .agreement({.id = "other", .valid_from = date("2020"), .valid_to = date("2025")}, {"B", "C"})
          .lineage("next", LineageKind::renews, "first")
          .data();
  const auto view = at(data, "2024-06-30");
  const auto lapse = lapse_of(view, {.before = day("2027")});
  EXPECT_THAT(told(data, lapse), ElementsAre("other certain renewal_not_stated"));
  EXPECT_THAT(ids(data, lapse.succeeded), ElementsAre("first"));
  // Once the successor has ended too, nothing continues it.
  EXPECT_EQ(lapse_of(view, {.before = day("2032")}).succeeded.size(), 0U);
}

TEST(Lapse, an_amendment_moves_the_end_and_is_no_agreement_of_its_own) {
  const auto data =
      Register()
          .agreement({.id = "base", .valid_from = date("2020"), .valid_to = date("2025")}, {"A", "B"})
          .agreement(
              {.id = "change", .type = AgreementType::amendment, .signed_on = date("2022"), .valid_to = date("2028")},
              {"A", "B"})
          .lineage("change", LineageKind::amends, "base")
          .data();
  const auto view = at(data, "2024-06-30");
  EXPECT_THAT(lapse_of(view, {.before = day("2027")}).lapsing, IsEmpty());
  EXPECT_THAT(told(data, lapse_of(view, {.before = day("2029")})), ElementsAre("base certain renewal_not_stated"));
}

TEST(Lapse, an_institution_leaves_and_agreements_of_three_go_on) {
  const auto data = Register()
                        .agreement({.id = "pair"}, {"A", "B"})
                        .agreement({.id = "rest"}, {"C", "D"})
                        .agreement({.id = "three"}, {"A", "B", "C"})
                        .agreement({.id = "unnamed", .unnamed_parties = 1}, {"A", "D"})
                        .institution("Z")
                        .data();
  const auto view = build_network(data, {});
  const auto lapse = lapse_of(view, {.institutions = {data.find_institution("A"), data.find_institution("Z")}});
  EXPECT_THAT(told(data, lapse), ElementsAre("pair certain party_leaves"));
  EXPECT_THAT(ids(data, lapse.go_on_without), ElementsAre("three", "unnamed"));
  EXPECT_THAT(lapse.removed, ElementsAre(view.vertex_of_institution(data.find_institution("A"))));
  EXPECT_THAT(lapse.without_agreement, ElementsAre(data.find_institution("Z")));
}

TEST(Lapse, of_agreements_and_people_by_name) {
  const auto data = Register()
                        .agreement({.id = "ended", .valid_from = date("2010"), .valid_to = date("2012")}, {"A", "C"})
                        .agreement({.id = "one", .valid_from = date("2020")}, {"A", "B"})
                        .agreement({.id = "two", .valid_from = date("2020")}, {"B", "C"})
                        .person("P")
                        .person("Q")
                        .signature("two", "P", "B")
                        .data();
  const auto view = at(data, "2021");
  const auto lapse = lapse_of(view, {.agreements = {data.find_agreement("one"), data.find_agreement("ended")},
                                     .people = {data.find_person("P"), data.find_person("Q")}});
  // In force as far as is known: their ends are not.
  EXPECT_THAT(told(data, lapse), ElementsAre("one possible named", "two possible signed_by"));
  EXPECT_THAT(ids(data, lapse.not_in_network), ElementsAre("ended"));
  EXPECT_THAT(lapse.people_without_agreement, ElementsAre(data.find_person("Q")));
}

TEST(Lapse, without_any_date_no_term_is_known) {
  const auto data = Register().agreement({.id = "one"}, {"A", "B"}).data();
  const auto lapse = lapse_of(build_network(data, {}), {.before = day("2027")});
  EXPECT_THAT(lapse.lapsing, IsEmpty());
  EXPECT_THAT(ids(data, lapse.end_unknown), ElementsAre("one"));
}

}  // namespace
}  // namespace maillage

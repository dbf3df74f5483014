// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "model/register_builder.hpp"
#include "network/network_view.hpp"

namespace maillage {
namespace {

using registers::date;
using registers::Register;

double tie(const NetworkView& view, std::string_view a, std::string_view b) {
  const auto vertex = [&](std::string_view id) { return view.vertex_of_institution(view.data->find_institution(id)); };
  const auto e = view.network.find_edge(vertex(a), vertex(b));
  return e == view.network.edge_count() ? 0 : view.network.weight(e);
}

// Agreements {A,B,C} {A,B} {C,D} {D} {A,B,C,D}: the check values of measures.md.
DataSet five_agreements() {
  return Register()
      .agreement("1", {"A", "B", "C"})
      .agreement("2", {"A", "B"})
      .agreement("3", {"C", "D"})
      .agreement("4", {"D"})
      .agreement("5", {"A", "B", "C", "D"})
      .data();
}

TEST(Projection, newman_weights_have_the_published_values) {
  const auto data = five_agreements();
  const auto view = build_network(data, {});
  EXPECT_NEAR(tie(view, "A", "B"), 11.0 / 6, 1e-15);
  EXPECT_NEAR(tie(view, "A", "C"), 5.0 / 6, 1e-15);
  EXPECT_NEAR(tie(view, "B", "C"), 5.0 / 6, 1e-15);
  EXPECT_NEAR(tie(view, "C", "D"), 4.0 / 3, 1e-15);
  EXPECT_NEAR(tie(view, "A", "D"), 1.0 / 3, 1e-15);
  EXPECT_NEAR(tie(view, "B", "D"), 1.0 / 3, 1e-15);
  // Strength is the number of partnerships with two parties or more; D's agreement with nobody adds none.
  for (Vertex v = 0; v < 3; ++v) EXPECT_NEAR(view.network.strength(v), 3, 1e-15);
  EXPECT_NEAR(view.network.strength(3), 2, 1e-15);
  EXPECT_EQ(view.hyperdegree, (std::vector<std::uint32_t>{3, 3, 3, 3}));
}

TEST(Projection, count_and_none_weigh_as_they_say) {
  const auto data = five_agreements();
  EXPECT_EQ(tie(build_network(data, {.weight = Weighting::count}), "A", "B"), 3);
  EXPECT_EQ(tie(build_network(data, {.weight = Weighting::none}), "A", "B"), 1);
}

TEST(Projection, unnamed_parties_count_in_the_size_and_are_no_nodes) {
  Register made;
  made.agreement({.id = "charter", .unnamed_parties = 3}, {"A", "B"});
  const auto data = made.data();
  const auto view = build_network(data, {});
  EXPECT_EQ(view.network.vertex_count(), 2U);
  EXPECT_NEAR(tie(view, "A", "B"), 1.0 / 4, 1e-15);
}

TEST(Projection, a_renewal_continues_its_agreement_and_an_amendment_adds_nothing) {
  Register made;
  made.agreement("a1", {"A", "B"}).agreement("a2", {"A", "B"}).agreement("a3", {"A", "B"}).agreement("b", {"A", "B"});
  made.builder.add(LineageRow{.agreement = "a2", .kind = LineageKind::renews, .of = "a1"});
  made.builder.add(LineageRow{.agreement = "a3", .kind = LineageKind::amends, .of = "a2"});
  made.builder.add(LineageRow{.agreement = "b", .kind = LineageKind::implements, .of = "a1"});
  const auto data = made.data();
  const auto view = build_network(data, {});
  EXPECT_EQ(tie(view, "A", "B"), 2);
  EXPECT_EQ(view.agreements_of_edge(0).size(), 3U);
}

TEST(Projection, overlapping_agreements_between_the_same_parties_stay_apart) {
  Register made;
  made.agreement({.id = "x", .valid_from = date("2020"), .valid_to = date("2024")}, {"A", "B"});
  made.agreement({.id = "y", .valid_from = date("2022"), .valid_to = date("2026")}, {"A", "B"});
  const auto data = made.data();
  EXPECT_EQ(tie(build_network(data, {.as_of = parse_day("2023-05-05")}), "A", "B"), 2);
  EXPECT_EQ(tie(build_network(data, {.as_of = parse_day("2025-05-05")}), "A", "B"), 1);
}

TEST(Projection, roles_that_do_not_bind_count_only_where_they_sign) {
  Register made;
  made.agreement("1", {"A", "B"});
  made.builder.add(InstitutionRow{.id = "C"});
  made.builder.add(InstitutionRow{.id = "D"});
  made.builder.add(PartyRow{.agreement = "1", .institution = "C", .role = PartyRole::associated});
  made.builder.add(
      PartyRow{.agreement = "1", .institution = "D", .role = PartyRole::associated, .signed_on = date("2020")});
  const auto data = made.data();
  const auto view = build_network(data, {});
  EXPECT_NEAR(tie(view, "A", "B"), 0.5, 1e-15);
  EXPECT_NEAR(tie(view, "A", "D"), 0.5, 1e-15);
  EXPECT_EQ(tie(view, "A", "C"), 0);
}

TEST(Projection, units_roll_up_into_their_institution) {
  Register made;
  made.builder.add(InstitutionRow{.id = "U"});
  made.builder.add(InstitutionRow{.id = "unit", .parent = "U"});
  made.agreement("1", {"U", "unit", "B"});
  const auto data = made.data();
  EXPECT_NEAR(tie(build_network(data, {}), "unit", "B"), 0.5, 1e-15);
  const auto rolled = build_network(data, {.roll_up = true});
  EXPECT_EQ(rolled.network.vertex_count(), 2U);
  EXPECT_EQ(tie(rolled, "U", "B"), 1);
}

TEST(Projection, successions_are_followed_as_then_and_as_now) {
  Register made;
  made.builder.add(InstitutionRow{.id = "new"});
  made.builder.add(InstitutionRow{.id = "old"});
  made.builder.add(SuccessionRow{.predecessor = "old", .successor = "new", .date = date("2018-01-01")});
  made.agreement({.id = "1", .signed_on = date("2015-03-01")}, {"old", "B"});
  made.agreement({.id = "2", .signed_on = date("2020-03-01")}, {"new", "B"});
  const auto data = made.data();
  EXPECT_EQ(tie(build_network(data, {}), "old", "B"), 1);
  EXPECT_EQ(tie(build_network(data, {.institutions = InstitutionsAs::now}), "new", "B"), 2);
}

TEST(Projection, two_mode_degree_is_the_number_of_partnerships) {
  const auto data = five_agreements();
  const auto view = build_network(data, {.kind = ViewKind::two_mode});
  EXPECT_EQ(view.network.vertex_count(), 9U);
  EXPECT_EQ(view.network.edge_count(), 12U);
  for (Vertex v = 0; v < 4; ++v) EXPECT_EQ(view.network.degree(v), view.hyperdegree[v]);
}

TEST(Projection, people_who_sign_together_and_for_whom) {
  Register made;
  made.agreement("1", {"A", "B"});
  made.builder.add(PersonRow{.id = "p"});
  made.builder.add(PersonRow{.id = "q"});
  made.builder.add(PersonRow{.id = "guest"});
  made.builder.add(SignatureRow{.agreement = "1", .person = "p", .on_behalf_of = "A"});
  made.builder.add(SignatureRow{.agreement = "1", .person = "q", .on_behalf_of = "B"});
  made.builder.add(SignatureRow{.agreement = "1", .person = "guest", .kind = SignatureKind::present});
  const auto data = made.data();
  const auto people = build_network(data, {.kind = ViewKind::people});
  EXPECT_EQ(people.network.vertex_count(), 2U);
  EXPECT_EQ(people.network.edge_count(), 1U);
  const auto both = build_network(data, {.kind = ViewKind::affiliations});
  EXPECT_EQ(both.network.vertex_count(), 4U);
  EXPECT_EQ(both.network.edge_count(), 2U);
}

TEST(Selection, unknown_dates_are_included_excluded_or_alone) {
  Register made;
  made.agreement({.id = "dated", .valid_from = date("2020"), .valid_to = date("2024")}, {"A", "B"});
  made.agreement("undated", {"A", "C"});
  const auto data = made.data();
  ViewOptions at{.as_of = parse_day("2022-01-01")};
  EXPECT_EQ(select_agreements(data, at).possible(), 2U);
  EXPECT_EQ(select_agreements(data, at).certain(), 1U);
  at.unknown = UnknownDates::exclude;
  EXPECT_EQ(select_agreements(data, at).possible(), 1U);
  at.unknown = UnknownDates::only;
  const auto only = select_agreements(data, at);
  ASSERT_EQ(only.items.size(), 1U);
  EXPECT_EQ(data.agreements.id[only.items[0].agreement], "undated");
}

TEST(Selection, announced_agreements_are_never_counted_unless_asked) {
  Register made;
  made.agreement({.id = "chair", .stage = Stage::announced}, {"A", "B"});
  const auto data = made.data();
  EXPECT_EQ(build_network(data, {}).network.vertex_count(), 0U);
  EXPECT_EQ(build_network(data, {.with_announced = true}).network.edge_count(), 1U);
}

TEST(Network, merges_parallel_pairs_and_drops_loops) {
  const std::vector<Network::WeightedPair> pairs{{2, 0, 1.5}, {0, 2, 2}, {1, 1, 9}, {3, 2, 1}};
  const Network network(5, pairs);
  EXPECT_EQ(network.edge_count(), 2U);
  EXPECT_EQ(network.weight(network.find_edge(0, 2)), 3.5);
  EXPECT_EQ(network.degree(4), 0U);
  EXPECT_EQ(std::vector<Vertex>(network.neighbours(2).begin(), network.neighbours(2).end()),
            (std::vector<Vertex>{0, 3}));
}

}  // namespace
}  // namespace maillage

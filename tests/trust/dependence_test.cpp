// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/dependence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "analysis/random_registers.hpp"

namespace maillage {
namespace {

// {A,B,C} {A,B} {C,D} {D} {A,B,C,D} with Newman's weights AB 11/6, AC 5/6, BC 5/6, CD 4/3, AD 1/3, BD 1/3.
const std::vector<random_registers::Agreement> kFiveAgreements = {
    {{0, 1, 2}}, {{0, 1}}, {{2, 3}}, {{3}}, {{0, 1, 2, 3}}};

void expect_shares(const HeldByFirst& held, double one, double three, double five) {
  EXPECT_NEAR(held.share[0], one, 1e-12);
  EXPECT_NEAR(held.share[1], three, 1e-12);
  EXPECT_NEAR(held.share[2], five, 1e-12);
}

TEST(Dependence, of_the_five_agreements_by_hand) {
  const auto data = random_registers::data_of(kFiveAgreements);
  const auto view = build_network(data, {});
  const auto dependence = dependence_of(view, DependenceBasis::all);
  const auto& a = dependence.nodes[0];
  EXPECT_EQ(a.agreements, 3U);
  EXPECT_EQ(a.partners, 3U);
  EXPECT_NEAR(a.strength, 3, 1e-12);
  EXPECT_EQ(a.first_partners, (std::vector<std::uint32_t>{1, 2, 3}));
  expect_shares(a.agreements_held, 1, 1, 1);  // B is in all three agreements of A
  expect_shares(a.strength_held, 11.0 / 18, 1, 1);
  EXPECT_NEAR(a.herfindahl, 150.0 / 324, 1e-12);           // (11² + 5² + 2²)/18²
  EXPECT_NEAR(a.herfindahl_agreements, 14.0 / 36, 1e-12);  // 3, 2 and 1 shared agreements
  const auto& d = dependence.nodes[3];
  EXPECT_EQ(d.first_partners, (std::vector<std::uint32_t>{2, 0, 1}));
  expect_shares(d.agreements_held, 2.0 / 3, 2.0 / 3, 2.0 / 3);  // one of its three agreements has no other party
  expect_shares(d.strength_held, 2.0 / 3, 1, 1);
  EXPECT_NEAR(d.herfindahl, 0.5, 1e-12);
  const auto& network = dependence.network;
  EXPECT_EQ(network.agreements, 5U);
  EXPECT_NEAR(network.strength, 11, 1e-12);
  EXPECT_EQ(network.first, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  expect_shares(network.agreements_held, 3.0 / 5, 4.0 / 5, 1);
  expect_shares(network.strength_held, 3.0 / 11, 9.0 / 11, 1);
  EXPECT_NEAR(network.herfindahl, 31.0 / 121, 1e-12);
  EXPECT_TRUE(network.one_partner.empty());
  EXPECT_TRUE(network.without_partner.empty());
}

TEST(Dependence, names_the_partners_in_turn) {
  const auto data = random_registers::data_of(kFiveAgreements);
  const auto held = held_by_partners(build_network(data, {}), DependenceBasis::all, 3);
  ASSERT_EQ(held.size(), 3U);
  EXPECT_EQ(held[0].vertex, 2U);
  EXPECT_EQ(held[0].partnerships, (std::vector<std::uint32_t>{2, 4}));
  EXPECT_NEAR(held[0].share, 2.0 / 3, 1e-12);
  EXPECT_NEAR(held[1].share, 1.0 / 3, 1e-12);
  EXPECT_NEAR(held[1].cumulated_share, 2.0 / 3, 1e-12);
  EXPECT_NEAR(held[0].strength_share, 2.0 / 3, 1e-12);
  EXPECT_NEAR(held[2].strength_share, 1.0 / 6, 1e-12);
}

TEST(Dependence, of_a_node_without_partner_is_undefined) {
  const auto data = random_registers::data_of({{{0}}, {{1, 2}}});
  const auto view = build_network(data, {.all_institutions = true});
  const auto dependence = dependence_of(view, DependenceBasis::all);
  EXPECT_EQ(dependence.nodes[0].agreements, 1U);
  for (const auto v : {0, 5}) {
    const auto& node = dependence.nodes[static_cast<std::size_t>(v)];
    EXPECT_TRUE(std::isnan(node.agreements_held.share[0]));
    EXPECT_TRUE(std::isnan(node.strength_held.share[2]));
    EXPECT_TRUE(std::isnan(node.herfindahl));
  }
  expect_shares(dependence.nodes[1].agreements_held, 1, 1, 1);
  EXPECT_EQ(dependence.network.one_partner, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(dependence.network.without_partner.size(), 10U);
  const DataSet empty = DataSetBuilder().finish().data;
  const auto none = dependence_of(build_network(empty, {}), DependenceBasis::all).network;
  EXPECT_TRUE(std::isnan(none.herfindahl));
  EXPECT_TRUE(std::isnan(none.agreements_held.share[0]));
}

// The slow way: sets of agreements for each pair, from the register itself.
TEST(Dependence, is_what_a_count_by_sets_gives) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    const auto agreements = random_registers::make(seed);
    const auto data = random_registers::data_of(agreements);
    const auto view = build_network(data, {.all_institutions = true});
    const auto dependence = dependence_of(view, DependenceBasis::all);
    for (std::uint32_t v = 0; v < 12; ++v) {
      std::map<std::uint32_t, std::set<std::size_t>> shared;
      std::map<std::uint32_t, double> weights;
      std::size_t own = 0;
      for (std::size_t a = 0; a < agreements.size(); ++a) {
        const auto& parties = agreements[a].parties;
        if (!std::ranges::binary_search(parties, v)) continue;
        ++own;
        for (const auto other : parties) {
          if (other == v) continue;
          shared[other].insert(a);
          weights[other] += 1.0 / (static_cast<double>(parties.size()) + agreements[a].unnamed - 1);
        }
      }
      std::vector<std::uint32_t> order;
      for (const auto& [other, with] : shared) order.push_back(other);
      std::ranges::stable_sort(order, [&](auto a, auto b) {
        if (shared[a].size() != shared[b].size()) return shared[a].size() > shared[b].size();
        return weights[a] > weights[b] + 1e-12;
      });
      const auto& node = dependence.nodes[v];
      ASSERT_EQ(node.partners, order.size());
      ASSERT_EQ(node.agreements, own);
      std::vector<double> descending;
      double sum = 0, squares = 0;
      for (const auto& [other, weight] : weights) {
        descending.push_back(weight);
        sum += weight;
      }
      std::ranges::sort(descending, std::ranges::greater{});
      for (std::size_t i = 0; i < 3 && !order.empty(); ++i) {
        std::set<std::size_t> any;
        double strongest = 0;
        for (std::size_t k = 0; k < std::min(order.size(), HeldByFirst::kFirst[i]); ++k) {
          any.insert(shared[order[k]].begin(), shared[order[k]].end());
          strongest += descending[k];
        }
        EXPECT_NEAR(node.strength_held.share[i], strongest / sum, 1e-12);
        // Among equals rounding may decide which comes first: only where it cannot is the union the same.
        const auto places = std::min(order.size(), HeldByFirst::kFirst[i]);
        const bool is_cut_among_equals =
            places < order.size() && shared[order[places - 1]].size() == shared[order[places]].size();
        if (!is_cut_among_equals) {
          EXPECT_NEAR(node.agreements_held.share[i], static_cast<double>(any.size()) / static_cast<double>(own), 1e-12);
        }
      }
      for (const auto weight : descending) squares += weight * weight;
      if (!order.empty()) {
        EXPECT_NEAR(node.herfindahl, squares / sum / sum, 1e-12);
      }
    }
  }
}

TEST(Dependence, counts_what_is_certainly_and_possibly_in_force) {
  const auto date = [](std::string_view text) { return PartialDate::parse(text).value(); };
  DataSetBuilder builder;
  for (const auto* id : {"a", "b", "c"}) builder.add(InstitutionRow{.id = id});
  builder.add(SourceRow{.id = "s", .date = date("2024-06-01")});  // the reference day
  builder.add(AgreementRow{.id = "1", .valid_from = date("2020"), .valid_to = date("2030")});
  builder.add(AgreementRow{.id = "2", .valid_from = date("2020")});
  builder.add(
      AgreementRow{.id = "3", .signed_on = date("2010-01-01"), .valid_from = date("2010"), .valid_to = date("2012")});
  for (const auto& [agreement, other] : {std::pair{"1", "b"}, {"2", "c"}, {"3", "c"}}) {
    builder.add(PartyRow{.agreement = agreement, .institution = "a"});
    builder.add(PartyRow{.agreement = agreement, .institution = other});
  }
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  EXPECT_EQ(dependence_of(view, DependenceBasis::all).nodes[0].first_partners, (std::vector<std::uint32_t>{2, 1}));
  const auto certain = dependence_of(view, DependenceBasis::certain);
  EXPECT_EQ(certain.nodes[0].first_partners, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(certain.network.agreements, 1U);
  EXPECT_EQ(certain.network.without_partner, (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(dependence_of(view, DependenceBasis::possible).nodes[0].agreements, 2U);
}

TEST(Dependence, is_refused_where_neighbours_are_no_partners) {
  const auto data = random_registers::data_of(kFiveAgreements);
  EXPECT_THROW(dependence_of(build_network(data, {.kind = ViewKind::two_mode}), DependenceBasis::all),
               std::invalid_argument);
  EXPECT_THROW(dependence_of(build_network(data, {.kind = ViewKind::affiliations}), DependenceBasis::all),
               std::invalid_argument);
}

}  // namespace
}  // namespace maillage

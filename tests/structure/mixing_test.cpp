// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/random_networks.hpp"
#include "analysis/structure/assortativity.hpp"
#include "analysis/structure/brokerage_roles.hpp"
#include "analysis/structure/rich_club.hpp"
#include "analysis/structure/structure.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

// networkx 2.8: attribute_assortativity_coefficient by club, numeric_assortativity_coefficient by number of the vertex.
TEST(Assortativity, karate_club) {
  const auto karate = published::karate_club();
  EXPECT_NEAR(assortativity_by_group(karate, published::karate_factions()), 0.717530864197531, 1e-14);
  std::vector<double> number(34), degree(34);
  for (Vertex v = 0; v < 34; ++v) {
    number[v] = v;
    degree[v] = karate.degree(v);
  }
  EXPECT_NEAR(assortativity_by_value(karate, number), 0.44804878806390486, 1e-14);
  EXPECT_NEAR(assortativity_by_value(karate, degree), -0.47561309768461413, 1e-14);
  EXPECT_NEAR(assortativity_by_value(karate, degree), structure_of(karate).degree_assortativity, 1e-12);
}

TEST(Assortativity, one_where_all_ties_are_within_and_minus_one_where_none_is_of_two) {
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {2, 3}};
  const Network network(4, pairs);
  const auto by = [&](std::vector<std::uint32_t> group) { return assortativity_by_group(network, group); };
  EXPECT_EQ(by({0, 0, 1, 1}), 1);
  EXPECT_EQ(by({0, 1, 0, 1}), -1);
  EXPECT_TRUE(std::isnan(by({0, 0, 0, 0})));
  EXPECT_TRUE(std::isnan(by({kNoGroup, 0, kNoGroup, 1})));
  EXPECT_TRUE(std::isnan(by({0, 0, 1, kNoGroup})));  // one tie is left, of one group
  EXPECT_TRUE(std::isnan(assortativity_by_group(Network(2, {}), std::vector<std::uint32_t>{0, 1})));
  EXPECT_TRUE(std::isnan(assortativity_by_value(network, std::vector<double>{2, 2, 2, 2})));
  EXPECT_NEAR(assortativity_by_value(network, std::vector<double>{1, 1, 3, 3}), 1, 1e-15);
}

// networkx 2.8: rich_club_coefficient(normalized=False).
TEST(RichClub, karate_club) {
  const auto found = rich_club(published::karate_club());
  const std::vector<std::pair<std::uint32_t, double>> wanted{
      {0, 0.13903743315508021}, {1, 0.14583333333333334}, {2, 0.23809523809523808}, {3, 0.325}, {4, 0.4888888888888889},
      {5, 0.5238095238095238}, {6, 0.5}, {9, 0.5}, {10, 1.0 / 3}, {12, 0.0}};
  ASSERT_EQ(found.levels.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(found.levels[i].degree, wanted[i].first);
    EXPECT_NEAR(found.levels[i].phi, wanted[i].second, 1e-15);
    EXPECT_TRUE(std::isnan(found.levels[i].null_mean));
  }
}

TEST(RichClub, as_counted_one_by_one) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed);
    for (const auto& level : rich_club(network).levels) {
      std::uint32_t nodes = 0, edges = 0;
      for (Vertex v = 0; v < network.vertex_count(); ++v) nodes += network.degree(v) > level.degree ? 1 : 0;
      for (EdgeId e = 0; e < network.edge_count(); ++e) {
        edges += network.degree(network.source(e)) > level.degree && network.degree(network.target(e)) > level.degree ? 1 : 0;
      }
      EXPECT_EQ(level.nodes, nodes);
      EXPECT_EQ(level.edges, edges);
      EXPECT_NEAR(level.phi, 2.0 * edges / (nodes * (nodes - 1.0)), 1e-15);
    }
  }
  EXPECT_TRUE(rich_club(Network{}).levels.empty());
  EXPECT_TRUE(rich_club(Network(3, {})).levels.empty());
}

Network projection(const Incidence& incidence) {
  std::vector<Network::WeightedPair> pairs;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    const auto members = incidence.members_of(p);
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) pairs.push_back({members[i], members[j]});
    }
  }
  return Network(incidence.party_count(), pairs);
}

TEST(RichClub, agreements_of_many_parties_make_a_club_by_themselves_and_the_null_model_knows) {
  // One agreement of six, and ten of two: whatever the rewiring, six institutions are all joined by the large one.
  std::vector<std::vector<std::uint32_t>> partnerships{{0, 1, 2, 3, 4, 5}};
  for (std::uint32_t i = 0; i < 10; ++i) partnerships.push_back({6 + i, 6 + (i + 1) % 10});
  const Incidence incidence(16, partnerships);
  const auto found = rich_club(projection(incidence), incidence, 60, 1);
  EXPECT_EQ(found.runs, 60U);
  ASSERT_EQ(found.levels.size(), 2U);
  const auto& club = found.levels.back();
  EXPECT_EQ(club.degree, 2U);
  EXPECT_EQ(club.nodes, 6U);
  EXPECT_EQ(club.phi, 1);
  EXPECT_EQ(club.null_low, 1);
  EXPECT_EQ(club.null_mean, 1);
  EXPECT_EQ(club.null_high, 1);
}

TEST(RichClub, those_who_sign_much_and_with_each_other_stand_out) {
  // Four with eight agreements each of two, all among themselves where they can; the rest is a ring.
  std::vector<std::vector<std::uint32_t>> partnerships;
  for (std::uint32_t a = 0; a < 4; ++a) {
    for (std::uint32_t b = a + 1; b < 4; ++b) partnerships.push_back({a, b});
    for (std::uint32_t i = 0; i < 4; ++i) partnerships.push_back({a, 4 + 4 * a + i});
  }
  for (std::uint32_t i = 0; i < 40; ++i) partnerships.push_back({20 + i, 20 + (i + 1) % 40});
  const Incidence incidence(60, partnerships);
  const auto found = rich_club(projection(incidence), incidence, 100, 1);
  const auto& club = found.levels.back();
  EXPECT_EQ(club.nodes, 4U);
  EXPECT_EQ(club.phi, 1);
  EXPECT_LT(club.null_high, 1);
  const auto again = rich_club(projection(incidence), incidence, 100, 1);
  EXPECT_EQ(again.levels.back().null_mean, club.null_mean);
  EXPECT_NE(rich_club(projection(incidence), incidence, 100, 2).levels.back().null_mean, club.null_mean);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// The network kept by updates against the slow way: build_network() from the data set on every single day.
#include "analysis/temporal/evolving_network.hpp"

#include <gmock/gmock.h>

#include <map>

#include "analysis/structure/structure.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

constexpr std::uint64_t kSeeds = 60;

// What is compared of a network, by rows of institutions.
struct Picture {
  std::vector<Index> nodes;
  std::map<std::pair<Index, Index>, double> ties;
  std::map<Index, std::tuple<std::uint32_t, std::uint32_t, double>> figures;  // degree, hyperdegree, strength
  std::size_t partnerships = 0, components = 0, largest = 0;
};

void expect_same(const Picture& quick, const Picture& slow, const std::string& where) {
  EXPECT_EQ(quick.nodes, slow.nodes) << where;
  EXPECT_EQ(quick.partnerships, slow.partnerships) << where;
  EXPECT_EQ(quick.components, slow.components) << where;
  EXPECT_EQ(quick.largest, slow.largest) << where;
  ASSERT_EQ(quick.ties.size(), slow.ties.size()) << where;
  for (const auto& [tie, weight] : slow.ties) {
    ASSERT_TRUE(quick.ties.contains(tie)) << where;
    EXPECT_DOUBLE_EQ(quick.ties.at(tie), weight) << where;
  }
  for (const auto& [row, figures] : slow.figures) {
    ASSERT_TRUE(quick.figures.contains(row)) << where;
    EXPECT_EQ(std::get<0>(quick.figures.at(row)), std::get<0>(figures)) << where;
    EXPECT_EQ(std::get<1>(quick.figures.at(row)), std::get<1>(figures)) << where;
    EXPECT_NEAR(std::get<2>(quick.figures.at(row)), std::get<2>(figures), 1e-12) << where;
  }
}

Picture slow_picture(const DataSet& data, ViewOptions options, Day day) {
  options.as_of = day;
  const auto view = build_network(data, options);
  Picture picture;
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    picture.nodes.push_back(view.nodes[v].row);
    picture.figures[view.nodes[v].row] = {view.network.degree(v), view.hyperdegree[v], view.network.strength(v)};
  }
  for (EdgeId e = 0; e < view.network.edge_count(); ++e) {
    picture.ties[{view.nodes[view.network.source(e)].row, view.nodes[view.network.target(e)].row}] = view.network.weight(e);
  }
  picture.partnerships = view.partnerships.size();
  const auto components = components_of(view.network);
  picture.components = components.members.size();
  picture.largest = components.members.empty() ? 0 : components.members.front().size();
  return picture;
}

Picture quick_picture(const PartnershipSpells& spells, EvolvingNetwork& network) {
  Picture picture;
  for (Vertex v = 0; v < spells.institutions.size(); ++v) {
    if (!network.is_node(v)) continue;
    picture.nodes.push_back(spells.institutions[v]);
    picture.figures[spells.institutions[v]] = {network.degree(v), network.hyperdegree(v), network.strength(v)};
  }
  const auto slice = network.slice();
  for (EdgeId e = 0; e < slice.network.edge_count(); ++e) {
    const auto row = [&](Vertex node) { return spells.institutions[slice.vertex_of_node[node]]; };
    picture.ties[{row(slice.network.source(e)), row(slice.network.target(e))}] = slice.network.weight(e);
  }
  EXPECT_EQ(slice.network.edge_count(), network.ties());
  EXPECT_EQ(slice.network.vertex_count(), network.nodes());
  picture.partnerships = network.partnerships();
  picture.components = network.components();
  picture.largest = network.largest_component();
  return picture;
}

void expect_every_day_alike(const ViewOptions& options, const std::string& name) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, options);
    EvolvingNetwork network(spells);
    for (Day day = dated_registers::kFirst - 3; day <= dated_registers::kLast + 40; ++day) {
      network.advance_to(day);
      const auto where = name + ", seed " + std::to_string(seed) + ", " + to_iso(day);
      expect_same(quick_picture(spells, network), slow_picture(data, options, day), where);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(EvolvingNetwork, IsOnEveryDayTheNetworkBuiltFromTheDataSet) {
  expect_every_day_alike({}, "newman");
}
TEST(EvolvingNetwork, ReadsUnknownDatesAsAsked) {
  expect_every_day_alike({.unknown = UnknownDates::exclude}, "certain");
  expect_every_day_alike({.unknown = UnknownDates::only}, "doubtful");
}
TEST(EvolvingNetwork, KnowsTheOtherWeightsAndRollsUp) {
  expect_every_day_alike({.weight = Weighting::count, .roll_up = true}, "count");
  expect_every_day_alike({.weight = Weighting::none, .all_institutions = true}, "none");
}

TEST(EvolvingNetwork, JumpingOverDaysGivesWhatGoingThroughThemGives) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto spells = collect_spells(data, {});
    EvolvingNetwork jumping(spells);
    for (const Day day : {dated_registers::kFirst + 10, dated_registers::kFirst + 47, dated_registers::kLast}) {
      jumping.advance_to(day);
      EvolvingNetwork direct(spells);
      direct.advance_to(day);
      expect_same(quick_picture(spells, jumping), quick_picture(spells, direct), "seed " + std::to_string(seed));
    }
  }
}

// A and B have two agreements at a time: nothing merges them, and one ending leaves the other.
//
//   first   |------------------|            1 January … 31 March
//   second           |------------------|   1 February … 30 April
TEST(EvolvingNetwork, KeepsOverlappingAgreementsOfTheSamePartiesApart) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b"}) builder.add(InstitutionRow{.id = id});
  const auto add = [&](const char* id, const char* from, const char* to) {
    builder.add(AgreementRow{.id = id, .valid_from = registers::date(from), .valid_to = registers::date(to)});
    for (const auto* party : {"a", "b"}) builder.add(PartyRow{.agreement = id, .institution = party});
  };
  add("first", "2020-01-01", "2020-03-31");
  add("second", "2020-02-01", "2020-04-30");
  const auto data = builder.finish().data;
  const auto spells = collect_spells(data, {});
  EvolvingNetwork network(spells);
  std::vector<std::pair<std::string, double>> strengths;
  while (const auto day = network.next_change()) {
    network.advance_to(*day);
    strengths.emplace_back(to_iso(*day), network.strength(0));
  }
  using testing::Pair;
  EXPECT_THAT(strengths, testing::ElementsAre(Pair("2020-01-01", 1), Pair("2020-02-01", 2), Pair("2020-04-01", 1),
                                              Pair("2020-05-01", 0)));
}

}  // namespace
}  // namespace maillage

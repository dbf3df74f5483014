// SPDX-License-Identifier: Apache-2.0
// Second routes: a register written anew without the agreements, and the patch of partnerships that lapse as a whole.
#include "analysis/counterfactual/remaining_network.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "network/agreements_network.hpp"
#include "registers.hpp"

namespace maillage {
namespace {

using Ties = std::map<std::pair<std::string, std::string>, double>;

Ties ties_of(const NetworkView& names, const Network& network) {
  Ties ties;
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    ties[{std::string(names.id(network.source(e))), std::string(names.id(network.target(e)))}] = network.weight(e);
  }
  return ties;
}

// Without lineage: each agreement is written into a new register unless it is lost; a removed party is not written.
DataSet rewritten(const DataSet& data, const std::vector<bool>& is_lost, const std::vector<bool>& is_gone) {
  DataSetBuilder builder;
  for (Index i = 0; i < data.institutions.size(); ++i) builder.add(InstitutionRow{.id = data.institutions.id[i]});
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (is_lost[a]) continue;
    const auto& t = data.agreements;
    builder.add(AgreementRow{.id = t.id[a],
                             .valid_from = t.valid_from[a],
                             .valid_to = t.valid_to[a],
                             .renewal = t.renewal[a],
                             .unnamed_parties = t.unnamed_parties[a]});
    for (const auto party : data.parties_of(a)) {
      const auto i = data.parties.institution[party];
      if (!is_gone[i]) builder.add(PartyRow{.agreement = t.id[a], .institution = data.institutions.id[i]});
    }
  }
  return builder.finish().data;
}

TEST(RemainingNetwork, is_the_network_of_the_register_without_what_is_lost) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const auto data = registers::random_register(seed, false);
    for (const auto weight : {Weighting::newman, Weighting::count, Weighting::none}) {
      const ViewOptions options{.weight = weight, .as_of = registers::day("2020-06-30")};
      const auto view = build_network(data, options);
      std::vector<Index> lost;
      std::vector<Vertex> removed;
      std::vector<bool> is_lost(data.agreements.size(), false), is_gone(data.institutions.size(), false);
      for (const auto& item : view.selection.items) {
        if (random() % 3 == 0) {
          lost.push_back(item.agreement);
          is_lost[item.agreement] = true;
        }
      }
      if (seed % 2 == 0) {
        for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
          if (random() % 6 == 0) {
            removed.push_back(v);
            is_gone[view.nodes[v].row] = true;
          }
        }
      }
      const auto remaining = remaining_network(view, lost, removed);
      const auto slow_data = rewritten(data, is_lost, is_gone);
      auto slow_options = options;
      slow_options.all_institutions = true;
      const auto slow = build_network(slow_data, slow_options);
      const auto found = ties_of(view, remaining.network);
      const auto expected = ties_of(slow, slow.network);
      ASSERT_EQ(found.size(), expected.size());
      for (const auto& [pair, value] : expected)
        EXPECT_NEAR(found.at(pair), value, 1e-12) << pair.first << ' ' << pair.second;
      EXPECT_EQ(remaining.network.vertex_count(), view.network.vertex_count());
      EXPECT_EQ(remaining.agreements, slow.agreement_rows.size());
    }
  }
}

TEST(RemainingNetwork, without_whole_threads_is_what_the_partnerships_left_join) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed + 77);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {});
    std::vector<bool> is_lost(view.partnerships.size(), false);
    std::vector<Index> lost;
    for (std::uint32_t p = 0; p < is_lost.size(); ++p) {
      if (random() % 3 != 0) continue;
      is_lost[p] = true;
      for (const auto a : view.agreements_of_partnership(p)) lost.push_back(a);
    }
    // Amendments follow what they amend; here they are no items of their own that would stand in for it.
    const auto found = network_without(view, is_lost);
    const auto rest = remaining_network(view, lost, {});
    const auto ties = ties_of(view, found), other = ties_of(view, rest.network);
    ASSERT_EQ(ties.size(), other.size());
    for (const auto& [pair, value] : ties) EXPECT_NEAR(other.at(pair), value, 1e-12);
  }
}

TEST(RemainingNetwork, the_builder_gives_the_same_network_for_its_own_selection) {
  const auto data = registers::random_register(3);
  const ViewOptions options{.as_of = registers::day("2019")};
  const auto view = build_network(data, options);
  const auto again = network_of_selection(data, options, view.selection);
  EXPECT_EQ(ties_of(view, view.network), ties_of(again, again.network));
  EXPECT_EQ(view.hyperdegree, again.hyperdegree);
}

// a2 has replaced a1, which would still be in force: it does not come back when a2 lapses.
TEST(RemainingNetwork, what_was_replaced_does_not_come_back) {
  const auto data =
      registers::Register()
          .agreement({.id = "a1", .valid_from = registers::date("2020"), .valid_to = registers::date("2026")},
                     {"A", "B"})
          .agreement({.id = "a2", .valid_from = registers::date("2022"), .valid_to = registers::date("2028")},
                     {"A", "B", "C"})
          .agreement({.id = "a3", .valid_from = registers::date("2022"), .valid_to = registers::date("2028")},
                     {"C", "D"})
          .lineage("a2", LineageKind::replaces, "a1")
          .data();
  const auto view = build_network(data, {.as_of = registers::day("2024")});
  EXPECT_EQ(view.network.edge_count(), 4U);
  const auto lost = data.find_agreement("a2");
  const auto rest = remaining_network(view, std::vector<Index>{lost}, {});
  EXPECT_EQ(ties_of(view, rest.network), (Ties{{{"C", "D"}, 1}}));
  const auto old = data.find_agreement("a1");
  EXPECT_EQ(ties_of(view, remaining_network(view, std::vector<Index>{old}, {}).network), ties_of(view, view.network));
}

TEST(RemainingNetwork, never_has_a_tie_that_was_not_there) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {.as_of = registers::day("2020-06-30")});
    std::vector<Index> lost;
    for (std::size_t i = 0; i < view.selection.items.size(); i += 2) lost.push_back(view.selection.items[i].agreement);
    const auto before = ties_of(view, view.network);
    for (const auto& [pair, weight] : ties_of(view, remaining_network(view, lost, {}).network)) {
      ASSERT_TRUE(before.contains(pair));
      EXPECT_LE(weight, before.at(pair) + 1e-12);
    }
  }
}

TEST(RemainingNetwork, refuses_a_two_mode_view) {
  const auto data = registers::random_register(1);
  const auto view = build_network(data, {.kind = ViewKind::two_mode});
  EXPECT_THROW(remaining_network(view, {}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// The costliest partnerships against all of them recomputed one by one.
#include "analysis/counterfactual/costliest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "analysis/counterfactual/path_changes.hpp"
#include "registers.hpp"

namespace maillage {
namespace {

TEST(Costliest, are_those_of_all_partnerships_recomputed) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {});
    std::vector<double> losses;
    for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) losses.push_back(cost_of(view, p).efficiency_loss);
    const auto found = costliest_partnerships(view, {.count = 4});
    for (const auto& cost : found.costliest) {
      const auto slow = cost_of(view, cost.partnership);
      EXPECT_NEAR(cost.efficiency_loss, slow.efficiency_loss, 1e-12);
      EXPECT_EQ(cost.pairs_lost, slow.pairs_lost);
      EXPECT_EQ(cost.ties_lost, slow.ties_lost);
    }
    std::ranges::sort(losses, std::greater<>{});
    std::erase_if(losses, [](double loss) { return loss <= 0; });
    losses.resize(std::min<std::size_t>(losses.size(), 4));
    ASSERT_EQ(found.costliest.size(), losses.size());
    for (std::size_t i = 0; i < losses.size(); ++i) EXPECT_NEAR(found.costliest[i].efficiency_loss, losses[i], 1e-12);
  }
}

// A loss is never more than the bound that candidates are ruled out by.
TEST(Costliest, the_bound_is_one) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {});
    const auto n = view.network.vertex_count();
    std::vector<Vertex> sources(n);
    std::iota(sources.begin(), sources.end(), Vertex{0});
    const auto along = efficiency_along_ties(view.network, sources);
    for (std::uint32_t p = 0; p < view.partnerships.size(); ++p) {
      double bound = 0;
      for (EdgeId e = 0; e < view.network.edge_count(); ++e) {
        if (view.partnerships_of_edge(e).size() == 1 && view.partnerships_of_edge(e).front() == p) bound += along[e];
      }
      EXPECT_LE(cost_of(view, p).efficiency_loss * n * (n - 1.0), bound * (1 + 1e-9) + 1e-12);
    }
  }
}

// Each pair is told of by its own tie: along the ties the efficiency of pairs at one hop from each other adds up to
// theirs.
TEST(Costliest, efficiency_along_ties_of_a_star) {
  const std::vector<Network::WeightedPair> pairs{{0, 1}, {0, 2}, {0, 3}};
  const auto along = efficiency_along_ties(Network(4, pairs), {0, 1, 2, 3});
  // A tie of the star bears its own pair both ways (2 · 1) and those of its leaf with two others both ways (4 · 1/2).
  for (const auto value : along) EXPECT_NEAR(value, 4, 1e-12);
}

//   A --- B --- C     D --- E      the bridge B–C bears as much as A–B; D–E bears only itself
TEST(Costliest, of_a_small_register) {
  const auto data = registers::Register()
                        .agreement({.id = "ab"}, {"A", "B"})
                        .agreement({.id = "ab2"}, {"A", "B"})
                        .agreement({.id = "bc"}, {"B", "C"})
                        .agreement({.id = "de"}, {"D", "E"})
                        .data();
  const auto view = build_network(data, {});
  const auto found = costliest_partnerships(view, {.count = 10});
  ASSERT_EQ(found.costliest.size(), 2U);  // either of the two between A and B can lapse without loss
  EXPECT_EQ(data.agreements.id[view.agreements_of_partnership(found.costliest[0].partnership).front()], "bc");
  EXPECT_NEAR(found.costliest[0].efficiency_loss, 2 * (1 + 0.5) / 20, 1e-12);
  EXPECT_EQ(found.costliest[0].pairs_lost, 2U);
  EXPECT_NEAR(found.costliest[1].efficiency_loss, 2.0 / 20, 1e-12);
  EXPECT_EQ(found.pairs_connected, 4U);
}

TEST(Costliest, of_nothing) {
  const auto data = registers::Register().institution("A").data();
  const auto found = costliest_partnerships(build_network(data, {.all_institutions = true}), {});
  EXPECT_TRUE(found.costliest.empty());
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/membership_certainty.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <cmath>
#include <stdexcept>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/random_registers.hpp"

namespace maillage {
namespace {

// The second route writes the agreements drawn into a data set of their own, and looks at each pair of members.
TEST(MembershipCertainty, is_the_share_of_registers_drawn_in_which_a_node_stays) {
  constexpr int kSamples = 40;
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    SCOPED_TRACE(seed);
    const auto agreements = random_registers::make(seed);
    const auto data = random_registers::data_of(agreements);
    const ViewOptions view_options{.all_institutions = true};
    const auto view = build_network(data, view_options);
    const CommunityOptions options{.seed = seed, .runs = 1};
    const auto partition = find_communities(view.network, options);
    const auto found = membership_certainty(view, partition, options, kSamples);
    ASSERT_EQ(found.resamples, kSamples);
    std::vector<int> stayed(view.nodes.size(), 0);
    const PartnershipSamples samples(view);
    for (std::uint64_t sample = 0; sample < kSamples; ++sample) {
      const auto drawn = random_registers::data_of(agreements, samples.draw(seed, sample));
      const auto there = find_communities(build_network(drawn, view_options).network, options).community_of;
      for (Vertex v = 0; v < view.nodes.size(); ++v) {
        int others = 0, together = 0;
        for (Vertex w = 0; w < view.nodes.size(); ++w) {
          if (w == v || partition.community_of[w] != partition.community_of[v]) continue;
          ++others;
          together += there[w] == there[v] ? 1 : 0;
        }
        stayed[v] += others > 0 && 2 * together >= others ? 1 : 0;
      }
    }
    for (Vertex v = 0; v < view.nodes.size(); ++v) {
      const auto size = std::ranges::count(partition.community_of, partition.community_of[v]);
      if (size < 2) {
        EXPECT_TRUE(std::isnan(found.stays[v]));
      } else {
        EXPECT_NEAR(found.stays[v], stayed[v] / static_cast<double>(kSamples), 1e-12) << v;
      }
    }
  }
}

// Two cliques of four, each held by ten agreements, and a node that one agreement ties to the first.
TEST(MembershipCertainty, is_high_in_the_core_and_low_where_one_agreement_holds) {
  std::vector<random_registers::Agreement> agreements;
  for (int i = 0; i < 10; ++i) {
    agreements.push_back({{0, 1, 2, 3}});
    agreements.push_back({{4, 5, 6, 7}});
  }
  agreements.push_back({{3, 8}});
  const auto data = random_registers::data_of(agreements);
  const auto view = build_network(data, {});
  const auto partition = find_communities(view.network, {});
  const auto found = membership_certainty(view, partition, {}, 1000);
  for (Vertex v = 0; v < 8; ++v) EXPECT_GT(found.stays[v], 0.98);
  // Drawn at least once among 21: 1 − (20/21)²¹ = 0.641; three standard deviations.
  EXPECT_NEAR(found.stays[8], 0.641, 0.046);
}

TEST(MembershipCertainty, is_the_same_on_any_number_of_threads) {
  const auto data = random_registers::data_of(random_registers::make(5));
  const auto view = build_network(data, {});
  const auto partition = find_communities(view.network, {});
  const auto before = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto alone = membership_certainty(view, partition, {}, 300).stays;
  omp_set_num_threads(3);
  const auto together = membership_certainty(view, partition, {}, 300).stays;
  omp_set_num_threads(before);
  ASSERT_EQ(alone.size(), together.size());
  for (std::size_t v = 0; v < alone.size(); ++v) {
    EXPECT_TRUE(alone[v] == together[v] || (std::isnan(alone[v]) && std::isnan(together[v]))) << v;
  }
}

TEST(MembershipCertainty, of_nothing_is_none) {
  const DataSet empty = DataSetBuilder().finish().data;
  const auto view = build_network(empty, {});
  EXPECT_TRUE(membership_certainty(view, find_communities(view.network, {}), {}, 100).stays.empty());
  EXPECT_THROW(membership_certainty(view, find_communities(view.network, {}), {}, -1), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

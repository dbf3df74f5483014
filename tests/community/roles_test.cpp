// SPDX-License-Identifier: Apache-2.0
#include "analysis/community/roles.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace maillage {
namespace {

constexpr double kHub = 2.5, kNoHub = 2.499999;
constexpr double kAbove = 1e-9;

// Guimerà & Amaral 2005, doi:10.1038/nature03288, figure 1: seven regions of the plane of P and z.
TEST(CommunityRoles, OfThoseThatAreNoHubsChangeAtTheThreeBoundsOfThePaper) {
  for (const double z : {-3.0, 0.0, kNoHub}) {
    EXPECT_EQ(role_of(0, z), CommunityRole::ultra_peripheral);
    EXPECT_EQ(role_of(0.05, z), CommunityRole::ultra_peripheral);
    EXPECT_EQ(role_of(0.05 + kAbove, z), CommunityRole::peripheral);
    EXPECT_EQ(role_of(0.62, z), CommunityRole::peripheral);
    EXPECT_EQ(role_of(0.62 + kAbove, z), CommunityRole::connector);
    EXPECT_EQ(role_of(0.80, z), CommunityRole::connector);
    EXPECT_EQ(role_of(0.80 + kAbove, z), CommunityRole::kinless);
    EXPECT_EQ(role_of(1, z), CommunityRole::kinless);
  }
}

TEST(CommunityRoles, OfHubsChangeAtTheTwoBoundsOfThePaper) {
  for (const double z : {kHub, 7.0}) {
    EXPECT_EQ(role_of(0, z), CommunityRole::provincial_hub);
    EXPECT_EQ(role_of(0.30, z), CommunityRole::provincial_hub);
    EXPECT_EQ(role_of(0.30 + kAbove, z), CommunityRole::connector_hub);
    EXPECT_EQ(role_of(0.75, z), CommunityRole::connector_hub);
    EXPECT_EQ(role_of(0.75 + kAbove, z), CommunityRole::kinless_hub);
    EXPECT_EQ(role_of(1, z), CommunityRole::kinless_hub);
  }
}

TEST(CommunityRoles, OfWhatHasNoTieIsUndefined) {
  for (const double z : {0.0, kHub, 7.0}) EXPECT_EQ(role_of(std::nan(""), z), CommunityRole::undefined);
  const auto roles = roles_among(Network(3, std::vector<Network::WeightedPair>{{0, 1}}), {0, 0, 1});
  EXPECT_EQ(roles.role[2], CommunityRole::undefined);
  EXPECT_EQ(roles.role[0], CommunityRole::ultra_peripheral);
}

// A star of ten within one community: all ties lie inside.
//   inside: 9 once, 1 nine times; mean 1.8, deviation √((7.2² + 9·0.8²)/10) = 2.4, z = 7.2/2.4 = 3.
TEST(CommunityRoles, OfTheMiddleOfAStarIsAHub) {
  std::vector<Network::WeightedPair> pairs;
  for (Vertex v = 1; v < 10; ++v) pairs.push_back({0, v});
  const auto roles = roles_among(Network(10, pairs), std::vector<std::uint32_t>(10, 0));
  EXPECT_NEAR(roles.within_module_z[0], 3, 1e-12);
  EXPECT_EQ(roles.participation[0], 0);
  EXPECT_EQ(roles.role[0], CommunityRole::provincial_hub);
  EXPECT_EQ(roles.role[1], CommunityRole::ultra_peripheral);
}

}  // namespace
}  // namespace maillage

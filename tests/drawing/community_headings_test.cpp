// SPDX-License-Identifier: Apache-2.0
#include "drawing/community_headings.hpp"

#include <gtest/gtest.h>

namespace maillage {
namespace {

const Box kArea{0, 0, 600, 400};

TextStyle heading() {
  TextStyle style;
  style.size = 12;
  style.weight = FontWeight::bold;
  style.anchor = Anchor::middle;
  return style;
}

bool meets(const Box& box, const Disc& disc) {
  const Point nearest{std::clamp(disc.centre.x, box.left, box.right), std::clamp(disc.centre.y, box.top, box.bottom)};
  return distance_between(nearest, disc.centre) < disc.radius;
}

TEST(CommunityHeadings, StandOverTheirDiscs) {
  const std::vector<Disc> discs{{{300, 200}, 50}};
  const auto placed = place_community_headings(discs, {"A · 47"}, heading(), kArea);
  ASSERT_EQ(placed.size(), 1U);
  EXPECT_EQ(placed[0].lines, std::vector<std::string>{"A · 47"});
  EXPECT_DOUBLE_EQ(placed[0].x, 300);
  EXPECT_LT(placed[0].box.bottom, 150);
  EXPECT_GT(placed[0].box.bottom, 140);
}

TEST(CommunityHeadings, KeepOffOtherDiscs) {
  // The long name of a small disc beside a large one: in one line it would lie on the large one.
  const std::vector<Disc> discs{{{160, 200}, 80}, {{40, 150}, 15}};
  const std::vector<std::string> texts{"A · 47", "Isolated and small groups · 2"};
  const auto placed = place_community_headings(discs, texts, heading(), kArea);
  for (std::size_t d = 0; d < discs.size(); ++d) {
    for (const auto& disc : discs) EXPECT_FALSE(meets(placed[d].box, disc)) << texts[d];
  }
  EXPECT_FALSE(placed[0].box.overlaps(placed[1].box));
  EXPECT_EQ(placed[1].lines.size(), 2U);
}

TEST(CommunityHeadings, AreLeftOutForDiscsWithoutAText) {
  const auto placed = place_community_headings({{{100, 100}, 20}, {{300, 100}, 20}}, {"", "B · 3"}, heading(), kArea);
  EXPECT_TRUE(placed[0].lines.empty());
  EXPECT_FALSE(placed[1].lines.empty());
}

}  // namespace
}  // namespace maillage

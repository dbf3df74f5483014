// SPDX-License-Identifier: Apache-2.0
#include "drawing/labels.hpp"

#include <gtest/gtest.h>

namespace maillage {
namespace {

LabelGround ground_of(std::vector<LabelGround::Line> lines) {
  LabelGround ground;
  ground.sheet = {0, 0, 600, 400};
  ground.lines = std::move(lines);
  return ground;
}

LabelWish name_at(Point at, double radius) {
  LabelWish wish;
  wish.wordings = {{"University"}};
  wish.owner = 0;
  wish.spots.push_back({.at = at, .reach_side = radius, .reach_up = radius, .reach_down = radius});
  return wish;
}

TEST(Labels, NameStandsWhereNoTieOfItsOwnLeaves) {
  const Point at{300, 200};
  const auto right = place_labels({name_at(at, 15)}, ground_of({}));
  ASSERT_TRUE(right[0].is_placed);
  EXPECT_GT(right[0].box.left, at.x);
  // Two ties leave to the right, above and below the place of the name.
  const auto left = place_labels({name_at(at, 15)}, ground_of({{{316, 190}, {500, 100}, 1, 7}, {{316, 210}, {500, 300}, 1, 8}}));
  ASSERT_TRUE(left[0].is_placed);
  EXPECT_LT(left[0].box.right, at.x);
}

TEST(Labels, TextOfATieIsNowhereNearerToAnother) {
  const LabelGround::Line own{{100, 200}, {500, 200}, 4, 1}, other{{100, 222}, {500, 222}, 4, 2};
  LabelWish wish;
  wish.wordings = {{"agreement, 2020–2030"}};
  wish.own_line = 1;
  wish.spots.push_back({.at = {300, 200}, .is_tie = true, .slope = {1, 0}});
  const auto placed = place_labels({wish}, ground_of({own, other}));
  ASSERT_TRUE(placed[0].is_placed);
  EXPECT_LT(placed[0].box.bottom, 200) << "under it, the other tie is nearer";
  // Between two others there is no place: it is left out.
  const LabelGround::Line above{{100, 188}, {500, 188}, 4, 3}, below{{100, 212}, {500, 212}, 4, 2};
  EXPECT_FALSE(place_labels({wish}, ground_of({own, above, below}))[0].is_placed);
}

TEST(Labels, NameKeepsOffTheDiscsOfOthers) {
  auto wish = name_at({300, 200}, 10);
  wish.own_disc = 0;
  auto ground = ground_of({});
  ground.discs = {{{300, 200}, 40, 0}, {{390, 200}, 50, 1}};
  const auto placed = place_labels({wish}, ground);
  ASSERT_TRUE(placed[0].is_placed);
  const auto& box = placed[0].box;
  const Point nearest{std::clamp(390.0, box.left, box.right), std::clamp(200.0, box.top, box.bottom)};
  EXPECT_GE(distance_between(nearest, {390, 200}), 42);
  // Within its own disc it may stand: the other one is out of the way.
  ground.discs[1].centre.x = 500;
  EXPECT_GT(place_labels({wish}, ground)[0].box.left, 300);
}

TEST(Labels, LeaderCrossesNothingThatBarsIt) {
  auto wish = name_at({300, 200}, 10);
  wish.furthest = 150;
  auto ground = ground_of({});
  // A wall on every side but below; a name over the node would need a leader through the wall.
  for (const Box& wall : {Box{230, 150, 370, 180}, Box{230, 150, 270, 260}, Box{330, 150, 370, 260}}) {
    ground.obstacles.push_back({wall, 1e9, -1, 1e9});
  }
  const auto placed = place_labels({wish}, ground);
  ASSERT_TRUE(placed[0].is_placed);
  for (const auto& obstacle : ground.obstacles) {
    EXPECT_FALSE(placed[0].box.overlaps(obstacle.box));
    if (placed[0].has_leader) {
      EXPECT_LE(length_inside(placed[0].leader_from, placed[0].leader_to, obstacle.box), 1);
    }
  }
  EXPECT_GT(placed[0].box.top, 200);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// Which territories lie in an area:
//
//   north ── d1 ── a, b      group g (parent d1) = a, b, c: over the border of d1 and d2
//         └─ d2 ── c, d      group h (parent d2) = d
#include "model/territory_tree.hpp"

#include <gmock/gmock.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using enum TerritoryLevel;

DataSet territories() {
  DataSetBuilder b;
  b.add(TerritoryRow{.code = "north", .name = "North", .level = region});
  b.add(TerritoryRow{.code = "d1", .name = "One", .level = departement, .parent = "north"});
  b.add(TerritoryRow{.code = "d2", .name = "Two", .level = departement, .parent = "north"});
  b.add(TerritoryRow{.code = "g", .name = "G", .level = epci, .parent = "d1"});
  b.add(TerritoryRow{.code = "h", .name = "H", .level = epci, .parent = "d2"});
  b.add(TerritoryRow{.code = "a", .name = "A", .level = commune, .parent = "d1", .groups = {"g"}});
  b.add(TerritoryRow{.code = "b", .name = "B", .level = commune, .parent = "d1", .groups = {"g", "g"}});
  b.add(TerritoryRow{.code = "c", .name = "C", .level = commune, .parent = "d2", .groups = {"g"}});
  b.add(TerritoryRow{.code = "d", .name = "D", .level = commune, .parent = "d2", .groups = {"h"}});
  return b.finish().data;
}

std::vector<std::string> in(const DataSet& data, const std::vector<std::string>& codes) {
  std::vector<Index> areas;
  for (const auto& code : codes) areas.push_back(data.find_territory(code));
  const auto inside = territories_in(data, areas);
  std::vector<std::string> found;
  for (Index row = 0; row < inside.size(); ++row) {
    if (inside[row]) found.emplace_back(data.territories[row].code);
  }
  return found;
}

TEST(TerritoryTree, holds_what_lies_below_and_the_groups_that_reach_in) {
  const auto data = territories();
  EXPECT_THAT(in(data, {"d1"}), UnorderedElementsAre("d1", "a", "b", "g"));
  EXPECT_THAT(in(data, {"d2"}), UnorderedElementsAre("d2", "c", "d", "g", "h"));
  EXPECT_EQ(in(data, {"north"}).size(), 9U);
}

TEST(TerritoryTree, holds_the_members_of_a_group_on_either_side) {
  EXPECT_THAT(in(territories(), {"g"}), UnorderedElementsAre("g", "a", "b", "c"));
}

TEST(TerritoryTree, of_a_commune_holds_the_commune_alone) {
  EXPECT_THAT(in(territories(), {"c"}), ElementsAre("c"));
  EXPECT_THAT(in(territories(), {"a", "d"}), UnorderedElementsAre("a", "d"));
}

TEST(TerritoryTree, says_what_a_group_is_that_is_not_there) {
  DataSetBuilder b;
  b.add(TerritoryRow{.code = "a", .name = "A", .groups = {"lost"}, .row = 3});
  const auto result = b.finish();
  ASSERT_EQ(result.broken.size(), 1U);
  EXPECT_EQ(result.broken[0].field, "groups");
  EXPECT_EQ(result.broken[0].value, "lost");
  EXPECT_TRUE(result.data.territories[0].groups.empty());
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "model/cited_places.hpp"

#include <gtest/gtest.h>

namespace maillage {
namespace {

std::string together(const std::vector<std::string>& locators) {
  CitedPlaces places;
  for (const auto& locator : locators) places.add(locator);
  return places.locator();
}

TEST(CitedPlaces, OrdersLinesByNumberAndJoinsNeighbours) {
  EXPECT_EQ(together({"l. 10", "l. 12", "l. 5"}), "l. 5, 10, 12");
  EXPECT_EQ(together({"l. 3-4", "l. 5", "l. 4"}), "l. 3-5");
  EXPECT_EQ(together({}), "");
}

TEST(CitedPlaces, NameASheetOnceForAllItsLines) {
  EXPECT_EQ(together({"feuille Conventions, l. 10", "feuille Conventions, l. 12", "feuille Conventions, l. 5", "feuille Conventions, l. 11"}),
            "feuille Conventions, l. 5, 10-12");
  EXPECT_EQ(together({"feuille 2024, l. 3-4, 9; feuille 2023, l. 2", "feuille 2024, l. 5"}), "feuille 2023, l. 2; feuille 2024, l. 3-5, 9");
  EXPECT_EQ(together({"sheet 10, l. 1", "sheet 9, l. 1"}), "sheet 9, l. 1; sheet 10, l. 1");
}

TEST(CitedPlaces, LeaveOtherFormsAsTheyAreInTheOrderOfTheirNumbers) {
  EXPECT_EQ(together({"p. 10", "p. 2", "p. 2"}), "p. 2, p. 10");
  EXPECT_EQ(together({"article 3, al. 2", "l. 7"}), "l. 7, article 3, al. 2");
  EXPECT_EQ(together({"l. 5, titre"}), "l. 5, titre") << "no lines alone";
  EXPECT_EQ(together({"l. 9-4"}), "l. 9-4") << "no range";
}

}  // namespace
}  // namespace maillage

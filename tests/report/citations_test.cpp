// SPDX-License-Identifier: Apache-2.0
#include "report/citations.hpp"

#include <gtest/gtest.h>

namespace maillage {
namespace {

std::string lines(int count) {
  std::string locator = "l. ";
  for (int i = 0; i < count; ++i) locator += (i == 0 ? "" : ", ") + std::to_string(10 * i + 1);
  return locator;
}

TEST(Citations, NameEightPlacesAndCountTheOthers) {
  const Language english("en");
  EXPECT_EQ(citation_label({0, "l. 1-4, 96"}, english), "S1, l.\u00A01–4, 96");
  EXPECT_EQ(citation_label({0, lines(9)}, english), "S1, l.\u00A01, 11, 21, 31, 41, 51, 61, 71, 81");
  EXPECT_EQ(citation_label({0, lines(13)}, english), "S1, l.\u00A01, 11, 21, 31, 41, 51, 61, 71 and 5 others");
}

TEST(Citations, AreCountedInASentence) {
  const Language english("en");
  EXPECT_EQ(citation_in_short({1, lines(3)}, english), "S2, l.\u00A01, 11, 21");
  EXPECT_EQ(citation_in_short({1, lines(42)}, english), "S2 (42 passages)");
}

}  // namespace
}  // namespace maillage

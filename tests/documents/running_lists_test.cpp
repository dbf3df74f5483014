// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/running_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> labels(std::string_view text) {
  const auto prose = recovered(clean_lines(text));
  const Words words(prose);
  std::vector<std::string> found;
  for (const auto& member : list_members(words, Lexicon::french(), {0, words.size()})) found.push_back(theme_label(words, Lexicon::french(), member));
  return found;
}

std::string label(std::string_view text) {
  const auto prose = recovered(clean_lines(text));
  const Words words(prose);
  return theme_label(words, Lexicon::french(), {0, words.size()});
}

TEST(ListMembers, CommasAndTheLastAnd) {
  EXPECT_THAT(labels("la forêt, la pêche et la chasse aux idées."), ElementsAre("forêt", "pêche", "chasse aux idées"));
  EXPECT_THAT(labels("le sommeil, la simulation en santé ainsi que l'égalité"),
              ElementsAre("sommeil", "simulation en santé", "égalité"));
}

TEST(ListMembers, AnAndInsideTheLastMemberStays) {
  EXPECT_THAT(labels("la mer, le vent et les sols et forêts."), ElementsAre("mer", "vent", "sols et forêts"));
}

TEST(ListMembers, SemicolonsPartBeforeCommas) {
  EXPECT_THAT(labels("sols, eaux et forêts ; mobilité ; énergie."),
              ElementsAre("sols, eaux et forêts", "mobilité", "énergie"));
}

TEST(ListMembers, NumbersPartARunningList) {
  EXPECT_THAT(labels("1/ accès aux soins, 2/ bien-être animal, 3/ eau"),
              ElementsAre("accès aux soins", "bien-être animal", "eau"));
}

TEST(ThemeLabel, NumbersAndExplanationsGo) {
  EXPECT_EQ(label("Axe 2 – La vie des bourgs : dix places"), "vie des bourgs");
  EXPECT_EQ(label("a) le logement (quarante chambres) ;"), "logement");
  EXPECT_EQ(label("la fluidité des échanges, grâce à des correspondants désignés ;"), "fluidité des échanges");
}

}  // namespace
}  // namespace maillage::documents

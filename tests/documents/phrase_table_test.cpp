// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/phrase_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const PhraseTable& table() {
  static const PhraseTable phrases(
      "acts", "phrase,act\nsigne|signent,sign\nsignée[s],sign\nconvention [cadre] de site,site\nconvention,plain\n");
  return phrases;
}

std::vector<std::string> found_in(std::string_view text) {
  const auto prose = recovered(clean_lines(text));
  const Words words(prose);
  std::vector<std::string> found;
  for (const auto& one : table().all(words, 0, words.size())) found.push_back(table().field(*one.entry, "act"));
  return found;
}

TEST(PhraseTable, ChoicesAndWhatMayBeLeftOut) {
  EXPECT_THAT(found_in("Ils signent, elle signe"), ElementsAre("sign", "sign"));
  EXPECT_THAT(found_in("signées et signée"), ElementsAre("sign", "sign"));
  EXPECT_THAT(found_in("une convention cadre de site, une convention de site"), ElementsAre("site", "site"));
}

TEST(PhraseTable, TheLongestWins) {
  EXPECT_THAT(found_in("la convention de ville, la CONVENTION DE SITE"), ElementsAre("plain", "site"));
}

TEST(PhraseTable, CaseAccentsAndMarksSayNothing) {
  EXPECT_THAT(found_in("SIGNEE ; Convention-Cadre de site"), ElementsAre("sign", "site"));
}

TEST(PhraseTable, EndsWhereItIsToldTo) {
  const auto prose = recovered(clean_lines("convention de site"));
  const Words words(prose);
  EXPECT_EQ(table().at(words, 0, 2).size(), 1U);
  EXPECT_EQ(table().at(words, 0, 3).size(), 3U);
  EXPECT_FALSE(table().at(words, 1, 3));
}

TEST(PhraseTable, FaultsNameTableAndLine) {
  for (const std::string csv :
       {"word,act\na,b\n", "phrase,act\n...,b\n", "phrase,act\na [b,c\n", "phrase,act\na,b\na,c\n"}) {
    try {
      const PhraseTable made("acts", csv);
      ADD_FAILURE() << csv;
    } catch (const std::invalid_argument& fault) {
      EXPECT_THAT(fault.what(), HasSubstr("acts")) << csv;
    }
  }
}

TEST(PhraseTable, NoColumnOfThatName) {
  EXPECT_THROW(table().field(table().entries().front(), "other"), std::invalid_argument);
}

}  // namespace
}  // namespace maillage::documents

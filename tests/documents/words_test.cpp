// SPDX-License-Identifier: Apache-2.0
#include "documents/text/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;

class WordsOf : public ::testing::Test {
 protected:
  static std::string shown(const Words& words) {
    std::string all;
    for (const auto& word : words.all()) all += std::string(word.folded) + "|";
    return all;
  }
};

TEST_F(WordsOf, ElidedWordsAndCompoundsAreWordsOfTheirOwn) {
  const auto prose = recovered(clean_lines("L'Université des Hauts-de-France, 12 %"));
  const Words words(prose);
  EXPECT_EQ(shown(words), "l|universite|des|hauts|de|france|,|12|%|");
  EXPECT_EQ(words[1].joined, '\'');
  EXPECT_EQ(words[4].joined, '-');
  EXPECT_EQ(words[6].joined, '\0');
  EXPECT_EQ(words[7].joined, ' ');
  EXPECT_EQ(words[7].kind, WordKind::number);
}

TEST_F(WordsOf, Casing) {
  const auto prose = recovered(clean_lines("le Maire du CHU et de UFRs à 3"));
  const Words words(prose);
  std::vector<Casing> casings;
  for (const auto& word : words.all()) casings.push_back(word.casing);
  EXPECT_THAT(casings, ElementsAre(Casing::lower, Casing::capital, Casing::lower, Casing::upper, Casing::lower,
                                   Casing::lower, Casing::capital, Casing::lower, Casing::none));
}

TEST_F(WordsOf, ALostLetterIsPartOfItsWord) {
  const auto prose = recovered(clean_lines("Anne Tru\uFFFDac et"));
  const Words words(prose);
  EXPECT_EQ(words.text_of(1, 2), "Tru\uFFFDac");
  EXPECT_EQ(words.size(), 3U);
}

TEST_F(WordsOf, SentencesAndPlaces) {
  const auto prose = recovered(clean_lines("Le maire signe. La préfète aussi."));
  const Words words(prose);
  EXPECT_EQ(words.of_sentence(1), std::pair(std::size_t{4}, words.size()));
  EXPECT_EQ(words.text_of(5, 6), "préfète");
  EXPECT_EQ(words.first_from(words[5].span.begin), 5U);
  EXPECT_EQ(words.first_from(words[5].span.begin + 1), 6U);
}

TEST_F(WordsOf, NoTextHasNone) {
  const Prose prose;
  const Words words(prose);
  EXPECT_EQ(words.size(), 0U);
  EXPECT_EQ(words.first_from(0), 0U);
}

}  // namespace
}  // namespace maillage::documents

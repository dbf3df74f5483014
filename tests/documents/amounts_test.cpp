// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/amounts.hpp"

#include <gtest/gtest.h>

#include "documents/text_with_words.hpp"

namespace maillage::documents {
namespace {

struct Case {
  std::string_view sentence;
  double euros;  ///< 0: none
};

class Sum : public testing::TestWithParam<Case> {};

TEST_P(Sum, IsReadInEuros) {
  const TextWithWords read(GetParam().sentence);
  const auto found = find_amounts(read.words, Lexicon::french());
  double sum = 0;
  for (const auto& amount : found) sum += amount.euros;
  EXPECT_DOUBLE_EQ(sum, GetParam().euros) << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(Forms, Sum,
                         testing::Values(Case{"Elle verse 510 000 € à tous.", 510'000}, Case{"Elle verse 25.000 euros à tous.", 25'000},
                                         Case{"Elle verse 1,2 million d'euros à tous.", 1'200'000}, Case{"Elle verse deux millions d'euros.", 2'000'000},
                                         Case{"Elle verse 3 M€ à tous.", 3'000'000}, Case{"Elle verse 150 k€ à tous.", 150'000},
                                         Case{"Elle verse 0,5 Md€ à tous.", 500'000'000}, Case{"Elle compte 150 000 habitants.", 0},
                                         Case{"Elle verse 2 millions de francs.", 0}));

TEST(Amounts, TellWhatIsYearlyOrAbout) {
  const TextWithWords read("Chaque mécène verse près de 75 000 euros par an, puis 10 000 euros en tout.");
  const auto found = find_amounts(read.words, Lexicon::french());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].is_yearly);
  EXPECT_TRUE(found[0].is_approximate);
  EXPECT_FALSE(found[1].is_yearly);
  EXPECT_FALSE(found[1].is_approximate);
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include "names/trigram_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

TEST(TrigramIndex, counts_the_runs_that_texts_share) {
  TrigramPostingsMaker maker;
  maker.add(0, Trigrams("lille"));
  maker.add(1, Trigrams("lens"));
  maker.add(200, Trigrams("lille"));  // a gap of more than 7 bits
  maker.add(200, Trigrams("lens"));   // in two spellings
  const auto postings = maker.finish();
  std::vector<std::uint16_t> shared(201);
  std::vector<std::uint32_t> met;
  TrigramIndex(postings).count_shared(Trigrams("lille"), shared, met);
  EXPECT_THAT(met, UnorderedElementsAre(0, 1, 200));
  EXPECT_EQ(shared[0], Trigrams("lille").runs().size());
  EXPECT_EQ(shared[1], 1);  // two spaces and l
  EXPECT_EQ(shared[200], shared[0]);
}

TEST(TrigramIndex, counts_as_a_comparison_of_all_texts_does) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += "abc "[random() % 4];
    return text;
  };
  std::vector<std::string> texts;
  TrigramPostingsMaker maker;
  for (std::uint32_t i = 0; i < 500; ++i) {
    texts.push_back(word());
    maker.add(i, Trigrams(texts.back()));
  }
  const auto postings = maker.finish();
  for (int i = 0; i < 50; ++i) {
    const Trigrams asked(word());
    std::vector<std::uint16_t> shared(texts.size());
    std::vector<std::uint32_t> met;
    TrigramIndex(postings).count_shared(asked, shared, met);
    for (std::size_t t = 0; t < texts.size(); ++t) {
      const Trigrams other(texts[t]);
      std::vector<std::uint32_t> both;
      std::ranges::set_intersection(asked.runs(), other.runs(), std::back_inserter(both));
      ASSERT_EQ(shared[t], both.size());
      ASSERT_DOUBLE_EQ(asked.in_common(shared[t], other.runs().size()), asked.in_common(texts[t]));
    }
  }
}

TEST(TrigramIndex, without_texts_nothing_is_met) {
  TrigramPostingsMaker maker;
  const auto postings = maker.finish();
  std::vector<std::uint16_t> shared;
  std::vector<std::uint32_t> met;
  TrigramIndex(postings).count_shared(Trigrams("lille"), shared, met);
  EXPECT_TRUE(met.empty());
}

}  // namespace
}  // namespace maillage

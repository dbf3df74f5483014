// SPDX-License-Identifier: Apache-2.0
#include "model/text_pool.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace maillage {
namespace {

TEST(TextPools, KeepTheEmptyTextAsNought) {
  TextPool pool;
  EXPECT_EQ(pool.intern(""), 0U);
  EXPECT_EQ(pool.find(""), 0U);
  EXPECT_EQ(pool.view(0), "");
  EXPECT_EQ(pool.size(), 1U);
}

// Second route: a std::map. A hundred thousand texts fill the slots eleven times over, so that every text is placed
// again and many share a slot.
TEST(TextPools, HandOutOneNumberForEachText) {
  TextPool pool;
  std::map<std::string, TextId> expected;
  std::mt19937 random(1);
  for (int i = 0; i < 300'000; ++i) {
    const auto text = std::to_string(random() % 100'000) + std::string(random() % 3, 'x');
    const auto id = pool.intern(text);
    const auto [place, is_new] = expected.try_emplace(text, id);
    ASSERT_EQ(place->second, id) << text;
    if (is_new) {
      ASSERT_EQ(id, expected.size()) << "numbers follow each other";
    }
  }
  ASSERT_EQ(pool.size(), expected.size() + 1);
  for (const auto& [text, id] : expected) {
    ASSERT_EQ(pool.view(id), text);
    ASSERT_EQ(pool.find(text), id);
  }
  EXPECT_EQ(pool.find("never seen"), 0U);
  EXPECT_EQ(pool.size(), expected.size() + 1) << "find() takes nothing in";
}

TEST(TextPools, NeverMoveAText) {
  TextPool pool;
  const auto first = pool.keep("the first");
  const auto* const place = first.data();
  for (int i = 0; i < 200'000; ++i) pool.intern("text number " + std::to_string(i));
  EXPECT_EQ(pool.keep("the first").data(), place);
  EXPECT_EQ(first, "the first");
}

// Blocks hold 1 MiB: texts that end at their edge, fill one exactly, and are longer than several.
TEST(TextPools, KeepTextsOfEveryLength) {
  constexpr std::size_t block = 1U << 20;
  TextPool pool;
  std::vector<std::string> texts;
  for (const auto length : {std::size_t{1}, block - 2, std::size_t{1}, std::size_t{7}, block, block - 1, block + 1,
                            3 * block, std::size_t{2}, 2 * block - 3, std::size_t{5}}) {
    texts.push_back(std::string(length, static_cast<char>('a' + texts.size())));
  }
  texts.push_back(std::string("with\0null", 9));
  std::vector<TextId> ids;
  for (const auto& text : texts) ids.push_back(pool.intern(text));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_TRUE(pool.view(ids[i]) == texts[i]) << i;
    EXPECT_EQ(pool.intern(texts[i]), ids[i]) << i;
  }
}

TEST(TextPools, AreTheSameWithSpaceReserved) {
  TextPool plain, reserved;
  reserved.reserve(10'000);
  for (int i = 0; i < 20'000; ++i) {
    const auto text = std::to_string(i % 7919);
    ASSERT_EQ(plain.intern(text), reserved.intern(text));
  }
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "names/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "names/spellings.hpp"

namespace maillage {
namespace {

TEST(EditDistance, CountsSwapsOfNeighboursAsOne) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("lille", "lilel"), 1U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U) << "2 would need an insertion inside the swap";
  EXPECT_EQ(edit_distance("大学", "大学院"), 1U) << "characters, not bytes";
  EXPECT_DOUBLE_EQ(alikeness("lille", "lilel"), 0.8);
  EXPECT_DOUBLE_EQ(alikeness("", ""), 1);
}

// The definition written down as a recursion.
std::size_t slow_distance(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const auto cut = [](const std::string& text, std::size_t n) { return text.substr(0, text.size() - n); };
  auto best = std::min({slow_distance(cut(a, 1), b) + 1, slow_distance(a, cut(b, 1)) + 1,
                        slow_distance(cut(a, 1), cut(b, 1)) + (a.back() == b.back() ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back()) {
    best = std::min(best, slow_distance(cut(a, 2), cut(b, 2)) + 1);
  }
  return best;
}

TEST(EditDistance, IsWhatTheDefinitionSays) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text(random() % 7, 'a');
    for (auto& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 300; ++i) {
    const auto a = word();
    const auto b = word();
    EXPECT_EQ(edit_distance(a, b), slow_distance(a, b)) << a << ' ' << b;
  }
}

TEST(Trigrams, CountWhatIsInCommon) {
  EXPECT_DOUBLE_EQ(Trigrams("lille").in_common("lille"), 1);
  EXPECT_DOUBLE_EQ(Trigrams("lille").in_common("paris"), 0);
  EXPECT_DOUBLE_EQ(Trigrams("").in_common("lille"), 0);
  // "ab": __a _ab ab_; "abc": __a _ab abc bc_: two of three, Dice 4/7.
  EXPECT_DOUBLE_EQ(Trigrams("ab").in_common("abc"), (4.0 / 7 + 2.0 / 3) / 2);
}

TEST(Spellings, WriteAbbreviationsOutAndLeaveSmallWordsOut) {
  EXPECT_EQ(expanded("chu lille"), "centre hospitalier universitaire lille");
  EXPECT_EQ(expanded("centre hospitalier universitaire de lille"), "centre hospitalier universitaire lille");
  EXPECT_EQ(expanded("a r s hauts de france"), "agence regionale sante hauts france");
  EXPECT_EQ(expanded("ca du pays de st omer"), "communaute agglomeration pays saint omer");
  EXPECT_EQ(expanded("communaute d agglomeration du pays de saint omer"), "communaute agglomeration pays saint omer");
  EXPECT_EQ(expanded("de la"), "");
  EXPECT_EQ(commune_name("ville du havre"), commune_name("le havre"));
  EXPECT_EQ(commune_name("ville"), "ville");
  EXPECT_EQ(sorted_words("pr jean dupont"), sorted_words("dupont jean"));
  EXPECT_EQ(initials("universite polytechnique hauts de france"), "uphf");
  EXPECT_EQ(initials("ville de lille"), "");
}

}  // namespace
}  // namespace maillage

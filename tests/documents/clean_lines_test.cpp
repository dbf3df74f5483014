// SPDX-License-Identifier: Apache-2.0
#include "documents/text/clean_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

TEST(CleanLines, WhatALineIsMadeOf) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"la\u00A0ville et\u202Fl\u2019agence", "la ville et l'agence"},
      {"l\u2019'alerte, l``heure", "l'alerte, l'heure"},
      {"o\uFB03ce, \uFB01n, \uFB02ux, \uF001che", "office, fin, flux, fiche"},
      {"|'occasion, I\"'école", "l'occasion, I'école"},
      {"e\u0301tude a\u0300 l'e\u0301cole", "étude à l'école"},
      {"con\u00ADven\u200Btion", "convention"},
      {"signa\u00AD", "signa-"},
      {"pr\u00E9\u000Eguration", "pré\uFFFDguration"},
      {"une \u0001fin\u0008", "une fin"},
      {"  retrait   ", "  retrait"},
      {"a\tb", "a   b"},
  };
  for (const auto& [written, meant] : cases) EXPECT_EQ(cleaned_line(written), meant) << written;
}

TEST(CleanLines, NumbersCountEveryLineEnd) {
  const auto lines = clean_lines("un\r\ndeux\rtrois\n\nfin");
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[2].text, "trois");
  EXPECT_EQ(lines[2].number, 3U);
  EXPECT_EQ(lines[4].text, "fin");
  EXPECT_EQ(lines[4].number, 5U);
}

TEST(CleanLines, AFormFeedBeginsAPageButNoLine) {
  const auto lines = clean_lines("un\n\fdeux\n");
  EXPECT_THAT(lines, ElementsAre(Field(&SourceLine::page, 1U), Field(&SourceLine::page, 2U)));
  EXPECT_EQ(lines[1].number, 2U);
}

TEST(CleanLines, NothingOfNothing) {
  EXPECT_THAT(clean_lines(""), IsEmpty());
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
// The page and the drawings in it wear the same colours: rooms that do not know each other, held together here.
#include "report/style_sheet.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <regex>

#include "drawing/tokens.hpp"

namespace maillage {
namespace {

std::map<std::string, std::string> colours_of(std::string_view tokens) {
  const std::string text(tokens);
  const std::regex token("--([a-z-]+):(#[0-9A-F]{6});");
  std::map<std::string, std::string> colours;
  for (std::sregex_iterator match(text.begin(), text.end(), token), end; match != end; ++match) {
    colours[(*match)[1]] = (*match)[2];
  }
  return colours;
}

// WCAG 2.1: relative luminance, contrast.
double luminance(std::string_view colour) {
  double sum = 0;
  constexpr double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double share = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    sum += weights[i] * (share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4));
  }
  return sum;
}
double contrast(std::string_view a, std::string_view b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

TEST(PageStyle, LeavesOutRulesOfWhatAPageHasNot) {
  const auto bare = page_style_for("<p class=\"note\">n</p>");
  EXPECT_EQ(bare.find("ol.findings"), std::string::npos);
  EXPECT_EQ(bare.find(".matrix-box{background"), std::string::npos);
  EXPECT_NE(bare.find(".kicker,.note,"), std::string::npos);  // one of its selectors can match
  EXPECT_NE(bare.find("h1{"), std::string::npos);
  EXPECT_NE(bare.find("@media print"), std::string::npos);
  EXPECT_NE(page_style_for("<ol class=\"x findings\">").find("ol.findings{"), std::string::npos);
  const auto braces = [](const std::string& text, char brace) { return std::count(text.begin(), text.end(), brace); };
  EXPECT_EQ(braces(bare, '{'), braces(bare, '}'));
}

TEST(PageTokens, AreThoseOfTheDrawings) {
  const auto light = colours_of(kLightTokens);
  const auto dark = colours_of(kDarkTokens);
  EXPECT_EQ(light.size(), tokens::all.size());
  EXPECT_EQ(dark.size(), tokens::all.size());
  for (const auto& token : tokens::all) {
    const std::string name(token.name);
    ASSERT_TRUE(light.contains(name) && dark.contains(name)) << name;
    EXPECT_EQ(light.at(name), token.light) << name;
    EXPECT_EQ(dark.at(name), token.dark) << name;
  }
}

TEST(PageTokens, CanBeReadOnTheirPaper) {
  for (const auto& colours : {colours_of(kLightTokens), colours_of(kDarkTokens)}) {
    for (const auto* text : {"ink", "soft", "accent"}) {
      EXPECT_GE(contrast(colours.at(text), colours.at("paper")), 4.5) << text;
      EXPECT_GE(contrast(colours.at(text), colours.at("wash")), 4.5) << text;
    }
    for (const auto* mark : {"edge", "line"}) EXPECT_GE(contrast(colours.at(mark), colours.at("paper")), 3.0) << mark;
  }
}

TEST(PageStyle, UsesNoColourButTheTokens) {
  const std::string style(kPageStyle);
  EXPECT_FALSE(std::regex_search(style, std::regex("#[0-9A-Fa-f]{3,8}[;} ]")));
  const std::regex use("var\\(--([a-z-]+)\\)");
  const auto light = colours_of(kLightTokens);
  for (std::sregex_iterator match(style.begin(), style.end(), use), end; match != end; ++match) {
    EXPECT_TRUE(light.contains((*match)[1])) << (*match)[1];
  }
}

}  // namespace
}  // namespace maillage

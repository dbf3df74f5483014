// SPDX-License-Identifier: Apache-2.0
// Maps of the other views, of surroundings, and hulls on demand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/community/communities.hpp"
#include "drawing/map.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// a chain with an agreement of three at its end, signed by people of a and b alone; one more agreement announced:
//
//   a ─ab─ b ─bc─ c ─(cde: c, d, e)    d ─de─ e    a ┄ad┄ d
struct Chain {
  DataSet data;
  NetworkView view;
  MapInput input;

  explicit Chain(ViewKind kind) {
    DataSetBuilder builder;
    for (const std::string_view id : {"a", "b", "c", "d", "e"}) {
      builder.add(InstitutionRow{.id = id, .name = id, .kind = InstitutionKind::higher_education});
    }
    const auto agreement = [&](std::string_view id, std::string_view title, const std::vector<std::string_view>& parties, Stage stage) {
      AgreementRow row;
      row.id = id, row.title = title;
      row.type = AgreementType::charter;
      row.valid_from = PartialDate::parse("2020").value(), row.valid_to = PartialDate::parse("2030").value();
      row.stage = stage;
      builder.add(row);
      for (const auto party : parties) builder.add(PartyRow{.agreement = id, .institution = party});
    };
    agreement("ab", "A long title of the agreement between a and b", {"a", "b"}, Stage::signed_);
    agreement("bc", "Title of b and c", {"b", "c"}, Stage::signed_);
    agreement("cde", "Title of c, d and e", {"c", "d", "e"}, Stage::signed_);
    agreement("de", "Title of d and e", {"d", "e"}, Stage::signed_);
    agreement("ad", "Title of what is announced", {"a", "d"}, Stage::announced);
    builder.add(PersonRow{.id = "p", .name = "Paule"});
    builder.add(PersonRow{.id = "q", .name = "Quentin"});
    builder.add(SignatureRow{.agreement = "ab", .person = "p", .on_behalf_of = "a"});
    builder.add(SignatureRow{.agreement = "ab", .person = "q", .on_behalf_of = "b"});
    data = builder.finish().data;
    ViewOptions options;
    options.kind = kind;
    view = build_network(data, options);
    input.view = &view;
    input.announced = {data.find_agreement("ad")};
  }
};

std::vector<std::string> names_of(const MapPicture& picture) {
  std::vector<std::string> names;
  for (const auto& name : picture.names) names.push_back(name.id);
  return names;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(MapOfTwoModes, AgreementsAreSheetsWithShortTitlesAndTiesHaveNone) {
  const Chain chain(ViewKind::two_mode);
  const auto picture = draw_map(chain.input, {}, Language("en"));
  EXPECT_THAT(names_of(picture), UnorderedElementsAre("a", "b", "c", "d", "e", "ab", "bc", "cde", "de", "ad"));
  for (const auto& text : picture.texts) EXPECT_THAT(text.text, Not(HasSubstr("title of the agreement"))) << text.text;
  EXPECT_EQ(std::count_if(picture.texts.begin(), picture.texts.end(),
                          [](const LabelBox& box) { return box.text.find("charter, 2020–2030") != std::string::npos; }),
            4);
  EXPECT_EQ(std::count_if(picture.texts.begin(), picture.texts.end(),
                          [](const LabelBox& box) { return box.text == "charter announced"; }),
            1);
  EXPECT_EQ(picture.ties_drawn, 11U);  // 2 + 2 + 3 + 2 signed, 2 announced
  EXPECT_EQ(occurrences(picture.dot, "shape=\"note\"") + occurrences(picture.dot, "shape=note"), 5U);
}

TEST(MapOfTwoModes, TitleSaysHowManyAgreementsBindHowMany) {
  const Chain chain(ViewKind::two_mode);
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg,
              HasSubstr("Four signed agreements bind five institutions; only one brings three or more together"));
  EXPECT_THAT(draw_map(chain.input, {}, Language("fr")).svg, HasSubstr("Quatre accords signés engagent cinq institutions"));
}

TEST(MapOfAffiliations, TitleSaysWhoSignedAndNothingIsAnnounced) {
  const Chain chain(ViewKind::affiliations);
  const auto picture = draw_map(chain.input, {}, Language("fr"));
  EXPECT_THAT(picture.svg, HasSubstr("Deux personnes ont signé pour deux institutions ; pour trois autres, aucun signataire"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("annonc")));
}

TEST(MapOfPeople, PeopleArePentagonsInMapLegendAndDot) {
  const Chain chain(ViewKind::people);
  const auto picture = draw_map(chain.input, {}, Language("en"));
  EXPECT_EQ(occurrences(picture.dot, "shape=\"pentagon\"") + occurrences(picture.dot, "shape=pentagon"), 2U);
  EXPECT_THAT(picture.dot, Not(HasSubstr("circle")));
  EXPECT_THAT(picture.svg, HasSubstr("Person"));
}

TEST(Surroundings, HoldAgreementsNoFurtherThanAsked) {
  const Chain chain(ViewKind::institutions);
  MapOptions options;
  options.around = "b";
  const auto near = draw_map(chain.input, options, Language("en"));
  EXPECT_THAT(names_of(near), UnorderedElementsAre("a", "b", "c"));
  EXPECT_EQ(near.ties_drawn, 2U);
  EXPECT_EQ(near.agreements_drawn, 0U);
  options.within = 2;  // d and e by c; their own agreement is a third step
  const auto far = draw_map(chain.input, options, Language("en"));
  EXPECT_THAT(names_of(far), UnorderedElementsAre("a", "b", "c", "d", "e"));
  EXPECT_EQ(far.agreements_drawn, 1U);
  EXPECT_EQ(far.ties_drawn, 3U);  // ab, bc and what is announced between a and d: not de
  options.within = 3;
  EXPECT_EQ(draw_map(chain.input, options, Language("en")).ties_drawn, 4U);
}

TEST(MapByMeasure, TitleSaysWhoHasMostOfTheMeasure) {
  Chain chain(ViewKind::institutions);
  chain.input.measure = "betweenness";
  chain.input.sizes = {0, 3, 4, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, HasSubstr("Betweenness: greatest at c (4), then at b (3)"));
  chain.input.sizes = {0, 3, 3, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, HasSubstr("Betweenness: 2 institutions share the greatest value (3)"));
  chain.input.sizes = {0, 0, 0, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, Not(HasSubstr("Betweenness: ")));
}

TEST(MapByMeasure, CutPointsAreNamedOrCounted) {
  Chain chain(ViewKind::institutions);
  chain.input.measure = "articulation";
  chain.input.sizes = {0, 1, 0, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, HasSubstr(">B is a cut point<"));
  chain.input.sizes = {0, 1, 1, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, HasSubstr(">B and c are cut points<"));
  chain.input.sizes = {1, 1, 1, 1, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("fr")).svg, HasSubstr(">4 institutions sont des points d’articulation<"));
}

TEST(MapByMeasure, WhatIsNotDefinedOrNegativeIsNotDrawnAsNought) {
  Chain chain(ViewKind::institutions);
  chain.input.measure = "within_module_z";
  const auto drawn = [&](std::vector<double> sizes, const char* language) {
    chain.input.sizes = std::move(sizes);
    return draw_map(chain.input, {}, Language(language));
  };
  const auto words_of = [](const MapPicture& picture) {  // texts broken into lines are joined
    std::string words;
    for (const auto& line : picture.texts) words += line.text + " ";
    return words;
  };
  const std::string dashed = "stroke-dasharray=\"2 1.6\"";
  const auto nought = drawn({0, 3, 4, 0, 0}, "en");
  EXPECT_THAT(words_of(nought), HasSubstr("area in proportion; 0 has the smallest sign"));
  EXPECT_THAT(nought.svg, AllOf(Not(HasSubstr("undefined")), Not(HasSubstr(dashed))));
  EXPECT_THAT(words_of(drawn({0, 3, 4, -1.5, 0}, "en")), HasSubstr("area in proportion; 0 and below have the smallest sign"));
  const auto undefined = drawn({std::nan(""), 3, 4, 0, 0}, "en").svg;
  EXPECT_THAT(undefined, HasSubstr(">undefined<"));
  const auto first = undefined.find(dashed);  // the node, then the legend
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(undefined.find(dashed, first + 1), std::string::npos);
  EXPECT_THAT(drawn({std::nan(""), -3, 0, 0, 0}, "fr").svg, HasSubstr(">non défini<"));
}

TEST(MapByMeasure, LegendWritesItsValuesWithTheSameDecimals) {
  Chain chain(ViewKind::institutions);
  chain.input.measure = "clustering";
  chain.input.sizes = {0.0368, 0.49, 1, 0, 0};
  const auto svg = draw_map(chain.input, {}, Language("en")).svg;
  EXPECT_THAT(svg, AllOf(HasSubstr(">0.04<"), HasSubstr(">0.49<"), HasSubstr(">1.00<")));
  chain.input.sizes = {0.0004, 0.49, 1, 0, 0};
  EXPECT_THAT(draw_map(chain.input, {}, Language("en")).svg, AllOf(HasSubstr(">0.0004<"), HasSubstr(">1.0000<")));
}

TEST(Hulls, GoRoundCommunitiesAndAgreementsOnDemand) {
  Chain chain(ViewKind::institutions);
  const auto partition = find_communities(chain.view.network, {.runs = 1});
  chain.input.partition = &partition;
  const auto count = [&](MapHulls hulls) {
    MapOptions options;
    options.hulls = hulls;
    const auto svg = draw_map(chain.input, options, Language("en")).svg;
    return std::pair{occurrences(svg, "f-hull s-hull"), occurrences(svg, "A · ")};
  };
  EXPECT_EQ(count(MapHulls::automatic), (std::pair<std::size_t, std::size_t>{1, 0}));
  EXPECT_EQ(count(MapHulls::none), (std::pair<std::size_t, std::size_t>{0, 0}));
  EXPECT_EQ(count(MapHulls::agreements), (std::pair<std::size_t, std::size_t>{1, 0}));
  EXPECT_EQ(count(MapHulls::communities), (std::pair<std::size_t, std::size_t>{0, 1}));
  EXPECT_EQ(count(MapHulls::all), (std::pair<std::size_t, std::size_t>{1, 1}));
}

}  // namespace
}  // namespace maillage

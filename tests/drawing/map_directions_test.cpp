// SPDX-License-Identifier: Apache-2.0
// Directions on maps: heads of arrows, the legend, DOT.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>

#include "drawing/graphviz.hpp"
#include "drawing/map.hpp"
#include "drawing/map_scene.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Drawn {
  DataSet data;
  NetworkView view;
  MapPicture picture;

  Drawn(DataSetBuilder& builder, bool directed, const MapOptions& options = {}, const char* language = "en") {
    data = builder.finish().data;
    ViewOptions view_options;
    view_options.directed = directed;
    view = build_network(data, view_options);
    MapInput input;
    input.view = &view;
    picture = draw_map(input, options, Language(language));
  }
};

// An edge list of rows source, target, weight.
DataSetBuilder list_of(const std::vector<std::tuple<std::string, std::string, double>>& rows) {
  DataSetBuilder builder;
  std::set<std::string> names;
  for (const auto& [source, target, weight] : rows) names.insert({source, target});
  for (const auto& name : names) builder.add(InstitutionRow{.id = name, .name = name});
  int number = 0;
  for (const auto& [source, target, weight] : rows) {
    const auto id = "r" + std::to_string(++number);
    AgreementRow row{.id = id};
    row.stage = Stage::signed_;
    row.given_weight = weight;
    builder.add(row);
    builder.add(PartyRow{.agreement = id, .institution = source});
    builder.add(PartyRow{.agreement = id, .institution = target});
    builder.add(FlowRow{id, source, target});
  }
  return builder;
}

//   agency ──▶ university        agency, region ──▶ [joint] ──▶ hospital, laboratory       town ── university (no direction)
DataSetBuilder grants() {
  DataSetBuilder builder;
  for (const auto* id : {"agency", "hospital", "laboratory", "region", "town", "university"}) builder.add(InstitutionRow{.id = id, .name = id});
  const auto agreement = [&](const char* id, const std::vector<std::pair<const char*, PartyRole>>& parties) {
    AgreementRow row{.id = id};
    row.stage = Stage::signed_;
    builder.add(row);
    for (const auto& [institution, role] : parties) {
      PartyRow party{.agreement = id, .institution = institution};
      party.role = role;
      builder.add(party);
    }
  };
  agreement("grant", {{"agency", PartyRole::funder}, {"university", PartyRole::beneficiary}});
  agreement("joint", {{"agency", PartyRole::funder}, {"region", PartyRole::funder},
                      {"hospital", PartyRole::beneficiary}, {"laboratory", PartyRole::beneficiary}});
  agreement("plain", {{"town", PartyRole::party}, {"university", PartyRole::party}});
  return builder;
}

std::multiset<std::string> arcs_of(const std::string& dot) {
  const auto graph = read_own_dot(dot);
  std::multiset<std::string> arcs;
  for (const auto& tie : graph.ties) {
    const bool has_head = std::ranges::find(tie.attributes, std::pair<std::string, std::string>("dir", "none")) == tie.attributes.end();
    arcs.insert(graph.nodes[tie.source].name + (has_head ? " > " : " - ") + graph.nodes[tie.target].name);
  }
  return arcs;
}

struct Head {
  Point tip, left, right;
};

std::vector<Head> heads_of(const std::string& svg) {
  const std::regex triangle("<path d=\"M([-0-9.]+) ([-0-9.]+)L([-0-9.]+) ([-0-9.]+)L([-0-9.]+) ([-0-9.]+)Z\" class=\"f-(edge|line)\" ");
  std::vector<Head> heads;
  for (auto found = std::sregex_iterator(svg.begin(), svg.end(), triangle); found != std::sregex_iterator(); ++found) {
    const auto number = [&](int group) { return std::stod((*found)[static_cast<std::size_t>(group)].str()); };
    heads.push_back({{number(1), number(2)}, {number(3), number(4)}, {number(5), number(6)}});
  }
  return heads;
}

double distance_to_box(Point p, const Box& box) {
  return std::hypot(std::max({box.left - p.x, 0.0, p.x - box.right}), std::max({box.top - p.y, 0.0, p.y - box.bottom}));
}

TEST(DirectedMap, HasAHeadAtTheTargetOfEachTie) {
  auto builder = list_of({{"a", "b", 1}, {"c", "a", 1}, {"b", "d", 1}, {"d", "b", 1}});
  const Drawn drawn(builder, true);
  const auto heads = heads_of(drawn.picture.svg);
  ASSERT_EQ(heads.size(), 5U);  // and that of the legend
  std::multiset<std::string> pointed_at;
  for (std::size_t i = 0; i + 1 < heads.size(); ++i) {
    std::string nearest;
    double least = HUGE_VAL;
    for (std::size_t v = 0; v < drawn.picture.nodes.size(); ++v) {
      const auto& box = drawn.picture.nodes[v];
      for (const auto p : {heads[i].tip, heads[i].left, heads[i].right}) {
        EXPECT_GT(distance_between(p, box.centre()), box.width() / 2) << "a head over a mark";
      }
      if (const double d = distance_to_box(heads[i].tip, box); d < least) least = d, nearest = drawn.view.id(static_cast<Vertex>(v));
    }
    EXPECT_LT(least, 8) << "a head far from every mark";
    pointed_at.insert(nearest);
  }
  EXPECT_EQ(pointed_at, (std::multiset<std::string>{"a", "b", "b", "d"}));
  EXPECT_THAT(drawn.picture.svg, HasSubstr("from source to target"));
  EXPECT_THAT(drawn.picture.svg, Not(HasSubstr("no head")));
}

TEST(DirectedMap, SaysInFrenchWhatAHeadIs) {
  auto list = list_of({{"a", "b", 1}});
  EXPECT_THAT(Drawn(list, true, {}, "fr").picture.svg, HasSubstr("de la source vers la cible"));
  auto roles = grants();
  const Drawn drawn(roles, true, {}, "fr");
  EXPECT_THAT(drawn.picture.svg, HasSubstr("du financeur au bénéficiaire"));
  EXPECT_THAT(drawn.picture.svg, HasSubstr("sans pointe"));
}

TEST(DirectedMap, OfAViewWithoutDirectionHasNoHeads) {
  auto builder = list_of({{"a", "b", 1}, {"b", "c", 1}});
  const Drawn drawn(builder, false);
  EXPECT_TRUE(heads_of(drawn.picture.svg).empty());
  EXPECT_FALSE(read_own_dot(drawn.picture.dot).is_directed);
}

TEST(DirectedMap, OfManyPartiesLeadsThroughTheirAgreement) {
  auto builder = grants();
  const Drawn drawn(builder, true);
  EXPECT_EQ(heads_of(drawn.picture.svg).size(), 1U + 4U + 1U);  // grant, joint, legend
  EXPECT_EQ(arcs_of(drawn.picture.dot),
            (std::multiset<std::string>{"agency > university", "agency > agreement:joint", "region > agreement:joint",
                                        "agreement:joint > hospital", "agreement:joint > laboratory", "town - university"}));
}

TEST(DirectedMap, HasAnArcInDotForEachArcOfTheNetwork) {
  auto builder = list_of({{"b", "a", 2}, {"a", "c", 1}, {"c", "a", 1}, {"d", "c", 1}});
  const Drawn drawn(builder, true);
  EXPECT_TRUE(read_own_dot(drawn.picture.dot).is_directed);
  EXPECT_EQ(arcs_of(drawn.picture.dot), (std::multiset<std::string>{"b > a", "a > c", "c > a", "d > c"}));
}

TEST(DirectedMap, DrawsHeavierTiesWider) {
  auto builder = list_of({{"a", "b", 1}, {"c", "d", 10}, {"e", "f", 1000}});
  const Drawn drawn(builder, true);
  std::vector<double> widths;
  for (const auto& tie : read_own_dot(drawn.picture.dot).ties) {
    for (const auto& [name, value] : tie.attributes) {
      if (name == "penwidth") widths.push_back(std::stod(value));
    }
  }
  ASSERT_EQ(widths.size(), 3U);
  EXPECT_LT(widths[0], widths[1]);
  EXPECT_LT(widths[1], widths[2]);
}

// Two rings of 30, an arc from the first to the second.
TEST(DirectedMap, OfCommunitiesHasArrowsAndBandsThatPoint) {
  std::vector<std::tuple<std::string, std::string, double>> rows;
  const auto name = [](int ring, int i) { return std::string(ring == 0 ? "p" : "q") + std::to_string(10 + i % 30); };
  for (int ring = 0; ring < 2; ++ring) {
    for (int i = 0; i < 30; ++i) rows.emplace_back(name(ring, i), name(ring, i + 1), 1);
  }
  rows.emplace_back(name(0, 0), name(1, 0), 1);
  auto builder = list_of(rows);
  const auto data = builder.finish().data;
  ViewOptions options;
  options.directed = true;
  const auto view = build_network(data, options);
  Partition partition;
  partition.count = 2;
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) partition.community_of.push_back(view.id(v)[0] == 'p' ? 0 : 1);
  MapInput input;
  input.view = &view;
  input.partition = &partition;
  const auto picture = draw_map(input, {}, Language("en"));
  ASSERT_EQ(picture.kind, MapKind::communities);
  EXPECT_EQ(heads_of(picture.svg).size(), 60U + 1U + 1U);  // ties inside, the band, the legend
  const auto arcs = arcs_of(picture.dot);
  EXPECT_EQ(arcs.size(), 61U);
  EXPECT_EQ(arcs.count("p10 > p11") + arcs.count("q39 > q10") + arcs.count("community:A > community:B"), 3U);
}

TEST(MapOfABareList, WritesNothingBesideItsTies) {
  auto builder = list_of({{"a", "b", 1}, {"a", "c", 1}, {"a", "d", 1}, {"c", "d", 1}});
  const Drawn drawn(builder, false);
  EXPECT_THAT(drawn.picture.svg, Not(HasSubstr("end not stated")));
  EXPECT_THAT(drawn.picture.svg, Not(HasSubstr("the text of")));
}

TEST(MapOfABareList, SaysHowManyTiesAreOneLine) {
  auto builder = list_of({{"a", "b", 1}, {"b", "a", 1}, {"a", "b", 1}, {"a", "b", 1}, {"b", "c", 1}});
  EXPECT_THAT(Drawn(builder, false).picture.svg, HasSubstr("4 agreements"));
}

// A star of 60 partners that are tied among each other in three rings: who is asked for stands in the middle, alone.
TEST(SurroundingsOfMany, HaveTheOneAskedForInTheMiddle) {
  std::vector<std::tuple<std::string, std::string, double>> rows;
  for (int i = 0; i < 60; ++i) {
    const auto name = [](int k) { return "p" + std::to_string(100 + k); };
    rows.emplace_back("centre", name(i), 1);
    rows.emplace_back(name(i), name(i / 20 * 20 + (i + 1) % 20), 1);
  }
  auto builder = list_of(rows);
  const auto data = builder.finish().data;
  const auto view = build_network(data, {});
  Partition partition;
  partition.count = 3;
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
    partition.community_of.push_back(view.id(v) == "centre" ? 0 : static_cast<std::uint32_t>(std::stoi(std::string(view.id(v).substr(1))) - 100) / 20);
  }
  MapInput input;
  input.view = &view;
  input.partition = &partition;
  MapOptions options;
  options.around = "centre";
  options.within = 2;
  const auto picture = draw_map(input, options, Language("en"));
  ASSERT_EQ(picture.kind, MapKind::communities);
  ASSERT_EQ(picture.places.discs.size(), 4U);
  const auto at = picture.places.nodes.at("centre");
  EXPECT_NEAR(at.x, picture.width / 2, 1);
  const auto own = picture.places.disc_of.at("centre");
  for (const auto& [id, disc] : picture.places.disc_of) EXPECT_EQ(disc == own, id == "centre") << id;
  EXPECT_THAT(picture.svg, HasSubstr("A · 20"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("D · 1")));
}

// Forty nodes each tied to each inside two communities would be a black mass.
TEST(MapOfCommunities, DrawsTiesPalerWhereTheyAreMany) {
  const auto least_opacity = [](int step) {
    std::vector<std::tuple<std::string, std::string, double>> rows;
    for (int i = 0; i < 50; ++i) {
      for (int j = i + 1; j < 50; j += step) rows.emplace_back("n" + std::to_string(10 + i), "n" + std::to_string(10 + j), 1);
    }
    auto builder = list_of(rows);
    const auto svg = Drawn(builder, false).picture.svg;
    double least = 1;
    const std::regex opacity("stroke-opacity=\"([0-9.]+)\"");
    for (auto found = std::sregex_iterator(svg.begin(), svg.end(), opacity); found != std::sregex_iterator(); ++found) {
      least = std::min(least, std::stod((*found)[1].str()));
    }
    return least;
  };
  EXPECT_LT(least_opacity(1), 0.5);
  EXPECT_EQ(least_opacity(25), 1);
}

TEST(Arrow, EndsAtItsTipAndStaysWithinAShortLine) {
  SvgWriter svg;
  draw_arrow(svg, {0, 0}, {10, 0}, {.stroke = tokens::edge, .stroke_width = 3}, LineDirection::both);
  const auto heads = heads_of(svg.finish({.width = 10, .height = 10}).svg);
  ASSERT_EQ(heads.size(), 2U);
  EXPECT_EQ(heads[0].tip.x, 10);
  EXPECT_EQ(heads[1].tip.x, 0);
  EXPECT_GE(heads[0].left.x, heads[1].left.x);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include "drawing/map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawing/graphviz.hpp"
#include "drawing/raster.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// a hub with three partners, an agreement of three parties, one announced, one apart:
//
//   b ─ a ─ c     e ─ f
//       │╲
//       d  (a, c, g together)   h ┄ a announced
struct SmallWorld {
  DataSet data;
  NetworkView view;
  MapInput input;

  explicit SmallWorld(const std::string& name = "Institution") {
    DataSetBuilder builder;
    for (const std::string id : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
      const auto full = name + " " + id;
      InstitutionRow row;
      row.id = id;
      row.name = full;
      row.kind = id == "a" ? InstitutionKind::state_agency : InstitutionKind::commune;
      builder.add(row);
    }
    const auto agreement = [&](std::string_view id, const std::vector<std::string_view>& parties, std::string_view from,
                               std::string_view to, Stage stage) {
      AgreementRow row;
      row.id = id;
      row.title = id;
      row.valid_from = PartialDate::parse(from).value();
      row.valid_to = PartialDate::parse(to).value();
      row.stage = stage;
      builder.add(row);
      for (const auto party : parties) builder.add(PartyRow{.agreement = id, .institution = party});
    };
    agreement("ab", {"a", "b"}, "2020", "2030", Stage::signed_);
    agreement("ac", {"a", "c"}, "2020", "", Stage::signed_);
    agreement("ad", {"a", "d"}, "2010", "2015", Stage::signed_);
    agreement("acg", {"a", "c", "g"}, "2021", "2029", Stage::signed_);
    agreement("ef", {"e", "f"}, "2020", "2030", Stage::signed_);
    agreement("ah", {"a", "h"}, "", "", Stage::announced);
    EventRow event;
    event.id = "day", event.agreement = "ab", event.kind = EventKind::kick_off;
    event.date = PartialDate::parse("2024-12-19").value();
    builder.add(event);
    data = builder.finish().data;
    view = build_network(data, {});
    input.view = &view;
    input.announced = {data.find_agreement("ah")};
  }
};

void expect_no_overlap(const MapPicture& picture) {
  for (std::size_t i = 0; i < picture.texts.size(); ++i) {
    const auto& one = picture.texts[i];
    EXPECT_GE(one.box.left, 0) << one.text;
    EXPECT_LE(one.box.right, picture.width) << one.text;
    EXPECT_LE(one.box.bottom, picture.height) << one.text;
    for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
      const auto& other = picture.texts[j];
      const Box a = one.box.grown(-1.5), b = other.box.grown(-1.5);
      EXPECT_FALSE(a.overlaps(b)) << one.text << " / " << other.text;
    }
  }
  for (const auto& name : picture.names) {
    for (const auto& node : picture.nodes) EXPECT_FALSE(name.box.overlaps(node)) << name.text;
  }
}

TEST(Map, NamesEveryNodeAndTie) {
  const SmallWorld world;
  const auto picture = draw_map(world.input, {}, Language("fr"));
  EXPECT_EQ(picture.kind, MapKind::whole);
  EXPECT_EQ(picture.nodes_drawn, 8U);
  EXPECT_EQ(picture.names.size(), 8U);
  EXPECT_TRUE(picture.nodes_unnamed.empty());
  EXPECT_EQ(picture.agreements_drawn, 1U);
  expect_no_overlap(picture);
}

TEST(Map, TellsTheFindingTheDateAndTheCounts) {
  const SmallWorld world;
  const auto picture = draw_map(world.input, {}, Language("fr"));
  EXPECT_THAT(picture.svg, HasSubstr("Institution a est partie à quatre accords, dont deux certainement en vigueur"));
  EXPECT_THAT(picture.svg, HasSubstr("situation au 19 décembre 2024"));
  EXPECT_THAT(picture.svg, HasSubstr("5 accords signés (3 certainement en vigueur, 1 de statut inconnu, 1 échu)"));
  EXPECT_THAT(picture.svg, HasSubstr("1 annoncé"));
  EXPECT_THAT(picture.svg, HasSubstr("Nature de l’institution"));
}

TEST(Map, IsTheSameEachTime) {
  const SmallWorld world;
  const auto once = draw_map(world.input, {}, Language("en"));
  const auto again = draw_map(world.input, {}, Language("en"));
  EXPECT_EQ(once.svg, again.svg);
  EXPECT_EQ(once.dot, again.dot);
}

TEST(Map, DotIsReadBackToTheSameGraph) {
  const SmallWorld world("back\\slash\\");
  const auto picture = draw_map(world.input, {}, Language("en"));
  const auto read = read_own_dot(picture.dot);
  EXPECT_EQ(read.nodes.size(), 9U);  // 8 institutions and the sign of the agreement of three
  EXPECT_EQ(read.ties.size(), 8U);   // 4 of two parties, 3 spokes, 1 announced
  EXPECT_EQ(read.nodes[0].name, "a");
}

TEST(Map, HostileNamesStayText) {
  for (const std::string name : {"</svg><script>alert(1)</script>", "\"'&<>", "a\x01\x02\x7f b", "end\\", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                 "\xff\xfe broken"}) {
    const SmallWorld world(name);
    const auto picture = draw_map(world.input, {}, Language("fr"));
    EXPECT_THAT(picture.svg, Not(HasSubstr("<script")));
    EXPECT_FALSE(png_of(picture.svg, 0.5).empty());
    EXPECT_EQ(read_own_dot(picture.dot).nodes.size(), 9U);
    expect_no_overlap(picture);
  }
}

TEST(Map, EmptyAndTinyNetworksAreDrawn) {
  for (const int institutions : {0, 1, 2}) {
    DataSetBuilder builder;
    for (int i = 0; i < institutions; ++i) {
      const auto id = std::to_string(i);
      builder.add(InstitutionRow{.id = id, .name = id});
    }
    if (institutions == 2) {
      builder.add(AgreementRow{.id = "a", .stage = Stage::signed_});
      builder.add(PartyRow{.agreement = "a", .institution = "0"});
      builder.add(PartyRow{.agreement = "a", .institution = "1"});
    }
    const auto data = builder.finish().data;
    ViewOptions all;
    all.all_institutions = true;
    const auto view = build_network(data, all);
    MapInput input;
    input.view = &view;
    for (const bool is_narrow : {false, true}) {
      MapOptions options;
      options.is_narrow = is_narrow;
      const auto picture = draw_map(input, options, Language("en"));
      EXPECT_EQ(picture.nodes_drawn, static_cast<std::size_t>(institutions));
      EXPECT_FALSE(png_of(picture.svg, 0.5).empty());
      EXPECT_EQ(read_own_dot(picture.dot).nodes.size(), static_cast<std::size_t>(institutions));
      expect_no_overlap(picture);
    }
  }
}

TEST(Map, LeavesNoTextOfItsOwnInAMadeUpLanguage) {
  const SmallWorld world("\xE2\x9F\xA6x\xE2\x9F\xA7");
  const auto picture = draw_map(world.input, {}, Language("qps"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("\xE2\x9F\xAA")));  // a missing key stands in ⟪…⟫
  EXPECT_THAT(picture.svg, Not(HasSubstr("Kind of institution")));
}

TEST(Map, ShowsTheSurroundingsOfOneNode) {
  const SmallWorld world;
  MapOptions options;
  options.around = "c";
  const auto picture = draw_map(world.input, options, Language("fr"));
  EXPECT_EQ(picture.nodes_drawn, 3U);  // c, a and g
  EXPECT_THAT(picture.svg, HasSubstr("Institution c est partie à deux accords"));
  EXPECT_THAT(picture.svg, HasSubstr("2 accords signés"));
  options.within = 2;
  EXPECT_EQ(draw_map(world.input, options, Language("fr")).nodes_drawn, 6U);  // b, d and h too
}

TEST(Map, AHullHoldsNoForeignNodeAndAnnouncedIsNeverCounted) {
  const SmallWorld world;
  MapInput input = world.input;
  MapPlaces places;  // b in the middle of a, c and g
  places.nodes = {{"a", {300, 200}}, {"c", {700, 200}}, {"g", {500, 500}}, {"b", {500, 300}},
                  {"d", {900, 300}}, {"e", {900, 450}}, {"f", {1050, 450}}, {"h", {100, 300}}};
  input.places = &places;
  MapOptions options;
  EXPECT_THAT(draw_map(input, options, Language("fr")).svg, Not(HasSubstr("f-hull s-hull\" fill=\"#E8EEF4\"")));
  places.nodes["b"] = {100, 450};
  EXPECT_THAT(draw_map(input, options, Language("fr")).svg, HasSubstr("f-hull s-hull"));
  EXPECT_EQ(world.view.network.edge_count(), 6U);  // ab, ac, ad, ag, cg, ef: not ah
}

TEST(Map, LinksOnlyWhereOneIsGiven) {
  SmallWorld world;
  EXPECT_THAT(draw_map(world.input, {}, Language("fr")).svg, Not(HasSubstr("<a ")));
  world.input.links = {{"a", "institutions/a.html"}, {"b", "javascript:alert(1)"}};
  const auto svg = draw_map(world.input, {}, Language("fr")).svg;
  EXPECT_THAT(svg, HasSubstr("<a href=\"institutions/a.html\">"));
  EXPECT_THAT(svg, Not(HasSubstr("javascript")));
}

TEST(Map, NodesKeepTheirPlacesWhereTheyAreGiven) {
  const SmallWorld world;
  const auto all = draw_map(world.input, {}, Language("fr"));
  ViewOptions at_a_date;
  at_a_date.as_of = parse_day("2012-01-01");
  const auto view = build_network(world.data, at_a_date);
  MapInput then = world.input;
  then.view = &view;
  then.places = &all.places;
  const auto picture = draw_map(then, {}, Language("fr"));
  ASSERT_FALSE(picture.places.nodes.empty());
  for (const auto& [id, at] : picture.places.nodes) EXPECT_EQ(at, all.places.nodes.at(id)) << id;
}

}  // namespace
}  // namespace maillage

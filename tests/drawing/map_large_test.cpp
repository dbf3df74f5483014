// SPDX-License-Identifier: Apache-2.0
// Maps of generated networks of 5 to 10,000 institutions: nothing overlaps, the hubs and cut points stay, what is left
// out is counted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/centrality/hubs.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/structure/structure.hpp"
#include "drawing/graphviz.hpp"
#include "drawing/map.hpp"
#include "drawing/raster.hpp"
#include "generator/generated_network.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

PartialDate date_on(std::chrono::sys_days day) { return PartialDate::on(static_cast<Day>(day.time_since_epoch().count())); }

struct GeneratedWorld {
  DataSet data;
  NetworkView view;
  Partition partition;
  HubRanking hubs;
  MapInput input;

  explicit GeneratedWorld(const generator::NetworkSize& size) {
    const auto network = generator::generate(size);
    DataSetBuilder builder;
    for (std::uint32_t i = 0; i < network.institutions.size(); ++i) {
      const auto id = generator::numbered('I', i);
      InstitutionRow row;
      row.id = id;
      row.name = network.institutions[i].name;
      row.kind = network.institutions[i].kind;
      builder.add(row);
    }
    for (std::uint32_t a = 0; a < network.agreements.size(); ++a) {
      const auto id = generator::numbered('A', a);
      const auto& agreement = network.agreements[a];
      AgreementRow row;
      row.id = id;
      row.type = agreement.type;
      row.signed_on = date_on(agreement.signed_on);
      row.valid_from = date_on(agreement.valid_from);
      if (a % 5 != 0) row.valid_to = date_on(agreement.valid_to);
      row.stage = Stage::signed_;
      builder.add(row);
      for (const auto party : agreement.parties) {
        const auto institution = generator::numbered('I', party);
        builder.add(PartyRow{.agreement = id, .institution = institution});
      }
    }
    data = builder.finish().data;
    view = build_network(data, {});
    partition = find_communities(view.network, {.runs = 1});
    HubOptions hub_options;
    hub_options.resamples = 0;
    hubs = rank_hubs(view, hub_options);
    input.view = &view;
    input.partition = &partition;
    input.hubs = &hubs;
    input.cut_points = structure_of(view.network).articulation_points;
    input.backbone = spanning_backbone(view.network);
  }
};

void expect_sound(const MapPicture& picture) {
  for (std::size_t i = 0; i < picture.texts.size(); ++i) {
    const auto& one = picture.texts[i];
    EXPECT_GE(one.box.left, 0) << one.text;
    EXPECT_LE(one.box.right, picture.width + 0.5) << one.text;
    EXPECT_LE(one.box.bottom, picture.height) << one.text;
    for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
      const auto& other = picture.texts[j];
      // Lines of one text stand close: their boxes may touch.
      EXPECT_FALSE(one.box.grown(-2).overlaps(other.box.grown(-2))) << one.text << " / " << other.text;
    }
  }
  EXPECT_THAT(picture.hubs_unnamed, IsEmpty());
}

struct Mix {
  std::uint32_t institutions, agreements;
};
class MapOfSize : public ::testing::TestWithParam<Mix> {};

TEST_P(MapOfSize, NothingOverlapsAndEveryHubIsNamed) {
  const auto [n, agreements] = GetParam();
  const GeneratedWorld world({n, agreements, 4, 100 + n});
  for (const bool is_narrow : {false, true}) {
    MapOptions options;
    options.is_narrow = is_narrow;
    const auto picture = draw_map(world.input, options, Language(is_narrow ? "en" : "fr"));
    expect_sound(picture);
    EXPECT_EQ(picture.width, is_narrow ? 390 : 1280);
    EXPECT_FALSE(png_of(picture.svg, 0.25).empty());
    EXPECT_THAT(picture.svg, HasSubstr(is_narrow ? "as of " : "situation au "));
    if (picture.kind == MapKind::whole) {
      EXPECT_THAT(picture.nodes_unnamed, IsEmpty());
    }
    const std::set<std::string> named(picture.hubs_named.begin(), picture.hubs_named.end());
    EXPECT_GE(named.size(), std::min<std::size_t>(20, world.view.network.vertex_count() / 2));
    for (const auto cut_point : world.input.cut_points) {
      EXPECT_TRUE(picture.places.nodes.contains(std::string(world.view.id(cut_point))));
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Sizes, MapOfSize,
                         ::testing::Values(Mix{3, 3}, Mix{6, 18}, Mix{12, 12}, Mix{12, 36}, Mix{25, 20}, Mix{25, 75},
                                           Mix{40, 30}, Mix{40, 120}, Mix{40, 200}, Mix{60, 90}, Mix{80, 240},
                                           Mix{120, 300}, Mix{300, 900}));

TEST(MapOfCommunities, KeepsCountOfWhatIsLeftOut) {
  const GeneratedWorld world(generator::kSmall);
  const auto picture = draw_map(world.input, {}, Language("fr"));
  EXPECT_EQ(picture.kind, MapKind::communities);
  EXPECT_EQ(picture.nodes_drawn, world.view.network.vertex_count());
  EXPECT_GT(picture.ties_left_out, 0U);
  std::size_t inside = 0;
  for (EdgeId e = 0; e < world.view.network.edge_count(); ++e) {
    const auto one = world.view.id(world.view.network.source(e)), other = world.view.id(world.view.network.target(e));
    inside += picture.places.disc_of.at(std::string(one)) == picture.places.disc_of.at(std::string(other));
  }
  EXPECT_EQ(picture.ties_drawn + picture.ties_left_out, inside);
  EXPECT_THAT(picture.svg, HasSubstr("liens internes aux communautés, les plus faibles"));
  EXPECT_THAT(picture.svg, HasSubstr(std::to_string(picture.nodes_drawn - picture.names.size()) + " noms"));
}

TEST(MapOfCommunities, DiscsKeepApartAndHoldTheirMembers) {
  const GeneratedWorld world(generator::kSmall);
  const auto picture = draw_map(world.input, {}, Language("fr"));
  const auto& discs = picture.places.discs;
  for (std::size_t a = 0; a < discs.size(); ++a) {
    for (std::size_t b = a + 1; b < discs.size(); ++b) {
      EXPECT_GT(distance_between(discs[a].centre, discs[b].centre), discs[a].radius + discs[b].radius);
    }
  }
  for (const auto& [id, at] : picture.places.nodes) {
    const auto& disc = discs[picture.places.disc_of.at(id)];
    EXPECT_LE(distance_between(at, disc.centre), disc.radius) << id;
  }
}

TEST(MapOfCommunities, TwoThousandAreDotsAndTenThousandAreDiscs) {
  const GeneratedWorld dots(generator::kTwoThousand), discs(generator::kTenThousand);
  const auto small = draw_map(dots.input, {}, Language("fr"));
  EXPECT_EQ(small.kind, MapKind::communities);
  EXPECT_EQ(small.nodes_drawn, dots.view.network.vertex_count());
  expect_sound(small);
  const auto large = draw_map(discs.input, {}, Language("en"));
  EXPECT_EQ(large.kind, MapKind::discs_alone);
  expect_sound(large);
  EXPECT_EQ(large.ties_drawn, 0U);
  std::set<Vertex> kept(discs.input.cut_points.begin(), discs.input.cut_points.end());
  for (std::size_t i = 0; i < 20; ++i) kept.insert(discs.hubs.hubs[i].vertex);
  // And the strongest of each disc, by name.
  std::map<std::uint32_t, Vertex> strongest;
  for (Vertex v = 0; v < discs.view.network.vertex_count(); ++v) {
    auto& best = strongest.try_emplace(large.places.disc_of.at(std::string(discs.view.id(v))), v).first->second;
    if (discs.view.network.strength(v) > discs.view.network.strength(best)) best = v;
  }
  for (const auto& [disc, v] : strongest) kept.insert(v);
  EXPECT_EQ(large.nodes_drawn, kept.size());
  std::set<std::uint32_t> with_a_name;
  for (const auto& name : large.names) with_a_name.insert(large.places.disc_of.at(name.id));
  for (const auto& [disc, v] : strongest) {
    EXPECT_TRUE(with_a_name.contains(disc)) << disc;
  }
  EXPECT_LT(large.svg.size(), 1'000'000U);
}

TEST(MapOfCommunities, IsTheSameEachTimeAndItsDotIsReadBack) {
  const GeneratedWorld world(generator::kSmall);
  const auto once = draw_map(world.input, {}, Language("fr")), again = draw_map(world.input, {}, Language("fr"));
  EXPECT_EQ(once.svg, again.svg);
  EXPECT_EQ(once.dot, again.dot);
  const auto read = read_own_dot(once.dot);
  EXPECT_EQ(read.nodes.size(), once.nodes_drawn + once.places.discs.size());
  EXPECT_EQ(read.ties.size(), once.ties_drawn + once.bands_drawn);
}

TEST(MapOfCommunities, PlacesOfOneDrawingAreKeptInTheNext) {
  const GeneratedWorld world(generator::kSmall);
  const auto all = draw_map(world.input, {}, Language("fr"));
  ViewOptions at_a_date;
  at_a_date.as_of = parse_day("2020-06-30");
  const auto view = build_network(world.data, at_a_date);
  const auto partition = find_communities(view.network, {.runs = 1});
  MapInput then;
  then.view = &view;
  then.partition = &partition;
  then.places = &all.places;
  const auto picture = draw_map(then, {}, Language("fr"));
  ASSERT_LT(picture.nodes_drawn, all.nodes_drawn);
  ASSERT_FALSE(picture.places.nodes.empty());
  for (const auto& [id, at] : picture.places.nodes) EXPECT_EQ(at, all.places.nodes.at(id)) << id;
}

}  // namespace
}  // namespace maillage

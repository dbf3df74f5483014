// SPDX-License-Identifier: Apache-2.0
#include "drawing/coverage_map.hpp"

#include <gmock/gmock.h>

#include <random>
#include <regex>

#include "drawing/coverage_marks.hpp"
#include "drawing/raster.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// A few territories on a line from west to east, one of each status, and one without a place.
struct Country {
  DataSet data;
  Coverage coverage;
};

Country country(std::size_t count = kCoverageStatusCodes.size(), const std::string& name = "CC du Pays de ") {
  DataSetBuilder builder;
  for (std::size_t i = 0; i <= count; ++i) {
    builder.add(TerritoryRow{.code = "t" + std::string(i < 10 ? "00" : i < 100 ? "0" : "") + std::to_string(i), .name = name + std::to_string(i),
                             .level = TerritoryLevel::epci});
  }
  Country made{builder.finish().data, {}};
  for (std::size_t i = 0; i <= count; ++i) {
    CoveredTerritory row{.territory = static_cast<std::uint32_t>(i)};
    row.status = static_cast<CoverageStatus>(i % kCoverageStatusCodes.size());
    if (i % 7 != 6) row.population = 1000 * (i + 1) * (i % 5 + 1);
    if (row.status == CoverageStatus::partial_certain || row.status == CoverageStatus::certain) {
      row.share_certain = row.share_possible = row.status == CoverageStatus::certain ? 1 : 0.5;
    }
    if (row.status == CoverageStatus::possible) row.share_possible = 1;
    if (row.status == CoverageStatus::partial_possible) row.share_possible = 0.3;
    if (i < count) {
      row.latitude = 50 + 0.01 * static_cast<double>(i % 9);
      row.longitude = 2 + 0.1 * static_cast<double>(i % 30);
      row.position_is_derived = i % 2 == 0;
    }
    ++made.coverage.totals.territories[i % kCoverageStatusCodes.size()];
    made.coverage.territories.push_back(row);
  }
  made.coverage.totals.all = count + 1;
  return made;
}

CoverageMapInput input_of(const Country& country) {
  CoverageMapInput input{.data = &country.data, .coverage = &country.coverage};
  input.title = "A title";
  input.subtitle = "A subtitle";
  input.notes = {"A note."};
  return input;
}

struct Round {
  Point at;
  double radius;
};
// What is drawn inside a disc, round the same middle, is left out.
std::vector<Round> discs_of(const Picture& picture) {
  static const std::regex circle("<circle cx=\"([^\"]+)\" cy=\"([^\"]+)\" r=\"([^\"]+)\"");
  std::vector<Round> circles;
  for (std::sregex_iterator at(picture.svg.begin(), picture.svg.end(), circle), end; at != end; ++at) {
    const Round one{{std::stod((*at)[1]), std::stod((*at)[2])}, std::stod((*at)[3])};
    const auto outer = std::ranges::find(circles, one.at, &Round::at);
    if (outer == circles.end()) circles.push_back(one);
    else outer->radius = std::max(outer->radius, one.radius);
  }
  return circles;
}

// A text in the middle of a disc names it; any other that reaches into one covers it. Dots have no inside.
void expect_no_disc_is_covered(const Picture& picture) {
  for (const auto& [at, radius] : discs_of(picture)) {
    if (radius < 3) continue;
    for (const auto& label : picture.labels) {
      const Point nearest{std::clamp(at.x, label.box.left, label.box.right), std::clamp(at.y, label.box.top, label.box.bottom)};
      const bool is_name = std::abs(label.box.centre().x - at.x) < 1 && label.box.width() <= 2 * radius;
      EXPECT_TRUE(is_name || distance_between(nearest, at) > radius - 0.5) << label.text << " at " << label.box.left << ' ' << label.box.top << ", disc of " << radius << " at " << at.x << ' ' << at.y;
    }
  }
}

void expect_sound(const Picture& picture) {
  for (std::size_t i = 0; i < picture.labels.size(); ++i) {
    const auto& a = picture.labels[i];
    EXPECT_GE(a.size, 11) << a.text;
    EXPECT_TRUE(a.box.left >= -0.5 && a.box.top >= 0 && a.box.right <= picture.width + 0.5 && a.box.bottom <= picture.height) << a.text;
    EXPECT_THAT(a.text, Not(HasSubstr("⟪")));
    for (std::size_t j = i + 1; j < picture.labels.size(); ++j) {
      EXPECT_FALSE(a.box.grown(-0.5).overlaps(picture.labels[j].box)) << a.text << " | " << picture.labels[j].text;
    }
  }
  EXPECT_NO_THROW(png_of(picture.svg, 0.25));
}

std::string texts_of(const Picture& picture) {
  std::string all;
  for (const auto& label : picture.labels) all += label.text + '\n';
  return all;
}

TEST(CoverageMap, IsSoundInEveryLanguageAndWidth) {
  for (const auto* code : {"fr", "en", "qps"}) {
    for (const auto sheet : {SheetWidth::wide, SheetWidth::narrow}) {
      for (const std::size_t count : {0U, 1U, 8U, 90U, 400U}) {
        SCOPED_TRACE(std::string(code) + ' ' + std::to_string(count));
        const auto made = country(count);
        const auto picture = draw_coverage_map(input_of(made), {.sheet = sheet}, Language(code));
        expect_sound(picture);
        expect_no_disc_is_covered(picture);
      }
    }
  }
}

TEST(CoverageMap, SaysNoRecordAndNamesWhatHasNoPlace) {
  const auto made = country();
  const auto text = texts_of(draw_coverage_map(input_of(made), {}, Language("en")));
  EXPECT_THAT(text, AllOf(HasSubstr("no record"), HasSubstr("without coordinates"), HasSubstr("CC du Pays de 8"), HasSubstr("A note.")));
  EXPECT_THAT(text, Not(HasSubstr("no contract")));
}

TEST(CoverageMap, TellsCertainPossibleAndPartByMoreThanColour) {
  const auto mark = [](CoverageStatus status, std::optional<double> certain, std::optional<double> possible) {
    SvgWriter svg;
    CoveredTerritory row{.status = status};
    row.share_certain = certain;
    row.share_possible = possible;
    draw_coverage_mark(svg, row, {50, 50}, 20);
    return svg.finish({.width = 100, .height = 100}).svg;
  };
  EXPECT_THAT(mark(CoverageStatus::possible, 0, 1), HasSubstr("fill-opacity=\"0.22\""));
  EXPECT_THAT(mark(CoverageStatus::certain, 1, 1), Not(HasSubstr("fill-opacity")));
  EXPECT_THAT(mark(CoverageStatus::announced, 0, 0), HasSubstr("stroke-dasharray"));
  EXPECT_THAT(mark(CoverageStatus::partial_certain, 0.25, 0.25), HasSubstr("r=\"10\""));  // a quarter of the area
  EXPECT_THAT(mark(CoverageStatus::no_record, 0, 0), Not(HasSubstr("s-accent")));
}

TEST(CoverageMap, CarriesWhateverANameHolds) {
  const auto made = country(8, "CA de <script>alert(1)</script> & ");
  const auto picture = draw_coverage_map(input_of(made), {}, Language("fr"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("<script")));
}

TEST(CoverageMap, ShortensNamesOfGroupsAlone) {
  EXPECT_EQ(short_territory_name("CA du Pays de Laon", TerritoryLevel::epci), "Pays de Laon");
  EXPECT_EQ(short_territory_name("CU d’Arras", TerritoryLevel::epci), "Arras");
  EXPECT_EQ(short_territory_name("Métropole Européenne de Lille", TerritoryLevel::epci), "Métropole Européenne de Lille");
  EXPECT_EQ(short_territory_name("CA du Pays", TerritoryLevel::commune), "CA du Pays");
}

TEST(Discs, AreSeparatedAndStayInTheBox) {
  std::mt19937 random(7);
  const Box box{0, 0, 800, 600};
  std::vector<PlacedDisc> discs;
  for (int i = 0; i < 90; ++i) {
    discs.push_back({{100.0 + static_cast<double>(random() % 500), 100.0 + static_cast<double>(random() % 350)}, 3.0 + static_cast<double>(random() % 25)});
  }
  discs.push_back(discs.back());  // two in one place
  const auto apart = separated_discs(discs, box, 2);
  for (std::size_t i = 0; i < apart.size(); ++i) {
    EXPECT_TRUE(box.grown(0.01).holds(box_round(apart[i].at, apart[i].radius, apart[i].radius)));
    for (std::size_t j = i + 1; j < apart.size(); ++j) {
      EXPECT_GE(distance_between(apart[i].at, apart[j].at), apart[i].radius + apart[j].radius - 0.5);
    }
  }
}

TEST(Discs, ThatHaveRoomStayWhereTheyAre) {
  const std::vector<PlacedDisc> discs{{{100, 100}, 10}, {{200, 100}, 20}};
  const auto apart = separated_discs(discs, {0, 0, 400, 400}, 2);
  EXPECT_EQ(apart[0].at, discs[0].at);
  EXPECT_EQ(apart[1].at, discs[1].at);
}

TEST(Projection, KeepsProportionsAndDirections) {
  const MapProjection map({{49, 2}, {51, 4}}, {0, 0, 600, 600});
  const auto north = map.of({51, 3}), south = map.of({49, 3}), west = map.of({50, 2}), east = map.of({50, 4});
  EXPECT_LT(north.y, south.y);
  EXPECT_LT(west.x, east.x);
  EXPECT_NEAR((east.x - west.x) / (south.y - north.y), std::cos(50 * 3.14159265358979 / 180), 1e-9);
  EXPECT_EQ(MapProjection({{50, 3}}, {0, 0, 100, 100}).of({50, 3}), (Point{50, 50}));
}

}  // namespace
}  // namespace maillage

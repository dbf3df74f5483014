// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <map>
#include <regex>

#include "analysis/temporal/evolution.hpp"
#include "drawing/evolution_chart.hpp"
#include "temporal_evolution/dated_registers.hpp"

namespace maillage {
namespace {

using testing::HasSubstr;
using testing::Not;

Evolution followed(const DataSet& data) {
  EvolutionOptions options;
  options.step = CalendarStep::month;
  options.communities = CommunityOptions{.runs = 2};
  return evolution_of(data, options);
}

// No line of text leaves the sheet or lies on another.
void expect_sound(const Picture& picture, const std::string& what) {
  ASSERT_FALSE(picture.labels.empty()) << what;
  for (std::size_t i = 0; i < picture.labels.size(); ++i) {
    const auto& one = picture.labels[i];
    EXPECT_GE(one.box.left, -0.5) << what << ": " << one.text;
    EXPECT_LE(one.box.right, picture.width + 0.5) << what << ": " << one.text;
    EXPECT_GE(one.box.top, -0.5) << what << ": " << one.text;
    EXPECT_LE(one.box.bottom, picture.height) << what << ": " << one.text;
    for (std::size_t j = i + 1; j < picture.labels.size(); ++j) {
      const auto& other = picture.labels[j];
      const double across = std::min(one.box.right, other.box.right) - std::max(one.box.left, other.box.left);
      const double down = std::min(one.box.bottom, other.box.bottom) - std::max(one.box.top, other.box.top);
      EXPECT_FALSE(across > 1 && down > 2.5) << what << ": " << one.text << " / " << other.text;
    }
  }
}

TEST(EvolutionDrawing, CutsAndOverlapsNoText) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto evolution = followed(data);
    for (const auto sheet : {SheetWidth::wide, SheetWidth::narrow}) {
      for (const auto* language : {"fr", "en"}) {
        ChartOptions options;
        options.sheet = sheet;
        expect_sound(draw_evolution(data, evolution, "Titre", options, Language(language)), "seed " + std::to_string(seed));
      }
    }
  }
}

// Of every block of a community its name and its colour, from left to right.
std::vector<std::pair<std::string, std::string>> blocks_of(const std::string& svg) {
  static const std::regex block("<title>([A-Z]+) · [^<]*</title>\\s*<rect[^>]*fill=\"([^\"]*)\"");
  std::vector<std::pair<std::string, std::string>> blocks;
  for (std::sregex_iterator at(svg.begin(), svg.end(), block), end; at != end; ++at) blocks.emplace_back((*at)[1], (*at)[2]);
  return blocks;
}

// Communities come, go and change their order by size: each keeps its name and its colour, and no two share one.
TEST(EvolutionDrawing, CommunitiesKeepTheirColours) {
  std::size_t kept = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto picture = draw_evolution(data, followed(data), "Titre", {}, Language("fr"));
    std::map<std::string, std::string> colour_of, name_of;
    const auto blocks = blocks_of(picture.svg);
    for (const auto& [name, colour] : blocks) {
      EXPECT_EQ(colour_of.emplace(name, colour).first->second, colour) << seed << ": " << name;
      EXPECT_EQ(name_of.emplace(colour, name).first->second, name) << seed << ": " << colour;
    }
    kept += blocks.size() - colour_of.size();
  }
  EXPECT_GT(kept, 30U);
}

TEST(EvolutionDrawing, NamesWhomItFollowsAndSaysWhatItIs) {
  const auto data = dated_registers::make(3);
  const auto evolution = followed(data);
  ChartOptions options;
  options.command = "evolve data";
  const auto picture = draw_evolution(data, evolution, "Le titre", options, Language("fr"));
  for (const auto& institution : evolution.institutions) {
    EXPECT_THAT(picture.svg, HasSubstr(std::string(data.institutions.id[institution.row])));
  }
  EXPECT_THAT(picture.svg, HasSubstr("Le titre"));
  EXPECT_THAT(picture.svg, HasSubstr("command: evolve data"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("nan")));
}

TEST(EvolutionDrawing, SaysWhereColoursStandForSeveralCommunities) {
  const auto data = dated_registers::make(3);
  auto evolution = followed(data);
  ASSERT_TRUE(evolution.communities && !evolution.communities->days.empty());
  for (const std::size_t count : {std::size_t{8}, std::size_t{9}}) {
    auto& followed = *evolution.communities;
    followed.changes.clear();
    followed.communities.assign(count, {.label = 0, .states = {{.step = followed.days.size() - 1, .members = {0}}}});
    const auto english = draw_evolution(data, evolution, "Title", {}, Language("en")).svg;
    EXPECT_EQ(english.find("colours are used again") != std::string::npos, count > kCommunityColours);
  }
}

TEST(EvolutionDrawing, FiguresKeepOffTheAxis) {
  std::size_t figures = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto data = dated_registers::make(seed);
    const auto picture = draw_evolution(data, evolution_of(data, {}), "Title", {}, Language("en"));
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
      // Years stand 17 px below their axis: no figure reaches down to it.
      const auto& year = picture.labels[i];
      if (year.text.size() != 4 || !year.text.starts_with("20")) continue;
      for (const auto& other : picture.labels) {
        const bool is_figure = other.text.size() <= 3 && other.box.bottom < year.box.bottom && other.box.left < year.box.right && year.box.left < other.box.right;
        if (!is_figure || year.box.top - other.box.bottom > 40) continue;
        ++figures;
        EXPECT_LT(other.box.bottom, year.box.top - 5) << "seed " << seed << ": " << other.text;
      }
    }
  }
  EXPECT_GT(figures, 0U);
}

TEST(EvolutionDrawing, WithoutDatesSaysItsTitle) {
  const auto data = DataSetBuilder().finish().data;
  const auto picture = draw_evolution(data, evolution_of(data, {}), "Aucune date", {}, Language("fr"));
  EXPECT_THAT(picture.svg, HasSubstr("Aucune date"));
}

}  // namespace
}  // namespace maillage

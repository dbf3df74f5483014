// SPDX-License-Identifier: Apache-2.0
#include "drawing/chart.hpp"

#include <gmock/gmock.h>

#include "drawing/raster.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const auto kDay = parse_day("2024-12-19");

std::vector<ChartYear> few_years() {
  return {{2023, {2, 9}, {1, 6}, {0, 6}}, {2024, {3, 10}, {2, 7}, {0, 7}}, {2025, {3, 10}, {0, 0}, {0, 7}}, {2026, {3, 10}, {0, 0}, {1, 8}}};
}
std::vector<ChartYear> many_years() {
  std::vector<ChartYear> years;
  for (int i = 1990; i <= 2060; ++i) years.push_back({i, {1000 + i % 7, 1200 + i % 9}, {i % 3, i % 5}, {0, i % 4}});
  return years;
}
void expect_sound(const Picture& picture) {
  for (std::size_t i = 0; i < picture.labels.size(); ++i) {
    const auto& a = picture.labels[i];
    EXPECT_GE(a.size, 11) << a.text;
    EXPECT_TRUE(a.box.left >= 0 && a.box.top >= 0 && a.box.right <= picture.width && a.box.bottom <= picture.height) << a.text;
    EXPECT_THAT(a.text, Not(HasSubstr("⟪")));
    for (std::size_t j = i + 1; j < picture.labels.size(); ++j) {
      EXPECT_FALSE(a.box.overlaps(picture.labels[j].box)) << a.text << " | " << picture.labels[j].text;
    }
  }
  EXPECT_NO_THROW(png_of(picture.svg, 0.25));
}

std::string texts_of(const Picture& picture) {
  std::string all;
  for (const auto& label : picture.labels) all += label.text + '\n';
  return all;
}

TEST(YearsChart, SaysTheFinding) {
  EXPECT_EQ(years_chart_title(few_years(), kDay, Language("fr")), "3 à 10 accords en vigueur dans l’année 2024\u202F; une fin certaine en 2026");
  EXPECT_EQ(years_chart_title(few_years(), kDay, Language("en")), "3 to 10 agreements in force during 2024; one certain end in 2026");
  EXPECT_EQ(years_chart_title({}, {}, Language("en")), "No date: nothing to count by year");
}

TEST(YearsChart, WritesBothBoundsAtTheColumns) {
  const auto picture = draw_years_chart(few_years(), kDay, {}, Language("fr"));
  EXPECT_THAT(texts_of(picture), HasSubstr("3–10\n"));
  EXPECT_THAT(texts_of(picture), HasSubstr("0\n"));
  EXPECT_THAT(texts_of(picture), HasSubstr("19\u00A0décembre\u00A02024"));
}

TEST(YearsChart, IsSoundForFewAndManyYears) {
  for (const auto* code : {"fr", "en", "qps"}) {
    for (const auto sheet : {SheetWidth::wide, SheetWidth::narrow}) {
      for (const auto& years : {few_years(), many_years(), std::vector<ChartYear>{{2024, {1, 1}, {1, 1}, {0, 0}}}, std::vector<ChartYear>{}}) {
        SCOPED_TRACE(std::string(code) + ' ' + std::to_string(years.size()));
        expect_sound(draw_years_chart(years, kDay, {.sheet = sheet}, Language(code)));
        expect_sound(draw_years_chart(years, {}, {.sheet = sheet}, Language(code)));
      }
    }
  }
}

}  // namespace
}  // namespace maillage

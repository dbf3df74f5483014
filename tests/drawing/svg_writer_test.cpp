// SPDX-License-Identifier: Apache-2.0
#include "drawing/svg_writer.hpp"

#include <gmock/gmock.h>

#include "drawing/raster.hpp"
#include "drawing/shapes.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(SvgNumber, HasAtMostTwoDecimalsAndNoMinusNought) {
  EXPECT_EQ(svg_number(12), "12");
  EXPECT_EQ(svg_number(12.5), "12.5");
  EXPECT_EQ(svg_number(1.0 / 3), "0.33");
  EXPECT_EQ(svg_number(-0.001), "0");
  EXPECT_EQ(svg_number(-7.25), "-7.25");
  EXPECT_EQ(svg_number(std::numeric_limits<double>::quiet_NaN()), "0");
  EXPECT_EQ(svg_number(std::numeric_limits<double>::infinity()), "0");
}

TEST(XmlText, EscapesMarkupAndDropsWhatXmlForbids) {
  EXPECT_EQ(xml_text("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
  EXPECT_EQ(xml_text(std::string_view("a\0b\x01\x1f\x7f", 6)), "ab");
  EXPECT_EQ(xml_text("a\tb\nc\rd"), "a b c d");
  EXPECT_EQ(xml_text("\xEF\xBF\xBF" "x\xEF\xBF\xBE"), "x");       // U+FFFF, U+FFFE
  EXPECT_EQ(xml_text("a\xE2\x80\xAE" "b"), "ab");                   // U+202E turns the text round
  EXPECT_EQ(xml_text("&amp;"), "&amp;amp;");
}

TEST(XmlText, ReplacesBadUtf8ByteByByte) {
  const std::string bad = "\xEF\xBF\xBD";
  EXPECT_EQ(xml_text("a\xFF" "b"), "a" + bad + "b");
  EXPECT_EQ(xml_text("\xC3"), bad);
  EXPECT_EQ(xml_text("\xED\xA0\x80"), bad + bad + bad);  // a surrogate
  EXPECT_EQ(xml_text("\xC0\xAF"), bad + bad);            // overlong
  EXPECT_EQ(xml_text("\xF4\x90\x80\x80"), bad + bad + bad + bad);
  EXPECT_EQ(xml_text("é€𝄞"), "é€𝄞");
}

TEST(SafeLink, LetsRelativeAndHttpThrough) {
  for (const auto* good : {"#a1", "fiches/ars.html", "?x=1", "http://example.org/a:b", "HTTPS://example.org", "a/b:c"}) {
    EXPECT_TRUE(is_safe_link(good)) << good;
  }
  for (const auto* bad : {"", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " javascript:x",
                          "java\nscript:x", "//example.org", "\\\\host", "vbscript:x", "file:///etc"}) {
    EXPECT_FALSE(is_safe_link(bad)) << bad;
  }
}

TEST(SvgWriter, AnUnsafeLinkBecomesAGroup) {
  SvgWriter svg;
  svg.open_link("javascript:alert(1)", "x");
  svg.text(10, 20, "name", {});
  svg.close_link();
  const auto picture = svg.finish({.width = 100, .height = 40, .title = "t"});
  EXPECT_THAT(picture.svg, Not(HasSubstr("javascript")));
  EXPECT_THAT(picture.svg, Not(HasSubstr("<a")));
}

TEST(SvgWriter, WritesRootWithNamesAndMetadata) {
  SvgWriter svg;
  svg.circle(10, 10, 5, {.fill = tokens::accent});
  const auto picture = svg.finish({.width = 100, .height = 50, .title = "A < B", .description = "d", .language = "fr",
                                   .id = "map", .command = "draw data -o x", .version = "1", .data_hash = "00ff"});
  EXPECT_THAT(picture.svg, HasSubstr("viewBox=\"0 0 100 50\""));
  EXPECT_THAT(picture.svg, HasSubstr("role=\"img\""));
  EXPECT_THAT(picture.svg, HasSubstr("<title id=\"map-title\">A &lt; B</title>"));
  EXPECT_THAT(picture.svg, HasSubstr("aria-labelledby=\"map-title map-description\""));
  EXPECT_THAT(picture.svg, HasSubstr("command: draw data -o x; version: 1; data: 00ff"));
  EXPECT_THAT(picture.svg, HasSubstr("class=\"f-accent\" fill=\"#24517F\""));
}

TEST(SvgWriter, TheDarkThemeTakesTheDarkColours) {
  SvgWriter svg(Palette::dark);
  svg.text(1, 10, "x", {});
  const auto picture = svg.finish({.width = 20, .height = 20});
  EXPECT_THAT(picture.svg, HasSubstr("#E8EDF2"));
  EXPECT_THAT(picture.svg, HasSubstr("#12171C"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("#16202B")));
}

TEST(SvgWriter, EveryClassHasAStyleRule) {
  const auto rules = style_rules();
  for (const auto& colour : tokens::all) EXPECT_THAT(rules, HasSubstr(".f-" + std::string(colour.name) + "{"));
  for (std::size_t i = 0; i < kCommunityColours; ++i) {
    EXPECT_THAT(rules, HasSubstr(".s-" + std::string(colour_of_community(i).name) + "{"));
  }
  EXPECT_THAT(rules, HasSubstr("prefers-color-scheme:dark"));
}

TEST(SvgWriter, HostileTextStaysValidAndRenders) {
  SvgWriter svg;
  const std::string hostile = std::string("]]><script>alert(1)</script>\xFF&#0; \x01\"'") + '\0' + "&lt;";
  svg.open_group(hostile);
  svg.text(5, 20, hostile, {});
  svg.close_group();
  const auto picture = svg.finish({.width = 400, .height = 40, .title = hostile, .description = hostile,
                                   .id = "x", .command = hostile});
  EXPECT_THAT(picture.svg, Not(HasSubstr("<script")));
  EXPECT_EQ(png_of(picture.svg).substr(1, 3), "PNG");
}

TEST(TextMetrics, KnowsDejaVu) {
  EXPECT_DOUBLE_EQ(text_width("", 12), 0);
  EXPECT_DOUBLE_EQ(text_width(" ", 2048), 651);
  EXPECT_DOUBLE_EQ(text_width("A", 2048), 1401);
  EXPECT_GT(text_width("Université de Lille", 14, FontWeight::bold), text_width("Université de Lille", 14));
  EXPECT_DOUBLE_EQ(text_width("漢", 10), 10);
  EXPECT_DOUBLE_EQ(text_width("e\xCC\x81", 10), text_width("e", 10));  // a combining accent takes no room
}

TEST(TextMetrics, WrapsAtSpacesAndKeepsNoBreakSpacesWhileTheyFit) {
  EXPECT_EQ(wrap_text("un deux", 12, 500), std::vector<std::string>{"un deux"});
  EXPECT_EQ(wrap_text("", 12, 500), std::vector<std::string>{""});
  const auto lines = wrap_text("CA de Béthune-Bruay, Artois Lys Romane", 12, 140);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "CA de Béthune-Bruay,");
  for (const auto& line : wrap_text("57\u00A0% de 1\u202F234 accords", 12, 60)) EXPECT_LE(text_width(line, 12), 60) << line;
  EXPECT_EQ(wrap_text("a 57\u00A0%", 12, text_width("57\u00A0%", 12)).back(), "57\u00A0%");
}

TEST(TextMetrics, BreaksAnEndlessWordRatherThanCutIt) {
  std::string all;
  for (const auto& line : wrap_text(std::string(200, 'W'), 12, 100)) {
    EXPECT_LE(text_width(line, 12), 100);
    all += line;
  }
  EXPECT_EQ(all, std::string(200, 'W'));
}

TEST(Shapes, ReachHoldsTheOutline) {
  for (int s = 0; s <= static_cast<int>(Shape::pentagon); ++s) {
    const auto reach = reach_of(static_cast<Shape>(s), 10);
    EXPECT_GE(reach.side, 8.8);
    EXPECT_LE(reach.side, 13.5);
    EXPECT_FALSE(shape_path(static_cast<Shape>(s), 0, 0, 10).empty());
  }
}

TEST(Raster, SameBytesTwiceAndNothingFetched) {
  SvgWriter svg;
  svg.text(10, 30, "Texte", {.size = 24});
  const auto picture = svg.finish({.width = 120, .height = 50});
  EXPECT_EQ(png_of(picture.svg), png_of(picture.svg));
  EXPECT_EQ(pdf_of(picture.svg), pdf_of(picture.svg));
  EXPECT_EQ(pdf_of(picture.svg).substr(0, 5), "%PDF-");
  SvgWriter empty;
  EXPECT_NE(png_of(empty.finish({.width = 120, .height = 50}).svg).size(), png_of(picture.svg).size());
  EXPECT_NO_THROW(png_of(R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">
    <image href="file:///etc/hostname" width="10" height="10"/></svg>)"));
  EXPECT_THROW(png_of("no drawing"), std::runtime_error);
  EXPECT_THROW(png_of(picture.svg, 1e6), std::runtime_error);
}

}  // namespace
}  // namespace maillage

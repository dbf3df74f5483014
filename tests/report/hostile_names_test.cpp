// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/html_page.hpp"
#include "report/link_map.hpp"
#include "report/page_reader.hpp"
#include "report/small_results.hpp"
#include "report/terminal_page.hpp"
#include "report/fact_sheet.hpp"

namespace maillage {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

// Every text of the data is an attack: on HTML, on attributes, on Markdown, on a spreadsheet, on a terminal.
DataSet hostile_data() {
  const std::string_view script = "<script>alert(1)</script>";
  const std::string_view attribute = "\" onmouseover=\"alert(1)\" x=\"";
  const std::string_view markdown = "](javascript:alert(1)) | `x` <img src=x onerror=alert(1)> [y](http://evil.example)";
  const std::string_view formula = "=HYPERLINK(\"http://evil.example\")";
  const std::string_view control = "\x1b[31mred\x07\xE2\x80\xAE" "drowssap";
  const auto date = [](std::string_view text) { return PartialDate::parse(text).value(); };
  DataSetBuilder b;
  b.add(TerritoryRow{.code = "<b>", .name = script});
  b.add(ThemeRow{.code = "<t>", .label_fr = script, .label_en = attribute});
  b.add(SourceRow{.id = "<s>\"'", .title = script, .publisher = attribute, .date = date("2024-01-02"),
                  .url = "javascript:alert(1)", .file = markdown, .note = formula});
  b.add(InstitutionRow{.id = "../../etc/passwd", .name = script, .short_name = attribute, .aliases = {markdown, formula},
                       .city = control, .territory = "<b>", .url = "javascript:alert(1)", .note = script});
  b.add(InstitutionRow{.id = "..", .name = markdown, .url = "https://evil.example/\"onclick=\"x", .note = control});
  b.add(InstitutionRow{.id = "A", .name = formula});
  b.add(InstitutionRow{.id = "a", .name = control});
  b.add(PersonRow{.id = "<p>", .name = script, .note = attribute});
  b.add(PositionRow{.person = "<p>", .institution = "A", .title = markdown, .seen_on = date("2024")});
  b.add(AgreementRow{.id = "<x>&\"'", .title = script, .reference = attribute, .signed_on = date("2024-01-01"),
                     .duration = "<b>", .stage = Stage::signed_, .place = markdown, .axes = {script, attribute},
                     .themes = {"<t>"}, .territories = {"<b>"}, .note = markdown});
  b.add(AgreementRow{.id = "y", .title = markdown, .expected = date("2025"), .stage = Stage::announced, .note = control});
  for (const auto* institution : {"../../etc/passwd", "..", "A", "a"}) {
    b.add(PartyRow{.agreement = "<x>&\"'", .institution = institution, .note = script});
    b.add(PartyRow{.agreement = "y", .institution = institution});
  }
  b.add(SignatureRow{.agreement = "<x>&\"'", .person = "<p>", .on_behalf_of = "A", .capacity = script});
  b.add(EventRow{.id = "<e>", .agreement = "y", .date = date("2024"), .note = script});
  b.add(MentionRow{.id = "<m>", .institutions = {"A", ".."}, .note = script});
  b.add(EvidenceRow{.table = "agreements", .key = "<x>&\"'", .field = "title", .value = script, .source = "<s>\"'",
                    .locator = "<b>l. 1</b>", .basis = Basis::inferred, .reason = attribute});
  b.add(AcknowledgementRow{.warning = "w", .table = "agreements", .key = "<x>&\"'", .reason = script});
  return b.finish().data;
}

const std::set<std::string> kTags{
    "!doctype", "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "b", "em", "a",
    "ol", "ul", "li", "span", "nav", "div", "section", "article", "figure", "figcaption", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "dl", "dt", "dd", "details", "summary", "svg", "rect", "circle", "code", "footer"};

TEST(HostileNames, AreTextInEveryPage) {
  const auto data = hostile_data();
  const SmallResults results(data);
  for (const std::string language : {"fr", "en"}) {
    for (const auto& [path, bytes] : make_report(results.input(), Language(language))) {
      EXPECT_THAT(path, Not(HasSubstr("/../")));
      if (!path.ends_with(".html")) continue;
      const auto page = read_page(bytes);
      EXPECT_TRUE(page.faults.empty()) << path;
      for (const auto& tag : page.tags) {
        const auto name = tag.name.starts_with('/') ? tag.name.substr(1) : tag.name;
        ASSERT_TRUE(kTags.contains(name)) << path << " <" << tag.name << ">";
        for (const auto& [key, value] : tag.attributes) {
          ASSERT_FALSE(key.starts_with("on")) << path << " " << key;
          if (key == "href") {
            ASSERT_FALSE(value.starts_with("javascript:")) << path;
            ASSERT_TRUE(value.find("evil.example") == std::string::npos) << path << " " << value;
          }
        }
      }
      EXPECT_THAT(bytes, Not(HasSubstr("\x1b")));
      EXPECT_THAT(bytes, Not(HasSubstr("\xE2\x80\xAE")));
      if (path == "index.html") {
        EXPECT_THAT(page.text, HasSubstr("<script>alert(1)</script>"));
      }
    }
  }
}

TEST(HostileNames, AreTextInMarkdown) {
  const auto data = hostile_data();
  const SmallResults results(data);
  const auto files = make_report(results.input(), Language("fr"));
  const auto& markdown = files[1].second;
  ASSERT_EQ(files[1].first, "report.md");
  EXPECT_THAT(markdown, Not(HasSubstr("<script")));
  EXPECT_THAT(markdown, Not(HasSubstr("<img")));
  EXPECT_THAT(markdown, Not(ContainsRegex("[^\\\\]\\]\\(javascript:")));
  EXPECT_THAT(markdown, Not(HasSubstr("](http://evil")));
  EXPECT_THAT(markdown, Not(HasSubstr("\x1b")));
}

TEST(HostileNames, AreNoFormulasInTables) {
  const auto data = hostile_data();
  const SmallResults results(data);
  for (const auto& [path, bytes] : make_report(results.input(), Language("fr"))) {
    if (!path.ends_with(".csv")) continue;
    EXPECT_THAT(bytes, Not(HasSubstr(",=HYPERLINK"))) << path;
    EXPECT_THAT(bytes, Not(HasSubstr(",\"=HYPERLINK"))) << path;
  }
}

TEST(HostileNames, AreTextOnATerminal) {
  const auto data = hostile_data();
  const SmallResults results(data);
  const Language french("fr");
  const auto input = results.input();
  const ReportContext context(input, french);
  for (Index i = 0; i < data.institutions.size(); ++i) {
    EXPECT_THAT(terminal_page(institution_sheet(context, i), french, 80), Not(HasSubstr("\x1b")));
  }
}

TEST(SafeNames, DifferForDifferentIdsAndStayInTheirFolder) {
  EXPECT_EQ(safe_name("univ-lille.2"), "univ-lille.2");
  EXPECT_EQ(safe_name("../x"), "~2e.~2fx");
  EXPECT_EQ(safe_name(""), "~");
  EXPECT_NE(safe_name("a b"), safe_name("a_b"));
  LinkMap links("index.html");
  for (const auto* id : {"A", "a", "..", "/"}) links.add_sheet(id);
  EXPECT_EQ(links.sheet_of("A"), "institutions/A.html");
  EXPECT_EQ(links.sheet_of("a"), "institutions/a~2.html");  // some file systems do not tell them apart
  EXPECT_EQ(links.sheet_of(".."), "institutions/~2e..html");
  EXPECT_EQ(links.sheet_of("none"), "");
}

TEST(WebLinks, AreHttpOnly) {
  EXPECT_EQ(to_web("https://example.org/a?b=c").kind, Target::Kind::web);
  EXPECT_EQ(to_web("javascript:alert(1)").kind, Target::Kind::nowhere);
  EXPECT_EQ(to_web("https://example.org/\"x").kind, Target::Kind::nowhere);
  EXPECT_EQ(to_web("//example.org").kind, Target::Kind::nowhere);
}

}  // namespace
}  // namespace maillage

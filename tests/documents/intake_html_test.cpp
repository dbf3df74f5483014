// SPDX-License-Identifier: Apache-2.0
// Web pages: what of them is text, and on which line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/intake_test_bytes.hpp"

namespace maillage::documents {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TakenIn page(const std::string& body, const std::string& head = "") {
  return take_in_bytes("<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>", "x.html");
}

TEST(IntakeHtml, BlocksAreLinesWithTheLinesOfTheFile) {
  EXPECT_THAT(numbered(page("\n<h1>Une convention\nsignée</h1>\n<p>Un <b>texte</b>\nqui   "
                            "suit.<br>Fin</p><ul><li>un</li><li>deux</li></ul><ol><li><p>a</p></li></ol>")),
              ElementsAre("2:Une convention", "3:signée", "4:Un texte", "5:qui suit.", "5:Fin", "5:• un", "5:• deux",
                          "5:1. a"));
}

TEST(IntakeHtml, ALineThatGoesOnSaysSo) {
  const auto taken = page("<h2>Un titre</h2><p>un\ndeux</p>");
  ASSERT_EQ(numbered(taken).size(), 3U);
  EXPECT_EQ(taken.text.lines[0].form, LineForm::heading);
  EXPECT_EQ(taken.text.lines[2].form, LineForm::begins);
  EXPECT_EQ(taken.text.lines[3].form, LineForm::goes_on);
}

TEST(IntakeHtml, WhatIsNoTextOfThePageIsLeftOut) {
  for (const std::string part :
       {"<script>if (a < 'RIEN') {}</script>", "<style>p{}RIEN</style>", "<nav><p>RIEN</p></nav>",
        "<form>RIEN<button>RIEN</button></form>", "<header><p>RIEN</p></header>", "<footer>RIEN</footer>",
        "<aside>RIEN</aside>", "<p hidden>RIEN</p>", "<p style='display: none'>RIEN</p>",
        "<p aria-hidden=true>RIEN</p>", "<div class='menu'>RIEN</div>", "<div id='cookie-banner'><p>RIEN</p></div>",
        "<div role=navigation>RIEN</div>", "<div class='social-share'>RIEN</div>", "<!-- RIEN -->",
        "<svg><title>RIEN</title></svg>", "<noscript>RIEN</noscript>"}) {
    const auto lines = numbered(page(part + "<p>" + kFrenchText + "</p>" + part));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("RIEN")))) << part;
    EXPECT_EQ(lines.size(), 1U) << part;
  }
}

TEST(IntakeHtml, ClassesOfTheWholePageHideNothing) {
  const auto taken = take_in_bytes("<html><body class='nav-open has-menu'><div class='page-with-sidebar'><p>" +
                                       kFrenchText + "</p></div></body></html>",
                                   "x.html");
  EXPECT_EQ(numbered(taken).size(), 1U);
}

TEST(IntakeHtml, TheMainPartAloneWhereThereIsOne) {
  const auto lines = numbered(
      page("<header><h1>Le titre</h1></header><p>Autour</p><main><p>" + kFrenchText + "</p></main><p>Autour</p>"));
  EXPECT_THAT(lines, ElementsAre("1:Le titre", "1:" + kFrenchText));
}

TEST(IntakeHtml, WhatLooksLikeTheSiteIsReadWhereThereIsNothingElse) {
  EXPECT_THAT(numbered(page("<div class='menu'><p>" + kFrenchText + "</p></div>")), ElementsAre("1:" + kFrenchText));
}

TEST(IntakeHtml, TablesByRowsAndTablesForLayout) {
  EXPECT_THAT(numbered(page("<table><tr><th>Date de signature</th><td>12 mars 2024</td></tr>"
                            "<tr><td>Anne Truc</td><td>maire</td></tr>"
                            "<tr><td>Pour la ville<br>Le maire</td><td>Pour le lycée</td></tr></table>")),
              ElementsAre("1:Date de signature : 12 mars 2024", "1:Anne Truc, maire", "1:Pour la ville", "1:Le maire",
                          "1:Pour le lycée"));
  EXPECT_THAT(numbered(page("<table><tr><td>Avant<table><tr><td>a</td><td>b</td></tr></table>Après</td></tr></table>")),
              ElementsAre("1:Avant", "1:a, b", "1:Après"));
}

TEST(IntakeHtml, EntitiesAndCharsets) {
  EXPECT_THAT(numbered(page("<p>L&rsquo;&eacute;t&#233; &amp; 3&nbsp;&euro;</p>")), ElementsAre("1:L'été & 3 €"));
  EXPECT_THAT(numbered(take_in_bytes(
                  "<html><head><meta charset=\"windows-1252\"></head><body>L\x92\xE9t\xE9</body></html>", "x.html")),
              ElementsAre("1:L'été"));
  EXPECT_THAT(numbered(take_in_bytes("<html><body>\xC3\xA9t\xC3\xA9</body></html>", "x.html")), ElementsAre("1:été"));
}

TEST(IntakeHtml, ItsParticulars) {
  const auto taken =
      page("<p>x</p>",
           "<title>Un titre\n long</title><meta property='article:published_time' content='2024-03-12T10:00:00Z'>");
  EXPECT_EQ(taken.title, "Un titre long");
  EXPECT_EQ(taken.date, "2024-03-12");
}

TEST(IntakeHtml, ElementsInsideEachOtherWithoutEnd) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_TRUE(has_fault(page(deep + "x"), "nested_too_deep"));
}

TEST(IntakeHtml, NoEntityOfADocumentTypeIsOpened) {
  const auto taken = take_in_bytes(
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>&x; texte</p></body></html>",
      "x.html");
  for (const auto& line : numbered(taken)) EXPECT_THAT(line, Not(HasSubstr("root:")));
}

TEST(IntakeHtml, NoTextAtAll) {
  EXPECT_TRUE(has_fault(page("<script>x</script>"), "empty"));
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
// Word and OpenDocument texts: paragraphs, headings, lists, tables, notes; archives that are not what they say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/intake_test_bytes.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using testing::zip_of;

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string cell(const std::string& text) {
  return "<w:tc>" + paragraph(text) + "</w:tc>";
}

TEST(IntakeWord, ParagraphsHeadingsItemsAndTables) {
  const auto taken =
      take_in_bytes(docx_of(paragraph("Un titre", "<w:pStyle w:val=\"T1\"/>") + paragraph("Un texte.") +
                                paragraph("un", "<w:numPr/>") + paragraph("deux", "<w:numPr/>") + "<w:tbl><w:tr>" +
                                cell("Date de fin") + cell("2027") + "</w:tr><w:tr>" + cell("Anne Truc") +
                                cell("maire") + "</w:tr></w:tbl><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>",
                            "<w:style w:styleId=\"T1\"><w:name w:val=\"heading 1\"/></w:style>"),
                    "x.docx");
  EXPECT_EQ(taken.format, DocumentFormat::word);
  EXPECT_THAT(numbered(taken), ElementsAre("1:Un titre", "2:Un texte.", "3:• un", "4:• deux", "5:Date de fin : 2027",
                                           "6:Anne Truc, maire", "7:a", "7:b"));
  EXPECT_EQ(taken.text.lines.front().form, LineForm::heading);
}

TEST(IntakeWord, DeletedTextAndSecondFormsAreLeftOut) {
  EXPECT_THAT(numbered(take_in_bytes(
                  docx_of("<w:p><w:r><w:t>oui</w:t></w:r><w:del><w:r><w:delText>non</w:delText></w:r></w:del>"
                          "<w:r><w:instrText>non</w:instrText></w:r><mc:Fallback "
                          "xmlns:mc=\"m\"><w:t>non</w:t></mc:Fallback></w:p>"),
                  "x.docx")),
              ElementsAre("1:oui"));
}

TEST(IntakeWord, PagesAndTextBoxes) {
  const auto taken = take_in_bytes(docx_of(paragraph("un") +
                                           "<w:p><w:r><w:lastRenderedPageBreak/><w:t>deux</w:t></w:r></w:p>"
                                           "<w:p><w:r><w:t>avant</w:t></w:r><w:txbxContent>" +
                                           paragraph("boîte") + "</w:txbxContent><w:r><w:t>après</w:t></w:r></w:p>"),
                                   "x.docx");
  EXPECT_EQ(taken.pages, 2U);
  EXPECT_THAT(numbered(taken), ElementsAre("1:un", "2:deux", "3:avant", "4:boîte", "5:après"));
}

TEST(IntakeOpenDocument, ParagraphsHeadingsItemsTablesAndNotes) {
  const auto taken =
      take_in_bytes(odt_of("<text:h>Un titre</text:h><text:p>Un<text:s "
                           "text:c=\"2\"/>texte<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                           "<text:p>une note</text:p></text:note-body></text:note> suit<text:line-break/>ici.</text:p>"
                           "<text:tracked-changes><text:p>non</text:p></text:tracked-changes>"
                           "<text:list><text:list-item><text:p>un</text:p></"
                           "text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>"
                           "<table:table><table:table-row><table:table-cell><text:p>Anne "
                           "Truc</text:p></table:table-cell><table:table-cell><text:p>maire</text:p>"
                           "</table:table-cell></table:table-row></table:table>"),
                    "x.odt");
  EXPECT_EQ(taken.format, DocumentFormat::open_document);
  EXPECT_THAT(numbered(taken), ElementsAre("1:Un titre", "2:Un texte suit", "2:ici.", "3:une note", "4:• un",
                                           "5:• deux", "6:Anne Truc, maire"));
}

TEST(IntakeOffice, WhatIsRefused) {
  const std::string bomb(80'000'000, ' ');
  const std::vector<std::pair<std::string, std::string>> cases{
      {zip_of({{"a.txt", "un texte"}}), "unknown_format"},
      {docx_of("<w:p><w:t>a</w:p>"), "not_xml"},
      {zip_of({{"word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"}}),
       "not_xml"},
      {docx_of(paragraph("secret")).substr(0, 200), "damaged"},
      {zip_of({{"word/document.xml", "<d>" + bomb + "</d>"}}), "too_large"},
      {zip_of({{"word/document.xml", "<d>" + bomb.substr(0, 40'000'000) + "</d>"}}), "too_dense"},
      {zip_of({{"word/document.xml", "<d/>"}}, "secret"), "encrypted"},
      {zip_of({{"content.xml", "<d/>"}, {"META-INF/manifest.xml", "<m><encryption-data/></m>"}}), "encrypted"},
      {docx_of(""), "empty"},
  };
  for (const auto& [bytes, code] : cases) {
    const auto taken = take_in_bytes(bytes, "x.docx");
    ASSERT_FALSE(taken.faults.empty()) << code;
    EXPECT_EQ(taken.faults.front().code, code);
    EXPECT_TRUE(taken.is_refused()) << code;
  }
}

}  // namespace
}  // namespace maillage::documents

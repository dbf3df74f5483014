// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/zip_archive.hpp"
#include "tables/workbook.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

Cell yes() {
  Cell cell;
  cell.value = true;
  cell.shown = "oui";
  return cell;
}

SheetToWrite sheet() {
  SheetToWrite made;
  made.table.name = "agreements";
  made.table.title = "Conventions : 2024/2025 [essai] d’un nom qui est bien trop long";
  made.table.columns = {{"id", "Identifiant"}, {"signed", "Signée le"}, {"amount_eur", "Montant"}, {"is_open", "Ouverte"}, {"url", "Source"}};
  made.table.rows = {{Cell("=1+1"), Cell("2024-02-29"), Cell(12500.5), yes(), Cell("https://example.org/a?b=1&c=2")},
                     {Cell("-"), Cell("2024-07"), Cell(), Cell(), Cell("javascript:alert(1)")},
                     {Cell("3"), Cell("1851-01-01"), Cell(std::int64_t{7}), Cell(), Cell("https://example.org/" + std::string(3000, 'x'))}};
  made.table.notes = {"Une note sous le tableau."};
  made.choices["id"] = {"a", "b"};
  made.explanations["signed"] = "Date de signature";
  made.blank_rows = 100;
  return made;
}

TEST(XlsxWriter, GivesBackWhatWasWritten) {
  const auto book = read_workbook(to_xlsx({sheet()}, {}));
  ASSERT_THAT(book.sheets, SizeIs(1));
  const auto& rows = book.sheets[0].rows;
  ASSERT_GE(rows.size(), 5U);
  EXPECT_EQ(rows[0].cells[1].text, "Signée le");
  EXPECT_EQ(rows[1].cells[0].kind, SheetCell::Kind::text);
  EXPECT_EQ(rows[1].cells[0].text, "=1+1");
  EXPECT_FALSE(rows[1].cells[0].is_formula);
  EXPECT_EQ(rows[1].cells[1].kind, SheetCell::Kind::date);
  EXPECT_EQ(rows[1].cells[1].text, "2024-02-29");
  EXPECT_EQ(rows[1].cells[2].kind, SheetCell::Kind::number);
  EXPECT_EQ(rows[1].cells[2].text, "12500.5");
  EXPECT_EQ(rows[1].cells[3].kind, SheetCell::Kind::boolean);
  EXPECT_EQ(rows[2].cells[1].kind, SheetCell::Kind::text) << "a month is no day";
  EXPECT_EQ(rows[3].cells[1].text, "1851-01-01") << "spreadsheets have no days before 1900";
  EXPECT_EQ(rows[3].cells[4].text.size(), 3020U);
  EXPECT_EQ(rows.back().cells[0].text, "Une note sous le tableau.");
}

TEST(XlsxWriter, WritesTheSameBytesAgain) { EXPECT_EQ(to_xlsx({sheet(), sheet()}, {}), to_xlsx({sheet(), sheet()}, {})); }

// A day's form on an empty cell would make a day of a month that is typed into it.
TEST(XlsxWriter, LeavesMonthsThatAreTypedMonthsAndAsksForAYear) {
  auto content = sheet();
  content.days = {"signed"};
  content.no_day = "Un jour, un mois ou une année";
  const auto bytes = to_xlsx({content}, {});
  ZipArchive archive(bytes);
  const auto xml = archive.unpack("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("<dataValidation type=\"custom\" errorStyle=\"warning\""));
  EXPECT_THAT(xml, HasSubstr("Un jour, un mois ou une année"));
  const auto days = xml.substr(xml.find("<cols>"), xml.find("</cols>") - xml.find("<cols>"));
  const auto column = days.substr(days.find("<col min=\"2\""));
  EXPECT_EQ(column.substr(0, column.find("/>")).find("style="), std::string::npos);
}

TEST(XlsxWriter, NamesSheetsAsSpreadsheetsAccept) {
  auto other = sheet();
  other.table.title = "''";
  const auto book = read_workbook(to_xlsx({sheet(), sheet(), other}, {}));
  ASSERT_THAT(book.sheets, SizeIs(3));
  EXPECT_NE(book.sheets[0].name, book.sheets[1].name);
  for (const auto& made : book.sheets) {
    EXPECT_EQ(made.name.find_first_of("[]:*?/\\"), std::string::npos);
    EXPECT_FALSE(made.name.empty());
  }
}

TEST(XlsxWriter, FreezesFiltersLinksAndHelps) {
  const auto bytes = to_xlsx({sheet()}, {});
  ZipArchive archive(bytes);
  const auto xml = archive.unpack("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(xml, HasSubstr("<autoFilter ref=\"A1:E104\"/>"));
  EXPECT_THAT(xml, HasSubstr("<dataValidation type=\"list\""));
  EXPECT_THAT(xml, HasSubstr("Date de signature"));
  EXPECT_THAT(xml, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(xml, Not(HasSubstr("customHeight")));
  auto wordy = sheet();
  wordy.table.rows[0][0] = Cell("deux\nlignes " + std::string(60, 'x'));
  const auto high_bytes = to_xlsx({wordy}, {});
  ZipArchive high(high_bytes);
  EXPECT_THAT(high.unpack("xl/worksheets/sheet1.xml"), HasSubstr("<row r=\"2\" spans=\"1:5\" ht=\"60\" customHeight=\"1\">"));
  EXPECT_THAT(xml, HasSubstr("fitToHeight=\"0\""));
  const auto links = archive.unpack("xl/worksheets/_rels/sheet1.xml.rels");
  EXPECT_THAT(links, HasSubstr("https://example.org/a?b=1&amp;c=2"));
  EXPECT_THAT(links, Not(HasSubstr("javascript")));
}

TEST(XlsxWriter, PrintsAcrossOnePageWithItsHeader) {
  const auto bytes = to_xlsx({sheet()}, {});
  ZipArchive archive(bytes);
  const auto xml = archive.unpack("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(xml, HasSubstr("paperSize=\"9\""));
  EXPECT_THAT(xml, HasSubstr("fitToHeight=\"0\"")) << "as many pages as there are rows for";
  EXPECT_THAT(xml, HasSubstr("<pageSetUpPr fitToPage=\"1\"/>"));
  EXPECT_THAT(archive.unpack("xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
}

TEST(XlsxWriter, ShowsAmountsInEuros) {
  SheetToWrite amounts;
  amounts.table.name = "amounts";
  amounts.table.columns = {{"amount_eur", "Montant"}, {"year", "Année"}};
  amounts.table.rows = {{Cell(5234883.82), Cell(2024)}};
  const auto bytes = to_xlsx({amounts}, {});
  ZipArchive archive(bytes);
  EXPECT_THAT(archive.unpack("xl/styles.xml"), HasSubstr("#,##0.00 [$€-1]"));
  const auto book = read_workbook(bytes);
  ASSERT_THAT(book.sheets, SizeIs(1));
}

TEST(XlsxWriter, KeepsTextsTextsSetsWidthsAndMarksRows) {
  SheetToWrite form;
  form.table.name = "form";
  form.table.columns = {{"day", "Jour"}, {"text", "Texte"}, {"hidden", "Lu"}};
  form.table.rows = {{Cell("2024-05-03"), Cell("2024-05-03"), Cell("x")}};
  form.texts = {"text"};
  form.widths = {{"text", 40}, {"hidden", 0}};
  form.marked_where = "$C2<>\"\"";
  const auto bytes = to_xlsx({form}, {});
  ZipArchive archive(bytes);
  const auto xml = archive.unpack("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("width=\"40."));
  EXPECT_THAT(xml, HasSubstr("hidden=\"1\""));
  EXPECT_THAT(xml, HasSubstr("<formula>$C2&lt;&gt;\"\"</formula>"));
  EXPECT_THAT(archive.unpack("xl/sharedStrings.xml"), HasSubstr("2024-05-03"));
  EXPECT_THAT(xml, HasSubstr("<v>45415</v>")) << "the other column has a day";
}

}  // namespace
}  // namespace maillage

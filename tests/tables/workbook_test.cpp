// SPDX-License-Identifier: Apache-2.0
#include "tables/workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zip_maker.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = SheetCell::Kind;
using testing::zip_of;

const std::string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://example.org/relationships/" + type + "\" Target=\"" + target + "\"/>";
}

// A workbook of one sheet named "Registre" whose sheetData (and what follows it) is `data`.
std::string xlsx(const std::string& data, const std::string& shared = "", const std::string& styles = "",
                 const std::string& properties = "") {
  return zip_of({{"[Content_Types].xml", types},
                 {"_rels/.rels", "<Relationships>" + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
                 {"xl/workbook.xml", "<workbook>" + properties + "<sheets><sheet name=\"Registre\" sheetId=\"1\" r:id=\"s1\" "
                                     "xmlns:r=\"r\"/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation("s1", "worksheet", "worksheets/one.xml") +
                                                    relation("t", "sharedStrings", "/xl/texts.xml") +
                                                    relation("f", "styles", "styles.xml") + "</Relationships>"},
                 {"xl/texts.xml", "<sst>" + shared + "</sst>"},
                 {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
                 {"xl/worksheets/one.xml", "<worksheet><sheetData>" + data + "</worksheet>"}});
}

std::vector<std::string> texts_of(const SheetRow& row) {
  std::vector<std::string> texts;
  for (const auto& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

std::string reason_of(const std::string& bytes) {
  try {
    read_workbook(bytes);
  } catch (const CannotReadWorkbook& fault) {
    return fault.reason;
  }
  return "read";
}

TEST(Xlsx, ReadsTextsNumbersBooleansErrorsAndFormulas) {
  const auto book = read_workbook(xlsx(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>écrit ici</t></is></c>"
      "<c r=\"D1\" t=\"str\"><f>A1&amp;B1</f><v>calculé</v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><v>1.5E3</v></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\" t=\"e\"><v>#REF!</v></c>"
      "<c r=\"D3\"><f>1+1</f></c></row></sheetData>",
      "<si><r><t>Convention</t></r><r><t>-cadre</t></r><rPh><t>lecture</t></rPh></si>"));
  ASSERT_THAT(book.sheets, SizeIs(1));
  EXPECT_EQ(book.sheets[0].name, "Registre");
  ASSERT_THAT(book.sheets[0].rows, SizeIs(2));
  const auto& first = book.sheets[0].rows[0];
  EXPECT_THAT(texts_of(first), ElementsAre("Convention-cadre", "écrit ici", "", "calculé"));
  EXPECT_TRUE(first.cells[3].is_formula);
  const auto& third = book.sheets[0].rows[1];
  EXPECT_EQ(third.number, 3U);
  EXPECT_THAT(texts_of(third), ElementsAre("1500", "true", "#REF!", ""));
  EXPECT_EQ(third.cells[0].kind, Kind::number);
  EXPECT_EQ(third.cells[1].kind, Kind::boolean);
  EXPECT_EQ(third.cells[2].kind, Kind::error);
  EXPECT_TRUE(third.cells[3].is_formula);
  EXPECT_THAT(book.problems, IsEmpty());
}

// Styles 0 to 4: general, a day, `mmm-yy`, a year alone, nine digits with zeros before.
const std::string styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"[$-40C]mmm\\-yy;@\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"yyyy\"/><numFmt numFmtId=\"167\" formatCode=\"000000000\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>";

TEST(Xlsx, ReadsDaysAsPreciselyAsTheyAreShown) {
  const std::string row =
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45481</v></c><c r=\"B1\" s=\"2\"><v>45474</v></c><c r=\"C1\" s=\"3\"><v>45292</v></c>"
      "<c r=\"D1\" s=\"4\"><v>5620018</v></c><c r=\"E1\"><v>45481</v></c></row></sheetData>";
  const auto book = read_workbook(xlsx(row, "", styles));
  const auto& cells = book.sheets[0].rows[0].cells;
  EXPECT_THAT(texts_of(book.sheets[0].rows[0]), ElementsAre("2024-07-08", "2024-07", "2024", "005620018", "45481"));
  EXPECT_EQ(cells[0].kind, Kind::date);
  EXPECT_EQ(cells[3].kind, Kind::number);
  const auto of_1904 = read_workbook(xlsx(row, "", styles, "<workbookPr date1904=\"1\"/>"));
  EXPECT_EQ(of_1904.sheets[0].rows[0].cells[0].text, "2028-07-09");  // four years and a day later
}

TEST(Xlsx, KnowsTheDaysRound29February1900) {
  const auto book = read_workbook(xlsx("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>59</v></c>"
                                       "<c r=\"C1\" s=\"1\"><v>60</v></c><c r=\"D1\" s=\"1\"><v>61</v></c>"
                                       "<c r=\"E1\" s=\"1\"><v>2958465</v></c><c r=\"F1\" s=\"1\"><v>2958466</v></c></row></sheetData>",
                                       "", styles));
  EXPECT_THAT(texts_of(book.sheets[0].rows[0]),
              ElementsAre("1900-01-01", "1900-02-28", "60", "1900-03-01", "9999-12-31", "2958466"));
  ASSERT_THAT(book.problems, SizeIs(2));
  EXPECT_EQ(book.problems[0].kind, WorkbookProblem::Kind::impossible_day);
  EXPECT_EQ(book.problems[0].row, 1U);
  EXPECT_EQ(book.problems[0].column, 2U);
}

TEST(Xlsx, KeepsMergedAndHidden) {
  const auto book = read_workbook(xlsx("<row r=\"1\"><c r=\"B1\" t=\"str\"><v>Parties</v></c></row></sheetData>"
                                       "<mergeCells><mergeCell ref=\"B1:D2\"/></mergeCells>"));
  ASSERT_THAT(book.sheets[0].merged, SizeIs(1));
  EXPECT_EQ(book.sheets[0].merged[0].first_column, 1U);
  EXPECT_EQ(book.sheets[0].merged[0].last_column, 3U);
  EXPECT_EQ(book.sheets[0].merged[0].last_row, 1U);
  EXPECT_FALSE(book.sheets[0].is_hidden);
}

TEST(Xlsx, TellsWhatCannotBeRead) {
  EXPECT_EQ(reason_of("id,parties\n"), "not_a_workbook");
  EXPECT_EQ(reason_of(""), "not_a_workbook");
  EXPECT_EQ(reason_of("PK\x03\x04 and then nothing"), "damaged");
  const auto good = xlsx("</sheetData>");
  EXPECT_EQ(reason_of(good), "read");
  EXPECT_EQ(reason_of(good.substr(0, good.size() - 30)), "damaged");
  auto flipped = good;
  flipped[good.find("</worksheet>") == std::string::npos ? good.size() / 2 : good.find("</worksheet>")] ^= 0x55;
  EXPECT_NE(reason_of(flipped), "read");
  EXPECT_EQ(reason_of(zip_of({{"a.txt", "text"}})), "not_a_workbook");
  EXPECT_EQ(reason_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, 'x')), "old_format");
  std::string encrypted("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (const char c : std::string("EncryptedPackage")) encrypted.append({c, '\0'});
  EXPECT_EQ(reason_of(encrypted), "encrypted");
}

TEST(Xlsx, RefusesWhatIsMadeToHarm) {
  // An entity bomb, nesting without end, a part that unpacks to a hundred times the work.
  EXPECT_EQ(reason_of(zip_of({{"[Content_Types].xml", types}, {"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><workbook/>"}})),
            "damaged");
  std::string nested = "<workbook>";
  for (int i = 0; i < 1000; ++i) nested += "<sheets>";
  EXPECT_EQ(reason_of(zip_of({{"[Content_Types].xml", types}, {"xl/workbook.xml", nested}})), "damaged");
  EXPECT_EQ(reason_of(xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(40U << 20, ' ') + "</v></c></row></sheetData>")),
            "too_dense");
}

TEST(Xlsx, LeavesOutCellsBeyondTheSheetAndSaysSo) {
  std::string row = "<row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>last</v></c><c r=\"XFE1\" t=\"str\"><v>beyond</v></c>"
                    "<c r=\"ZZZZZZZ1\" t=\"str\"><v>beyond</v></c></row>";
  const auto book = read_workbook(xlsx(row + "</sheetData>"));
  EXPECT_EQ(book.sheets[0].rows[0].cells.back().text, "last");
  ASSERT_THAT(book.problems, SizeIs(1));  // told once a sheet
  EXPECT_EQ(book.problems[0].kind, WorkbookProblem::Kind::cells_beyond);
}

TEST(Xlsx, StopsAtTheLimitOfCells) {
  std::string rows;
  for (int r = 1; r <= 20; ++r) {
    rows += "<row r=\"" + std::to_string(r) + "\"><c r=\"XFD" + std::to_string(r) + "\" t=\"str\"><v>x</v></c></row>";
  }
  try {
    read_workbook(xlsx(rows + "</sheetData>"), {.cells = 100'000});
    FAIL();
  } catch (const CannotReadWorkbook& fault) {
    EXPECT_EQ(fault.reason, "too_large");
  }
}

std::string ods(const std::string& tables, const std::string& styles_inside = "", const std::string& manifest = "<manifest/>") {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"META-INF/manifest.xml", manifest},
                 {"content.xml", "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:number=\"n\" "
                                 "xmlns:style=\"s\"><office:automatic-styles>" + styles_inside +
                                     "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                                     "</office:spreadsheet></office:body></office:document-content>"}});
}

TEST(Ods, ReadsTypedCellsRepeatsAndHiddenSheets) {
  const auto book = read_workbook(ods(
      "<table:table table:name=\"Registre\"><table:table-row>"
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>remarque</text:p></office:annotation>"
      "<text:p>Ville<text:s text:c=\"2\"/>de <text:span>Lens</text:span></text:p><text:p>second</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"12.50\"><text:p>12,5</text:p></table:table-cell>"
      "<table:table-cell table:style-name=\"month\" office:value-type=\"date\" office:date-value=\"2024-07-01\"><text:p>juil-24</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row></table:table>"
      "<table:table table:name=\"Listes\" table:style-name=\"off\"/>",
      "<number:date-style style:name=\"N1\"><number:month/><number:year/></number:date-style>"
      "<style:style style:name=\"month\" style:data-style-name=\"N1\"/>"
      "<style:style style:name=\"off\"><style:table-properties table:display=\"false\"/></style:style>"));
  ASSERT_THAT(book.sheets, SizeIs(2));
  ASSERT_THAT(book.sheets[0].rows, SizeIs(2));
  EXPECT_THAT(texts_of(book.sheets[0].rows[0]), ElementsAre("Ville  de Lens\nsecond", "12.5", "12.5", "2024-07"));
  EXPECT_EQ(book.sheets[0].rows[1].number, 1'048'572U);
  EXPECT_FALSE(book.sheets[0].is_hidden);
  EXPECT_TRUE(book.sheets[1].is_hidden);
}

TEST(Ods, TellsWhatCannotBeRead) {
  EXPECT_EQ(reason_of(ods("", "", "<manifest><file-entry><encryption-data/></file-entry></manifest>")), "encrypted");
  EXPECT_EQ(reason_of(ods("")), "not_a_workbook");
  const std::string much = "<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
                           "table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
                           "</table:table-row></table:table>";
  EXPECT_EQ(reason_of(ods(much)), "too_large");
}

TEST(Workbook, NamesColumnsAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(701), "ZZ");
  EXPECT_EQ(column_letters(702), "AAA");
  EXPECT_EQ(column_letters(16'383), "XFD");
}

}  // namespace
}  // namespace maillage

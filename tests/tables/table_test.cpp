// SPDX-License-Identifier: Apache-2.0
#include "tables/table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tables/json_text.hpp"

namespace maillage {
namespace {

using Align = TableColumn::Align;

// name, number of agreements, share: a row with everything, one with nothing, one with hostile texts.
Table sample() {
  return {"sample",
          "Titre",
          {{"name", "Nom", Align::left}, {"agreements", "Conventions", Align::right}, {"share", "Part", Align::right}},
          {{"Université de Lille", 3, Cell(0.5, "50\u00A0%")}, {Cell(), Cell(), std::nan("")}, {"=1+1|<b>", -3, 1e-9}},
          {"Une note."}};
}

TEST(Table, KeepsColumnsInTheOrderAskedFor) {
  const auto table = with_columns(sample(), {"share", "name"});
  EXPECT_EQ(to_csv(table), "share,name\n0.5,Université de Lille\n,\n1e-09,'=1+1|<b>\n");
  EXPECT_THROW(with_columns(sample(), {"nom"}), std::invalid_argument);
}

TEST(Table, SortsStablyWithNothingLast) {
  const Table table{"t",
                    "",
                    {{"k", "", {}}, {"n", "", {}}},
                    {{"b", 1}, {"a", 1.5}, {Cell(), 0}, {"a", -2}, {"é", Cell()}, {"Z", std::nan("")}},
                    {}};
  EXPECT_EQ(to_csv(sorted_by(table, "k")), "k,n\nZ,\na,1.5\na,-2\nb,1\né,\n,0\n");
  EXPECT_EQ(to_csv(sorted_by(table, "-k")), "k,n\né,\nb,1\na,1.5\na,-2\nZ,\n,0\n");
  EXPECT_EQ(to_csv(sorted_by(table, "-n")), "k,n\na,1.5\nb,1\n,0\na,-2\né,\nZ,\n");
  EXPECT_THROW(sorted_by(table, "--k"), std::invalid_argument);
}

TEST(NumberText, HasTwelveDigitsAtMost) {
  EXPECT_EQ(number_text(1.0 / 3), "0.333333333333");
  EXPECT_EQ(number_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(number_text(2), "2");
  EXPECT_EQ(number_text(100000), "100000");
  EXPECT_EQ(number_text(123456789012345678.0), "1.23456789012e+17");
  EXPECT_EQ(number_text(123456789012.4), "123456789012");
  EXPECT_EQ(number_text(1e-7), "1e-07");
  EXPECT_EQ(number_text(-0.25), "-0.25");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(std::nan("")), "");
  EXPECT_EQ(rounded(1.0 / 3), 0.333333333333);
  EXPECT_EQ(rounded(1.797693134862e308), 1.79769313486e308);
}

TEST(Csv, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_field("plain"), "plain");
  EXPECT_EQ(csv_field(""), "");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("a,b", ';'), "a,b");
  EXPECT_EQ(csv_field("a;b", ';'), "\"a;b\"");
  EXPECT_EQ(csv_field("say \"a\""), "\"say \"\"a\"\"\"");
  EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

TEST(Csv, MakesFormulasHarmlessAndLeavesNumbers) {
  for (const auto* formula : {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "--1", "-", "+", "-1e", "-1.", "+33 1", "=", "-١"}) {
    EXPECT_EQ(csv_field(formula), std::string("'") + formula);
  }
  EXPECT_EQ(csv_field("\t=1"), "'\t=1");
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_field("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  for (const auto* number : {"-3", "+2.5", "-1,25x", "-4e-7", "3", "-1E+5", " =1"}) {
    const bool is_number = std::string(number) != "-1,25x";
    EXPECT_EQ(csv_field(number, ';'), (is_number ? "" : "'") + std::string(number));
  }
}

TEST(Csv, NeverWritesAnEmptyLine) {
  const Table table{"t", "", {{"only", "Seule", {}}}, {{Cell()}, {""}, {"x"}, {}}, {}};
  EXPECT_EQ(to_csv(table), "only\n\"\"\n\"\"\nx\n\"\"\n");
}

TEST(ExcelCsv, IsWhatFrenchExcelOpens) {
  auto table = sample();
  table.rows[1] = {Cell("2024-12-19", "19 décembre 2024"), 1234, Cell("in_force", "en vigueur ; oui")};
  EXPECT_EQ(to_excel_csv(table),
            "\xEF\xBB\xBFNom;Conventions;Part\r\nUniversité de Lille;3;0,5\r\n2024-12-19;1234;\"en vigueur ; oui\"\r\n"
            "'=1+1|<b>;-3;1e-09\r\n");
}

TEST(Json, IsAnArrayOfObjectsByKey) {
  const auto parsed = nlohmann::ordered_json::parse(to_json(sample()));
  ASSERT_EQ(parsed.size(), 3U);
  EXPECT_EQ(parsed[0].dump(), R"({"name":"Université de Lille","agreements":3,"share":0.5})");
  EXPECT_EQ(parsed[1].dump(), R"({"name":null,"agreements":null,"share":null})");
  EXPECT_EQ(to_json(Table{}), "[]\n");
}

TEST(JsonText, RoundsNumbersAndReplacesBadBytes) {
  nlohmann::ordered_json value;
  value["z"] = {1.0 / 3, std::nan(""), HUGE_VAL, 7, "é"};
  value["a"] = "\xFF";
  EXPECT_EQ(
      json_text(value),
      "{\n  \"z\": [\n    0.333333333333,\n    null,\n    null,\n    7,\n    \"é\"\n  ],\n  \"a\": \"\uFFFD\"\n}\n");
}

TEST(Markdown, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(to_markdown(sample()),
            "| Nom | Conventions | Part |\n| --- | ---: | ---: |\n| Université de Lille | 3 | 50\u00A0% |\n"
            "| – | – | – |\n| \\=1+1\\|&lt;b&gt; | \\-3 | 1e-09 |\n\nUne note.\n");
  EXPECT_EQ(markdown_text("[a](javascript:x) `b` *c* _d_ snake_case \\"),
            "\\[a\\](javascript:x) \\`b\\` \\*c\\* \\_d\\_ snake_case \\\\");
  EXPECT_EQ(markdown_text("two\r\nlines & <img>"), "two lines &amp; &lt;img&gt;");
  EXPECT_EQ(markdown_text("# 1"), "\\# 1");
  EXPECT_EQ(markdown_text("http://a www.b.c x@y 1.5"), "http\\://a www\\.b.c x\\@y 1.5") << "no links by themselves";
}

}  // namespace
}  // namespace maillage

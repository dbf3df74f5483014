// SPDX-License-Identifier: Apache-2.0
#include "tables/csv_reader.hpp"

#include <gmock/gmock.h>

#include <random>

namespace maillage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = CsvProblem::Kind;
using Records = std::vector<std::vector<std::string>>;

std::vector<Kind> kinds_of(const CsvTable& table) {
  std::vector<Kind> kinds;
  for (const auto& problem : table.problems) kinds.push_back(problem.kind);
  return kinds;
}

CsvTable read_in_cuts(std::string_view text, const std::vector<std::size_t>& cuts) {
  CsvTable table;
  bool has_header = false;
  CsvReader reader(
      {},
      [&](const CsvRecord& record) {
        std::vector<std::string> fields(record.fields.begin(), record.fields.end());
        if (!std::exchange(has_header, true)) {
          table.header = std::move(fields);
        } else {
          table.records.push_back(std::move(fields));
          table.lines.push_back(record.line);
        }
      },
      [&](const CsvProblem& problem) { table.problems.push_back(problem); });
  std::size_t start = 0;
  for (const auto cut : cuts) {
    reader.feed(text.substr(start, cut - start));
    start = cut;
  }
  reader.feed(text.substr(start));
  reader.finish();
  return table;
}

void expect_same(const CsvTable& a, const CsvTable& b) {
  EXPECT_EQ(a.header, b.header);
  EXPECT_EQ(a.records, b.records);
  EXPECT_EQ(a.lines, b.lines);
  EXPECT_EQ(kinds_of(a), kinds_of(b));
}

TEST(CsvReader, ReadsHeaderRecordsAndLines) {
  const auto table = read_csv("id,name\na,Lille\r\n\nb,\"Béthune, \"\"ville\"\"\nd'art\"\nc,x");
  EXPECT_THAT(table.header, ElementsAre("id", "name"));
  EXPECT_EQ(table.records, (Records{{"a", "Lille"}, {"b", "Béthune, \"ville\"\nd'art"}, {"c", "x"}}));
  EXPECT_THAT(table.lines, ElementsAre(2, 4, 6));
  EXPECT_THAT(table.problems, IsEmpty());
  EXPECT_EQ(table.at(1, "name"), "Béthune, \"ville\"\nd'art");
  EXPECT_EQ(table.at(1, "absent"), "");
}

TEST(CsvReader, SkipsAMarkThatIsCut) {
  EXPECT_THAT(read_in_cuts("\xEF\xBB\xBFid\nx\n", {1, 2}).header, ElementsAre("id"));
  EXPECT_THAT(read_csv("\xEF\xBB").header, ElementsAre("\xEF\xBF\xBD\xEF\xBF\xBD"));
}

TEST(CsvReader, EndsLinesAtLoneReturns) {
  EXPECT_EQ(read_csv("a,b\r1,2\r3,4\r").records, (Records{{"1", "2"}, {"3", "4"}}));
}

TEST(CsvReader, TellsOfShortAndLongRecordsAndKeepsThem) {
  const auto table = read_csv("a,b\n1\n1,2,3\n");
  EXPECT_EQ(table.records, (Records{{"1", ""}, {"1", "2", "3"}}));
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::too_few_fields, Kind::too_many_fields));
  EXPECT_EQ(table.problems[1].line, 3U);
  EXPECT_EQ(table.problems[1].column, 2U);
  EXPECT_EQ(table.problems[1].value, "3");
}

TEST(CsvReader, SplitsWhatAnUnterminatedQuoteSwallowed) {
  const auto table = read_csv("a,b\n1,2\nx,\"never closed\n3,4\n5,a \"\"b\n");
  EXPECT_EQ(table.records, (Records{{"1", "2"}, {"x", "never closed"}, {"3", "4"}, {"5", "a \"\"b"}}));
  EXPECT_THAT(table.lines, ElementsAre(2, 3, 4, 5));
  ASSERT_THAT(kinds_of(table), ElementsAre(Kind::unterminated_quote, Kind::quote_in_plain_field));
  EXPECT_EQ(table.problems[0].line, 3U);
  EXPECT_EQ(table.problems[0].value, "never closed");
}

TEST(CsvReader, DoesNotCallARecordShortThatAQuoteCut) {
  const auto table = read_csv("a,b\n\"1,2\n3,4\n");
  EXPECT_EQ(table.records, (Records{{"1,2", ""}, {"3", "4"}}));
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::unterminated_quote));
}

TEST(CsvReader, TellsOfAnUnterminatedQuoteOnceOnTheLastLine) {
  const auto table = read_csv("a,b\n1,\"2");
  EXPECT_EQ(table.records, (Records{{"1", "2"}}));
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::unterminated_quote));
}

TEST(CsvReader, KeepsTextAfterAQuote) {
  const auto table = read_csv("a,b\n\"x\"y\"z,2\n");
  EXPECT_EQ(table.records, (Records{{"xy\"z", "2"}}));
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::text_after_quote));
}

TEST(CsvReader, ReplacesBytesThatAreNoText) {
  const auto table = read_csv(std::string_view("a,b\nLi\xE9ge,\xC3\xA9\nx\0y,\xED\xA0\x80\n", 21));
  EXPECT_EQ(table.records[0][0], "Li\xEF\xBF\xBDge");
  EXPECT_EQ(table.records[0][1], "é");
  EXPECT_EQ(table.records[1][0], "x\xEF\xBF\xBDy");
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::invalid_utf8, Kind::null_byte, Kind::invalid_utf8));
}

TEST(CsvReader, CutsAFieldThatIsTooLong) {
  const auto table = read_csv("a,b\n" + std::string(100, 'x') + ",2\n3,\"" + std::string(50, 'y') + "\"\n",
                              {.max_field_bytes = 10});
  EXPECT_EQ(table.records, (Records{{std::string(10, 'x'), "2"}, {"3", std::string(10, 'y')}}));
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::field_too_long, Kind::field_too_long));
}

TEST(CsvReader, BoundsTheFieldsOfALine) {
  const auto table = read_csv("a\n" + std::string(1'000'000, ',') + "\n" + "\"\"" + std::string(1'000'000, ',') + "\n");
  ASSERT_EQ(table.records.size(), 2U);
  EXPECT_LE(table.records[0].size(), 4096U);
  EXPECT_LE(table.records[1].size(), 4096U);
  EXPECT_THAT(kinds_of(table), ElementsAre(Kind::too_many_fields, Kind::too_many_fields));
}

// Second route: random tables written out by the rules of RFC 4180 come back, however the text is cut.
TEST(CsvReader, GivesBackWhatWasWritten) {
  std::mt19937 random(7);
  const std::vector<std::string> atoms{"a", "é", ",", "\"", "\n", "\r\n", " ", "Université", "0", ";", "\t", "’"};
  for (int round = 0; round < 300; ++round) {
    const auto columns = 1 + random() % 4;
    Records written(2 + random() % 6);
    std::string text = round % 2 == 0 ? "" : "\xEF\xBB\xBF";
    for (auto& record : written) {
      for (std::size_t column = 0; column < columns; ++column) {
        std::string field;
        for (auto left = random() % 5; left > 0; --left) field += atoms[random() % atoms.size()];
        std::string quoted;
        for (const char c : field) quoted.append(c == '"' ? 2 : 1, c);
        const bool needs_quotes = field.find_first_of(",\"\n\r") != std::string::npos || columns == 1;
        if (column > 0) text += ',';
        text += needs_quotes || random() % 4 == 0 ? '"' + quoted + '"' : field;
        record.push_back(std::move(field));
      }
      text += random() % 2 == 0 ? "\n" : "\r\n";
    }
    const auto whole = read_csv(text);
    EXPECT_THAT(whole.problems, IsEmpty()) << text;
    EXPECT_EQ(whole.header, written[0]);
    EXPECT_EQ(whole.records, Records(written.begin() + 1, written.end())) << text;
    std::vector<std::size_t> cuts;
    for (std::size_t at = random() % 3; at < text.size(); at += 1 + random() % 5) cuts.push_back(at);
    expect_same(read_in_cuts(text, cuts), whole);
  }
}

// Whatever the bytes are: no crash, and the cuts make no difference.
TEST(CsvReader, ReadsAnyBytesTheSameHoweverTheyAreCut) {
  std::mt19937 random(11);
  const std::string_view alphabet("a,\"\n\r;\0\xC3\xA9\xE9\xEF\xBB\xBFz", 14);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto left = random() % 60; left > 0; --left) text += alphabet[random() % alphabet.size()];
    const auto whole = read_csv(text);
    std::vector<std::size_t> cuts;
    for (std::size_t at = random() % 4; at < text.size(); at += 1 + random() % 7) cuts.push_back(at);
    expect_same(read_in_cuts(text, cuts), whole);
    for (const auto& record : whole.records) EXPECT_GE(record.size(), whole.header.size());
  }
}

}  // namespace
}  // namespace maillage

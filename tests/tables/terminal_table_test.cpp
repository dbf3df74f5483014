// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tables/display_width.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using Align = TableColumn::Align;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Table sample() {
  return {"sample",
          "",
          {{"name", "Nom", Align::left}, {"title", "Titre", Align::left}, {"n", "Conventions", Align::right}},
          {{"CA de Béthune-Bruay, Artois Lys Romane", "Contrat local de santé renouvelé avec l’agence régionale", 1},
           {"大学", "naïve", Cell(1234567, "1\u202F234\u202F567")}},
          {}};
}

TEST(DisplayWidth, CountsWhatATerminalShows) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("été"), 3U);
  EXPECT_EQ(display_width("e\u0301"), 1U) << "a combining accent takes no place";
  EXPECT_EQ(display_width("大学"), 4U);
  EXPECT_EQ(display_width("1\u202F234\u00A0%"), 7U);
  EXPECT_EQ(display_width("a\u200Bb"), 2U);
  EXPECT_EQ(display_width("\xFF"), 1U);
  EXPECT_EQ(display_width(""), 0U);
}

TEST(TerminalLine, LetsNoNameMoveTheCursor) {
  EXPECT_EQ(terminal_line("a\x1B[2Jb\r\n\tc\x7F"), "a\uFFFD[2Jb  c\uFFFD");
  EXPECT_EQ(terminal_line("a\u202Eb\u2066c\u0085"), "a\uFFFDb\uFFFDc\uFFFD");
  EXPECT_EQ(terminal_line("l’ARS\u00A0: 57\u202F%"), "l’ARS\u00A0: 57\u202F%");
}

TEST(Wrapped, BreaksAtSpacesAndInsideAWordOnlyWhereItMust) {
  EXPECT_THAT(wrapped("un deux trois", 8), ElementsAre("un deux", "trois"));
  EXPECT_THAT(wrapped("un\u00A0deux trois", 8), ElementsAre("un\u00A0deux", "trois"));
  EXPECT_THAT(wrapped("abcdefgh ij", 4), ElementsAre("abcd", "efgh", "ij"));
  EXPECT_THAT(wrapped("Hauts-de-France", 10), ElementsAre("Hauts-de-", "France"));
  EXPECT_THAT(wrapped("à Béthune-Bruay, ici", 9), ElementsAre("à", "Béthune-", "Bruay,", "ici"));
  EXPECT_THAT(wrapped("大学大学", 3), ElementsAre("大", "学", "大", "学"));
  EXPECT_THAT(wrapped("  a   b  ", 10), ElementsAre("a b"));
  EXPECT_THAT(wrapped("", 10), ElementsAre(""));
  EXPECT_THAT(wrapped("ab", 0), ElementsAre("a", "b"));
}

TEST(Terminal, IsAsWideAsItComesWithoutALimit) {
  auto table = sample();
  table.rows.resize(2);
  table.rows[0] = {"a", "b", 1};
  table.title = "Un titre";
  table.notes = {"Une note."};
  EXPECT_EQ(to_terminal(table, 0),
            "Un titre\n\nNom   Titre  Conventions\n────  ─────  ───────────\na     b                1\n"
            "大学  naïve    1\u202F234\u202F567\n\nUne note.\n");
}

TEST(Terminal, FitsEveryWidthAndLosesNoWord) {
  for (unsigned width = 10; width < 120; ++width) {
    const auto text = to_terminal(sample(), width);
    for (const auto& line : lines_of(text)) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
    if (width < 40) continue;
    for (const auto* word : {"Béthune-Bruay,", "régionale", "1\u202F234\u202F567", "大学"}) {
      EXPECT_NE(text.find(word), std::string::npos) << word << " at width " << width;
    }
  }
}

TEST(Terminal, PutsFieldsUnderEachOtherWhereColumnsCannotFit) {
  EXPECT_EQ(to_terminal(with_columns(sample(), {"name", "n"}), 12),
            "Nom │ CA de\nBéthune-\nBruay,\nArtois Lys\nRomane\nConventions\n│ 1\n\nNom │ 大学\nConventions\n"
            "│ 1\u202F234\u202F567\n");
}

TEST(Terminal, AlignsTheFieldsOfRecordsWhereTheyLeaveRoom) {
  Table table;
  table.columns = {{"name", "Nom", {}}, {"why", "Pourquoi", {}}};
  std::string why;
  for (int i = 0; i < 60; ++i) why += "parce que ";
  table.rows = {{"Béthune-Bruay", Cell(why)}, {"Laon", "Oui"}};
  const auto text = to_terminal(table, 40);
  EXPECT_THAT(text, testing::StartsWith("Nom      │ Béthune-Bruay\nPourquoi │ parce que parce que parce que\n         │ parce que"));
  EXPECT_THAT(text, testing::EndsWith("\n\nNom      │ Laon\nPourquoi │ Oui\n"));
}

TEST(Terminal, NeverBreaksAHeaderOrAShortWordInColumns) {
  Table table;
  for (const auto* label : {"Rang", "Institution", "Intervalle", "Accords", "Partenaires", "Intermédiarité"}) {
    table.columns.push_back({label, label, {}});
  }
  table.rows = {{"1", "Communauté de communes", "1 à 2", "six", "sept", "nulle"}};
  for (unsigned width = 30; width < 100; ++width) {
    const auto text = to_terminal(table, width);
    for (const auto* word : {"Institution", "Intervalle", "Partenaires", "Intermédiarité", "Communauté", "communes"}) {
      EXPECT_NE(text.find(word), std::string::npos) << word << " at width " << width;
    }
  }
}

TEST(Terminal, ShowsATableWithoutRowsOrColumns) {
  EXPECT_EQ(to_terminal(Table{}, 80), "");
  EXPECT_EQ(to_terminal({"t", "", {{"a", "A", {}}}, {}, {}}, 80), "A\n─\n");
}

}  // namespace
}  // namespace maillage

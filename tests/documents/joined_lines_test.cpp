// SPDX-License-Identifier: Apache-2.0
#include "documents/text/joined_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(JoinedLines, WordsThatALineEndCuts) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"la conven-\ntion", "la convention"},        {"les Hauts-\nde-France", "les Hauts-de-France"},
      {"le vice-\nprésident", "le vice-président"}, {"Villeneuve-\nd'Ascq", "Villeneuve-d'Ascq"},
      {"Bourgo-\ngne-du-Sud", "Bourgogne-du-Sud"},
      {"Saint-\nMartin", "Saint-Martin"},           {"le mal-\nlogement", "le mal-logement"},
      {"de 2020 -\nenviron", "de 2020 - environ"},  {"2020-\n2024", "2020- 2024"},
      {"un mot\net  deux", "un mot et deux"},
  };
  for (const auto& [lines, meant] : cases) EXPECT_EQ(joined_lines(clean_lines(lines)).text, meant) << lines;
}

TEST(JoinedLines, KnowsFromWhichLineEachPartIs) {
  const auto joined = joined_lines(clean_lines("la conven-\ntion"));
  EXPECT_THAT(joined.origins, ElementsAre(std::pair(0U, 1U), std::pair(9U, 2U)));
}

TEST(ItemMark, BulletsAndNumbers) {
  for (const std::string line : {"- un axe", "• un axe", "* un axe", "→ un axe"}) {
    EXPECT_GT(item_mark_of(line).length, 0U) << line;
    EXPECT_EQ(item_mark_of(line).number, 0U) << line;
  }
  EXPECT_EQ(item_mark_of("3. la santé").number, 3U);
  EXPECT_EQ(item_mark_of("12) la santé").number, 12U);
  EXPECT_EQ(item_mark_of("b) la santé").number, 2U);
  for (const std::string line : {"3 mai 2024", "15.01.2024", "-", "2024. Un bilan", "Un axe - deux"}) {
    EXPECT_EQ(item_mark_of(line).length, 0U) << line;
  }
}

TEST(CutWhereMeant, AtItemsAndWhereAWordWouldHaveHadRoom) {
  EXPECT_THAT(cut_where_meant(clean_lines("- un axe qui est\nplus long\n- un autre"), 20), SizeIs(2));
  EXPECT_THAT(cut_where_meant(clean_lines("Anne Truc, maire\nPaul Machin, proviseur"), 60), SizeIs(2));
  EXPECT_THAT(cut_where_meant(clean_lines("La ville de Valmont et la ville de\nGrand-Pré ont signé"), 36), SizeIs(1));
}

TEST(CutWhereMeant, InASentenceALittleRoomSaysNothing) {
  // « 24 mars » is kept together by a fixed blank.
  EXPECT_THAT(
      cut_where_meant(
          clean_lines("La ville et le lycée l'ont fait le jeudi\n24 mars au soir, dans la salle des fêtes."), 44),
      SizeIs(1));
  EXPECT_THAT(cut_where_meant(clean_lines("La ville l'a fait\nValmont aussi, dans la salle des fêtes du bourg"), 47),
              SizeIs(2));
}

TEST(CutWhereMeant, LinesWithLabelsAreOneEach) {
  EXPECT_THAT(cut_where_meant(
                  clean_lines("14 mars 2024 : un comité à la préfecture\nSeptembre 2024 : ouverture du guichet"), 41),
              SizeIs(2));
}

TEST(CutWhereMeant, LinesThatNameAPersonAreOneEach) {
  EXPECT_THAT(cut_where_meant(clean_lines("M. Paul Machin, recteur de la région\nMme Anne Truc, maire"), 40),
              SizeIs(2));
}

TEST(CutWhereMeant, AFileThatSaysWhatALineIsKnowsBest) {
  std::vector<SourceLine> lines{{"Le maire a signé.", 1, 1, LineForm::begins},
                                {"Il est content.", 2, 1, LineForm::goes_on},
                                {"et suite", 3, 1, LineForm::begins}};
  EXPECT_THAT(cut_where_meant(lines, 100), ElementsAre(SizeIs(2), SizeIs(1)));
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include "documents/text/columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsSupersetOf;

std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> texts;
  for (const auto& line : unwoven(clean_lines(text))) {
    if (!line.text.empty()) texts.push_back(line.text);
  }
  return texts;
}

TEST(Columns, TheLeftOneComesFirst) {
  EXPECT_THAT(read("La ville de Valmont et le        LES SIGNATAIRES\n"
                   "lycée unissent leurs forces      Anne Truc, maire\n"
                   "pour les élèves du centre.       Paul Machin, proviseur\n"
                   "La convention dure trois ans.    Marie Bidule, préfète\n"),
              ElementsAre("La ville de Valmont et le", "lycée unissent leurs forces", "pour les élèves du centre.",
                          "La convention dure trois ans.", "LES SIGNATAIRES", "Anne Truc, maire",
                          "Paul Machin, proviseur", "Marie Bidule, préfète"));
}

TEST(Columns, LinesKeepTheirNumbers) {
  const auto lines =
      unwoven(clean_lines("Un texte à gauche       Un autre à droite\nqui continue ici        et sa suite là\n"
                          "et sa fin au bout.      Le reste du texte.\n"));
  const auto other = std::ranges::find(lines, "et sa suite là", &SourceLine::text);
  ASSERT_NE(other, lines.end());
  EXPECT_EQ(other->number, 2U);
}

TEST(Columns, WhatIsBlankOnOneSideAlonePartsNoSentence) {
  EXPECT_THAT(
      blocks_of("La charte que la ville signe          ILS ONT SIGNÉ\n"
                "sera donnée dès la rentrée aux\n"
                "                                      Anne Truc, maire\n"
                "élèves du collège de la vallée.\n"
                "                                      Paul Machin, recteur\n"
                "Un bilan suivra au mois de juin.      Marie Bidule, préfète\n"),
      IsSupersetOf(
          {"para: La charte que la ville signe sera donnée dès la rentrée aux élèves du collège de la vallée."}));
}

TEST(Columns, RowsOfATableStayRows) {
  EXPECT_THAT(read("Collectivité                     Signature         Durée\n"
                   "Ville de Valmont                 12/12/2023        5 ans\n"
                   "Communauté du Val                20 déc. 2023      4 ans\n"
                   "Ville de Grand-Pré               15.01.2024        5 ans\n"),
              ElementsAre("Collectivité, Signature, Durée", "Ville de Valmont, 12/12/2023, 5 ans",
                          "Communauté du Val, 20 déc. 2023, 4 ans", "Ville de Grand-Pré, 15.01.2024, 5 ans"));
}

TEST(Columns, LinesBetweenThoseOfASentenceComeBehindIt) {
  EXPECT_THAT(
      read(
          "Les partenaires de la convention ont signé mardi à\n\nAnne Truc, maire de Valmont ;\n\nl'hôtel de ville.\n"),
      ElementsAre("Les partenaires de la convention ont signé mardi à", "l'hôtel de ville.",
                  "Anne Truc, maire de Valmont ;"));
}

TEST(Columns, ABlankLineInTheMidstOfASentencePartsNothing) {
  EXPECT_THAT(
      blocks_of("1. Accompagnement des élèves\n\nde la vallée et du bourg\n\n2. Formation des maîtres\n\nAnne Truc, "
                "maire de Valmont\n"),
      IsSupersetOf({"item: Accompagnement des élèves de la vallée et du bourg", "item: Formation des maîtres"}));
  EXPECT_THAT(read("Il faut venir avec\n\nAnne Truc, maire\n\nle soir du bal.\n"),
              ElementsAre("Il faut venir avec", "le soir du bal.", "Anne Truc, maire"));
}

TEST(Columns, AShortParagraphWithANameIsNotWoven) {
  const std::string text =
      "La ville de Valmont et le lycée agricole ont signé une charte\npour les élèves de la vallée, avec le collège et "
      "le département\n"
      "de la région, qui finance le tout pendant trois ans au moins et\nplus encore, selon les vœux de tous les élus "
      "de la vallée.\n\n"
      "C'est une géographe, Maëlle\nQuintal, qui en sera titulaire. Ses travaux\nsuivront trois pistes.\n";
  EXPECT_THAT(
      blocks_of(text),
      ::testing::Contains(
          "para: C'est une géographe, Maëlle Quintal, qui en sera titulaire. Ses travaux suivront trois pistes."));
}

TEST(Columns, ATitleToTheRightMakesNone) {
  const std::vector<std::string> lines{"VILLE DE VALMONT                    Communiqué",
                                       "Le maire a signé une convention avec le lycée et le collège.",
                                       "Elle dure trois ans et porte sur le sport."};
  EXPECT_THAT(read(lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n"), ElementsAreArray(lines));
}

TEST(Columns, RowsOfThreeCellsAreATableWithoutFigures) {
  EXPECT_THAT(read("Lieu                   Guide                  Qualité\n"
                   "Ville de Valmont       Anne Truc              maire\n"
                   "Lycée du Val           Paul Machin            proviseur\n"),
              ElementsAre("Lieu, Guide, Qualité", "Ville de Valmont, Anne Truc, maire",
                          "Lycée du Val, Paul Machin, proviseur"));
}

TEST(Columns, ALongLineOfAListIsNotWoven) {
  EXPECT_THAT(read("La ville de Valmont, Mme Anne Truc, maire\n"
                   "Le lycée du Grand Val, M. Paul Machin\n"
                   "L'université de la Grande Vallée, M. Noël Camborde, vice-président à la vie étudiante\n"
                   "La société Tardieu, M. Marc Bidule\n"
                   "La mission du Val, Mme Marie Untel\n")
                  .size(),
              5U);
}

}  // namespace
}  // namespace maillage::documents

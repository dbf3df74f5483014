// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Themes of the one agreement that the first lines tell.
std::vector<std::string> themes(std::string_view rest) {
  const auto read = read_text(
      "Kersaint, le 16 mai 2024\n\nLa Ville de Kersaint et la Fondation Orlande ont signé mardi 14 mai une "
      "convention. " +
      std::string(rest));
  return read.agreements.size() == 1 ? themes_of(read.agreements.front())
                                     : std::vector<std::string>{"no single agreement"};
}

TEST(Themes, NumberedHeadingsWithParagraphsBetween) {
  EXPECT_THAT(themes("\n\nAxe 1 – Rénover les halles\n\nLes toitures seront refaites.\n\nAxe 2 – Planter des "
                     "haies\n\nUn verger suivra.\n"),
              ElementsAre("Rénover les halles", "Planter des haies"));
  EXPECT_THAT(themes("Trois chapitres composent le texte.\n\nI. LA LECTURE À VOIX HAUTE\nUn salon ouvrira.\n\nII. LE "
                     "CHANT DES MARINS\nUn chœur naîtra.\n\nIII. LA DANSE DE SALON\nUn bal est prévu.\n"),
              ElementsAre("Lecture à voix haute", "Chant des marins", "Danse de salon"));
}

TEST(Themes, AnswersToAQuestion) {
  EXPECT_THAT(themes("Que prévoit le texte ? La remise en eau du canal, des ateliers de voile et un sentier de rive."),
              ElementsAre("remise en eau du canal", "ateliers de voile", "sentier de rive"));
  EXPECT_THAT(themes("De quoi s'agit-il ? D'ouvrir un four à pain, de former des boulangers et d'équiper les écoles."),
              ElementsAre("ouvrir un four à pain", "former des boulangers", "équiper les écoles"));
}

TEST(Themes, ToldOneByOne) {
  EXPECT_THAT(themes("Elle se décline en plusieurs volets. Le premier concerne l'accueil des apprentis. Le deuxième "
                     "porte sur la visite des chais. Le dernier prévoit le prêt de barques."),
              ElementsAre("accueil des apprentis", "visite des chais", "prêt de barques"));
}

TEST(Themes, BehindVerbsOfWhatAnAgreementDoes) {
  EXPECT_THAT(
      themes(
          "Elle met l'accent sur la collecte des fruits, la formation des bénévoles ainsi que l'aide aux étudiants."),
      ElementsAre("collecte des fruits", "formation des bénévoles", "aide aux étudiants"));
  EXPECT_THAT(themes("Elle repose sur trois piliers que sont le sommeil, le sport et la lecture."),
              ElementsAre("sommeil", "sport", "lecture"));
}

TEST(Themes, TheObjectOfTheAgreementWhereNothingElseIsSaid) {
  const auto read = read_text(
      "Kersaint, le 16 mai 2024\n\nLa Ville de Kersaint et la Fondation Orlande ont signé mardi 14 mai une convention "
      "relative à l'entretien des digues.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_THAT(themes_of(read.agreements.front()), ElementsAre("entretien des digues"));
}

TEST(Themes, NoneWhereTheTextGivesNone) {
  EXPECT_THAT(themes("Les invités ont ensuite visité le port."), IsEmpty());
  EXPECT_THAT(themes("À la tribune : Jeanne Rivoal, maire de Kersaint, Paul Guéguen, son adjoint, et Anne Tanguy, "
                     "présidente de la Fondation Orlande."),
              IsEmpty());
}

TEST(Themes, StepsOfOneSentence) {
  EXPECT_THAT(themes("Trois priorités se dégagent. D'abord le curage du port ; ensuite le fanal ; enfin les chants de marins."),
              ElementsAre("curage du port", "fanal", "chants de marins"));
}

TEST(Themes, FieldsAndInfinitivesThatBeginAlike) {
  EXPECT_THAT(themes("Elle organise le travail dans les domaines de la pêche, du sel et de la voile, avec l'aide de bénévoles."),
              ElementsAre("pêche", "sel", "voile"));
  EXPECT_THAT(themes("Les deux partenaires pourront draguer le chenal, peindre les barques et ouvrir une école de nœuds."),
              ElementsAre("draguer le chenal", "peindre les barques", "ouvrir une école de nœuds"));
}

TEST(Themes, WhatIsSummedUp) {
  EXPECT_THAT(themes("Lire, nager, cuisiner : autant de sujets sur lesquels ils travailleront."), ElementsAre("Lire", "nager", "cuisiner"));
}

TEST(Themes, ListsOfFiguresHoursAndHelpersAreNone) {
  EXPECT_THAT(themes("\n\nLe port en chiffres :\n- 300 anneaux\n- 12 chalutiers\n- 4 pontons\n"), IsEmpty());
  EXPECT_THAT(themes("De nombreux acteurs étaient associés :\n- les chambres consulaires ;\n- les associations de pêcheurs.\n"), IsEmpty());
  EXPECT_THAT(themes("Trois étapes ont précédé l'acte : un diagnostic, une visite et un vote."), IsEmpty());
}

TEST(Themes, AnAsideIsNoMember) {
  EXPECT_THAT(themes("Nouveauté : la Fondation entre dans la boucle et devient, à son tour, partie au projet."),
              IsEmpty());
}

}  // namespace
}  // namespace maillage::documents

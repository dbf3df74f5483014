// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signatories.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::UnorderedElementsAre;

std::vector<std::string> signatories(std::string_view text) {
  const auto read = read_text(
      "Kersaint, le 16 mai 2024\n\nLa Fondation Orlande et l'Université de Valmoise ont signé lundi 13 mai une "
      "charte.\n\n" +
      std::string(text));
  return read.agreements.size() == 1 ? signatories_of(read, read.agreements.front()) : std::vector<std::string>{};
}

TEST(Signatories, ThoseSaidToSignNotThoseWhoComment) {
  EXPECT_THAT(signatories("La charte a été signée par Jeanne Rivoal, présidente de la Fondation Orlande, et Marc "
                          "Tellier, président de l'Université de Valmoise. "
                          "« Un beau jour », a commenté Louis Garnec, adjoint au maire de Kersaint."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, AMinisterOnlyLooksOn) {
  EXPECT_THAT(signatories("Jeanne Rivoal, présidente de la Fondation Orlande, et Marc Tellier, président de "
                          "l'Université de Valmoise, ont signé en présence de "
                          "Paul Kerguen, ministre délégué chargé de la Mer."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, HeadsInWhosePresenceTheirOwnAgreementIsSigned) {
  EXPECT_THAT(signatories("La signature a eu lieu en présence de Jeanne Rivoal, présidente de la Fondation Orlande, et "
                          "de Marc Tellier, président de "
                          "l'Université de Valmoise."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, WhoAnswersByWhomItIsSigned) {
  EXPECT_THAT(signatories("Par qui ? Par la présidente de la Fondation Orlande, Jeanne Rivoal, et par le président de "
                          "l'Université de Valmoise, Marc Tellier."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, ForEachBodyItsOwnHead) {
  EXPECT_THAT(signatories("Ont signé pour la Fondation Orlande sa présidente, Jeanne Rivoal, et pour l'Université de "
                          "Valmoise son président, Marc Tellier."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, WhoStandsForABodyInSoManyWords) {
  EXPECT_THAT(signatories("Anne Tanguy, vice-présidente, représentait la Fondation Orlande ; l'Université de Valmoise était représentée par son président, Marc Tellier."),
              UnorderedElementsAre("Anne Tanguy @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, WhoBindThemselvesByTheAgreement) {
  EXPECT_THAT(signatories("Jeanne Rivoal, présidente de la Fondation Orlande, et Marc Tellier, président de l'Université de Valmoise, se sont engagés par cette charte à planter des haies."),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

TEST(Signatories, InOneLine) {
  EXPECT_THAT(signatories("Signataires : Jeanne Rivoal (Fondation Orlande) ; Marc Tellier (Université de Valmoise)"),
              UnorderedElementsAre("Jeanne Rivoal @ Fondation Orlande", "Marc Tellier @ Université de Valmoise"));
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_parties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> parties(std::string_view text) {
  const auto read = read_text("Kersaint, le 2 mai 2024\n\n" + std::string(text));
  return read.agreements.size() == 1 ? parties_of(read, read.agreements.front())
                                     : std::vector<std::string>{std::to_string(read.agreements.size()) + " agreements"};
}

TEST(AgreementParties, SubjectsAndWhoStandsBehindWith) {
  EXPECT_THAT(parties("La Ville de Kersaint a signé mardi avec la Fondation Orlande une convention de mécénat."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
}

TEST(AgreementParties, ThoseSaidNotToSignAreNone) {
  EXPECT_THAT(parties("La Ville de Kersaint et la Fondation Orlande ont signé mardi une charte. L'Université de "
                      "Valmoise n'est pas signataire."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
  EXPECT_THAT(parties("La Ville de Kersaint et la Fondation Orlande ont signé mardi une charte. L'Université de "
                      "Valmoise suivra le projet sans y être partie."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
}

TEST(AgreementParties, ExcludedOnesAreKept) {
  const auto read = read_text(
      "Kersaint, le 2 mai 2024\n\nLa Ville de Kersaint et la Fondation Orlande ont signé une charte. L'Université de "
      "Valmoise n'est pas signataire.");
  ASSERT_EQ(read.agreements.size(), 1U);
  ASSERT_EQ(read.agreements.front().excluded.size(), 1U);
  EXPECT_EQ(read.institutions.named[read.agreements.front().excluded.front()].name, "Université de Valmoise");
}

TEST(AgreementParties, HostsAndOnlookersAreNone) {
  EXPECT_THAT(parties("La Ville de Kersaint et la Fondation Orlande ont signé mardi une charte dans les locaux de "
                      "l'Université de Valmoise, en présence du "
                      "président du Lycée Hector-Brun."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
}

TEST(AgreementParties, CountedPartiesFollowInTheNextSentence) {
  EXPECT_THAT(parties("Une charte a été signée lundi. Trois signataires se partagent la tâche. La Ville de Kersaint "
                      "prête la salle, la Fondation Orlande paie "
                      "et l'Université de Valmoise enseigne."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande", "Université de Valmoise"));
}

TEST(AgreementParties, ThoseOfTheSentenceBefore) {
  EXPECT_THAT(parties("La Ville de Kersaint, la Fondation Orlande et l'Université de Valmoise travaillent ensemble. "
                      "Leur convention-cadre a été signée lundi."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande", "Université de Valmoise"));
}

TEST(AgreementParties, OnlyInTheListOfSignatories) {
  EXPECT_THAT(parties("Les partenaires ont signé lundi une convention-cadre.\n\nLes signataires\n\nJeanne Rivoal, "
                      "présidente de la Fondation Orlande\n"
                      "Marc Tellier, président de l'Université de Valmoise\n"),
              UnorderedElementsAre("Fondation Orlande", "Université de Valmoise"));
}

TEST(AgreementParties, AFunderOfSomethingElseIsNone) {
  EXPECT_THAT(parties("La Ville de Kersaint et la Fondation Orlande ont signé une charte. L'Université de Valmoise "
                      "finance par ailleurs un observatoire."),
              UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
}

}  // namespace
}  // namespace maillage::documents

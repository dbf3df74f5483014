// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_threads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::UnorderedElementsAre;

TEST(AgreementThreads, ReferencesInSeveralSectionsAreOneAgreement) {
  const auto read = read_text(R"(Kersaint, le 2 mai 2024

LA VILLE DE KERSAINT ET LA FONDATION ORLANDE SIGNENT UNE CHARTE

La Ville de Kersaint et la Fondation Orlande ont signé hier une charte.

Un texte attendu

La charte a été signée après deux ans de travail. Le document vaut pour trois ans.
)");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().duration_months.value, 36);
}

TEST(AgreementThreads, ItemsOfALetterStayApart) {
  const auto read = read_text(R"(LA LETTRE DE LA CÔTE
N° 4 – mai 2024

SANTÉ

La Ville de Kersaint et la Fondation Orlande ont signé le 3 avril une charte pour les aînés.

SPORT

La course partira de la halle le 9 juin.

MER

L'Université de Valmoise et le Lycée Hector-Brun ont conclu le 12 avril une convention de partenariat.
)");
  ASSERT_EQ(read.agreements.size(), 2U);
  EXPECT_THAT(parties_of(read, read.agreements[0]), UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
  EXPECT_EQ(read.agreements[0].signed_on.value.to_edtf(), "2024-04-03");
  EXPECT_THAT(parties_of(read, read.agreements[1]),
              UnorderedElementsAre("Université de Valmoise", "Lycée Hector-Brun"));
  EXPECT_EQ(read.agreements[1].signed_on.value.to_edtf(), "2024-04-12");
}

TEST(AgreementThreads, RelatedTitlesBelowAnArticleAreNotItsMatter) {
  const auto read = read_text(R"(Kersaint, le 2 mai 2024

La Ville de Kersaint et la Fondation Orlande ont signé hier une charte.

À lire aussi

> L'Université de Valmoise et le Lycée Hector-Brun signent une convention
> La piscine ouvre le 3 juin
)");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_THAT(parties_of(read, read.agreements[0]), UnorderedElementsAre("Ville de Kersaint", "Fondation Orlande"));
}

}  // namespace
}  // namespace maillage::documents

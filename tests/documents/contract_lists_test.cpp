// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/contract_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::UnorderedElementsAre;

TEST(ContractLists, EachPartnerOfARunningListHasItsOwn) {
  const auto read = read_text(
      "Valmoise, le 2 mai 2024\n\nLa Fondation Orlande a signé mardi trois conventions de mécénat avec la Ville de "
      "Kersaint, l'Université de "
      "Valmoise et le Lycée Hector-Brun.");
  ASSERT_EQ(read.agreements.size(), 3U);
  EXPECT_THAT(parties_of(read, read.agreements[0]), UnorderedElementsAre("Fondation Orlande", "Ville de Kersaint"));
  EXPECT_THAT(parties_of(read, read.agreements[2]), UnorderedElementsAre("Fondation Orlande", "Lycée Hector-Brun"));
  EXPECT_EQ(read.agreements[1].title.value, "Convention de mécénat – Université de Valmoise");
}

TEST(ContractLists, RowsHaveDatesAndTermsOfTheirOwn) {
  const auto read = read_text(R"(Valmoise, le 2 mai 2024

Voici les conventions de mécénat signées par la Fondation Orlande :
- Ville de Kersaint, 12/03/2024, 3 ans
- Université de Valmoise, 15/03/2024, 5 ans
- Lycée Hector-Brun, à venir, 2 ans
)");
  ASSERT_EQ(read.agreements.size(), 3U);
  EXPECT_EQ(read.agreements[0].signed_on.value.to_edtf(), "2024-03-12");
  EXPECT_EQ(read.agreements[1].duration_months.value, 60);
  EXPECT_EQ(read.agreements[2].status.value, ReadStatus::announced);
  EXPECT_FALSE(read.agreements[2].signed_on.is_said());
}

TEST(ContractLists, TwoInstrumentsSignedAtOnceAreTwo) {
  const auto read = read_text(
      "Valmoise, le 2 mai 2024\n\nLa Fondation Orlande et la Ville de Kersaint ont signé mardi une charte d'engagement "
      "et une convention de "
      "financement d'un montant de 40 000 euros.");
  ASSERT_EQ(read.agreements.size(), 2U);
  EXPECT_EQ(read.agreements[0].type.value, "charter");
  EXPECT_FALSE(read.agreements[0].amount_eur.is_said());
  EXPECT_EQ(read.agreements[1].type.value, "funding_agreement");
  EXPECT_DOUBLE_EQ(read.agreements[1].amount_eur.value, 40000);
  EXPECT_EQ(read.agreements[1].signed_on.value, read.agreements[0].signed_on.value);
}

TEST(ContractLists, OneAgreementOfSeveralPartnersIsOne) {
  const auto read = read_text(
      "Valmoise, le 2 mai 2024\n\nLa Fondation Orlande a signé mardi une convention de mécénat avec la Ville de "
      "Kersaint et le Lycée Hector-Brun.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().parties.size(), 3U);
}

}  // namespace
}  // namespace maillage::documents

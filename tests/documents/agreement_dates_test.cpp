// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/agreements/date_roles.hpp"
#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

ReadAgreement agreement(std::string_view text) {
  auto read = read_text("Kersaint, le 16 mai 2024\n\n" + std::string(text));
  return read.agreements.size() == 1 ? read.agreements.front() : ReadAgreement{};
}

TEST(AgreementDates, VoteAndEntryIntoForceAreNoSignature) {
  const auto one = agreement(
      "Approuvée par le conseil le 11 avril, la convention entre la Ville de Kersaint et la Fondation Orlande a été "
      "signée vendredi 10 mai. "
      "Elle entrera en vigueur le 1er septembre 2024.");
  EXPECT_EQ(one.signed_on.value.to_edtf(), "2024-05-10");
  EXPECT_EQ(one.valid_from.value.to_edtf(), "2024-09-01");
  EXPECT_THAT(one.other_dates, ::testing::Contains(::testing::Field(&Claimed<PartialDate>::rule, "vote")));
}

TEST(AgreementDates, UndatedStaysUndated) {
  EXPECT_FALSE(
      agreement("La Ville de Kersaint et la Fondation Orlande viennent de signer une convention.").signed_on.is_said());
}

TEST(AgreementDates, AnOlderAgreementGivesNeitherDateNorTerm) {
  const auto one = agreement(
      "La Ville de Kersaint et la Fondation Orlande ont signé mardi 14 mai une convention. Elle succède au contrat "
      "2018-2022.");
  EXPECT_EQ(one.signed_on.value.to_edtf(), "2024-05-14");
  EXPECT_FALSE(one.valid_from.is_said());
}

TEST(AgreementDates, StartAndEndOfTheSameSentence) {
  const auto one = agreement(
      "La Ville de Kersaint et la Fondation Orlande ont signé une convention. Elle prendra effet au 1er juin 2024 et "
      "s'achèvera le 31 mai 2027.");
  EXPECT_EQ(one.valid_from.value.to_edtf(), "2024-06-01");
  EXPECT_EQ(one.valid_to.value.to_edtf(), "2027-05-31");
}

TEST(AgreementDates, TheSumOfTheAgreementAmongOthers) {
  const auto one = agreement(
      "La Ville de Kersaint et la Fondation Orlande ont signé une convention de financement qui apporte 350 000 euros "
      "au projet. "
      "Les travaux sont évalués à 4 millions d'euros, et la ville verse 20 000 euros par an au club.");
  EXPECT_DOUBLE_EQ(one.amount_eur.value, 350000);
}

}  // namespace
}  // namespace maillage::documents

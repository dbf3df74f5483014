// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kRelease = R"(Kersaint, le 14 mai 2024

Une convention pour les marins

La Ville de Kersaint et l'Université de Valmoise ont signé lundi 13 mai 2024 une convention de partenariat pour la période 2024-2027.

Trois axes ont été retenus :
- la formation des équipages ;
- la recherche en mer ;
- le logement des étudiants.

Jeanne Rivoal, maire de Kersaint, et Marc Tellier, président de l'Université de Valmoise, ont apposé leur signature.
)";

TEST(FindAgreements, AReleaseOfOneConvention) {
  const auto read = read_text(kRelease);
  ASSERT_EQ(read.agreements.size(), 1U);
  const auto& one = read.agreements.front();
  EXPECT_EQ(one.type.value, "framework_agreement");
  EXPECT_EQ(one.status.value, ReadStatus::signed_);
  EXPECT_EQ(one.signed_on.value.to_edtf(), "2024-05-13");
  EXPECT_EQ(one.valid_from.value.to_edtf(), "2024");
  EXPECT_EQ(one.valid_to.value.to_edtf(), "2027");
  EXPECT_THAT(parties_of(read, one), UnorderedElementsAre("Ville de Kersaint", "Université de Valmoise"));
  EXPECT_THAT(themes_of(one), ElementsAre("formation des équipages", "recherche en mer", "logement des étudiants"));
  EXPECT_THAT(signatories_of(read, one),
              UnorderedElementsAre("Jeanne Rivoal @ Ville de Kersaint", "Marc Tellier @ Université de Valmoise"));
}

TEST(FindAgreements, EveryValueHasConfidenceSpanAndRule) {
  const auto read = read_text(kRelease);
  ASSERT_EQ(read.agreements.size(), 1U);
  const auto& one = read.agreements.front();
  const auto is_grounded = [](const auto& claim) {
    return claim.confidence > 0 && claim.confidence <= 1 && !claim.span.empty() && !claim.rule.empty();
  };
  EXPECT_TRUE(is_grounded(one.type) && is_grounded(one.status) && is_grounded(one.signed_on) &&
              is_grounded(one.valid_to) && is_grounded(one.title));
  for (const auto& party : one.parties) EXPECT_TRUE(is_grounded(party));
  for (const auto& theme : one.themes) EXPECT_TRUE(is_grounded(theme));
}

TEST(FindAgreements, AGuideTellsNone) {
  EXPECT_THAT(read_text("Qui signe un contrat local de santé ?\n\nLe guide le dit : un contrat local de santé est "
                        "signé par une commune et l'agence. "
                        "Du diagnostic à la signature, il faut un an. La Ville de Kersaint l'a traduit.")
                  .agreements,
              IsEmpty());
}

TEST(FindAgreements, WhatIsWishedOrRefusedIsNone) {
  EXPECT_THAT(
      read_text(
          "Brest, le 2 mai 2024\n\nLa Ville de Kersaint souhaite signer une convention avec l'Université de Valmoise.")
          .agreements,
      IsEmpty());
  EXPECT_THAT(read_text("Brest, le 2 mai 2024\n\nLe conseil de la Ville de Kersaint a rejeté la convention avec "
                        "l'Université de Valmoise.")
                  .agreements,
              IsEmpty());
}

TEST(FindAgreements, AGuestBookIsNoAgreement) {
  EXPECT_THAT(read_text("Inauguration de la halle\n\nLa maire de Kersaint et le président de l'Université de Valmoise "
                        "ont signé le livre d'or.")
                  .agreements,
              IsEmpty());
}

TEST(FindAgreements, CountsOfNobodyInParticularAreNone) {
  EXPECT_THAT(
      read_text("Bilan de l'année\n\nLa Ville de Kersaint se développe. En 2023, 45 conventions ont été signées.")
          .agreements,
      IsEmpty());
}

TEST(FindAgreements, ToBeSignedIsAnnouncedAndUndated) {
  const auto read = read_text(
      "Kersaint, le 2 mai 2024\n\nLa Ville de Kersaint et l'Université de Valmoise signeront le 3 juin 2024 une "
      "convention de partenariat.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().status.value, ReadStatus::announced);
  EXPECT_FALSE(read.agreements.front().signed_on.is_said());
}

TEST(FindAgreements, RenewedWhereTheTextSaysSo) {
  const auto read = read_text(
      "Kersaint, le 2 mai 2024\n\nLa Ville de Kersaint et l'Université de Valmoise ont renouvelé le 30 avril leur "
      "convention de partenariat.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().status.value, ReadStatus::renewed);
}

TEST(FindAgreements, APlanBesideASignatureIsNoSecondAgreement) {
  const auto read = read_text(
      "Kersaint, le 2 mai 2024\n\nLa Ville de Kersaint et l'Université de Valmoise ont signé hier une lettre "
      "d'intention.\n\n"
      "Un accord définitif sera signé par la Ville de Kersaint et l'Université de Valmoise en 2026.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().type.value, "letter_of_intent");
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

constexpr std::string_view kUniversity = "Université de Valmoise", kHospital = "Centre hospitalier de Brassane", kRegion = "Région Occitanie";

ReadDocument read_release(std::string_view body) {
  return read_text("Université de Valmoise\nCommuniqué de presse\nValmoise, le 16 mai 2024\n\nActualité\n\n" + std::string(body) + "\n");
}

struct Telling {
  std::string_view body;
  std::vector<std::string_view> parties, signatories;
};
void PrintTo(const Telling& telling, std::ostream* out) { *out << telling.body; }

class WaysOfTelling : public testing::TestWithParam<Telling> {};

TEST_P(WaysOfTelling, OneAgreementWithItsPartiesAndDay) {
  const auto& told = GetParam();
  const auto read = read_release(told.body);
  ASSERT_EQ(read.agreements.size(), 1U);
  const auto& one = read.agreements.front();
  EXPECT_THAT(parties_of(read, one), UnorderedElementsAreArray(told.parties));
  EXPECT_EQ(one.signed_on.value.to_edtf(), "2024-05-14");
  std::vector<std::string> people;
  for (const auto& signatory : one.signatories) people.push_back(read.people.named[signatory.person].name);
  EXPECT_THAT(people, UnorderedElementsAreArray(told.signatories));
}

INSTANTIATE_TEST_SUITE_P(French, WaysOfTelling, testing::Values(
    Telling{"C'est officiel : l'université de Valmoise et le centre hospitalier de Brassane sont partenaires. Une convention de partenariat les unit depuis le 14 mai.", {kUniversity, kHospital}, {}},
    Telling{"Les deux institutions ont mis leur nom au bas d'un protocole de coopération le 14 mai : l'université de Valmoise et le centre hospitalier de Brassane.", {kUniversity, kHospital}, {}},
    Telling{"Une convention a vu le jour le 14 mai. Ses signataires sont l'université de Valmoise et le centre hospitalier de Brassane.", {kUniversity, kHospital}, {}},
    Telling{"Il n'aura fallu que trois mois à l'université de Valmoise et au centre hospitalier de Brassane. Leur accord de coopération est signé depuis mardi 14 mai.", {kUniversity, kHospital}, {}},
    Telling{"L'université de Valmoise et le centre hospitalier de Brassane ont signé, mardi, une convention. La Région Occitanie et l'État, qui la financent, n'en sont pas signataires.", {kUniversity, kHospital}, {}},
    Telling{"Sous l'égide de la Région Occitanie, l'université de Valmoise et le centre hospitalier de Brassane se sont engagés mardi par convention.", {kUniversity, kHospital}, {}},
    Telling{"Nous avons signé mardi une convention avec le centre hospitalier de Brassane.", {kUniversity, kHospital}, {}},
    Telling{"La convention-cadre a été signée mardi.\n\nPour l'université de Valmoise\nLa présidente,\nJeanne Rivoal\n\nPour le centre hospitalier de Brassane\nMarc Tellier, directeur", {kUniversity, kHospital}, {"Jeanne Rivoal", "Marc Tellier"}},
    Telling{"La convention-cadre a été signée mardi.\n\nLes signataires :\nJeanne Rivoal, présidente de l'université de Valmoise\nMarc Tellier, directeur du centre hospitalier de Brassane", {kUniversity, kHospital}, {"Jeanne Rivoal", "Marc Tellier"}},
    Telling{"Mardi, l'université de Valmoise et le centre hospitalier de Brassane ont signé une charte. Un autre partenaire l'a également paraphée : la Région Occitanie.", {kUniversity, kHospital, kRegion}, {}},
    Telling{"L'université de Valmoise et le centre hospitalier de Brassane ont signé mardi une convention. Jeanne Rivoal, vice-présidente de la Région Occitanie, assistait à la cérémonie.", {kUniversity, kHospital}, {}},
    Telling{"L'université de Valmoise et le centre hospitalier de Brassane ont signé mardi une convention. Une convention semblable existe entre le CNRS et la Région Occitanie.", {kUniversity, kHospital}, {}},
    Telling{"« Ce cadre manquait », souligne Jeanne Rivoal, présidente de l'université de Valmoise. Avec Marc Tellier, directeur du centre hospitalier de Brassane, elle a signé mardi une convention de partenariat.", {kUniversity, kHospital}, {"Jeanne Rivoal", "Marc Tellier"}}));

class NothingSigned : public testing::TestWithParam<std::string_view> {};

TEST_P(NothingSigned, NoAgreement) { EXPECT_THAT(read_release(GetParam()).agreements, IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(French, NothingSigned, testing::Values(
    "Voilà dix ans que la convention entre l'université de Valmoise et le centre hospitalier de Brassane a été signée.",
    "Les salariés du centre hospitalier de Brassane réclament la signature d'un accord avec la Région Occitanie.",
    "Marc Tellier quitte l'université de Valmoise. Il a piloté la convention qui lie l'établissement au centre hospitalier de Brassane depuis 2018.",
    "Arrivée en 2019, Jeanne Rivoal a signé plusieurs accords, dont celui avec le centre hospitalier de Brassane en 2021.",
    "La Région Occitanie lance un appel à projets. Chaque lauréat signera une convention de financement avec la Région et l'université de Valmoise."));

TEST(WaysOfTellingPlans, APlannedDayIsNoSignature) {
  const auto read = read_release("Rendez-vous est pris le 14 juin pour la signature de la convention entre l'université de Valmoise et le centre hospitalier de Brassane.");
  ASSERT_EQ(read.agreements.size(), 1U);
  EXPECT_EQ(read.agreements.front().status.value, ReadStatus::announced);
  EXPECT_FALSE(read.agreements.front().signed_on.is_said());
}

TEST(WaysOfTellingSeveral, ConventionsCountedOff) {
  const auto read = read_release("L'université de Valmoise a signé mardi deux conventions. La première, avec le centre hospitalier de Brassane, porte sur les stages. La seconde, avec la Région Occitanie, concerne le logement.");
  EXPECT_EQ(read.agreements.size(), 2U);
}

}  // namespace
}  // namespace maillage::documents

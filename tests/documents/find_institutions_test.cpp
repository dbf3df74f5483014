// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "institutions_of_text.hpp"

namespace maillage::documents {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using Names = InstitutionsOfText;

TEST(FindInstitutions, ANameBeginsWithItsHeadAndHasNoArticle) {
  EXPECT_THAT(Names("Hier, l'université de Merlonge a signé avec le centre hospitalier de Vaubriand.").names(),
              ElementsAre("Université de Merlonge", "Centre hospitalier de Vaubriand"));
}

TEST(FindInstitutions, AnAcronymInsideTheNameIsNoPartOfIt) {
  const Names text("Le centre hospitalier universitaire (CHU) de Merlonge ouvre ses portes. Le CHU recrute.");
  EXPECT_THAT(text.names(), ElementsAre("Centre hospitalier universitaire de Merlonge"));
  EXPECT_EQ(text.found.mentions.size(), 2U);
}

TEST(FindInstitutions, AnAcronymBehindTheNameStandsForItLater) {
  const Names text(
      "L'université de technologie de Merlonge (UTMV) et la communauté de communes du Val d'Ambre signent. L'UTMV est "
      "chef de file.");
  EXPECT_THAT(text.mentions(), Contains("UTMV = Université de technologie de Merlonge"));
}

TEST(FindInstitutions, WordsUpToAnAcronymWhoseLettersTheyBeginBelongToTheName) {
  EXPECT_THAT(Names("Nous remercions l'Union des industries et métiers de la céramique (UIMC).").names(),
              ElementsAre("Union des industries et métiers de la céramique"));
}

TEST(FindInstitutions, APlaceInBracketsIsNoAcronym) {
  ToldNames known;
  known.places = {"morlande"};
  const Names text("La ville de Vaubriand (Morlande) a signé. Morlande est loin.", known);
  EXPECT_THAT(text.mentions(), ElementsAre("ville de Vaubriand = Ville de Vaubriand"));
}

TEST(FindInstitutions, ShortFormsMeanTheOneNamedBefore) {
  const Names text(
      "L'agence régionale de santé Morlande et la métropole de Vaubriand ont signé. L'Agence paie, la Métropole "
      "bâtit.");
  EXPECT_THAT(text.mentions(),
              ElementsAre("agence régionale de santé Morlande = Agence régionale de santé Morlande",
                          "métropole de Vaubriand = Métropole de Vaubriand",
                          "Agence = Agence régionale de santé Morlande", "Métropole = Métropole de Vaubriand"));
}

TEST(FindInstitutions, AWordForAnyOfAKindMeansOneOfThatKind) {
  const Names text(
      "La communauté de communes du Val d'Ambre a signé avec l'université de Merlonge. L'intercommunalité paiera.");
  EXPECT_THAT(text.mentions(), Contains("intercommunalité = Communauté de communes du Val d'Ambre"));
}

TEST(FindInstitutions, AShortFormWithoutFullOneInItsSectionMeansTheOneNamedMost) {
  const Names text(
      "L'université de Merlonge fête ses dix ans. L'université de Merlonge recrute.\n\nCOOPÉRATIONS\n\nUn accord lie "
      "l'université de Sarvant et la nôtre depuis dix ans, et tout le monde s'en réjouit ici.\n\nNOMINATION\n\nAnne "
      "Tournelle, présidente de "
      "l'université, quitte ses fonctions à la fin du mois de juin prochain.");
  EXPECT_EQ(text.mentions().back(), "université = Université de Merlonge");
}

TEST(FindInstitutions, SomeKindsRunOverCommasAndConjunctions) {
  EXPECT_THAT(Names("La communauté d'agglomération de Merlonge, Bords d'Ambre accueille le projet.").names(),
              ElementsAre("Communauté d'agglomération de Merlonge, Bords d'Ambre"));
  EXPECT_THAT(Names("La communauté de communes Ambre, Forges et Coteaux accueille le projet.").names(),
              ElementsAre("Communauté de communes Ambre, Forges et Coteaux"));
  EXPECT_THAT(Names("Le ministère de la Santé et de la Prévention soutient le projet.").names(),
              ElementsAre("Ministère de la Santé et de la Prévention"));
}

TEST(FindInstitutions, AVilleEndsAtAConjunction) {
  EXPECT_THAT(Names("La Ville de Merlonge et l'Université de Merlonge ont signé.").names(),
              ElementsAre("Ville de Merlonge", "Université de Merlonge"));
}

TEST(FindInstitutions, APluralHeadIsSeveral) {
  EXPECT_THAT(
      Names("Les communautés de communes « Val d'Ambre », « Pays des Forges » et « Coteaux » ont signé.").names(),
      ElementsAre("Communauté de communes Val d'Ambre", "Communauté de communes Pays des Forges",
                  "Communauté de communes Coteaux"));
  EXPECT_THAT(Names("Les CHU de Merlonge et de Vaubriand ont signé.").names(),
              ElementsAre("CHU de Merlonge", "CHU de Vaubriand"));
  EXPECT_THAT(Names("Elle engage les trois communes riveraines, à savoir Sarvant, Ornelle et Brizay.").names(),
              ElementsAre("Commune de Sarvant", "Commune d'Ornelle", "Commune de Brizay"));
}

TEST(FindInstitutions, OneThatIsResumedHasTheHeadOfTheOneBefore) {
  EXPECT_THAT(Names("La ville de Merlonge et celle d'Ornelle ont signé.").names(),
              ElementsAre("Ville de Merlonge", "Ville d'Ornelle"));
}

TEST(FindInstitutions, TwoHeadsShareAPlace) {
  EXPECT_THAT(Names("La Ville et la Métropole de Vaubriand financent le projet.").names(),
              ElementsAre("Ville de Vaubriand", "Métropole de Vaubriand"));
}

TEST(FindInstitutions, TheFullestFormIsTheName) {
  const Names text("L'ARS Morlande a signé hier. L'Agence régionale de santé Morlande paie.");
  EXPECT_THAT(text.names(), ElementsAre("Agence régionale de santé Morlande"));
}

TEST(FindInstitutions, NumbersTellBodiesApart) {
  EXPECT_THAT(Names("L'université Merlonge 1 et l'université Merlonge 2 ont signé.").names(),
              ElementsAre("Université Merlonge 1", "Université Merlonge 2"));
}

TEST(FindInstitutions, NamesInCapitalsAreCasedAsTheTextHasThem) {
  const Names text(
      "LA COMMUNAUTE DE COMMUNES DU VAL D'AMBRE SIGNE AVEC L'ETAT\n\nLa communauté de communes du Val d'Ambre a signé "
      "le contrat hier, à Sarvant.");
  EXPECT_THAT(text.names(), Contains("Communauté de communes du Val d'Ambre"));
  EXPECT_THAT(text.mentions(),
              Contains("COMMUNAUTE DE COMMUNES DU VAL D'AMBRE = Communauté de communes du Val d'Ambre"));
}

TEST(FindInstitutions, WhoHoldsAnOfficeTellsItsBody) {
  EXPECT_THAT(Names("Anne Tournelle, préfète de la Morlande, et Paul Garrec, maire d'Ornelle, étaient là.").mentions(),
              ElementsAre("Morlande = Préfecture de la Morlande", "Ornelle = Commune d'Ornelle"));
}

TEST(FindInstitutions, ACompanyIsNamedWithoutWhatItIs) {
  EXPECT_THAT(Names("La société Tardilux et l'entreprise Garrec Frères ont signé.").names(),
              ElementsAre("Tardilux", "Garrec Frères"));
  EXPECT_THAT(Names("Trois entreprises, Tardilux, Ambrance et Vaubois, ont signé.").names(),
              ElementsAre("Tardilux", "Ambrance", "Vaubois"));
}

TEST(FindInstitutions, NamesWithoutHeadAreToldByWhatStandsBesideThem) {
  EXPECT_THAT(Names("Le projet associe Merlonge Agglomération.").names(), ElementsAre("Merlonge Agglomération"))
      << "last word";
  EXPECT_THAT(Names("Selon la directrice générale de Tardilux, tout va bien.").names(), ElementsAre("Tardilux"))
      << "function";
  EXPECT_THAT(Names("On doit le projet à Tardilux, filiale du groupe.").names(), ElementsAre("Tardilux"))
      << "apposition";
  EXPECT_THAT(Names("L'université de Merlonge et Tardilux ont signé.").names(),
              ElementsAre("Université de Merlonge", "Tardilux"))
      << "list";
}

TEST(FindInstitutions, ItemsOfAListTellEachOther) {
  const Names text("Les partenaires :\n\n- l'université de Merlonge\n- Ambrance\n- Tardilux\n");
  EXPECT_THAT(text.names(), UnorderedElementsAre("Université de Merlonge", "Ambrance", "Tardilux"));
}

TEST(FindInstitutions, GroupingsAreNamedWithTheirKindInLowerCaseToo) {
  EXPECT_THAT(Names("Le projet associe Vaubriand métropole et Ornelle habitat.").names(),
              ElementsAre("Vaubriand métropole", "Ornelle habitat"));
}

TEST(FindInstitutions, InitialsStandForANameThoughNoBracketSaysSo) {
  EXPECT_THAT(Names("La Fédération morlandaise d'aviron a signé. La FMA paiera les bateaux.").mentions(),
              ElementsAre("Fédération morlandaise d'aviron = Fédération morlandaise d'aviron",
                          "FMA = Fédération morlandaise d'aviron"));
}

TEST(FindInstitutions, ATitleInCapitalsNamesWhatTheTextNamesWithoutHead) {
  EXPECT_THAT(Names("TARDILUX ENERGIES ET L'UNIVERSITE DE MERLONGE SIGNENT\n\nL'entreprise Tardilux Énergies a signé "
                    "hier, à Sarvant, avec l'université de Merlonge.")
                  .mentions(),
              Contains("TARDILUX ENERGIES = Tardilux Énergies"));
}

TEST(FindInstitutions, ACompanyIsCalledByItsFirstWord) {
  EXPECT_THAT(Names("L'entreprise Tardilux Énergies a signé. Demain, Tardilux embauchera.").mentions(),
              ElementsAre("Tardilux Énergies = Tardilux Énergies", "Tardilux = Tardilux Énergies"));
}

TEST(FindInstitutions, PeoplePlacesAndProgrammesAreNone) {
  ToldNames known;
  known.places = {"sarvant"};
  EXPECT_THAT(
      Names("À Sarvant, Marie Garrec a présenté le programme « Petites Villes de Demain » et le CLS.", known).names(),
      IsEmpty());
  EXPECT_THAT(Names("Le président de l'université de Merlonge, Jean Garrec, a signé.").names(),
              ElementsAre("Université de Merlonge"));
}

TEST(FindInstitutions, BodiesInGeneralAreNone) {
  EXPECT_THAT(Names("Les collectivités, les hôpitaux et les associations y gagnent. Un centre médico-psychologique "
                    "(CMP) ouvrira.")
                  .names(),
              IsEmpty());
}

TEST(FindInstitutions, APartIsNamedWithItsWhole) {
  const Names text("Le collège Droit de l'université de Merlonge a signé.");
  ASSERT_THAT(text.names(), Contains("Collège Droit de l'Université de Merlonge"));
  const auto part =
      std::ranges::find(text.found.named, "Collège Droit de l'Université de Merlonge", &NamedInstitution::name);
  ASSERT_TRUE(part->of.has_value());
  EXPECT_EQ(text.found.named[*part->of].name, "Université de Merlonge");
}

TEST(FindInstitutions, ANationalBodyAndItsBranchAreTwo) {
  ToldNames known;
  known.places = {"morlande"};
  EXPECT_THAT(Names("Le CNRS et le CNRS Morlande ont signé.", known).names(), ElementsAre("CNRS", "CNRS Morlande"));
}

TEST(FindInstitutions, TheFooterNamesWhatTheTextCallsByItsHead) {
  EXPECT_THAT(Names("L'université signe un accord avec le lycée Garrec de Merlonge, et la rentrée sera "
                    "belle.\n\n\nUniversité de Vaubriand – lettre n° 3 – 1/2\n\n\f"
                    "Les cours commenceront en septembre dans les nouveaux locaux du lycée, dit-on.\n\n\nUniversité de "
                    "Vaubriand – lettre n° 3 – 2/2\n")
                  .mentions(),
              Contains("université = Université de Vaubriand"));
}

TEST(FindInstitutions, AGroupIsAsManyAsItSays) {
  EXPECT_THAT(Names("L'université de Merlonge et le centre hospitalier de Vaubriand ont signé. Les deux établissements "
                    "s'en réjouissent.")
                  .groups(),
              ElementsAre("Les deux établissements = Université de Merlonge; Centre hospitalier de Vaubriand;"));
  EXPECT_THAT(Names("L'université de Merlonge a signé. Les trois établissements s'en réjouissent.").groups(),
              IsEmpty());
}

TEST(FindInstitutions, MentionsStandByPlaceAndNoneInsideAnother) {
  const Names text(
      "L'ARS Morlande, l'agence et le maire d'Ornelle : l'université de Merlonge (UM2V), l'UM2V, Ambrance et le "
      "collège Droit de l'université.");
  for (std::size_t i = 1; i < text.found.mentions.size(); ++i) {
    EXPECT_LE(text.found.mentions[i - 1].span.end, text.found.mentions[i].span.begin);
  }
  EXPECT_GE(text.found.mentions.size(), 6U);
}

TEST(FindInstitutions, ADocumentOfNamesAsksForAFewThousandOnly) {
  std::string text = "Sont partenaires :";
  for (int i = 0; i < 12000; ++i)
    text += " Tarva" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26 % 26)) + std::string(1, static_cast<char>('a' + i / 676)) +
            ",";
  const ToldNames known;
  EXPECT_THAT(Names(text, known).names(), IsEmpty());
  EXPECT_LE(known.asked, 8000U);
}

TEST(FindInstitutions, ASharedPlaceBehindABracketIsThePlace) {
  EXPECT_THAT(Names("La préfecture et la caisse primaire d'assurance maladie (CPAM) de la Morlande ont signé.").names(),
              ElementsAre("Préfecture de la Morlande", "Caisse primaire d'assurance maladie de la Morlande"));
}

TEST(FindInstitutions, AHeadWithAFullStopIsWrittenOut) {
  EXPECT_THAT(Names("Hier, l'Univ. de Merlonge et le CHRU de Merlonge ont signé.").names(),
              ElementsAre("Université de Merlonge", "CHRU de Merlonge"));
}

TEST(FindInstitutions, ACompanyIsNamedBehindWhatItDoes) {
  EXPECT_THAT(Names("Le bailleur social Toits d'Ambre et le bureau d'études Tardivel ont signé.").names(),
              ElementsAre("Toits d'Ambre", "Tardivel"));
}

TEST(FindInstitutions, ACompanyIsFoundAgainWithoutItsHead) {
  const Names text("La société Novalpe a signé avec la ville d'Ornelle. Novalpe paiera.");
  EXPECT_THAT(text.mentions(), Contains("Novalpe = Novalpe").Times(2));
}

TEST(FindInstitutions, AContractOfATownIsNoTown) {
  EXPECT_THAT(Names("Le contrat de ville du quartier des Hauts-Prés engage la commune d'Ornelle.").names(),
              ElementsAre("Commune d'Ornelle"));
}

TEST(FindInstitutions, WhoPleadsAtACourtIsTheProsecutor) {
  EXPECT_THAT(Names("La procureure de la République près le tribunal judiciaire d'Ornelle a signé.").names(),
              ElementsAre("Parquet d'Ornelle"));
}

TEST(FindInstitutions, ABranchOfANationalBodyIsThatBody) {
  EXPECT_THAT(Names("Le directeur du centre Afpa d'Ornelle et la ville de Merlonge ont signé.").names(),
              testing::AllOf(Contains(testing::StartsWith("Afpa")), Not(Contains(testing::StartsWith("Centre")))));
}

TEST(FindInstitutions, APeopleOfAPlaceEndsItsName) {
  EXPECT_THAT(Names("La communauté d'agglomération du Bocage merlongeois a signé.").names(),
              ElementsAre("Communauté d'agglomération du Bocage merlongeois"));
}

TEST(FindInstitutions, ABodyWithoutItsPlaceHasThatOfItsLevel) {
  const Names text("Le préfet du Lot et la Région ont signé. Le Département paie. L'ARS Occitanie suit.");
  EXPECT_THAT(text.names(), testing::IsSupersetOf({"Préfecture du Lot", "Région Occitanie", "Département du Lot"}));
}

TEST(FindInstitutions, APlaceOfWhichThereAreTwoCompletesNothing) {
  const Names text("Le préfet du Lot et le préfet du Gers ont signé. Nous remercions le Département.");
  EXPECT_THAT(text.names(), Not(Contains(testing::StartsWith("Département d"))));
}

}  // namespace
}  // namespace maillage::documents

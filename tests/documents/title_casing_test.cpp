// SPDX-License-Identifier: Apache-2.0
#include "documents/text/title_casing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

std::string cased(std::string_view title, std::string_view body = "", FirstLetter first = FirstLetter::capital) {
  const auto prose = recovered(clean_lines(body));
  const Words words(prose);
  return TitleCasing(words, Lexicon::french(), CommonWords::french()).of(title, first);
}

TEST(TitleCasing, AsCommonWordsAndNames) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"CONTRAT LOCAL DE SANTE", "Contrat local de santé"},
      {"LE CHU DE VALMONT ET LA VILLE SIGNENT", "Le CHU de Valmont et la ville signent"},
      {"L'UNIVERSITÉ RENOUVELLE SA CONVENTION", "L'université renouvelle sa convention"},
      {"PREVENTION A L'ECOLE", "Prévention à l'école"},
      {"IL Y A DIX ANS, LA CHARTE", "Il y a dix ans, la charte"},
      {"MME ANNE TRUC-MACHIN, DIRECTRICE GENERALE", "Mme Anne Truc-Machin, directrice générale"},
      {"SAINT-OUEN-SUR-VALMONT, SIGNE PAR LE MAIRE", "Saint-Ouen-sur-Valmont, signé par le maire"},
  };
  for (const auto& [title, meant] : cases) EXPECT_EQ(cased(title), meant);
}

TEST(TitleCasing, AsTheBodyWritesIt) {
  const std::string body =
      "La communauté de communes des Trois Rivières et le projet MEDIXO réunissent trois partenaires.";
  EXPECT_EQ(cased("LES TROIS RIVIERES ET MEDIXO : TROIS PARTENAIRES", body),
            "Les Trois Rivières et MEDIXO : trois partenaires");
}

TEST(TitleCasing, AFunctionBeginsSmall) {
  EXPECT_EQ(cased("DIRECTEUR GENERAL", "", FirstLetter::as_in_sentence), "directeur général");
}

TEST(TitleCasing, WhatIsNotInCapitalsStays) {
  for (const std::string title : {"Contrat local de santé", "CHU", "ARS et CNRS", "Le CHU", ""})
    EXPECT_EQ(cased(title), title);
}

}  // namespace
}  // namespace maillage::documents

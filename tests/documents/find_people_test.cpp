// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "documents/people/person_mentions.hpp"
#include "documents/text_with_words.hpp"

namespace maillage::documents {
namespace {

struct Found {
  People people;
  Institutions institutions;

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& person : people.named) all.push_back(person.name);
    return all;
  }
  const NamedPerson& named(std::string_view name) const {
    for (const auto& person : people.named) {
      if (person.name == name) return person;
    }
    throw std::out_of_range("nobody of the name " + std::string(name));
  }
  /// « title @ institution » of the first function.
  std::string function_of(std::string_view name) const {
    const auto& functions = named(name).functions;
    if (functions.empty()) return "";
    const auto& first = functions.front();
    return first.title + " @ " + (first.institution ? institutions.named[*first.institution].name : "");
  }
};

Found found_in(const std::string& text) {
  const TextWithWords read("Un titre du jour\n\n" + text + "\n");
  Found found;
  found.institutions = find_institutions(read.words, Lexicon::french(), NothingKnown{});
  found.people = find_people(read.words, Lexicon::french(), found.institutions);
  add_implied_institutions(found.people, found.institutions);
  return found;
}

using testing::ElementsAre;
using testing::IsEmpty;

struct Named {
  std::string text, name;
};

class NameForm : public testing::TestWithParam<Named> {};

TEST_P(NameForm, IsReadAndCasedAsNamesAre) { EXPECT_THAT(found_in(GetParam().text).names(), ElementsAre(GetParam().name)) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Forms, NameForm,
    testing::Values(Named{"Le texte est signé par Marie DUTERTRE hier.", "Marie Dutertre"}, Named{"Le texte est signé par Yann LE GOARNEC hier.", "Yann Le Goarnec"},
                    Named{"Le texte est signé par Jean-Loup d'Hautecombe hier.", "Jean-Loup d'Hautecombe"},
                    Named{"Le texte est signé par Isaure de La Rochebrune hier.", "Isaure de La Rochebrune"},
                    Named{"Le texte est signé par Solveig van der Linden hier.", "Solveig van der Linden"},
                    Named{"Le texte est signé par le Dr Karim BEN SAÏD hier.", "Karim Ben Saïd"}, Named{"Le texte est signé par Paule O'Brien hier.", "Paule O'Brien"},
                    Named{"Le texte est signé par Gwladys M'Baye hier.", "Gwladys M'Baye"}, Named{"Le texte est signé par Ewen Kermarec'h hier.", "Ewen Kermarec'h"},
                    Named{"Le texte est signé par J.-M. Tournelle, maire, hier.", "J.-M. Tournelle"}, Named{"Le texte est signé par Mme Tournelle hier.", "Tournelle"},
                    Named{"Signataires :\n- TOURNELLE Jean-Pierre, maire\n", "Jean-Pierre Tournelle"},
                    Named{"M. JEROME TOURNELLE, DIRECTEUR GENERAL, A SIGNE HIER.", "Jérôme Tournelle"},
                    Named{"La géographe Xhemile Tournelle en sera titulaire.", "Xhemile Tournelle"}));

class NoPerson : public testing::TestWithParam<std::string> {};

TEST_P(NoPerson, IsNamedByWhatBearsTheNameOfOne) { EXPECT_THAT(found_in(GetParam()).names(), IsEmpty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Things, NoPerson,
                         testing::Values("Rendez-vous rue Victor Tournelle, puis avenue du Général Tournelle.", "La salle Simone Tournelle est pleine.",
                                         "Le lycée professionnel Marie Tournelle a signé.", "Le prix Jeanne Tournelle a été remis.",
                                         "Il porte le nom du chirurgien Paul Tournelle.", "La Rose des Vents accueille le salon.",
                                         "Le président de l'université a évoqué Petites Villes de Demain.", "Le Grand Est et le Val de Loire signent.",
                                         "Le directeur de la Maison Bleue a signé en Mars.",
                                         "La directrice de Gustave Tournelle a parlé. Gustave Tournelle a signé."));

struct Held {
  std::string text, name, function;
};

class HeldFunction : public testing::TestWithParam<Held> {};

TEST_P(HeldFunction, GoesWithItsHolderAndItsInstitution) {
  EXPECT_EQ(found_in(GetParam().text).function_of(GetParam().name), GetParam().function) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Beside, HeldFunction,
    testing::Values(
        Held{"Alix Tournelle, directrice générale du Centre hospitalier de Merlonge, a signé.", "Alix Tournelle",
             "directrice générale @ Centre hospitalier de Merlonge"},
        Held{"La directrice générale du Centre hospitalier de Merlonge, Alix Tournelle, a signé.", "Alix Tournelle",
             "directrice générale @ Centre hospitalier de Merlonge"},
        Held{"Alix Tournelle (Institut Boréal) a signé.", "Alix Tournelle", " @ Institut Boréal"},
        Held{"Alix Tournelle a signé pour l'Institut Boréal.", "Alix Tournelle", " @ Institut Boréal"},
        Held{"Pour l'Institut Boréal, Alix Tournelle, vice-présidente, a signé.", "Alix Tournelle", "vice-présidente @ Institut Boréal"},
        Held{"L'Institut Boréal de Merlonge est représenté par son président, Alix Tournelle.", "Alix Tournelle", "président @ Institut Boréal de Merlonge"},
        Held{"Alix Tournelle, directrice de la recherche d'Aquaverte, a signé.", "Alix Tournelle", "directrice de la recherche @ Aquaverte"},
        Held{"Alix Tournelle, présidente de l'association Les Amis du lac, a signé.", "Alix Tournelle", "présidente @ Association Les Amis du lac"}));

INSTANTIATE_TEST_SUITE_P(
    ToldByAVerb, HeldFunction,
    testing::Values(Held{"Alix Tournelle, qui préside l'Institut Boréal, a signé.", "Alix Tournelle", "président @ Institut Boréal"},
                    Held{"Mme Xhemile Tournelle, qui préside l'Institut Boréal, a signé.", "Xhemile Tournelle", "présidente @ Institut Boréal"},
                    Held{"L'Institut Boréal, que dirige Odile Farget, a signé.", "Odile Farget", "directrice @ Institut Boréal"}));

INSTANTIATE_TEST_SUITE_P(
    OfPlaces, HeldFunction,
    testing::Values(Held{"Alix Tournelle, maire de Bourg-le-Vieux, a signé.", "Alix Tournelle", "maire @ Commune de Bourg-le-Vieux"},
                    Held{"Alix Tournelle, sous-préfète, pour le préfet de la Rivière, a signé.", "Alix Tournelle", "sous-préfète @ Préfecture de la Rivière"}));

TEST(FindPeople, GiveEveryoneOfAListWhatTheyHoldTogether) {
  const auto found = found_in("Les docteurs Yseult Garance et Paul Mendel, coprésidents de l'Institut Boréal, ont signé.");
  EXPECT_EQ(found.function_of("Yseult Garance"), "coprésident @ Institut Boréal");
  EXPECT_EQ(found.function_of("Paul Mendel"), "coprésident @ Institut Boréal");
  EXPECT_EQ(found.named("Yseult Garance").honorific, "Dr");
}

TEST(FindPeople, GivesEachOfAListItsOwnWhereTheTextSaysRespectively) {
  const auto found = found_in("Paul Mendel et Odile Farget, respectivement président et directrice de l'Institut Boréal, ont signé.");
  EXPECT_EQ(found.function_of("Paul Mendel"), "président @ Institut Boréal");
  EXPECT_EQ(found.function_of("Odile Farget"), "directrice @ Institut Boréal");
}

TEST(FindPeople, GivesOnePersonSeveralFunctions) {
  const auto found = found_in("Paul Mendel, maire de Bourg-le-Vieux et président de l'Institut Boréal, a signé.");
  ASSERT_EQ(found.named("Paul Mendel").functions.size(), 2U);
  EXPECT_EQ(found.named("Paul Mendel").functions[0].title, "maire");
  EXPECT_EQ(found.named("Paul Mendel").functions[1].title, "président");
}

TEST(FindPeople, KeepsFunctionsOfAListApart) {
  const auto found = found_in("Paul Mendel, président de l'Institut Boréal, Odile Farget, directrice du Musée des Haies, et Ewen Salin (Fondation Bleue) ont signé.");
  EXPECT_EQ(found.function_of("Paul Mendel"), "président @ Institut Boréal");
  EXPECT_EQ(found.function_of("Odile Farget"), "directrice @ Musée des Haies");
  EXPECT_EQ(found.function_of("Ewen Salin"), " @ Fondation Bleue");
}

TEST(FindPeople, KnowsSomebodyAgainByTheSurname) {
  const auto found = found_in("Le professeur Paul Mendel, président, a signé. M. Mendel s'en réjouit. P. Mendel aussi.");
  EXPECT_THAT(found.names(), ElementsAre("Paul Mendel"));
  EXPECT_EQ(found.people.mentions.size(), 3U);
}

TEST(FindPeople, MarksWhoActsForAWhile) {
  EXPECT_TRUE(found_in("Paul Mendel, directeur par intérim de l'Institut Boréal, a signé.").named("Paul Mendel").functions.at(0).is_acting);
}

TEST(FindPeople, TellsWhoActsForWhom) {
  for (const std::string text : {"Odile Farget, directrice, représentant Paul Mendel, président, a signé.",
                                 "Le président, Paul Mendel, retenu, était représenté par Odile Farget, directrice.",
                                 "Pour le président de l'Institut Boréal, le Pr Paul Mendel, c'est Odile Farget qui a signé.",
                                 "Odile Farget a signé en l'absence du président, Paul Mendel."}) {
    const auto found = found_in(text);
    const auto whom = found.named("Odile Farget").represents;
    ASSERT_TRUE(whom.has_value()) << text;
    EXPECT_EQ(found.people.named[*whom].name, "Paul Mendel") << text;
    EXPECT_FALSE(found.named("Paul Mendel").represents.has_value()) << text;
  }
}

TEST(FindPeople, MarksPressContacts) {
  const auto found = found_in("Odile Farget, directrice, a signé la convention avec tous les membres de l'Institut Boréal hier.\n\nContact presse : Paul Mendel\n");
  EXPECT_TRUE(found.named("Paul Mendel").is_contact);
  EXPECT_FALSE(found.named("Odile Farget").is_contact);
}

TEST(FindPeople, AddsInstitutionsThatOnlyFunctionsName) {
  const auto found = found_in("Paul Mendel, directeur général d'Aquaverte Énergies, a signé.");
  ASSERT_EQ(found.function_of("Paul Mendel"), "directeur général @ Aquaverte Énergies");
  EXPECT_TRUE(std::ranges::any_of(found.institutions.mentions, [&](const InstitutionMention& mention) {
    return found.institutions.named[mention.institution].name == "Aquaverte Énergies";
  }));
}

TEST(FindPeople, ALineThatBeginsWithAnInstitutionTellsWhereItsPersonIs) {
  const auto found = found_in(
      "La ville d'Ornelle, Mme Marie Dutertre, maire\n\nL'université de Merlonge, M. Paul Ferrand, président\n\n"
      "La société Novalpe, M. Marc Tessier, directeur");
  EXPECT_EQ(found.function_of("Marie Dutertre"), "maire @ Ville d'Ornelle");
  EXPECT_EQ(found.function_of("Paul Ferrand"), "président @ Université de Merlonge");
  EXPECT_EQ(found.function_of("Marc Tessier"), "directeur @ Novalpe");
}

TEST(FindPeople, WhoRepresentsIsAtTheOneRepresentedAndNotAtTheNext) {
  const auto found = found_in(
      "Entre le CHU de Merlonge, représenté par sa directrice générale, Marie Dutertre, l'université d'Ornelle, "
      "représentée par son président, Paul Ferrand, et la ville de Valdor.");
  EXPECT_EQ(found.function_of("Marie Dutertre"), "directrice générale @ CHU de Merlonge");
  EXPECT_EQ(found.function_of("Paul Ferrand"), "président @ Université d'Ornelle");
}

TEST(FindPeople, WhoStandsAtTheHeadOfABodyIsThere) {
  const auto found = found_in("Ont signé Marie Dutertre, à la tête de la ville d'Ornelle, et Paul Ferrand (université de Merlonge).");
  EXPECT_EQ(found.named("Marie Dutertre").functions.front().institution, 0U);
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "documents/dates/date_mentions.hpp"
#include "documents/text_with_words.hpp"

namespace maillage::documents {
namespace {

/// Seen from Thursday 4 April 2024.
constexpr std::string_view kHead = "Un titre\n\nMerlonge, le 4 avril 2024\n\n";

struct Case {
  std::string_view sentence;
  std::string dates;  ///< as EDTF, with blanks between; without the dateline
};

std::string dates_of(std::string_view text) {
  const TextWithWords read(text);
  std::string all;
  for (const auto& mention : find_dates(read.words, Lexicon::french()).dates) {
    if (read.prose->block_at(mention.span.begin) < 2) continue;
    if (!all.empty()) all += ' ';
    all += mention.date.to_edtf();
  }
  return all;
}

class DateForm : public testing::TestWithParam<Case> {};

TEST_P(DateForm, IsReadAsOneMeansIt) {
  EXPECT_EQ(dates_of(std::string(kHead) + std::string(GetParam().sentence)), GetParam().dates) << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(Whole, DateForm,
                         testing::Values(Case{"Elle date du 1er mars 2023.", "2023-03-01"}, Case{"Le premier mars 2023 a compté.", "2023-03-01"},
                                         Case{"Signé le 08/07/2024 à midi.", "2024-07-08"}, Case{"Signé le 8.07.2024 à midi.", "2024-07-08"},
                                         Case{"Signé le 8/7/24 à midi.", "2024-07-08"}, Case{"Signé le 2024-07-08 à midi.", "2024-07-08"},
                                         Case{"Signé le 8 juil. 24 à midi.", "2024-07-08"}, Case{"Signé mar. 2 avril 2024 à midi.", "2024-04-02"},
                                         Case{"La loi de juin 2018 le permet.", "2018-06"}, Case{"Fait le 31 avril 2024 par erreur.", ""}));

INSTANTIATE_TEST_SUITE_P(Relative, DateForm,
                         testing::Values(Case{"Hier, tous ont signé.", "2024-04-03"}, Case{"Avant-hier, tous ont signé.", "2024-04-02"},
                                         Case{"Le texte sera signé après-demain.", "2024-04-06"}, Case{"La convention a été signée ce jour.", "2024-04-04"},
                                         Case{"Elle a été signée en juin dernier.", "2023-06"}, Case{"Elle a été signée lundi dernier.", "2024-04-01"},
                                         Case{"Elle sera signée jeudi prochain.", "2024-04-11"}, Case{"Elle a été signée ce mardi.", "2024-04-02"},
                                         Case{"Elle a été signée le 3 de ce mois.", "2024-04-03"}, Case{"Elle a été signée le 3 courant.", "2024-04-03"},
                                         Case{"Elle a été signée le 12 du mois dernier.", "2024-03-12"}, Case{"Elle a ouvert le mois dernier.", "2024-03"},
                                         Case{"Elle ouvrira l'année prochaine.", "2025"}, Case{"Tout commença il y a deux ans.", "2022~"},
                                         Case{"Tout commença il y a trois mois.", "2024-01~"}, Case{"Tout finira dans deux mois.", "2024-06~"}));

INSTANTIATE_TEST_SUITE_P(YearByTheWeekday, DateForm,
                         testing::Values(Case{"Tous ont signé ce lundi 18 décembre.", "2023-12-18"},  // 2024: a Wednesday
                                         Case{"Tous signeront le vendredi 5 avril.", "2024-04-05"},
                                         Case{"Tous ont signé ce lundi 25.", "2024-03-25"}, Case{"Tous ont signé le 4 septembre.", "2023-09-04"}));

INSTANTIATE_TEST_SUITE_P(Precision, DateForm,
                         testing::Values(Case{"Les travaux démarrent début 2025.", "2025~"}, Case{"Tout sera prêt fin juin 2025.", "2025-06~"},
                                         Case{"Le bilan viendra mi-mars 2025.", "2025-03~"}, Case{"Elle ouvrira au printemps 2025.", "2025~"},
                                         Case{"Elle ouvrira au premier trimestre 2025.", "2025~"}, Case{"Elle a ouvert l'automne dernier.", "2023~"},
                                         Case{"Elle ouvre à la rentrée 2024.", "2024-09"}));

INSTANTIATE_TEST_SUITE_P(Several, DateForm,
                         testing::Values(Case{"Ils se verront les 3 et 4 mai 2024.", "2024-05-03 2024-05-04"},
                                         Case{"Le salon se tient du 3 au 5 mai 2024.", "2024-05-03 2024-05-05"},
                                         Case{"Ils se verront les 3, 4 et 6 mai 2024.", "2024-05-03 2024-05-04 2024-05-06"}));

INSTANTIATE_TEST_SUITE_P(None, DateForm,
                         testing::Values(Case{"Comptez 12 % de plus, soit 24 lits.", ""}, Case{"Le Premier ministre est venu.", ""},
                                         Case{"Le guichet ouvre le vendredi.", ""}, Case{"Petites Villes de Demain aide les maires.", ""}));

TEST(FindDates, FlagsAWeekdayThatTheDayIsNot) {
  const TextWithWords read(std::string(kHead) + "Tous ont signé le mardi 3 avril 2024.");
  const auto found = find_dates(read.words, Lexicon::french());
  ASSERT_EQ(found.dates.size(), 2U);
  EXPECT_FALSE(found.dates[0].weekday_differs);
  EXPECT_TRUE(found.dates[1].weekday_differs);
  EXPECT_EQ(found.dates[1].date.to_edtf(), "2024-04-03");
}

TEST(FindDates, TellsWhatRestsOnTheDocumentsOwnDate) {
  const TextWithWords read(std::string(kHead) + "Signé hier, après le vote du 2 avril 2024.");
  const auto found = find_dates(read.words, Lexicon::french());
  ASSERT_EQ(found.dates.size(), 3U);
  EXPECT_TRUE(found.dates[1].is_relative);
  EXPECT_FALSE(found.dates[2].is_relative);
}

constexpr std::string_view kBody =
    "\n\nLe texte qui suit est assez long pour faire un paragraphe : la convention a été signée le 3 mars 2023 par deux maisons.\n";

std::string date_of_document(const std::string& text) {
  const TextWithWords read(text);
  const auto found = find_dates(read.words, Lexicon::french());
  return found.of_document ? found.of_document->date.to_edtf() : "";
}

struct Head {
  std::string_view before, after;
  std::string date;
};

class DocumentDate : public testing::TestWithParam<Head> {};

TEST_P(DocumentDate, IsTakenFromWherePapersSayIt) {
  EXPECT_EQ(date_of_document(std::string(GetParam().before) + std::string(kBody) + std::string(GetParam().after)), GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    Places, DocumentDate,
    testing::Values(Head{"Un titre\n\nPublié le 12 mars 2023 | Mis à jour le 14 mars 2023", "", "2023-03-12"},
                    Head{"De : X\nDate : mar. 14 mars 2023 10:22\nObjet : Y", "", "2023-03-14"},
                    Head{"De : X\nEnvoyé le : mardi 14 mars 2023 10:22\nObjet : Y", "", "2023-03-14"},
                    Head{"LA GAZETTE\nn° 7 – juillet 2023", "", "2023-07"}, Head{"Un titre\nMerlonge, le 05/06/2023", "", "2023-06-05"},
                    Head{"Un titre", "\nFait à Merlonge, le 12 mai 2023\n", "2023-05-12"},
                    Head{"COMMUNIQUÉ DE PRESSE DU 7 NOVEMBRE 2023\n\nUn titre", "", "2023-11-07"},
                    Head{"Signature : 8 juillet 2023\nEntrée en vigueur : 1er septembre 2023\n\nUn titre", "", ""},
                    Head{"Un titre", "", ""}));

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include "records/office/office_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage {
namespace {

using Kind = SheetCell::Kind;

std::string date(const std::string& text, Kind kind = Kind::text) { return office_date({kind, text, false}).text.value_or("unread"); }

TEST(OfficeDate, ReadsTheWaysFrenchOfficesWriteDays) {
  for (const char* text : {"08/07/2024", "8/7/2024", "8.7.2024", "2024-07-08", "2024-07-08 00:00:00", "2024/07/08", "8 juillet 2024",
                           "lundi 8 juillet 2024", "le 8 juil. 2024", "8 July 2024", "July 8, 2024", "8th July 2024", "8-juil-2024"}) {
    EXPECT_EQ(date(text), "2024-07-08") << text;
  }
  EXPECT_EQ(date("1er mars 2023"), "2023-03-01");
  EXPECT_EQ(date("29 février 2024"), "2024-02-29");
  EXPECT_EQ(date("12 août 2021"), "2021-08-12");
}

TEST(OfficeDate, KeepsThePrecisionThatIsWritten) {
  for (const char* text : {"juillet 2024", "juil-24", "juil. 2024", "07/2024", "2024-07", "July 2024"}) EXPECT_EQ(date(text), "2024-07") << text;
  EXPECT_EQ(date("2024"), "2024");
  EXPECT_EQ(date("2024", Kind::number), "2024");
  EXPECT_EQ(date("sans terme"), "..");
  EXPECT_EQ(date("Durée indéterminée"), "..");
}

TEST(OfficeDate, DoubtsWhatIsTakenForGranted) {
  const auto shortened = office_date({Kind::text, "08/07/24", false});
  EXPECT_EQ(shortened.text, "2024-07-08");
  EXPECT_TRUE(shortened.is_doubtful);
  EXPECT_EQ(office_date({Kind::text, "08/07/95", false}).text, "1995-07-08");
  const auto serial = office_date({Kind::number, "45481", false});
  EXPECT_EQ(serial.text, "2024-07-08");
  EXPECT_TRUE(serial.is_doubtful);
}

TEST(OfficeDate, ReadsAYearTypedIntoACellThatShowsDays) {
  const auto year = office_date({Kind::date, "1905-07-13", false});  // serial 2021
  EXPECT_EQ(year.text, "2021");
  EXPECT_TRUE(year.is_doubtful);
  EXPECT_EQ(office_date({Kind::date, "1905-03-13", false}).text, "1905-03-13");  // 1899
  EXPECT_EQ(office_date({Kind::date, "1905-10-01", false}).text, "1905-10-01");  // 2101
  EXPECT_EQ(office_date({Kind::date, "2024-07-08", false}).text, "2024-07-08");
}

TEST(OfficeDate, LeavesWhatIsNoDate) {
  for (const char* text : {"30/02/2024", "29/02/2023", "13/13/2024", "à définir", "12", "8 juillet", "32 mars 2024", "x 2024 y z"}) {
    EXPECT_EQ(date(text), "unread") << text;
  }
  EXPECT_EQ(date("12", Kind::number), "unread");
}

TEST(OfficeDate, TakesWhatIsSaidRoughlyAsRoughly) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"fin 2025", "2025-12~"}, {"début 2024", "2024-01~"}, {"courant 2024", "2024"}, {"fin juin 2024", "2024-06"}, {"vers mars 2024", "2024-03~"},
      {"T3 2024", "2024-07/2024-09"}, {"3e trimestre 2024", "2024-07/2024-09"}, {"1er semestre 2024", "2024-01/2024-06"}, {"été 2024", "2024-06/2024-09"},
      {"12/05/2024 ?", "2024-05-12?"}};
  for (const auto& [text, wanted] : cases) {
    const auto value = office_date({Kind::text, text, false});
    EXPECT_EQ(value.text.value_or("unread"), wanted) << text;
    EXPECT_TRUE(value.is_doubtful) << text;
  }
  EXPECT_EQ(date("à compter du 1er janvier 2024"), "2024-01-01");
  EXPECT_EQ(date("à signer en avril"), "unread");
  EXPECT_EQ(date("45168.5", Kind::number), "2023-08-30") << "a day and a half";
}

TEST(OfficePeriod, IsTwoDatesInOneCell) {
  const auto read = [](const char* text) {
    const auto period = office_period(text);
    return period ? period->from + " " + period->to : "unread";
  };
  EXPECT_EQ(read("2023-2028"), "2023 2028");
  EXPECT_EQ(read("2023 – 2028"), "2023 2028");
  EXPECT_EQ(read("2023/2028"), "2023 2028");
  EXPECT_EQ(read("du 01/01/2023 au 31/12/2025"), "2023-01-01 2025-12-31");
  EXPECT_EQ(read("sept-23 - août-26"), "2023-09 2026-08");
  EXPECT_EQ(read("01/2023-12/2025"), "2023-01 2025-12");
  EXPECT_EQ(read("2023-24"), "2023 2024");
  for (const char* text : {"2023", "2023-09", "2023-09-12", "12/09/2023", "2028-2023", "5 ans", "à définir"}) EXPECT_EQ(read(text), "unread") << text;
}

TEST(OfficeTerm, TakesApartWhatACellSaysAtOnce) {
  const auto read = [](const char* text) {
    const auto term = office_term(text, 0);
    return term.duration + "|" + (term.renewal ? std::string(code_name(*term.renewal)) : "") + "|" + (term.max_renewals ? std::to_string(*term.max_renewals) : "") + "|" +
           term.renewal_period + "|" + term.notice;
  };
  EXPECT_EQ(read("1 an renouvelable 2 fois par tacite reconduction"), "P1Y|tacit|2||");
  EXPECT_EQ(read("3 ans, renouvelable une fois"), "P3Y||1||");
  EXPECT_EQ(read("tacite (1 an)"), "|tacit||P1Y|");
  EXPECT_EQ(read("tacite reconduction par période d'un an"), "|tacit||P1Y|");
  EXPECT_EQ(read("tacite reconduction annuelle"), "|tacit||P1Y|");
  EXPECT_EQ(read("Tacite, 4 fois max"), "|tacit|4||");
  EXPECT_EQ(read("reconductible 3 fois tacitement"), "|tacit|3||");
  EXPECT_EQ(read("3 ans, tacite reconduction, préavis de 3 mois"), "P3Y|tacit|||P3M");
  EXPECT_EQ(read("renouvelable par accord exprès"), "|express|||");
  EXPECT_EQ(read("Non reconductible"), "|none|||");
  EXPECT_EQ(read("sans tacite reconduction"), "|none|||");
  EXPECT_EQ(read("5 ans"), "P5Y||||");
  EXPECT_TRUE(office_term("1 an, tacite, dans la limite de 5 ans", 0).has_total);
}

TEST(OfficeNotice, IsTheOneDurationThatStandsThere) {
  const auto read = [](const char* text) { return office_notice(text, 0).text.value_or("unread"); };
  EXPECT_EQ(read("3 mois"), "P3M");
  EXPECT_EQ(read("trois mois"), "P3M");
  EXPECT_EQ(read("6 mois avant l’échéance"), "P6M");
  EXPECT_EQ(read("LRAR, 60 jours avant la date anniversaire"), "P60D");
  EXPECT_EQ(read("au moins 2 mois"), "P2M");
  EXPECT_EQ(read("sans préavis"), "P0D");
  EXPECT_EQ(read("3 ou 6 mois"), "P6M") << "doubtful";
  EXPECT_TRUE(office_notice("3 ou 6 mois", 0).is_doubtful);
  EXPECT_EQ(read("3 mois ou 6 mois"), "unread");
  EXPECT_EQ(read("voir article 7"), "unread");
}

TEST(OfficeState, SaysTheStageAndTheDayOfTermination) {
  EXPECT_EQ(office_state("En cours de signature").stage, Stage::announced);
  EXPECT_EQ(office_state("Projet").stage, Stage::announced);
  EXPECT_EQ(office_state("signée").stage, Stage::signed_);
  EXPECT_TRUE(office_state("Échue").is_over);
  EXPECT_EQ(office_state("Résiliée le 15/03/2023").terminated, "2023-03-15");
  EXPECT_TRUE(office_state("dénoncée").is_terminated);
  EXPECT_FALSE(office_state("dénoncée").terminated);
  EXPECT_FALSE(office_state("en cours d’instruction").is_read);
}

TEST(OfficeDuration, ReadsNumbersWithTheirUnit) {
  const auto read = [](const char* text, char unit = 0) { return office_duration(text, unit).text.value_or("unread"); };
  EXPECT_EQ(read("5 ans"), "P5Y");
  EXPECT_EQ(read("cinq ans"), "P5Y");
  EXPECT_EQ(read("5ans"), "P5Y");
  EXPECT_EQ(read("18 mois"), "P18M");
  EXPECT_EQ(read("1 an et 6 mois"), "P1Y6M");
  EXPECT_EQ(read("3 years"), "P3Y");
  EXPECT_EQ(read("2 semaines"), "P14D");
  EXPECT_EQ(read("P5Y"), "P5Y");
  EXPECT_EQ(read("36", 'M'), "P36M");
  EXPECT_EQ(read("36"), "unread");
  EXPECT_EQ(read("longtemps"), "unread");
  EXPECT_EQ(read("5 10 ans"), "unread");
}

TEST(OfficeAmount, ReadsFrenchAndEnglishNumbers) {
  const auto amount = [](const char* text) { return office_amount({Kind::text, text, false}); };
  const auto read = [&](const char* text) { return amount(text).text.value_or("unread"); };
  EXPECT_EQ(read("12 500,50 €"), "12500.5");
  EXPECT_EQ(read("12\u202f500,50\u00a0€"), "12500.5");
  EXPECT_EQ(read("1,234,567.89"), "1234567.89");
  EXPECT_EQ(read("1.234.567,89"), "1234567.89");
  EXPECT_EQ(read("1,5 M€"), "1500000");
  EXPECT_EQ(read("12 k€"), "12000");
  EXPECT_EQ(read("24000.0"), "24000");
  EXPECT_EQ(read("3 millions d’euros"), "unread");  // a word that is none of a number's: left to a person
  EXPECT_EQ(read("gratuit"), "0");
  EXPECT_EQ(read("à titre gracieux"), "0");
  EXPECT_EQ(read("2,5k€"), "2500");
  EXPECT_EQ(read("40.000,00 €"), "40000");
  EXPECT_EQ(read("30 000 € / an"), "unread");
  EXPECT_EQ(office_amount({Kind::number, "7.125", false}).text, "7.125") << "a number cell is no text";
  EXPECT_EQ(read("-5"), "unread");
  for (const char* text : {"7,000", "7.000", "7.000 €"}) {
    EXPECT_EQ(read(text), "7000") << text;
    EXPECT_TRUE(amount(text).is_doubtful) << text;
  }
  EXPECT_EQ(read("1,250 k€"), "1250") << "a thousand and a quarter";
}

TEST(OfficeCodes, AreReadFromTheWordsOfficesUse) {
  EXPECT_EQ(office_type("Convention-cadre de partenariat").text, "framework_agreement");
  EXPECT_EQ(office_type("Avenant n°2 à la convention-cadre").text, "amendment");
  EXPECT_EQ(office_type("CLS").text, "local_health_contract");
  EXPECT_EQ(office_type("funding_agreement").text, "funding_agreement");
  EXPECT_FALSE(office_type("en numéraire").text);
  EXPECT_EQ(office_renewal("tacite reconduction").text, "tacit");
  EXPECT_EQ(office_renewal("Reconduction expresse").text, "express");
  EXPECT_EQ(office_renewal("non").text, "none");
  EXPECT_EQ(office_renewal("Non reconductible").text, "none");
  EXPECT_EQ(office_renewal("par avenant").text, "express");
  EXPECT_TRUE(office_renewal("oui").is_doubtful);
  EXPECT_TRUE(office_renewal("1 fois").is_doubtful);
  EXPECT_FALSE(office_renewal("voir article 7").text);
  EXPECT_EQ(office_role("Chef de file").text, "lead");
  EXPECT_EQ(kind_in_name("Commune de Lens"), InstitutionKind::commune);
  EXPECT_EQ(kind_in_name("CHU de Lille"), InstitutionKind::hospital);
  EXPECT_EQ(kind_in_name("Communauté d’agglomération de Lens-Liévin"), InstitutionKind::intercommunality);
  EXPECT_FALSE(kind_in_name("Association des amis"));
}

TEST(OfficeValue, KnowsWhatSaysNothing) {
  for (const char* text : {"", " ", "-", "?", "Non renseigné", "n/a", "NC", "sans objet", "à compléter", "à définir"}) EXPECT_TRUE(says_nothing(text)) << text;
  for (const char* text : {"0", "Nantes", "non"}) EXPECT_FALSE(says_nothing(text)) << text;
}

}  // namespace
}  // namespace maillage

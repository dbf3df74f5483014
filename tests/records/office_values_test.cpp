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

TEST(OfficeDate, LeavesWhatIsNoDate) {
  for (const char* text : {"30/02/2024", "29/02/2023", "13/13/2024", "à définir", "12", "8 juillet", "32 mars 2024", "x 2024 y z"}) {
    EXPECT_EQ(date(text), "unread") << text;
  }
  EXPECT_EQ(date("12", Kind::number), "unread");
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
  const auto read = [](const char* text) { return office_amount(text).text.value_or("unread"); };
  EXPECT_EQ(read("12 500,50 €"), "12500.5");
  EXPECT_EQ(read("12\u202f500,50\u00a0€"), "12500.5");
  EXPECT_EQ(read("1,234,567.89"), "1234567.89");
  EXPECT_EQ(read("1.234.567,89"), "1234567.89");
  EXPECT_EQ(read("1,5 M€"), "1500000");
  EXPECT_EQ(read("12 k€"), "12000");
  EXPECT_EQ(read("24000.0"), "24000");
  EXPECT_EQ(read("3 millions d’euros"), "unread");  // a word that is none of a number's: left to a person
  EXPECT_EQ(read("gratuit"), "unread");
  EXPECT_EQ(read("-5"), "unread");
  EXPECT_TRUE(office_amount("7,000").is_doubtful);
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
  EXPECT_TRUE(office_renewal("oui").is_doubtful);
  EXPECT_EQ(office_role("Chef de file").text, "lead");
  EXPECT_EQ(kind_in_name("Commune de Lens"), InstitutionKind::commune);
  EXPECT_EQ(kind_in_name("CHU de Lille"), InstitutionKind::hospital);
  EXPECT_EQ(kind_in_name("Communauté d’agglomération de Lens-Liévin"), InstitutionKind::intercommunality);
  EXPECT_FALSE(kind_in_name("Association des amis"));
}

TEST(OfficeValue, KnowsWhatSaysNothing) {
  for (const char* text : {"", " ", "-", "?", "Non renseigné", "n/a", "NC", "sans objet", "à compléter"}) EXPECT_TRUE(says_nothing(text)) << text;
  for (const char* text : {"0", "Nantes", "non"}) EXPECT_FALSE(says_nothing(text)) << text;
}

}  // namespace
}  // namespace maillage

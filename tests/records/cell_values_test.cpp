// SPDX-License-Identifier: Apache-2.0
#include "records/cell_values.hpp"

#include <gmock/gmock.h>

#include "records/identifiers.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;

std::string date_of(std::string_view text) {
  const auto read = read_date(text);
  if (!read.value) return "none";
  return (read.is_bent ? "bent " : "") + read.value->to_edtf();
}

TEST(CellValues, ReadDatesDayFirst) {
  EXPECT_EQ(date_of("2024-07-08"), "2024-07-08");
  EXPECT_EQ(date_of("[..2024-12-19]"), "[..2024-12-19]");
  EXPECT_EQ(date_of("2022/2026"), "2022/2026");
  EXPECT_EQ(date_of("08/07/2024"), "bent 2024-07-08");
  EXPECT_EQ(date_of("8/7/2024"), "bent 2024-07-08");
  EXPECT_EQ(date_of("29/02/2024"), "bent 2024-02-29");
  for (const auto* none : {"29/02/2023", "07/13/2024", "08/07/24", "1/2/3/2024", "8 juillet 2024", "//2024", "a/b/2024"}) {
    EXPECT_EQ(date_of(none), "none") << none;
  }
}

std::string number_of(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const auto read = read_number(text, mark);
  if (!read.value) return "none";
  return (read.is_bent ? "bent " : "") + plain_number(*read.value);
}

TEST(CellValues, ReadNumbersWhereTheyAreCertain) {
  EXPECT_EQ(number_of("7000000"), "7000000");
  EXPECT_EQ(number_of("-3.5"), "-3.5");
  EXPECT_EQ(number_of("1e6"), "1000000");
  EXPECT_EQ(number_of("7,5"), "bent 7.5");
  EXPECT_EQ(number_of("7 000 000"), "bent 7000000");
  EXPECT_EQ(number_of("7\xE2\x80\xAF" "000\xC2\xA0" "000,25"), "bent 7000000.25");
  EXPECT_EQ(number_of("7,000"), "none") << "seven or seven thousand";
  EXPECT_EQ(number_of("7,000", DecimalMark::comma_possible), "bent 7");
  EXPECT_EQ(number_of("50,633056"), "bent 50.633056");
  for (const auto* none : {"7 00", "7 0000", "1,2,3", "abc", "7 M€", "inf", "nan", "", ",5", "1 ", "0x10"}) {
    EXPECT_EQ(number_of(none), "none") << none;
  }
}

TEST(CellValues, ReadWholeNumbers) {
  EXPECT_EQ(read_integer("6").value, 6U);
  EXPECT_EQ(read_integer("1 234").value, 1234U);
  EXPECT_TRUE(read_integer("1 234").is_bent);
  for (const auto* none : {"-1", "1.5", "4294967296", "six", ""}) EXPECT_FALSE(read_integer(none).value) << none;
}

TEST(CellValues, WriteNumbersWithoutExponent) {
  EXPECT_EQ(plain_number(7e6), "7000000");
  EXPECT_EQ(plain_number(0.1), "0.1");
  EXPECT_EQ(plain_number(1e-9), "1e-09");
}

TEST(CellValues, TrimAndSplit) {
  EXPECT_EQ(trimmed("\xC2\xA0 a b \t\xE2\x80\xAF"), "a b");
  EXPECT_EQ(trimmed("  "), "");
  EXPECT_THAT(split_list("a| b ||c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(split_list(""), ElementsAre());
}

// Addresses of example.org and numbers from the ranges that ARCEP keeps for fiction.
TEST(CellValues, FindContacts) {
  EXPECT_EQ(contact_in("voir ada.l@example.org."), "ada.l@example.org");
  EXPECT_EQ(contact_in("tél. 03 53 01 23 45, bureau 2"), "03 53 01 23 45");
  EXPECT_EQ(contact_in("03.53.01.23.45"), "03.53.01.23.45");
  EXPECT_EQ(contact_in("0353012345"), "0353012345");
  EXPECT_EQ(contact_in("0 800 000 000"), "0 800 000 000");
  EXPECT_EQ(contact_in("+33 3 53 01 23 45"), "+33 3 53 01 23 45");
  EXPECT_EQ(contact_in("+33 (0)3 53 01 23 45"), "+33 (0)3 53 01 23 45");
  for (const auto* none : {"le 08.07.2024 à 10 h", "2024-07-08", "0000-0002-1825-0097", "réunion @ Lille", "l. 03-20",
                           "SIREN 026590671", "a@b", "1203530123457", "01.02.2024 10", "+12 % en 2024"}) {
    EXPECT_EQ(contact_in(none), "") << none;
  }
}

// Values from the public registers; a changed digit must show.
TEST(Identifiers, KnowTheirCheckDigits) {
  EXPECT_TRUE(is_identifier(FieldType::siren, "130029754"));
  EXPECT_FALSE(is_identifier(FieldType::siren, "130029745"));
  EXPECT_TRUE(is_identifier(FieldType::ror, "02kzqn938"));
  EXPECT_FALSE(is_identifier(FieldType::ror, "02kzqn939"));
  EXPECT_FALSE(is_identifier(FieldType::ror, "02kzqi938"));
  EXPECT_TRUE(is_identifier(FieldType::orcid, "0000-0002-1825-0097"));
  EXPECT_TRUE(is_identifier(FieldType::orcid, "0000-0002-1694-233X"));
  EXPECT_FALSE(is_identifier(FieldType::orcid, "0000-0002-1694-2339"));
  EXPECT_TRUE(is_identifier(FieldType::wikidata, "Q3551621"));
  EXPECT_FALSE(is_identifier(FieldType::wikidata, "Q0"));
  for (const auto* code : {"59", "2A", "974", "988", "59350", "2A004", "200093201", "FR", "BE10"}) {
    EXPECT_TRUE(is_identifier(FieldType::territory_code, code)) << code;
  }
  for (const auto* code : {"5", "593", "5935", "200093202", "Lille", "2C004"}) {
    EXPECT_FALSE(is_identifier(FieldType::territory_code, code)) << code;
  }
}

TEST(Identifiers, GetTheirZerosBackWhereThatIsCertain) {
  EXPECT_EQ(with_lost_zeros(FieldType::territory_code, "2408"), "02408");
  EXPECT_EQ(with_lost_zeros(FieldType::territory_code, "2"), "02");
  EXPECT_EQ(with_lost_zeros(FieldType::territory_code, "593"), std::nullopt);
  EXPECT_EQ(with_lost_zeros(FieldType::siren, "5520134"), std::nullopt) << "the key does not fit";
  EXPECT_EQ(with_lost_zeros(FieldType::finess, "20000014"), "020000014");
  EXPECT_EQ(with_lost_zeros(FieldType::siren, "130029754"), std::nullopt);
}

// No two SIREN that differ in one digit, or in two neighbours that change places (but 09 and 90), are both well formed.
TEST(Identifiers, LuhnsKeySeesASlipOfTheHand) {
  const std::string good = "130029754";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      auto other = good;
      other[i] = digit;
      EXPECT_EQ(is_identifier(FieldType::siren, other), other == good) << other;
    }
  }
}

}  // namespace
}  // namespace maillage

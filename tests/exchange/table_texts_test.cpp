// SPDX-License-Identifier: Apache-2.0
#include "exchange/table_texts.hpp"

#include <gmock/gmock.h>

#include <charconv>

#include "exchange/random_data_set.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

using exchange_tests::RandomDataSet;
using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(TableTexts, HaveACellForEachColumnOfTheSchema) {
  const auto data = RandomDataSet(1).draw().data;
  for (const auto& table : package_schema()) {
    const auto rows = table_texts(data, table.name);
    EXPECT_TRUE(has_rows(data, table.name)) << table.name;
    EXPECT_FALSE(rows.empty()) << table.name;
    for (const auto& row : rows) EXPECT_EQ(row.size(), table.fields.size()) << table.name;
  }
}

TEST(TableTexts, HoldWhatTheSchemaAllows) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const auto data = RandomDataSet(seed).draw().data;
    for (const auto& table : package_schema()) {
      for (const auto& row : table_texts(data, table.name)) {
        for (std::size_t i = 0; i < row.size(); ++i) {
          const auto& field = table.fields[i];
          if (field.is_required) {
            EXPECT_NE(row[i], "") << table.name << '.' << field.name;
          }
          if (row[i].empty()) continue;
          if (field.type == FieldType::code) {
            EXPECT_THAT(field.codes, testing::Contains(row[i])) << field.name;
          }
          if (field.type == FieldType::date) {
            EXPECT_TRUE(PartialDate::parse(row[i])) << field.name << row[i];
          }
        }
      }
    }
  }
}

TEST(TableTexts, OfOneAgreement) {
  DataSetBuilder builder;
  builder.add(ThemeRow{.code = "b"});
  builder.add(ThemeRow{.code = "a"});
  AgreementRow row{.id = "x", .title = "Titre, long", .type = AgreementType::letter_of_intent};
  row.valid_to = PartialDate::without_end();
  row.signed_on = *PartialDate::parse("[..2024-12-19]");
  row.max_renewals = 0;
  row.axes = {"un", "deux"};
  row.themes = {"b", "a"};
  row.amount_eur = 0.1;
  builder.add(row);
  const auto data = builder.finish().data;
  EXPECT_THAT(table_texts(data, "agreements"),
              ElementsAre(ElementsAre("x", "Titre, long", "letter_of_intent", "", "[..2024-12-19]", "", "..", "", "",
                                      "0", "", "", "", "", "", "", "", "un|deux", AnyOf("b|a", "a|b"), "", "0.1", "", "")));
}

TEST(TableTexts, OfAPlainPartyHaveNoRole) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "i", .name = "I"});
  builder.add(InstitutionRow{.id = "j", .name = "J"});
  builder.add(AgreementRow{.id = "x"});
  builder.add(PartyRow{.agreement = "x", .institution = "j", .role = PartyRole::lead});
  builder.add(PartyRow{.agreement = "x", .institution = "i"});
  const auto data = builder.finish().data;
  EXPECT_THAT(table_texts(data, "parties"), ElementsAre(ElementsAre("x", "i", "", "", "", "", "", ""),
                                                        ElementsAre("x", "j", "lead", "", "", "", "", "")));
}

TEST(TableTexts, AreNoneForAnUnknownTable) {
  const DataSet data = DataSetBuilder().finish().data;
  EXPECT_THAT(table_texts(data, "contacts"), IsEmpty());
  EXPECT_FALSE(has_rows(data, "contacts"));
}

TEST(ExactNumber, ReadsBackAsTheSameNumber) {
  EXPECT_EQ(exact_number(0.1), "0.1");
  EXPECT_EQ(exact_number(7e6), "7000000");
  EXPECT_EQ(exact_number(1234567890123.25), "1234567890123.25");
  EXPECT_EQ(exact_number(kNoAmount), "");
  for (const double value : {1e-7, 1.0 / 3, 1e22, 1.7976931348623157e308, 5e-324, 123456789012345678.0}) {
    const auto text = exact_number(value);
    double read = 0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    EXPECT_EQ(read, value);
    EXPECT_EQ(exact_number(value).find('e'), std::string::npos);
  }
}

}  // namespace
}  // namespace maillage

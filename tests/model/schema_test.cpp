// SPDX-License-Identifier: Apache-2.0
#include "model/schema.hpp"

#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <set>
#include <string>

#include "model/partial_date.hpp"
#include "model/validity.hpp"

namespace maillage {
namespace {

TEST(Schemas, HoldTogether) {
  std::set<std::string_view> tables;
  for (const auto& table : package_schema()) {
    SCOPED_TRACE(table.name);
    EXPECT_TRUE(tables.insert(table.name).second);
    EXPECT_EQ(find_table(table.name), &table);
    EXPECT_FALSE(table.title_fr.empty() || table.title_en.empty());
    std::set<std::string_view> columns;
    for (const auto& field : table.fields) {
      SCOPED_TRACE(field.name);
      EXPECT_TRUE(columns.insert(field.name).second);
      EXPECT_EQ(&table.fields[table.place_of(field.name)], &field);
      EXPECT_FALSE(field.title_fr.empty() || field.title_en.empty());
      EXPECT_FALSE(field.description_fr.empty() || field.description_en.empty());
      EXPECT_EQ(field.type == FieldType::code, !field.codes.empty());
      if (field.type == FieldType::reference) {
        EXPECT_FALSE(field.references.empty());
      }
      if (field.references.empty()) continue;
      const auto* led_to = find_table(field.references);
      ASSERT_NE(led_to, nullptr);
      EXPECT_EQ(led_to->key.size(), 1U) << "a reference names one column";
    }
    const bool may_repeat = table.name == "evidence" || table.name == "acknowledgements";
    EXPECT_EQ(table.key.empty(), may_repeat);
    for (const auto column : table.key) EXPECT_TRUE(columns.contains(column)) << column;
    EXPECT_EQ(table.place_of("no such column"), table.fields.size());
  }
  EXPECT_EQ(tables.size(), 18U);
  EXPECT_EQ(find_table("no such table"), nullptr);
}

// What a validator makes of the pattern in datapackage.json, against what the reader takes: no text is taken that the
// pattern refuses. The other way the pattern is wider: it knows no calendar.
TEST(Schemas, GivePatternsThatTakeWhatIsRead) {
  const std::regex date{std::string(pattern_of(FieldType::date))};
  const std::regex duration{std::string(pattern_of(FieldType::duration))};
  std::mt19937 random(17);
  const auto drawn = [&](std::string_view alphabet) {
    std::string text;
    for (auto left = random() % 11; left > 0; --left) text += alphabet[random() % alphabet.size()];
    return text;
  };
  int dates = 0, durations = 0;
  for (int round = 0; round < 60'000; ++round) {
    auto text = drawn("0123-X/.[]~?%");
    if (round % 2 == 0) text = "20" + text.substr(0, 2) + "-0" + text.substr(std::min<std::size_t>(2, text.size()));
    if (round % 5 == 0) text = drawn("../") + "2024" + drawn("/.]~") + (round % 3 == 0 ? "2026" : "");
    if (!text.empty() && PartialDate::parse(text)) {
      ++dates;
      ASSERT_TRUE(std::regex_match(text, date)) << text;
      ASSERT_TRUE(std::regex_match(PartialDate::parse(text)->to_edtf(), date)) << text;
    }
    text = "P" + drawn("0123YMWD");
    if (parse_duration(text)) {
      ++durations;
      ASSERT_TRUE(std::regex_match(text, duration)) << text;
    }
  }
  EXPECT_GT(dates, 200);
  EXPECT_GT(durations, 100);
}

}  // namespace
}  // namespace maillage

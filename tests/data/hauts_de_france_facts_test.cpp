// SPDX-License-Identifier: Apache-2.0
// Facts read by hand from the five documents: each row of facts.csv is a test of its own, by its name.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

const std::string kFacts = MAILLAGE_SOURCE_DIR "/tests/data/hauts_de_france/facts.csv";
const std::string kPackage = MAILLAGE_SOURCE_DIR "/data/hauts-de-france/";

CsvTable read_table(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  return read_csv(std::string(std::istreambuf_iterator<char>(file), {}));
}

struct Fact {
  std::string name, table, where, field, expected, seed, lines;
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool list_holds(const std::string& cell, const std::string& value) {
  const auto values = split(cell, '|');
  return std::find(values.begin(), values.end(), value) != values.end();
}

const std::string& cell_of(const CsvTable& table, std::size_t record, const std::string& column) {
  if (std::find(table.header.begin(), table.header.end(), column) == table.header.end()) {
    throw std::runtime_error("no column " + column);
  }
  return table.at(record, column);
}

/// One condition of `where`: `column=value`, `column!=value`, or `column~=value` (the list in the cell holds the value).
bool holds(const CsvTable& table, std::size_t record, const std::string& condition) {
  const auto equals = condition.find('=');
  if (equals == std::string::npos || equals == 0) throw std::runtime_error("no condition: " + condition);
  const char sign = condition[equals - 1];
  const auto column = condition.substr(0, sign == '!' || sign == '~' ? equals - 1 : equals);
  const auto value = condition.substr(equals + 1);
  const auto& cell = cell_of(table, record, column);
  if (sign == '~') return list_holds(cell, value);
  return (cell == value) != (sign == '!');
}

std::vector<std::size_t> rows_where(const CsvTable& table, const std::string& where) {
  const auto conditions = split(where, '&');
  std::vector<std::size_t> found;
  for (std::size_t record = 0; record < table.records.size(); ++record) {
    if (std::all_of(conditions.begin(), conditions.end(),
                    [&](const std::string& condition) { return holds(table, record, condition); })) {
      found.push_back(record);
    }
  }
  return found;
}

class FactTest : public testing::Test {
 public:
  explicit FactTest(Fact fact) : fact_(std::move(fact)) {}
  void TestBody() override {
    SCOPED_TRACE("seed " + fact_.seed + ", lines " + fact_.lines + "; " + fact_.table + " where " + fact_.where);
    const auto table = read_table(kPackage + fact_.table + ".csv");
    const auto rows = rows_where(table, fact_.where);
    if (fact_.field.empty()) {
      EXPECT_EQ(std::to_string(rows.size()), fact_.expected) << "rows that match";
      return;
    }
    ASSERT_EQ(rows.size(), 1U) << "rows that match";
    if (fact_.field.back() == '~') {
      const auto& cell = cell_of(table, rows[0], fact_.field.substr(0, fact_.field.size() - 1));
      EXPECT_TRUE(list_holds(cell, fact_.expected)) << "the list \"" << cell << "\" lacks \"" << fact_.expected << '"';
    } else {
      EXPECT_EQ(cell_of(table, rows[0], fact_.field), fact_.expected);
    }
  }

 private:
  Fact fact_;
};

class UnreadableFacts : public testing::Test {
 public:
  explicit UnreadableFacts(std::string why) : why_(std::move(why)) {}
  void TestBody() override { FAIL() << why_; }

 private:
  std::string why_;
};

std::vector<Fact> read_facts() {
  const auto table = read_table(kFacts);
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < table.records.size(); ++i) {
    facts.push_back({table.at(i, "fact"), table.at(i, "table"), table.at(i, "where"), table.at(i, "field"),
                     table.at(i, "expected"), table.at(i, "seed"), table.at(i, "lines")});
  }
  return facts;
}

/// Before main: gtest needs to know its tests when it starts.
const bool kRegistered = [] {
  try {
    for (const auto& fact : read_facts()) {
      testing::RegisterTest("HautsDeFranceFacts", fact.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [fact]() -> testing::Test* { return new FactTest(fact); });
    }
  } catch (const std::exception& problem) {
    testing::RegisterTest("HautsDeFranceFacts", "can_be_read", nullptr, nullptr, __FILE__, __LINE__,
                          [why = std::string(problem.what())]() -> testing::Test* { return new UnreadableFacts(why); });
  }
  return true;
}();

TEST(HautsDeFranceFactsFile, HoldsAtLeastEightyFactsAndTwentyNegatives) {
  ASSERT_TRUE(kRegistered);
  const auto facts = read_facts();
  EXPECT_GE(facts.size(), 80U);
  const auto negatives = std::count_if(facts.begin(), facts.end(), [](const Fact& fact) {
    return fact.name.starts_with("no_") && (fact.expected.empty() || fact.expected == "0");
  });
  EXPECT_GE(negatives, 20);
}

TEST(HautsDeFranceFactsFile, NamesEachFactOnceAndItsSeedLines) {
  std::map<std::string, int> seen;
  for (const auto& fact : read_facts()) {
    EXPECT_EQ(++seen[fact.name], 1) << fact.name;
    EXPECT_FALSE(fact.seed.empty()) << fact.name;
    EXPECT_FALSE(fact.lines.empty()) << fact.name;
  }
}

}  // namespace
}  // namespace maillage

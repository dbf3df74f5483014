// SPDX-License-Identifier: Apache-2.0
#include "exchange/package_writer.hpp"

#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "exchange/random_data_set.hpp"
#include "exchange/table_texts.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

using exchange_tests::RandomDataSet;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::map<std::string, std::string> written(const DataSet& data) {
  const auto files = package_files(data);
  return {files.begin(), files.end()};
}
json descriptor(const DataSet& data) {
  return json::parse(written(data).at("datapackage.json"));
}

// Resource → its schema.
std::map<std::string, json> schemas(const json& package) {
  std::map<std::string, json> by_name;
  for (const auto& resource : package.at("resources")) by_name[resource.at("name")] = resource.at("schema");
  return by_name;
}
json field_of(const json& schema, std::string_view name) {
  for (const auto& field : schema.at("fields")) {
    if (field.at("name") == name) return field;
  }
  return {};
}

// A second reader of CSV, by the letter of RFC 4180 with LF: states, no library.
std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> records{{""}};
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto& cell = records.back().back();
    if (in_quotes && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[i++];
    } else if (text[i] == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && text[i] == ',') {
      records.back().emplace_back();
    } else if (!in_quotes && text[i] == '\n') {
      records.push_back({""});
    } else {
      cell += text[i];
    }
  }
  records.pop_back();
  return records;
}

TEST(PackageFiles, AreTheDescriptorAndEveryTableWithRowsInOrder) {
  std::vector<std::string> names, expected{"datapackage.json"};
  for (const auto& [name, text] : package_files(RandomDataSet(3).draw().data)) names.push_back(name);
  for (const auto& table : package_schema()) expected.push_back(std::string(table.name) + ".csv");
  EXPECT_EQ(names, expected);
}

TEST(PackageFiles, OfNothingAreTheRequiredTables) {
  std::vector<std::string> names, expected{"datapackage.json"};
  for (const auto& [name, text] : package_files(DataSetBuilder().finish().data)) names.push_back(name);
  for (const auto& table : package_schema()) {
    if (table.is_required) expected.push_back(std::string(table.name) + ".csv");
  }
  EXPECT_EQ(names, expected);
}

TEST(PackageFiles, HaveTheCellsOfTheTables) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const auto data = RandomDataSet(seed).draw().data;
    const auto files = written(data);
    for (const auto& table : package_schema()) {
      auto records = read_csv(files.at(std::string(table.name) + ".csv"));
      std::vector<std::string> header;
      for (const auto& field : table.fields) header.emplace_back(field.name);
      EXPECT_EQ(records.front(), header);
      records.erase(records.begin());
      EXPECT_EQ(records, table_texts(data, table.name)) << table.name;
    }
  }
}

TEST(PackageFiles, KeepHostileCellsExact) {
  const std::vector<std::string> hostile{"=cmd|' /C calc'!A0",
                                         "+1",
                                         "-1",
                                         "@SUM(A1)",
                                         "a\"b",
                                         "\"",
                                         "a,b",
                                         "a;b",
                                         "two\nlines",
                                         "two\r\nlines",
                                         "'quoted",
                                         "<script>alert(1)</script>",
                                         "é‘’«»"};
  DataSetBuilder builder;
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    builder.add(PersonRow{.id = "p" + std::to_string(100 + i), .name = hostile[i], .note = hostile[i]});
  }
  const auto records = read_csv(written(builder.finish().data).at("people.csv"));
  ASSERT_EQ(records.size(), hostile.size() + 1);
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    EXPECT_EQ(records[i + 1][1], hostile[i]);
    EXPECT_EQ(records[i + 1][4], hostile[i]);
  }
}

TEST(PackageFiles, EndLinesWithLineFeedsAndNothingElse) {
  const auto data = RandomDataSet(5).draw().data;
  for (const auto& [name, text] : package_files(data)) {
    EXPECT_EQ(text.find('\r'), std::string::npos) << name;
    EXPECT_EQ(text.back(), '\n') << name;
    EXPECT_THAT(text, testing::Not(StartsWith("\xEF\xBB\xBF"))) << name;
  }
}

TEST(PackageDescriptor, SaysWhatTheDataSetIs) {
  auto data = DataSetBuilder().finish().data;
  data.name = "essai";
  data.title_fr = "Essai “à lire”";
  data.title_en = "Trial";
  data.version = "1.2";
  data.description = "Deux\nlignes";
  data.licence_name = "etalab-2.0";
  data.licence_title = "Licence Ouverte 2.0";
  data.licence_url = "https://exemple.test/licence";
  const auto package = descriptor(data);
  EXPECT_EQ(package.at("profile"), "tabular-data-package");
  EXPECT_EQ(package.at("name"), "essai");
  EXPECT_EQ(package.at("title"), "Essai “à lire”");
  EXPECT_EQ(package.at("title_en"), "Trial");
  EXPECT_EQ(package.at("version"), "1.2");
  EXPECT_EQ(package.at("description"), "Deux\nlignes");
  EXPECT_EQ(package.at("licenses"), json::parse(R"([{"name": "etalab-2.0", "title": "Licence Ouverte 2.0",
                                                     "path": "https://exemple.test/licence"}])"));
}

TEST(PackageDescriptor, LeavesOutWhatIsNotKnown) {
  const auto package = descriptor(DataSetBuilder().finish().data);
  for (const auto* key : {"name", "title", "title_en", "version", "description", "licenses"}) {
    EXPECT_FALSE(package.contains(key)) << key;
  }
}

TEST(PackageDescriptor, DescribesEveryColumnInOrder) {
  const auto by_name = schemas(descriptor(RandomDataSet(2).draw().data));
  for (const auto& table : package_schema()) {
    const auto& fields = by_name.at(std::string(table.name)).at("fields");
    ASSERT_EQ(fields.size(), table.fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      EXPECT_EQ(fields[i].at("name"), table.fields[i].name);
      EXPECT_NE(fields[i].value("title", ""), "");
      EXPECT_NE(fields[i].value("title_en", ""), "");
    }
    EXPECT_EQ(by_name.at(std::string(table.name)).at("missingValues"), json::array({""}));
  }
}

TEST(PackageDescriptor, GivesTypesAndConstraints) {
  const auto by_name = schemas(descriptor(RandomDataSet(2).draw().data));
  const auto& institutions = by_name.at("institutions");
  EXPECT_EQ(field_of(institutions, "name").at("constraints").at("required"), true);
  EXPECT_EQ(field_of(institutions, "kind").at("constraints").at("enum"),
            json::parse(R"(["other", "higher_education", "hospital", "state_agency", "research_body", "commune",
                            "intercommunality"])"));
  const auto& agreements = by_name.at("agreements");
  EXPECT_EQ(field_of(agreements, "stage").at("constraints").at("enum"), json::parse(R"(["announced", "signed"])"));
  EXPECT_EQ(field_of(agreements, "max_renewals").at("type"), "integer");
  EXPECT_EQ(field_of(agreements, "amount_eur").at("type"), "number");
  EXPECT_EQ(field_of(agreements, "amount_eur").at("constraints").at("minimum"), 0);
  EXPECT_EQ(field_of(agreements, "signed").at("type"), "string");
  EXPECT_EQ(field_of(by_name.at("territories"), "latitude").at("constraints").at("minimum"), -90);
  EXPECT_EQ(field_of(by_name.at("territories"), "longitude").at("constraints").at("maximum"), 180);
  EXPECT_FALSE(field_of(institutions, "aliases").contains("constraints"));
}

TEST(PackageDescriptor, GivesKeys) {
  const auto by_name = schemas(descriptor(RandomDataSet(2).draw().data));
  EXPECT_EQ(by_name.at("institutions").at("primaryKey"), "id");
  EXPECT_EQ(by_name.at("territories").at("primaryKey"), "code");
  EXPECT_EQ(by_name.at("parties").at("primaryKey"), json::parse(R"(["agreement", "institution"])"));
  EXPECT_FALSE(by_name.at("positions").contains("primaryKey"));  // a minister has no institution
  EXPECT_FALSE(by_name.at("evidence").contains("primaryKey"));   // claims may repeat
  EXPECT_EQ(by_name.at("institutions").at("foreignKeys"),
            json::parse(R"([{"fields": "territory", "reference": {"resource": "territories", "fields": "code"}},
                            {"fields": "parent", "reference": {"resource": "", "fields": "id"}}])"));
  EXPECT_FALSE(by_name.at("agreements").contains("foreignKeys"));  // its references are lists
  EXPECT_EQ(by_name.at("lineage").at("foreignKeys").size(), 2U);
}

// What a Frictionless validator would hold against the tables, checked by the descriptor alone.
void expect_valid(const DataSet& data) {
  const auto files = written(data);
  const auto package = descriptor(data);
  std::map<std::string, std::map<std::string, std::multiset<std::string>>> columns;
  for (const auto& resource : package.at("resources")) {
    const auto records = read_csv(files.at(resource.at("path")));
    for (std::size_t i = 0; i < records[0].size(); ++i) {
      auto& column = columns[resource.at("name")][records[0][i]];
      for (std::size_t row = 1; row < records.size(); ++row) column.insert(records[row][i]);
    }
  }
  for (const auto& resource : package.at("resources")) {
    const std::string name = resource.at("name");
    const auto& schema = resource.at("schema");
    for (const auto& field : schema.at("fields")) {
      const auto limits = field.value("constraints", json::object());
      for (const auto& cell : columns[name][field.at("name")]) {
        SCOPED_TRACE(name + '.' + field.at("name").get<std::string>() + ": " + cell);
        if (cell.empty()) {
          EXPECT_FALSE(limits.value("required", false));
          continue;
        }
        if (limits.contains("enum")) {
          EXPECT_THAT(limits.at("enum"), testing::Contains(cell));
        }
        if (limits.contains("pattern")) {
          EXPECT_TRUE(std::regex_match(cell, std::regex(limits.at("pattern"))));
        }
        if (limits.contains("minimum")) {
          EXPECT_GE(std::stod(cell), limits.at("minimum").get<double>());
        }
        if (limits.contains("maximum")) {
          EXPECT_LE(std::stod(cell), limits.at("maximum").get<double>());
        }
        if (field.at("type") == "integer") {
          EXPECT_EQ(cell.find_first_not_of("0123456789"), std::string::npos);
        }
      }
    }
    for (const auto& key : schema.value("foreignKeys", json::array())) {
      const std::string resource_name = key.at("reference").at("resource");
      const auto& targets = columns[resource_name.empty() ? name : resource_name][key.at("reference").at("fields")];
      for (const auto& cell : columns[name][key.at("fields")]) {
        if (!cell.empty()) {
          EXPECT_TRUE(targets.contains(cell)) << name << ' ' << key << ' ' << cell;
        }
      }
    }
    if (schema.contains("primaryKey") && schema.at("primaryKey").is_string()) {
      for (const auto& cell : columns[name][schema.at("primaryKey")])
        EXPECT_EQ(columns[name][schema.at("primaryKey")].count(cell), 1U);
    }
  }
}

TEST(PackageDescriptor, AcceptsItsTables) {
  for (unsigned seed = 0; seed < 8; ++seed) expect_valid(RandomDataSet(seed).draw().data);
  expect_valid(DataSetBuilder().finish().data);
}

TEST(PackageDescriptor, HasNoForeignKeyToATableThatIsNotThere) {
  DataSetBuilder builder;
  builder.add(InstitutionRow{.id = "i", .name = "I"});
  const auto by_name = schemas(descriptor(builder.finish().data));
  EXPECT_FALSE(by_name.contains("territories"));
  EXPECT_EQ(by_name.at("institutions").at("foreignKeys").size(), 1U);
}

}  // namespace
}  // namespace maillage

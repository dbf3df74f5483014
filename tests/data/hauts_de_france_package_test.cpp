// SPDX-License-Identifier: Apache-2.0
// The real package is described as it is, and says where every field was read.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

const std::filesystem::path kPackage = MAILLAGE_SOURCE_DIR "/data/hauts-de-france";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

CsvTable table_of(const std::string& name) { return read_csv(bytes_of(kPackage / (name + ".csv"))); }

nlohmann::json descriptor() { return nlohmann::json::parse(bytes_of(kPackage / "datapackage.json")); }

/// Key columns of the tables whose rows evidence is asked for, after the package's own primary keys.
const std::map<std::string, std::vector<std::string>> kKeys = {
    {"institutions", {"id"}},  {"affiliations", {"member", "group"}},     {"people", {"id"}},
    {"agreements", {"id"}},    {"positions", {"person", "institution"}},  {"parties", {"agreement", "institution"}},
    {"events", {"id"}},        {"signatures", {"agreement", "person"}},   {"lineage", {"agreement", "kind"}},
    {"mentions", {"id"}}};

std::string key_of(const CsvTable& table, std::size_t record, const std::vector<std::string>& columns) {
  std::string key = table.at(record, columns.front());
  for (std::size_t i = 1; i < columns.size(); ++i) key += '/' + table.at(record, columns[i]);
  return key;
}

TEST(HautsDeFrancePackage, DescribesEveryTableColumnByColumn) {
  std::set<std::string> described;
  const auto package = descriptor();
  for (const auto& resource : package.at("resources")) {
    const auto name = resource.at("name").get<std::string>();
    described.insert(resource.at("path").get<std::string>());
    std::vector<std::string> fields;
    for (const auto& field : resource.at("schema").at("fields")) fields.push_back(field.at("name").get<std::string>());
    EXPECT_EQ(table_of(name).header, fields) << name;
  }
  std::set<std::string> present;
  for (const auto& entry : std::filesystem::directory_iterator(kPackage)) {
    if (entry.path().extension() == ".csv") present.insert(entry.path().filename().string());
  }
  EXPECT_EQ(described, present);
}

TEST(HautsDeFrancePackage, IsUnderTheOpenLicence) {
  const auto package = descriptor();
  EXPECT_EQ(package.at("licenses").at(0).at("name"), "etalab-2.0");
}

TEST(HautsDeFrancePackage, HasLineFeedsAndNoSpaceAroundCells) {
  const auto package = descriptor();
  for (const auto& resource : package.at("resources")) {
    const auto text = bytes_of(kPackage / resource.at("path").get<std::string>());
    EXPECT_EQ(text.find('\r'), std::string::npos) << resource.at("path");
    EXPECT_TRUE(text.ends_with('\n')) << resource.at("path");
    for (const auto& record : read_csv(text).records) {
      for (const auto& cell : record) {
        EXPECT_FALSE(cell.starts_with(' ') || cell.ends_with(' ')) << resource.at("path") << ": " << cell;
      }
    }
  }
}

TEST(HautsDeFrancePackage, SaysWhereEveryFieldWasRead) {
  const auto evidence = table_of("evidence");
  std::set<std::string> claimed;
  for (std::size_t i = 0; i < evidence.records.size(); ++i) {
    claimed.insert(evidence.at(i, "table") + ' ' + evidence.at(i, "row") + ' ' + evidence.at(i, "field"));
  }
  for (const auto& [name, keys] : kKeys) {
    const auto table = table_of(name);
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      const auto row = name + ' ' + key_of(table, i, keys) + ' ';
      if (keys.size() > 1) {
        EXPECT_TRUE(claimed.contains(row + '*')) << row << '*';
      }
      for (const auto& column : table.header) {
        const bool is_key = std::find(keys.begin(), keys.end(), column) != keys.end();
        if (is_key || column == "note" || table.at(i, column).empty()) continue;
        EXPECT_TRUE(claimed.contains(row + column)) << row << column;
      }
    }
  }
}

TEST(HautsDeFrancePackage, GivesAReasonForWhateverIsInferredAndALocatorForAll) {
  const auto evidence = table_of("evidence");
  for (std::size_t i = 0; i < evidence.records.size(); ++i) {
    const auto place = evidence.at(i, "table") + ' ' + evidence.at(i, "row") + ' ' + evidence.at(i, "field");
    EXPECT_EQ(evidence.at(i, "basis") == "inferred", !evidence.at(i, "reason").empty()) << place;
    EXPECT_FALSE(evidence.at(i, "locator").empty()) << place;
  }
}

}  // namespace
}  // namespace maillage

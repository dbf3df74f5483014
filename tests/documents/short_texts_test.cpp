// SPDX-License-Identifier: Apache-2.0
// Short texts, each of one difficulty in a wording of its own, with what must be read out of them.
#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "documents/drafts/draft_json.hpp"
#include "documents/institutions/registry_names.hpp"
#include "documents/read_document.hpp"
#include "documents/reading_score.hpp"
#include "documents/text/clean_lines.hpp"
#include "files/files.hpp"

namespace maillage::documents {
namespace {

namespace fs = std::filesystem;
using reading_score::Json;
using testing::IsEmpty;

const fs::path kFolder = fs::path(MAILLAGE_SOURCE_DIR) / "tests/documents/short_texts";

std::vector<fs::path> files() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".jsonl") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<Json> rows_of(const fs::path& file) {
  std::istringstream lines(read_file(file));
  std::vector<Json> rows;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) rows.push_back(Json::parse(line));
  }
  return rows;
}

// A short form as the scorer has it: `signed` is a date, a signatory a person and an institution.
Json gold_of(const Json& row) {
  auto gold = row;
  if (!gold.contains("agreements")) gold["agreements"] = Json::array();
  for (auto& agreement : gold["agreements"]) {
    agreement["signed"] = {{"date", agreement.contains("signed") ? agreement["signed"] : Json()}};
    auto signatories = Json::array();
    for (const auto& pair : reading_score::list_at(agreement, "signatories")) signatories.push_back({{"person", pair[0]}, {"institution", pair[1]}});
    agreement["signatories"] = signatories;
  }
  return gold;
}

// The fields that the row speaks of.
std::vector<std::string> fields_of(const Json& row) {
  std::vector<std::string> fields{"agreements", "parties"};
  for (const auto* field : {"institutions", "people"}) {
    if (row.contains(field)) fields.emplace_back(field);
  }
  const auto agreements = reading_score::list_at(row, "agreements");
  for (const auto& [key, field] : std::map<std::string, std::string>{{"type", "type"}, {"status", "status"}, {"signed", "signed_date"},
                                                                     {"valid_to", "period"}, {"themes", "themes"}, {"signatories", "signatories"}}) {
    if (!agreements.empty() && std::ranges::all_of(agreements, [&](const Json& one) { return one.contains(key); })) fields.push_back(field);
  }
  return fields;
}

// What is not read as the row has it, "" where all is.
std::string faults_in(const Json& row) {
  static const RegistryNames known;
  const auto document = read_document({"short.txt", clean_lines(row.at("text").get<std::string>())}, Lexicon::french(), known);
  auto gold = gold_of(row);
  if (row.contains("institutions")) gold["institutions_mentioned"] = row["institutions"];
  reading_score::Score score;
  score.add(gold, Json::parse(draft_json(document, "short.txt").dump()));
  std::string faults;
  for (const auto& field : fields_of(row)) {
    const auto& one = score.of(field);
    if (one.invented + one.missed > 0) faults += " " + field + " (" + std::to_string(one.missed) + " missed, " + std::to_string(one.invented) + " invented)";
  }
  return faults;
}

TEST(ShortTexts, AreReadWhateverTheirWording) {
  std::size_t count = 0;
  std::vector<std::string> unread;
  for (const auto& file : files()) {
    for (const auto& row : rows_of(file)) {
      ++count;
      if (row.value("open", false)) continue;
      const auto faults = faults_in(row);
      if (!faults.empty()) unread.push_back(file.stem().string() + ", " + row.at("name").get<std::string>() + ":" + faults);
    }
  }
  EXPECT_GE(count, 100u);
  EXPECT_THAT(unread, IsEmpty());
}

TEST(ShortTexts, ThatAreNotReadYetAreMarkedAndFew) {
  std::size_t count = 0, open = 0;
  std::vector<std::string> read_by_now;
  for (const auto& file : files()) {
    for (const auto& row : rows_of(file)) {
      ++count;
      if (!row.value("open", false)) continue;
      ++open;
      if (faults_in(row).empty()) read_by_now.push_back(row.at("name"));
    }
  }
  EXPECT_LE(open * 5, count) << "one in five at most";
  EXPECT_THAT(read_by_now, IsEmpty()) << "take the mark off";
}

}  // namespace
}  // namespace maillage::documents

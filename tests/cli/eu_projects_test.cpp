// SPDX-License-Identifier: Apache-2.0
// The package at working size: its figures, computed from the three files by a short script of its own (Python, csv and
// dictionaries alone), and its making, which gives the same bytes again.
#include <gmock/gmock.h>

#include <array>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::program {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const fs::path kPackage = MAILLAGE_SOURCE_DIR "/data/eu-projects";

CsvTable table_of(const std::string& name) { return read_csv(text_of(kPackage / (name + ".csv"))); }

TEST(EuProjects, HasTheRolesAndTheSumsOfTheFiles) {
  std::map<std::string, std::string> year_of;
  std::map<std::string, int> projects, roles;
  const auto agreements = table_of("agreements");
  for (std::size_t r = 0; r < agreements.records.size(); ++r) {
    const auto year = std::string(agreements.at(r, "valid_from").substr(0, 4));
    year_of[std::string(agreements.at(r, "id"))] = year;
    ++projects[year];
  }
  EXPECT_EQ(projects, (std::map<std::string, int>{{"2007", 169}, {"2014", 3321}, {"2022", 917}}));
  std::map<std::string, double> sums;
  const auto parties = table_of("parties");
  for (std::size_t r = 0; r < parties.records.size(); ++r) {
    ++roles[std::string(parties.at(r, "role"))];
    const auto amount = std::string(parties.at(r, "amount_eur"));
    if (!amount.empty()) sums[year_of.at(std::string(parties.at(r, "agreement")))] += std::stod(amount);
  }
  EXPECT_EQ(roles, (std::map<std::string, int>{{"", 10055}, {"lead", 4421}, {"associated", 460}}));
  EXPECT_NEAR(sums["2007"], 451874232.64, 0.01);
  EXPECT_NEAR(sums["2014"], 6307666389.78, 0.01);
  EXPECT_NEAR(sums["2022"], 604742694.92, 0.01);
}

TEST(EuProjects, GivesTheMeasuresThatAShortScriptGives) {
  const auto hubs = json_of({"hubs", kPackage, "--top", "4", "--resamples", "0"});
  EXPECT_EQ(hubs.at("network").at("nodes"), 6558);
  EXPECT_EQ(hubs.at("network").at("edges"), 94149);
  EXPECT_EQ(hubs.at("network").at("components"), 612);
  const std::map<std::string, std::array<std::size_t, 3>> expected{  // strength, partners, agreements
      {"pic-999984059", {104, 1356, 104}},   // Fraunhofer
      {"pic-999997930", {65, 684, 168}},     // CNRS
      {"pic-999992401", {64, 864, 72}},      // CEA
      {"pic-999979500", {57, 704, 65}}};     // CNR
  ASSERT_EQ(hubs.at("hubs").size(), expected.size());
  for (const auto& hub : hubs.at("hubs")) {
    const auto name = hub.at("id").get<std::string>();
    ASSERT_TRUE(expected.contains(name)) << name;
    EXPECT_NEAR(hub.at("score").get<double>(), static_cast<double>(expected.at(name)[0]), 1e-9) << name;
    EXPECT_EQ(hub.at("partners"), expected.at(name)[1]) << name;
    EXPECT_EQ(hub.at("agreements").size(), expected.at(name)[2]) << name;
  }
}

TEST(EuProjects, IsSoundAndEveryWarningIsAcknowledged) {
  const auto checked = json_of({"check", kPackage});
  EXPECT_TRUE(checked.at("faults").empty());
  EXPECT_EQ(checked.at("counts").at("acknowledged"), 3011);
}

TEST(EuProjects, ComesOutOfItsFilesByteForByte) {
  const auto files = fs::path(MAILLAGE_SOURCE_DIR).parent_path() / "shared/datasets/cordis-slices";
  if (!fs::is_directory(files)) GTEST_SKIP() << "no ../shared/datasets/cordis-slices: the package is not made again";
  const ScratchFolder scratch;
  const auto made = run({"import", files / "cordis-plus-2007.csv", files / "cordis-plus-2014.csv", files / "cordis-plus-2022.csv", "--mapping",
                         kPackage / "mappings/cordis-plus-2007.csv", "--into", kPackage / "seed", "-o", scratch / "made", "--lang", "fr", "--no-registry"});
  EXPECT_EQ(made.exit_code, 1) << "26 contributions are told twice, and differently";
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(scratch / "made")) {
    if (!entry.is_regular_file() || entry.path().string().ends_with(".notes.csv")) continue;
    ++count;
    const auto name = entry.path().lexically_relative(scratch / "made");
    EXPECT_TRUE(text_of(entry.path()) == text_of(kPackage / name)) << name;
  }
  EXPECT_EQ(count, 9U);
}

}  // namespace
}  // namespace maillage::program

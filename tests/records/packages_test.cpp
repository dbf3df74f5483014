// SPDX-License-Identifier: Apache-2.0
// Each folder of packages/ is a package with one fault and the name of its code; expected.csv says where it is found.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "language/language.hpp"
#include "package_folder.hpp"
#include "records/fault_log.hpp"
#include "records/load.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

std::vector<std::string> folders_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (name != "sound") names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::string line_of(std::string_view code, std::string_view file, std::string_view row, std::string_view field,
                    std::string_view value) {
  std::string text;
  for (const auto part : {code, file, row, field, value}) text.append(part).append(" | ");
  return text;
}

std::vector<std::string> expected_faults(const std::filesystem::path& name) {
  const auto table = read_csv(read_file(packages_folder() / name / "expected.csv"));
  std::vector<std::string> lines;
  for (const auto& record : table.records) {
    lines.push_back(line_of(record[0], record[1], record[2], record[3], record[4]));
  }
  return lines;
}

std::vector<std::string> found_faults(const Loaded& loaded) {
  std::vector<std::string> lines;
  for (const auto& fault : loaded.faults) {
    lines.push_back(line_of(fault.code, fault.file, std::to_string(fault.row), fault.field, fault.value));
  }
  return lines;
}

Loaded load_files(const TestFolder& folder, const std::map<std::string, std::string>& files) {
  for (const auto& [name, text] : files) folder.write(name, text);
  return load(folder.path());
}

class Package : public ::testing::TestWithParam<std::string> {};

TEST_P(Package, HasItsFaultAndNoOther) {
  const TestFolder folder;
  const auto loaded = load_files(folder, package_with(GetParam()));
  EXPECT_THAT(found_faults(loaded), ::testing::UnorderedElementsAreArray(expected_faults(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(WithOneFault, Package, ::testing::ValuesIn(folders_in(packages_folder())),
                         [](const auto& instance) { return instance.param; });

// Each folder of combined/ is a package with several faults, or with one that could be taken for many.
class CombinedPackage : public ::testing::TestWithParam<std::string> {};

TEST_P(CombinedPackage, HasItsFaultsEachOnce) {
  const TestFolder folder;
  const auto name = std::filesystem::path("..") / "combined" / GetParam();
  EXPECT_THAT(found_faults(load_files(folder, package_with(name))),
              ::testing::UnorderedElementsAreArray(expected_faults(name)));
}

INSTANTIATE_TEST_SUITE_P(OfSeveralFaults, CombinedPackage,
                         ::testing::ValuesIn(folders_in(packages_folder() / ".." / "combined")),
                         [](const auto& instance) { return instance.param; });

TEST(Packages, TheSoundOneHasNoFault) {
  EXPECT_THAT(found_faults(load(packages_folder() / "sound")), ::testing::IsEmpty());
}

// Faults that no package shows: of flat files (flat_test.cpp), or too large for a fixture (below).
const std::set<std::string_view> shown_elsewhere{"conflicting_rows", "self_loop", "spellings_merged", "field_too_long",
                                                 "too_many_faults"};

TEST(Packages, ShowEveryCode) {
  for (const auto& [code, severity] : fault_codes()) {
    if (shown_elsewhere.contains(code)) continue;
    EXPECT_TRUE(std::filesystem::exists(packages_folder() / code)) << code;
  }
}

TEST(FaultCodes, HaveTheirWords) {
  for (const auto& [code, severity] : fault_codes()) {
    for (const auto* part : {"title", "message", "hint"}) {
      const auto key = "fault." + std::string(code) + "." + part;
      for (const auto* language : {"fr", "en"}) EXPECT_TRUE(Language(language).has(key)) << key;
    }
  }
}

TEST(Packages, AcknowledgedWarningsAreCountedAndNotRepeated) {
  const TestFolder folder;
  auto files = package_with("few_named_parties");
  files["acknowledgements.csv"] =
      "warning,table,row,field,reason,note\nfew_named_parties,agreements,avenant-2025,,Une seule partie est nommée.,\n";
  const auto loaded = load_files(folder, files);
  EXPECT_THAT(found_faults(loaded), ::testing::IsEmpty());
  EXPECT_EQ(loaded.acknowledged, 1U);
}

TEST(Packages, AnAcknowledgementOfOneFieldLeavesTheOthers) {
  const TestFolder folder;
  auto files = package_with("no_evidence");
  files["acknowledgements.csv"] =
      "warning,table,row,field,reason,note\nno_evidence,agreements,cadre-2024,axes,Abrégés du texte.,\n";
  const auto loaded = load_files(folder, files);
  EXPECT_THAT(found_faults(loaded),
              ::testing::ElementsAre(line_of("no_evidence", "agreements.csv", "3", "place", "cadre-2024")));
  EXPECT_EQ(loaded.acknowledged, 0U);
}

TEST(Packages, TellAllFaultsInOneGoSortedByPlace) {
  const TestFolder folder;
  auto files = package_with("malformed_date");
  files["institutions.csv"] = package_with("parent_cycle")["institutions.csv"];
  files["themes.csv"] = package_with("byte_order_mark")["themes.csv"];
  const auto loaded = load_files(folder, files);
  std::vector<std::string> codes;
  for (const auto& fault : loaded.faults) codes.push_back(fault.code);
  EXPECT_THAT(codes, ::testing::ElementsAre("malformed_date", "parent_cycle", "byte_order_mark"));
}

TEST(Packages, BrokenReferencesNameTheNearestId) {
  const TestFolder folder;
  const auto loaded = load_files(folder, package_with("broken_reference"));
  ASSERT_EQ(loaded.faults.size(), 1U);
  EXPECT_EQ(loaded.faults[0].detail, "chu-lille");
  EXPECT_EQ(loaded.faults[0].other, "institutions.csv");
}

TEST(Packages, WithoutWarningsOnlyErrorsAreLookedFor) {
  const TestFolder folder;
  for (const auto& [name, text] : package_with("few_named_parties")) folder.write(name, text);
  EXPECT_THAT(load(folder.path(), {.with_warnings = false}).faults, ::testing::IsEmpty());
}

TEST(Packages, TellFieldsThatAreTooLong) {
  const TestFolder folder;
  auto files = package_with("sound");
  const std::string endless(1'100'000, 'x');
  files["people.csv"] = "id,name,aliases,orcid,note\nada-l,Ada L.,,0000-0002-1825-0097," + endless + "\nbob-m,\"" +
                        endless + "\",Robert M.,,\n";
  const auto loaded = load_files(folder, files);
  EXPECT_THAT(found_faults(loaded),
              ::testing::ElementsAre(line_of("field_too_long", "people.csv", "2", "note", std::string(200, 'x')),
                                     line_of("field_too_long", "people.csv", "3", "name", std::string(200, 'x'))));
  EXPECT_EQ(loaded.data.people.size(), 2U) << "cut, not left out";
  EXPECT_EQ(loaded.data.people.name[1].size(), 1U << 20);
}

TEST(Packages, TellHowManyMoreFaultsOfOneKindThereAre) {
  const TestFolder folder;
  auto files = package_with("sound");
  auto& events = files["events.csv"];
  for (int i = 0; i < 10'007; ++i) events += "e" + std::to_string(i) + ",cadre-2024,adopted,soon,\n";
  const auto loaded = load_files(folder, files);
  const auto count = [&](std::string_view code) { return std::ranges::count(loaded.faults, code, &Fault::code); };
  EXPECT_EQ(count("malformed_date"), 10'000);
  ASSERT_EQ(count("too_many_faults"), 2) << "of the dates, and of rows without evidence";
  const auto more = *std::ranges::find(loaded.faults, "too_many_faults", &Fault::code);
  EXPECT_EQ(more.file, "events.csv");
  EXPECT_EQ(more.row, 0U);
  EXPECT_EQ(more.value, "malformed_date");
  EXPECT_EQ(more.detail, "7");
  EXPECT_EQ(more.severity, Severity::error);
}

}  // namespace
}  // namespace maillage

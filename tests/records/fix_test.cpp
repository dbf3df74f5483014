// SPDX-License-Identifier: Apache-2.0
#include "records/fix.hpp"

#include <gmock/gmock.h>

#include "package_folder.hpp"
#include "records/load.hpp"

namespace maillage {
namespace {

std::map<std::string, std::string> by_name(const FixedPackage& fixed) {
  return {fixed.files.begin(), fixed.files.end()};
}

class Fix : public ::testing::Test {
 protected:
  FixedPackage fix(const std::map<std::string, std::string>& files) {
    for (const auto& [name, text] : files) folder_.write(name, text);
    return straighten(folder_.path());
  }
  TestFolder folder_;
};

TEST_F(Fix, LeavesASoundPackageAsItIs) {
  const auto files = files_in(packages_folder() / "sound");
  const auto fixed = fix(files);
  EXPECT_EQ(by_name(fixed), files);
  EXPECT_THAT(fixed.rewritten, ::testing::IsEmpty());
  EXPECT_THAT(fixed.cells, ::testing::IsEmpty());
  EXPECT_THAT(fixed.remaining, ::testing::IsEmpty());
}

class FixOfForm : public Fix, public ::testing::WithParamInterface<const char*> {};

// Whatever French Excel has made of a table of the sound package, what is written straight is that table again.
TEST_P(FixOfForm, GivesBackTheSoundPackage) {
  const auto sound = files_in(packages_folder() / "sound");
  const auto fixed = fix(package_with(GetParam()));
  EXPECT_EQ(by_name(fixed), sound);
  EXPECT_THAT(fixed.remaining, ::testing::IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(EachForm, FixOfForm,
                         ::testing::Values("byte_order_mark", "delimiter_semicolon", "windows_1252", "utf_16",
                                           "french_date", "decimal_comma", "lost_leading_zero", "outer_space"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST_F(Fix, TellsWhichCellsItChanged) {
  const auto fixed = fix(package_with("french_date"));
  ASSERT_EQ(fixed.cells.size(), 1U);
  EXPECT_EQ(fixed.cells[0].file, "agreements.csv");
  EXPECT_EQ(fixed.cells[0].row, 3U);
  EXPECT_EQ(fixed.cells[0].field, "signed");
  EXPECT_EQ(fixed.cells[0].before, "08/07/2024");
  EXPECT_EQ(fixed.cells[0].after, "2024-07-08");
  EXPECT_THAT(fixed.rewritten, ::testing::ElementsAre("agreements.csv"));
}

TEST_F(Fix, LeavesATableThatItCannotTellApart) {
  const auto files = package_with("unterminated_quote");
  const auto fixed = fix(files);
  EXPECT_EQ(by_name(fixed), files);
  ASSERT_EQ(fixed.remaining.size(), 1U);
  EXPECT_EQ(fixed.remaining[0].code, "unterminated_quote");
}

TEST_F(Fix, KeepsUnknownColumnsAtTheEnd) {
  auto files = files_in(packages_folder() / "sound");
  files["themes.csv"] = "extra;label_fr;code\r\nx;Soins;care\r\n";
  EXPECT_EQ(by_name(fix(files))["themes.csv"], "code,label_fr,extra\ncare,Soins,x\n");
}

// A whole package as French Excel saves it: read as what it was, and written straight to it.
TEST_F(Fix, MendsAPackageThatFrenchExcelSaved) {
  auto files = files_in(packages_folder() / "sound");
  const auto sound = files;
  const auto replace = [&](const std::string& name, const std::string& from, const std::string& to) {
    auto& text = files[name];
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  replace("parties.csv", "1250000.5", "1250000,5");
  for (auto& [name, text] : files) {
    if (name == "datapackage.json" || text.find('"') != std::string::npos || name == "parties.csv") continue;
    for (auto& c : text) c = c == ',' ? ';' : c;
  }
  auto& parties = files["parties.csv"];
  for (auto& c : parties) c = c == ',' ? ';' : c;
  replace("parties.csv", "1250000;5", "1250000,5");
  replace("affiliations.csv", "2019;2024", "01/09/2019;31/08/2024");
  const auto fixed = by_name(fix(files));
  for (const auto& [name, text] : sound) {
    if (name == "affiliations.csv") continue;
    EXPECT_EQ(fixed.at(name), text) << name;
  }
  EXPECT_THAT(fixed.at("affiliations.csv"), ::testing::HasSubstr("2019-09-01,2024-08-31"));
  EXPECT_FALSE(load(folder_.path()).has_errors());
}

TEST(FixFlat, WritesAFlatTableStraight) {
  const TestFolder folder;
  folder.write("a.csv", "signed;id;parties\r\n8/7/2024;A;X|Y\r\n");
  const auto fixed = straighten(folder.path() / "a.csv");
  EXPECT_EQ(by_name(fixed)["a.csv"], "id,parties,signed\nA,X|Y,2024-07-08\n");
}

}  // namespace
}  // namespace maillage

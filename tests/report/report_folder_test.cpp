// SPDX-License-Identifier: Apache-2.0
// What a report leaves in its folder when it is written again: nothing of an earlier one, and everything of anybody else.
#include <gtest/gtest.h>

#include <fstream>

#include "files/zip_archive.hpp"
#include "report/written_report.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

class ReportFolder : public ::testing::Test {
 protected:
  testing::Run report(const std::string& options) {
    return testing::run_shell("'" MAILLAGE_PROGRAM "' --lang fr report '" MAILLAGE_SOURCE_DIR "/data/hauts-de-france' " + options, scratch_.path(), true);
  }
  fs::path out() const { return scratch_.path() / "out"; }
  void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
  testing::ScratchFolder scratch_;
};

TEST_F(ReportFolder, IsListedFileByFile) {
  ASSERT_EQ(report("--for univ-lille -o out").exit_code, 0);
  const auto list = testing::bytes_of(out() / "maillage-files.txt");
  for (const auto& [path, bytes] : Written(out()).files) {
    if (path == "maillage-files.txt") continue;
    EXPECT_NE(list.find("  " + path + "\n"), std::string::npos) << path;
  }
}

TEST_F(ReportFolder, LosesWhatAnEarlierReportWroteAndNothingElse) {
  ASSERT_EQ(report("-o out").exit_code, 0);
  ASSERT_TRUE(fs::exists(out() / "institutions/inserm.html"));
  write(out() / "institutions/notes.txt", "the user's own");
  write(out() / "tables/hubs.csv", "changed by hand");
  write(out() / "letter.md", "the user's own");
  const auto told = report("--for univ-lille --from 2024-01-01 --to 2024-12-31 -o out --force");
  ASSERT_EQ(told.exit_code, 0) << told.output;
  EXPECT_NE(told.output.find("d’un rapport précédent retirés"), std::string::npos) << told.output;
  EXPECT_FALSE(fs::exists(out() / "institutions/inserm.html"));
  EXPECT_FALSE(fs::exists(out() / "figures/coverage.svg"));
  EXPECT_TRUE(fs::exists(out() / "institutions/notes.txt"));
  EXPECT_TRUE(fs::exists(out() / "letter.md"));
  EXPECT_EQ(testing::bytes_of(out() / "tables/hubs.csv"), "changed by hand");
}

// A list that somebody made up does not make the program reach out of the folder.
TEST_F(ReportFolder, TouchesNothingOutsideWhateverTheListSays) {
  write(scratch_.path() / "victim.txt", "");
  fs::create_directories(scratch_.path() / "elsewhere");
  write(scratch_.path() / "elsewhere/victim.txt", "");
  ASSERT_EQ(report("--for inserm -o out").exit_code, 0);
  fs::create_directory_symlink(scratch_.path() / "elsewhere", out() / "linked");
  std::ofstream list(out() / "maillage-files.txt", std::ios::app);
  for (const auto* path : {"../victim.txt", "linked/victim.txt"}) list << "cbf29ce484222325  " << path << "\n";
  list << "cbf29ce484222325  " << (scratch_.path() / "victim.txt").string() << "\nshort\n";
  list.close();
  ASSERT_EQ(report("--for univ-lille -o out --force").exit_code, 0);
  EXPECT_TRUE(fs::exists(scratch_.path() / "victim.txt"));
  EXPECT_TRUE(fs::exists(scratch_.path() / "elsewhere/victim.txt"));
}

TEST_F(ReportFolder, HasAWorkbookInOneLanguageWithNumbersAsNumbers) {
  ASSERT_EQ(report("--for univ-lille --from 2023-09-01 --to 2024-08-31 -o out").exit_code, 0);
  const auto bytes = testing::bytes_of(out() / "tables/tables.xlsx");
  ZipArchive archive(bytes);
  const auto names = archive.unpack("xl/workbook.xml");
  for (const auto* name : {"Accords", "Partenaires", "Changements", "Preuves", "Par thème", "À décider", "Années"}) {
    EXPECT_NE(names.find("name=\"" + std::string(name) + "\""), std::string::npos) << name;
  }
  EXPECT_EQ(names.find("by_theme"), std::string::npos);
  EXPECT_EQ(names.find("partners"), std::string::npos);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// The picture of a measure's page is what the program draws today; MAILLAGE_UPDATE_GALLERY=1 draws them anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "program.hpp"

namespace maillage {
namespace {

using testing::bytes_of;
using testing::run_shell;
using testing::ScratchFolder;

const std::filesystem::path kTop = MAILLAGE_SOURCE_DIR;
const std::filesystem::path kPages = kTop / "docs" / "measures";

std::vector<std::string> measures_with_a_picture() {
  std::vector<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(kPages)) {
    const auto code = entry.path().stem().string();
    if (entry.path().extension() != ".md") continue;
    if (bytes_of(entry.path()).find("](pictures/" + code + ".svg)") != std::string::npos) codes.push_back(code);
  }
  std::ranges::sort(codes);
  return codes;
}

TEST(MeasurePictures, are_what_the_program_draws) {
  const auto codes = measures_with_a_picture();
  EXPECT_GE(codes.size(), 20U);
  const ScratchFolder scratch;
  for (const auto& code : codes) {
    const auto drawn = scratch.path() / (code + ".svg");
    const auto run = run_shell("'" MAILLAGE_PROGRAM "' draw docs/measures/example --lang en --size-by " + code +
                                   " -o '" + drawn.string() + "'",
                               kTop);
    ASSERT_EQ(run.exit_code, 0) << code << ": " << run.output;
    const auto kept = kPages / "pictures" / (code + ".svg");
    if (std::getenv("MAILLAGE_UPDATE_GALLERY") != nullptr) {
      std::filesystem::create_directories(kept.parent_path());
      std::filesystem::copy_file(drawn, kept, std::filesystem::copy_options::overwrite_existing);
    }
    EXPECT_TRUE(bytes_of(kept) == bytes_of(drawn)) << code << ": MAILLAGE_UPDATE_GALLERY=1 draws it anew";
  }
}

// The pictures of docs/measures/examples, and what draws them.
TEST(ExamplePictures, are_what_the_program_draws) {
  const std::vector<std::pair<std::string, std::string>> pictures{
      {"communities", "draw docs/measures/examples/eight_institutions.csv --color-by community --labels all"
                      " --title 'Three communities of eight institutions'"},
      {"community", "draw docs/measures/example --color-by community --labels all --title 'Two communities of eight institutions'"},
      {"clubs", "draw docs/measures/examples/clubs.csv --labels all --title 'A club of four, and two that sign together'"},
      {"five_agreements", "draw data/examples/five-agreements.csv --labels all --title 'The five agreements'"},
      {"paths", "timeline docs/measures/paths.csv"}};
  const ScratchFolder scratch;
  for (const auto& [name, command] : pictures) {
    const auto drawn = scratch.path() / (name + ".svg");
    const auto run = run_shell("'" MAILLAGE_PROGRAM "' " + command + " --lang en -o '" + drawn.string() + "'", kTop);
    ASSERT_EQ(run.exit_code, 0) << name << ": " << run.output;
    const auto kept = kPages / "examples" / (name + ".svg");
    if (std::getenv("MAILLAGE_UPDATE_GALLERY") != nullptr) {
      std::filesystem::copy_file(drawn, kept, std::filesystem::copy_options::overwrite_existing);
    }
    EXPECT_TRUE(bytes_of(kept) == bytes_of(drawn)) << name << ": MAILLAGE_UPDATE_GALLERY=1 draws it anew";
  }
}

// A page that shows a picture shows one that is there.
TEST(ExamplePictures, are_all_there) {
  for (const auto& entry : std::filesystem::directory_iterator(kPages)) {
    if (entry.path().extension() != ".md") continue;
    const auto page = bytes_of(entry.path());
    for (auto at = page.find("!["); at != std::string::npos; at = page.find("![", at + 1)) {
      const auto start = page.find("](", at) + 2;
      const auto file = page.substr(start, page.find(')', start) - start);
      EXPECT_TRUE(std::filesystem::is_regular_file(kPages / file)) << entry.path().filename() << ": " << file;
    }
  }
}

}  // namespace
}  // namespace maillage

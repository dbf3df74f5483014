// SPDX-License-Identifier: Apache-2.0
// The gallery in graphs/ is what the program draws: each line of graphs/gallery.txt is a command whose -o names a file
// there. Run with MAILLAGE_UPDATE_GALLERY=1 to draw it anew.
#include <gtest/gtest.h>

#include <cstdlib>

#include "program.hpp"

namespace maillage {
namespace {

using testing::bytes_of;
using testing::run_shell;
using testing::ScratchFolder;

const std::filesystem::path kTop = MAILLAGE_SOURCE_DIR;

struct Picture {
  std::string command;  // up to -o
  std::string file;
};

std::vector<Picture> gallery() {
  std::vector<Picture> pictures;
  std::ifstream lines(kTop / "graphs" / "gallery.txt");
  for (std::string line; std::getline(lines, line);) {
    const auto cut = line.find(" -o graphs/");
    if (line.starts_with("maillage ") && cut != std::string::npos) {
      pictures.push_back({line.substr(9, cut - 9), line.substr(cut + 11)});
    }
  }
  return pictures;
}

TEST(Gallery, is_what_the_program_draws) {
  const auto pictures = gallery();
  ASSERT_GE(pictures.size(), 8U);
  const bool update = std::getenv("MAILLAGE_UPDATE_GALLERY") != nullptr;
  const ScratchFolder scratch;
  for (const auto& picture : pictures) {
    const auto target = update ? kTop / "graphs" / picture.file : scratch.path() / picture.file;
    const auto command = std::string(MAILLAGE_PROGRAM) + " " + picture.command + " --force -o '" + target.string() + "'";
    const auto run = run_shell(command, kTop, true);
    ASSERT_EQ(run.exit_code, 0) << command << "\n" << run.output;
    // Pixels depend on the fonts of the machine; lines and letters of DOT and SVG do not.
    if (target.extension() == ".png") continue;
    EXPECT_TRUE(bytes_of(kTop / "graphs" / picture.file) == bytes_of(target)) << picture.file << " differs";
  }
}

TEST(Gallery, holds_no_file_that_nothing_draws) {
  for (const auto& entry : std::filesystem::directory_iterator(kTop / "graphs")) {
    const auto name = entry.path().filename().string();
    if (name == "README.md" || name == "gallery.txt") continue;
    bool drawn = false;
    for (const auto& picture : gallery()) drawn = drawn || picture.file == name;
    EXPECT_TRUE(drawn) << name;
  }
}

}  // namespace
}  // namespace maillage

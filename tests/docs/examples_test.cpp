// SPDX-License-Identifier: Apache-2.0
// Every example in the documentation is what the program prints: fenced blocks that begin with ```console hold commands
// after `$ maillage` and their output. Run with MAILLAGE_UPDATE_EXAMPLES=1 to write the present output into the pages.
#include <gtest/gtest.h>

#include <cstdlib>

#include "program.hpp"

namespace maillage {
namespace {

using testing::bytes_of;
using testing::run_shell;

std::vector<std::filesystem::path> pages() {
  const std::filesystem::path top = MAILLAGE_SOURCE_DIR;
  std::vector<std::filesystem::path> found{top / "README.md", top / "README.fr.md"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(top / "docs")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  return found;
}

struct Block {
  std::string before;  // of the page, up to and with the opening fence
  std::string text;    // between the fences
};

// The page cut at its console blocks; what follows the last one comes back in `rest`.
std::vector<Block> console_blocks(const std::string& page, std::string& rest) {
  std::vector<Block> blocks;
  std::size_t start = 0;
  while (true) {
    const auto fence = page.find("```console\n", start);
    if (fence == std::string::npos) break;
    const auto begin = fence + 11;
    const auto end = page.find("\n```", begin) + 1;
    blocks.push_back({page.substr(start, begin - start), page.substr(begin, end - begin)});
    start = end;
  }
  rest = page.substr(start);
  return blocks;
}

// A folder in which the commands of one page run one after another: what they write stays in it, the project's own
// folders are seen from it.
class PageFolder {
 public:
  PageFolder() {
    for (const auto& entry : std::filesystem::directory_iterator(MAILLAGE_SOURCE_DIR)) {
      const auto name = entry.path().filename();
      if (entry.is_directory() && name != "build" && !name.string().starts_with('.')) std::filesystem::create_directory_symlink(entry.path(), scratch_.path() / name);
    }
  }
  const std::filesystem::path& path() const { return scratch_.path(); }

 private:
  testing::ScratchFolder scratch_;
};

// The block with the output that its commands give now.
std::string rerun(const std::string& block, const std::filesystem::path& page_folder) {
  std::istringstream lines(block);
  std::string line, result;
  const auto folder = std::filesystem::path(MAILLAGE_PROGRAM).parent_path().string();
  while (std::getline(lines, line)) {
    if (!line.starts_with("$ maillage")) continue;
    result += line + "\n";
    result += run_shell("PATH='" + folder + "':$PATH LC_ALL=C.UTF-8 COLUMNS=112 " + line.substr(2), page_folder, true).output;
  }
  return result;
}

TEST(Examples, are_what_the_program_prints) {
  int examples = 0;
  for (const auto& path : pages()) {
    std::string rest, updated;
    const PageFolder folder;
    for (const auto& block : console_blocks(bytes_of(path), rest)) {
      const auto now = rerun(block.text, folder.path());
      ++examples;
      updated += block.before + now;
      if (std::getenv("MAILLAGE_UPDATE_EXAMPLES") == nullptr) {
        EXPECT_EQ(block.text, now) << "in " << path.filename();
      }
    }
    if (std::getenv("MAILLAGE_UPDATE_EXAMPLES") != nullptr && !updated.empty()) {
      std::ofstream(path, std::ios::binary) << updated << rest;
    }
  }
  EXPECT_GE(examples, 5) << "the documentation shows hardly any example";
}

}  // namespace
}  // namespace maillage

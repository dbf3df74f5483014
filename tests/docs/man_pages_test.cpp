// SPDX-License-Identifier: Apache-2.0
// docs/man holds what `maillage [COMMAND] --man` prints, in English and in French. MAILLAGE_UPDATE_EXAMPLES=1 writes it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "cli/command.hpp"
#include "program.hpp"

namespace maillage {
namespace {

using testing::bytes_of;
using testing::run_shell;

const std::filesystem::path kFolder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "docs" / "man";

std::vector<std::pair<std::filesystem::path, std::string>> pages() {
  std::vector<std::pair<std::filesystem::path, std::string>> all;
  for (const auto& [folder, language] : {std::pair{kFolder, "en"}, {kFolder / "fr", "fr"}}) {
    const auto options = std::string(" --lang ") + language + " --man";
    all.emplace_back(folder / "maillage.1", options);
    for (const auto& entry : commands()) {
      all.emplace_back(folder / ("maillage-" + std::string(entry.name) + ".1"), std::string(" ") + entry.name + options);
    }
  }
  return all;
}

TEST(ManPages, are_what_the_program_says) {
  const bool update = std::getenv("MAILLAGE_UPDATE_EXAMPLES") != nullptr;
  if (update) std::filesystem::create_directories(kFolder / "fr");
  for (const auto& [file, options] : pages()) {
    const auto run = run_shell(std::string(MAILLAGE_PROGRAM) + options, MAILLAGE_SOURCE_DIR);
    ASSERT_EQ(run.exit_code, 0) << options;
    if (update) std::ofstream(file, std::ios::binary) << run.output;
    EXPECT_EQ(bytes_of(file), run.output) << file.filename();
  }
}

}  // namespace
}  // namespace maillage

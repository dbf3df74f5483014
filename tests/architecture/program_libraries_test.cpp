// SPDX-License-Identifier: Apache-2.0
// Graphviz is under the EPL, which does not go together with the GPL: no library under the GPL is in the same program.
#include <gmock/gmock.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "architecture/source_tree.hpp"

namespace maillage::architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What the dynamic linker would load for a program: its own libraries, and theirs.
std::string loaded_libraries(const std::string& program) {
  const auto command = "ldd '" + program + "' 2>&1";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> output(popen(command.c_str(), "r"), pclose);
  std::string text;
  char buffer[4096];
  while (output && std::fgets(buffer, sizeof buffer, output.get())) text += buffer;
  return text;
}

std::vector<std::string> libraries_under_gpl(std::string_view loaded) {
  std::vector<std::string> found;
  for (const auto line : lines_of(loaded)) {
    for (const std::string_view name : {"libigraph", "libpoppler", "libreadline", "libgsl", "libgs.", "libmupdf",
                                        "libfftw", "libglpk", "libcholmod", "libumfpack", "libspqr"}) {
      if (line.find(name) != std::string_view::npos) found.emplace_back(name);
    }
  }
  return found;
}

TEST(ProgramLibraries, no_library_under_the_gpl_beside_graphviz) {
  if (std::system("command -v ldd > /dev/null 2>&1") != 0) GTEST_SKIP() << "no ldd: what the program loads cannot be told";
  const auto loaded = loaded_libraries(MAILLAGE_PROGRAM);
  ASSERT_THAT(loaded, HasSubstr("libc.so"));
  EXPECT_THAT(libraries_under_gpl(loaded), IsEmpty()) << loaded;
}

TEST(ProgramLibraries, a_library_under_the_gpl_is_found) {
  EXPECT_THAT(libraries_under_gpl("\tlibgvc.so.6 => /usr/lib/libgvc.so.6 (0x00)\n\tlibigraph.so.3 => not found\n"
                                  "\tlibpoppler.so.126 => /usr/lib/libpoppler.so.126 (0x00)\n"),
              ElementsAre("libigraph", "libpoppler"));
}

}  // namespace
}  // namespace maillage::architecture

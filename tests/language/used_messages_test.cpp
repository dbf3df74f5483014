// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace maillage {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void collect(const std::string& text, const std::regex& pattern, std::set<std::string>& found) {
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.insert((*at)[1]);
}

// A key is used where it, or what stands before one of its points, is a text of the program: the rest may be a code.
bool is_used(const std::string& key, const std::set<std::string>& texts) {
  if (texts.contains(key)) return true;
  for (auto point = key.find('.'); point != std::string::npos; point = key.find('.', point + 1)) {
    if (texts.contains(key.substr(0, point)) || texts.contains(key.substr(0, point + 1))) return true;
  }
  return false;
}

TEST(Messages, AreUsed) {
  std::set<std::string> keys, texts;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MAILLAGE_SOURCE_DIR) / "src")) {
    const auto extension = entry.path().extension();
    if (extension == ".po") collect(text_of(entry.path()), std::regex("(?:^|\n)msgid \"([^\"]+)\""), keys);
    if (extension == ".cpp" || extension == ".hpp") collect(text_of(entry.path()), std::regex("\"([a-z_0-9.]+)\""), texts);
  }
  EXPECT_GT(keys.size(), 1000U);
  for (const auto& key : keys) EXPECT_TRUE(is_used(key, texts)) << key;
}

}  // namespace
}  // namespace maillage

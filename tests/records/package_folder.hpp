// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "files/files.hpp"

namespace maillage {

/// A folder of the test's own, removed at the end.
class TestFolder {
 public:
  TestFolder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    auto name = std::string(test->test_suite_name()) + "." + test->name();
    for (auto& c : name) {
      if (c == '/') c = '.';
    }
    path_ = std::filesystem::path(::testing::TempDir()) / ("maillage." + name);
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

 private:
  std::filesystem::path path_;
};

/// The files of a folder by name.
inline std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename().string()] = read_file(entry.path());
  }
  return files;
}

inline std::filesystem::path packages_folder() { return MAILLAGE_SOURCE_DIR "/tests/records/packages"; }

/// The package packages/sound with the files of packages/FAULT in the place of its own, and those that its absent.txt
/// names left out.
inline std::map<std::string, std::string> package_with(const std::filesystem::path& fault) {
  auto files = files_in(packages_folder() / "sound");
  for (auto& [name, text] : files_in(packages_folder() / fault)) {
    if (name == "expected.csv") continue;
    if (name == "absent.txt") {
      files.erase(text.substr(0, text.find('\n')));
    } else {
      files[name] = text;
    }
  }
  return files;
}

}  // namespace maillage

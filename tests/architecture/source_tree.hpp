// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::architecture {

/// A file of the project: path from the root, with `/`, and its bytes.
struct ProjectFile {
  std::string path, text;
};
using ProjectFiles = std::vector<ProjectFile>;

/// Everything that belongs to the project, by path; not what a build makes.
inline ProjectFiles project_files() {
  namespace fs = std::filesystem;
  const fs::path root = MAILLAGE_SOURCE_DIR;
  ProjectFiles files;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    const auto path = entry->path().lexically_relative(root).generic_string();
    if (path == ".git" || path == "build" || path == "out" || path.ends_with("node_modules")) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file() || path == ".git" || path == "compile_commands.json" ||
        path == "CMakeUserPresets.json") {
      continue;
    }
    std::ifstream file(entry->path(), std::ios::binary);
    files.push_back({path, std::string(std::istreambuf_iterator<char>(file), {})});
  }
  std::ranges::sort(files, {}, &ProjectFile::path);
  return files;
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

inline bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

/// Is it text that people read and write: no picture, no binary?
inline bool is_text(const ProjectFile& file) {
  return file.text.find('\0') == std::string::npos;
}

}  // namespace maillage::architecture

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "program.hpp"
#include "report/page_reader.hpp"

namespace maillage {

/// Every file of a report as the program wrote it, and where its links lead.
struct Written {
  std::map<std::string, std::string> files;        // path from the report's folder → bytes
  std::map<std::string, std::set<std::string>> ids;  // of pages, Markdown and drawings

  explicit Written(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const auto path = std::filesystem::relative(entry.path(), folder).generic_string();
      files[path] = testing::bytes_of(entry.path());
      if (is_table(path)) continue;
      const auto all = read_page(files[path]).all("id");
      ids[path] = {all.begin(), all.end()};
      EXPECT_EQ(ids[path].size(), all.size()) << path << " gives an id twice";
    }
  }
  static bool is_table(const std::string& path) { return path.ends_with(".csv") || path.ends_with(".xlsx") || path.ends_with(".txt"); }
  static bool is_outside(const std::string& address) {
    return address.starts_with("https://") || address.starts_with("http://");
  }

  std::vector<std::string> links_of(const std::string& path) const {
    const auto& text = files.at(path);
    if (!path.ends_with(".md")) {
      const auto page = read_page(text);
      auto links = page.all("href");
      for (const auto* attribute : {"xlink:href", "src"}) {
        const auto more = page.all(attribute);
        links.insert(links.end(), more.begin(), more.end());
      }
      return links;
    }
    std::vector<std::string> links;
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      if (at > 0 && text[at - 1] == '\\') continue;
      links.push_back(text.substr(at + 2, text.find(')', at) - at - 2));
    }
    return links;
  }

  // Empty where the link leads to something, else what is wrong with it.
  std::string fault_of(const std::string& page, const std::string& link) const {
    const auto hash = link.find('#');
    const auto file = link.substr(0, hash);
    const auto path = file.empty() ? page : (std::filesystem::path(page).parent_path() / file).lexically_normal().generic_string();
    if (!files.contains(path)) return "no file " + path;
    if (hash == std::string::npos) return "";
    const auto anchor = link.substr(hash + 1);
    if (is_table(path) || !ids.at(path).contains(anchor)) return "no anchor " + anchor + " in " + path;
    return "";
  }
};

}  // namespace maillage

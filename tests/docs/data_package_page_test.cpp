// SPDX-License-Identifier: Apache-2.0
// The tables of docs/data-package.md are those of the schema. MAILLAGE_UPDATE_EXAMPLES=1 writes them anew.
#include <gtest/gtest.h>

#include <cstdlib>

#include "model/schema.hpp"
#include "program.hpp"

namespace maillage {
namespace {

std::string tables_in_markdown() {
  std::string text;
  for (const auto& table : package_schema()) {
    text += "### " + std::string(table.name) + "\n\n" + std::string(table.description_en);
    text += table.is_required ? " Required.\n\n" : "\n\n";
    text += "| column | holds |\n|---|---|\n";
    for (const auto& field : table.fields) {
      text += "| `" + std::string(field.name) + "` | " + std::string(field.description_en);
      if (field.is_required) text += " Required.";
      if (field.is_list) text += " List.";
      std::string codes;
      for (const auto code : field.codes) {
        if (!code.empty()) codes += (codes.empty() ? " One of `" : "`, `") + std::string(code);
      }
      text += codes.empty() ? " |\n" : codes + "`. |\n";
    }
    text += "\n";
  }
  text.pop_back();
  return text;
}

TEST(DataPackagePage, has_the_tables_of_the_schema) {
  const auto path = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "docs" / "data-package.md";
  const auto page = testing::bytes_of(path);
  const std::string heading = "## Tables\n\n";
  const auto start = page.find(heading);
  ASSERT_NE(start, std::string::npos);
  const auto wanted = page.substr(0, start + heading.size()) + tables_in_markdown();
  if (std::getenv("MAILLAGE_UPDATE_EXAMPLES") != nullptr) std::ofstream(path, std::ios::binary) << wanted;
  EXPECT_EQ(testing::bytes_of(path), wanted);
}

}  // namespace
}  // namespace maillage

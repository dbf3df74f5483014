// SPDX-License-Identifier: Apache-2.0
// The invented register from which the gallery draws its large map, as the generator of the tests makes it: 300
// institutions, 900 agreements, nothing in it is true. MAILLAGE_UPDATE_GALLERY=1 writes it anew.
#include <gtest/gtest.h>

#include <cstdlib>

#include "generator/generated_package.hpp"
#include "program.hpp"

namespace maillage {
namespace {

TEST(InventedRegister, is_what_the_generator_makes) {
  const std::filesystem::path folder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "tests" / "gallery" / "invented";
  auto texts = generator::generated_package({300, 900, 6, 101});
  // A map needs neither the people nor the evidence, which are most of the bytes.
  for (const auto* table : {"people.csv", "positions.csv", "signatures.csv", "evidence.csv"}) {
    texts.erase(table);
    auto& description = texts["datapackage.json"];
    const std::string file = table, resource = "{\"name\": \"" + file.substr(0, file.size() - 4) + "\", \"path\": \"" + file + "\"}, ";
    const auto at = description.find(resource);
    ASSERT_NE(at, std::string::npos) << file;
    description.erase(at, resource.size());
  }
  if (std::getenv("MAILLAGE_UPDATE_GALLERY") != nullptr) generator::write_package(texts, folder);
  for (const auto& [file, text] : texts) EXPECT_TRUE(testing::bytes_of(folder / file) == text) << file;
}

}  // namespace
}  // namespace maillage

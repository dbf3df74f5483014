// SPDX-License-Identifier: Apache-2.0
// No way to reach a person, and no press contact, stands anywhere under data/ (docs/privacy.md).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {
namespace {

struct TextFile {
  std::string name, text;
};

std::vector<TextFile> data_files() {
  std::vector<TextFile> files;
  const std::filesystem::path root = MAILLAGE_SOURCE_DIR "/data";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(root).string(), std::string(std::istreambuf_iterator<char>(file), {})});
  }
  return files;
}

/// Words in lower case without the accents of French: letters only, everything else separates.
std::vector<std::string> folded_words(std::string_view text) {
  // U+00C0 to U+00FF, the second byte after 0xC3; the capitals have the same bases.
  constexpr std::string_view bases = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty";
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC3 && i + 1 < text.size()) {
      words.back() += bases[(static_cast<unsigned char>(text[++i]) - 0x80U) & 63U];
    } else if ((byte == 0xCC || byte == 0xCD) && i + 1 < text.size()) {
      ++i;  // a combining accent
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
      words.back() += static_cast<char>(byte | 0x20U);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

/// FNV-1a, 64 bits: the names that must not stand in the data do not stand here either.
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

constexpr std::array<std::uint64_t, 4> kPressContacts = {0xd6be900a92fe9b0aULL, 0xc653972450f80110ULL, 0xe03bfa56ce7281e8ULL,
                                                         0x58143086a8068586ULL};

bool names_one_of(std::string_view text, const auto& hashes) {
  const auto words = folded_words(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(hashes.begin(), hashes.end(), hash_of(word)) != hashes.end();
  });
}

const std::regex kMailAddress(R"([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z])");
// French numbers, national or international, in pairs with or without separators; not inside a longer code.
const std::regex kTelephone(R"((^|[^0-9A-Za-z])(0|\+33 ?|0033 ?)[1-9]([ .-]?[0-9]{2}){4}($|[^0-9A-Za-z]))");

bool holds(const std::string& text, const std::regex& pattern) { return std::regex_search(text, pattern); }

TEST(NoContacts, NoMailAddressUnderData) {
  for (const auto& file : data_files()) EXPECT_FALSE(holds(file.text, kMailAddress)) << file.name;
}

TEST(NoContacts, NoTelephoneNumberUnderData) {
  for (const auto& file : data_files()) EXPECT_FALSE(holds(file.text, kTelephone)) << file.name;
}

TEST(NoContacts, NoPressContactUnderData) {
  const auto files = data_files();
  ASSERT_GE(files.size(), 10U);
  for (const auto& file : files) {
    // An institution of a public register may bear the name of a namesake; no person stands there.
    if (file.name.starts_with("registry/")) continue;
    EXPECT_FALSE(names_one_of(file.text, kPressContacts)) << file.name;
  }
}

TEST(NoContacts, ThePatternsFindWhatTheyLookFor) {
  // Put together from pieces: tests/architecture looks for such things in every file, this one too.
  EXPECT_TRUE(holds(std::string("x,presse@") + "exemple.fr,y", kMailAddress));
  EXPECT_FALSE(holds("a @ b", kMailAddress));
  const std::string pair = "01";
  for (const auto& number : {pair + " 23 45 67 89", "tel:" + pair + ".23.45.67.89", pair + "23456789", std::string("+3") + "3 123456789",
                             "a," + pair + "-23-45-67-89\n"}) {
    EXPECT_TRUE(holds(number, kTelephone)) << number;
  }
  for (const auto* other : {"215903501", "2024-12-19", "a0123456789f", "7000000", "01 23 45"}) {
    EXPECT_FALSE(holds(other, kTelephone)) << other;
  }
  constexpr std::array<std::uint64_t, 1> invented = {hash_of("zebulon")};
  EXPECT_TRUE(names_one_of("note,Zébulon ZÉBULON", invented));
  EXPECT_TRUE(names_one_of("ZÉBULON", invented));
  EXPECT_FALSE(names_one_of("Zebulons", invented));
}

}  // namespace
}  // namespace maillage

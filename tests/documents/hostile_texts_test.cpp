// SPDX-License-Identifier: Apache-2.0
// Texts that nobody meant to be read: whatever they hold, reading ends, and what it gives stands on lines of the text.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "documents/drafts/draft_json.hpp"
#include "documents/institutions/registry_names.hpp"
#include "documents/read_document.hpp"
#include "documents/text/clean_lines.hpp"
#include "files/files.hpp"

namespace maillage::documents {
namespace {

ReadDocument read(const std::string& text) {
  static const RegistryNames known;
  return read_document({"x.txt", clean_lines(decode(text).text)}, Lexicon::french(), known);
}

// Everything that a draft cites lies in the text, and is valid UTF-8 of its own.
void expect_sound(const ReadDocument& read, std::size_t lines) {
  const auto json = nlohmann::json::parse(draft_json(read, "x.txt").dump());  // throws where a text is no UTF-8
  for (const auto& agreement : json["agreements"]) {
    for (const auto& field : agreement["fields"]) {
      EXPECT_GT(field["confidence"].get<double>(), 0) << field;
      EXPECT_LE(field["confidence"].get<double>(), 1) << field;
      EXPECT_GE(field["from_line"].get<std::size_t>(), 1U) << field;
      EXPECT_LE(field["to_line"].get<std::size_t>(), lines) << field;
    }
  }
  for (const auto& mention : read.institutions.mentions) {
    ASSERT_LT(mention.institution, read.institutions.named.size());
    EXPECT_LE(mention.span.end, read.prose.text.size());
  }
  for (const auto& mention : read.people.mentions) ASSERT_LT(mention.person, read.people.named.size());
}

std::size_t lines_in(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1; }

std::string repeated(const std::string& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST(HostileTexts, AreReadToTheEnd) {
  const std::vector<std::string> texts{
      "", "\n", " ", "\f\f\f", ".", "a", "—", "« »", "(((((((((", ")", "1", "le", "l'", "'''''", "\xEF\xBB\xBF", "\xFF\xFE", "\xED\xA0\x80",
      repeated("(", 200'000), repeated("« ", 100'000), repeated("de ", 200'000), repeated("l'", 200'000), repeated("A", 1'000'000),
      repeated("A ", 200'000), repeated("Jean Dupont, ", 60'000), repeated("1er mars ", 60'000), repeated("- \n", 100'000),
      repeated("Université de ", 60'000), repeated("a   b\n", 60'000), repeated("le CHU et l'Agence ", 40'000),
      repeated("convention signée entre ", 40'000), repeated("\n", 300'000), repeated("é\xCC\x81", 100'000),
      repeated("le 31 février 2024, le 99/99/9999, en 0000, ", 20'000), repeated("Mme ", 100'000), repeated("-\n", 100'000)};
  for (const auto& text : texts) {
    SCOPED_TRACE(text.substr(0, 20) + " (" + std::to_string(text.size()) + ")");
    expect_sound(read(text), lines_in(text));
  }
}

TEST(HostileTexts, ThreeHundredAgreementsAreRead) {
  std::string text = "Montrivel, le 2 mars 2024\n\n";
  constexpr std::size_t kAgreements = 300;
  const auto letters = [](std::size_t i) { return std::string{static_cast<char>('A' + i / 26), static_cast<char>('a' + i % 26)} + "rivel"; };
  for (std::size_t i = 0; i < kAgreements; ++i) {
    text += "Le 1er mars 2024, la Ville de " + letters(i) + "ain et le Centre hospitalier de " + letters(i) +
            "eux ont signé une convention de partenariat.\n\n";
  }
  const auto found = read(text);
  expect_sound(found, lines_in(text));
  EXPECT_GE(found.agreements.size(), kAgreements * 9 / 10);
}

// Bytes of real releases changed, cut out, doubled and mixed at random.
TEST(HostileTexts, DamagedReleasesAreReadToTheEnd) {
  std::vector<std::string> releases;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(MAILLAGE_SOURCE_DIR) + "/tests/documents/releases")) {
    if (entry.path().extension() == ".txt") releases.push_back(read_file(entry.path()));
  }
  std::ranges::sort(releases);
  ASSERT_FALSE(releases.empty());
  std::mt19937 random(20261122);
  const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random()) % std::max<std::size_t>(most, 1); };
  for (int round = 0; round < 300; ++round) {
    auto text = releases[below(releases.size())];
    const auto& other = releases[below(releases.size())];
    for (std::size_t change = below(12) + 1; change > 0; --change) {
      const auto at = below(text.size()), length = below(60);
      switch (below(6)) {
        case 0: text.insert(at, 1, static_cast<char>(below(256))); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(below(text.size()), length)); break;
        case 3: text.insert(at, other.substr(below(other.size()), 4 * length)); break;
        case 4: text.insert(at, std::string(length, ' ')); break;
        default: text.insert(at, "\n"); break;
      }
    }
    SCOPED_TRACE(round);
    expect_sound(read(text), lines_in(text) + 2 * static_cast<std::size_t>(std::ranges::count(text, '\r') + std::ranges::count(text, '\f')));
  }
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "language/language.hpp"

namespace maillage {
namespace {

using Names = std::set<std::string>;

Names placeholders(std::string_view text) {
  Names names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    names.emplace(text.substr(at + 1, text.find('}', at) - at - 1));
  }
  return names;
}

TEST(Catalogues, HaveEveryMessageInBothLanguages) {
  EXPECT_GT(catalogue_entries().size(), 200U);
  for (const auto& entry : catalogue_entries()) {
    EXPECT_FALSE(entry.french.empty()) << entry.key << " has no French text";
    EXPECT_FALSE(entry.english.empty()) << entry.key << " has no English text";
  }
}

TEST(Catalogues, HaveBothPluralFormsInBothLanguages) {
  for (const auto& entry : catalogue_entries()) {
    if (!entry.has_plural) continue;
    EXPECT_FALSE(entry.french_plural.empty()) << entry.key;
    EXPECT_FALSE(entry.english_plural.empty()) << entry.key;
  }
}

// A singular may say "one" itself instead of {count} or {words}; whatever else a message needs stands in every form of
// it.
TEST(Catalogues, HaveTheSamePlaceholdersInEveryForm) {
  for (const auto& entry : catalogue_entries()) {
    const auto expected = placeholders(entry.has_plural ? entry.french_plural : entry.french);
    for (const auto form : {entry.french, entry.english, entry.french_plural, entry.english_plural}) {
      if (form.empty()) continue;
      auto found = placeholders(form);
      const bool is_singular = entry.has_plural && (form == entry.french || form == entry.english);
      for (const auto* number : {"count", "words"}) {
        if (is_singular && expected.contains(number)) found.insert(number);
      }
      EXPECT_EQ(found, expected) << entry.key << ": " << form;
    }
  }
}

bool ends_sentence_part(std::string_view text, std::size_t at) {
  return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
}

// Faults of typography that a translator's keyboard makes: straight quotes and apostrophes, three dots, and in French
// an ordinary space (or none) before a double mark.
std::string typographic_fault(std::string_view text, bool is_french) {
  const auto is_letter = [&](std::size_t i) {
    const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '}' || c == '{';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return "a straight quotation mark";
    if (text[i] == '\'' && i > 0 && is_letter(i - 1) && is_letter(i + 1)) return "a straight apostrophe";
    if (text.substr(i).starts_with("...")) return "three dots instead of …";
    for (const auto* spaces : {"  ", " \u202F", " \u00A0", "\u202F ", "\u00A0 "}) {
      if (text.substr(i).starts_with(spaces)) return "two spaces";
    }
    if (!is_french || i == 0) continue;
    const auto before = text.substr(0, i);
    if (text.substr(i).starts_with("»") && !before.ends_with("\u00A0")) return "no U+00A0 before »";
    if (before.ends_with("«") && !text.substr(i).starts_with("\u00A0")) return "no U+00A0 after «";
    if (!ends_sentence_part(text, i)) continue;
    if (text[i] == ':' && !before.ends_with("\u00A0")) return "no U+00A0 before a colon";
    if ((text[i] == ';' || text[i] == '?' || text[i] == '!') && !before.ends_with("\u202F")) {
      return "no U+202F before ; ? or !";
    }
    if (text[i] == '%' && !before.ends_with("\u00A0")) return "no U+00A0 before %";
  }
  return "";
}

TEST(Typography, IsLookedAt) {
  EXPECT_EQ(typographic_fault("Qui\u202F? L’ARS\u00A0: «\u00A0{text}\u00A0»\u202F; oui\u202F!", true), "");
  for (const auto* fault :
       {"Qui ?", "Qui?", "ARS : {x}", "ARS: {x}", "l'ARS", "« a »", "\"a\"", "etc...", "50 %", "a  b", "a \u202F?"}) {
    EXPECT_NE(typographic_fault(fault, true), "") << fault;
  }
  EXPECT_EQ(typographic_fault("Who? ARS: “a”; 50%", false), "");
  EXPECT_NE(typographic_fault("don't", false), "");
}

TEST(Catalogues, FollowTheTypographyOfTheirLanguage) {
  for (const auto& entry : catalogue_entries()) {
    EXPECT_EQ(typographic_fault(entry.french, true), "") << entry.key << ": " << entry.french;
    EXPECT_EQ(typographic_fault(entry.french_plural, true), "") << entry.key << ": " << entry.french_plural;
    EXPECT_EQ(typographic_fault(entry.english, false), "") << entry.key << ": " << entry.english;
    EXPECT_EQ(typographic_fault(entry.english_plural, false), "") << entry.key << ": " << entry.english_plural;
  }
}

}  // namespace
}  // namespace maillage

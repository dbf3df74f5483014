// SPDX-License-Identifier: Apache-2.0
// Text and Markdown: encodings, marks, what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/intake/charset.hpp"
#include "documents/intake/document_format.hpp"
#include "documents/intake/language_of.hpp"
#include "documents/intake_test_bytes.hpp"
#include "documents/recovered_text.hpp"

namespace maillage::documents {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(IntakeText, EveryEncoding) {
  const std::vector<std::string> files{
      "L'été à Noël",
      "\xEF\xBB\xBFL'été à Noël",
      "L'\xE9t\xE9 \xE0 No\xEBl",
      "L\x92\xE9t\xE9 \xE0 No\xEBl",
      "L'e\u0301te\u0301 a\u0300 Noe\u0308l",
      "\xFF\xFEL\0'\0\xE9\0t\0\xE9\0 \0\xE0\0 \0N\0o\0\xEB\0l\0"s,
      "\xFE\xFF\0L\0'\0\xE9\0t\0\xE9\0 \0\xE0\0 \0N\0o\0\xEB\0l"s,
      "L\0'\0\xE9\0t\0\xE9\0 \0\xE0\0 \0N\0o\0\xEB\0l\0"s,
  };
  for (const auto& bytes : files) EXPECT_THAT(numbered(take_in_bytes(bytes, "x.txt")), ElementsAre("1:L'été à Noël"));
}

TEST(IntakeText, ACharsetByName) {
  EXPECT_EQ(utf8_of("\xA4", "iso-8859-15"), "€");
  EXPECT_EQ(utf8_of("\xE9", "iso-8859-1"), "é");
  EXPECT_EQ(utf8_of("\xC3\xA9", "us-ascii"), "é");
  EXPECT_EQ(utf8_of("\xE9", "no-such-charset"), "é");
}

TEST(IntakeText, WhatIsRefused) {
  IntakeLimits small;
  small.file_bytes = 4000;
  small.text_bytes = 2000;
  small.lines = 20;
  const std::vector<std::tuple<std::string, std::string, std::string>> cases{
      {"", "x.txt", "empty"},
      {" \r\n\t\n", "x.txt", "empty"},
      {"\x7F"
       "ELF\x02\x01\x01\0\0\0"s,
       "x.txt", "binary"},
      {std::string(5000, 'a'), "x.txt", "too_large"},
      {std::string(3000, 'a'), "x.txt", "too_much_text"},
      {"a\n" + std::string(100, '\n'), "x.txt", "too_many_lines"},
      {"{\\rtf1 texte}", "x.txt", "unknown_format"},
      {"\x89PNG\r\n", "x.txt", "unknown_format"},
      {"un texte", "x.pdf", "damaged"},
      {"un texte", "x.docx", "damaged"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 texte", "x.doc", "unknown_format"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
       "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
       "x.docx", "encrypted"},
  };
  for (const auto& [bytes, name, code] : cases) {
    const auto taken = take_in_bytes(bytes, name, small);
    ASSERT_TRUE(taken.is_refused()) << code;
    EXPECT_EQ(taken.faults.front().code, code) << name;
    EXPECT_THAT(taken.text.lines, IsEmpty()) << code;
  }
}

TEST(IntakeText, AFileThatCannotBeRead) {
  const testing::ScratchFolder folder;
  EXPECT_EQ(take_in(folder.path() / "none.txt").faults.front().code, "not_found");
  EXPECT_EQ(take_in(folder.path()).faults.front().code, "is_folder");
  write_file(folder.path() / "big.txt", std::string(1000, 'a'), Overwrite::never);
  IntakeLimits small;
  small.file_bytes = 100;
  EXPECT_EQ(take_in(folder.path() / "big.txt", small).faults.front(), (IntakeFault{"too_large", "100", 0, true}));
}

TEST(IntakeText, ItsLanguage) {
  const auto language = [](const std::string& text) { return take_in_bytes(text, "x.txt").language; };
  EXPECT_EQ(language(kFrenchText), "fr");
  EXPECT_EQ(language("trois mots seulement"), "");
  const std::string english =
      "The town and the school have signed an agreement on Tuesday. It is for three years and will be followed by the "
      "county, which is to "
      "give the money for it, as the mayor has said in the hall of the town.";
  EXPECT_EQ(language(english), "en");
  EXPECT_TRUE(take_in_bytes(english, "x.txt").is_refused());
  EXPECT_FALSE(take_in_bytes(english, "x.txt").text.lines.empty());
  EXPECT_EQ(language(kFrenchText + kFrenchText + english), "fr");
}

TEST(IntakeText, LettersThatNothingExplainsAreCounted) {
  const auto taken = take_in_bytes(kFrenchText + " of\uFFFDciel, \uFFFDn", "x.txt");
  EXPECT_THAT(taken.faults, ElementsAre(IntakeFault{"replaced_letters", "2", 0, false}));
}

TEST(IntakeText, TheFormatByContentThenByName) {
  EXPECT_EQ(format_of("un texte", "x.md"), DocumentFormat::markdown);
  EXPECT_EQ(format_of("<!DOCTYPE html><p>x", "x.txt"), DocumentFormat::html);
  EXPECT_EQ(format_of("un texte", "x"), DocumentFormat::text);
  EXPECT_EQ(format_of("From: A\nDate: x\nSubject: y\n\nz", "x"), DocumentFormat::mail);
  EXPECT_EQ(format_of("Objet : un texte\nDate: x\n", "x"), DocumentFormat::text);
  EXPECT_EQ(format_of_name("A.DOCX"), DocumentFormat::word);
  EXPECT_EQ(format_of_name("a.csv"), DocumentFormat::unknown);
}

TEST(IntakeMarkdown, MarksAreLeftOutAndLinesKeepTheirNumbers) {
  const auto taken = take_in_bytes(
      "---\ntitle: \"Un titre\"\ndate: 2024-03-12\n---\n# Une *convention*\n\nLe [CHU](http://x.example) et la "
      "**Ville** signent\\\n\n"
      "Sous-titre\n----------\n\n- premier _axe_\n+ second\n\n| Nom | Montant |\n|---|--:|\n| a | b |\n\n<!-- "
      "rien\nrien -->\n![image](x.png)\na_b 3 * 4\n",
      "x.md");
  EXPECT_EQ(taken.title, "Un titre");
  EXPECT_EQ(taken.date, "2024-03-12");
  EXPECT_THAT(numbered(taken),
              ElementsAre("5:Une convention", "7:Le CHU et la Ville signent", "9:Sous-titre", "12:- premier axe",
                          "13:- second", "15:Nom : Montant", "17:a, b", "22:a_b 3 * 4"));
  EXPECT_EQ(taken.text.lines.front().form, LineForm::heading);
}

TEST(IntakeMarkdown, ManyOpenBracketsCostNothing) {
  EXPECT_EQ(numbered(take_in_bytes(std::string(200'000, '['), "x.md")).size(), 1U);
}

}  // namespace
}  // namespace maillage::documents

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include "files/files.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

using testing::HasSubstr;

// Runs the build's compiler of catalogues, which stands beside the program.
class Compiler : public testing::Test {
 protected:
  struct Outcome {
    int exit_code;
    std::string messages, table;
  };

  Outcome compile(const std::string& catalogue, const std::string& name = "test.fr.po") const {
    const auto file = folder_ / name;
    write_file(file, header_ + catalogue, Overwrite::allowed);
    const auto compiler = std::filesystem::path(MAILLAGE_PROGRAM).parent_path() / "compile_catalogues";
    const auto output = folder_ / "table.cpp";
    const auto command = "'" + compiler.string() + "' '" + output.string() + "' '" + file.string() + "' 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string messages;
    std::array<char, 256> piece{};
    while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) messages += piece.data();
    const int status = ::pclose(pipe);
    const bool is_made = std::filesystem::exists(output);
    return {WEXITSTATUS(status), messages, is_made ? read_file(output) : ""};
  }

  void expect_refusal(const std::string& catalogue, const std::string& message) const {
    const auto outcome = compile(catalogue);
    EXPECT_EQ(outcome.exit_code, 1) << catalogue;
    EXPECT_THAT(outcome.messages, HasSubstr("test.fr.po:" + message));
    EXPECT_EQ(outcome.table, "");
  }

  std::string header_ = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n";  // two lines
  ScratchFolder folder_;
};

TEST_F(Compiler, ReadsWhatTranslatorsToolsWrite) {
  const auto outcome = compile(
      "\n# a comment\n#. for translators\n#: where\n#, c-format\n#| msgid \"before\"\n"
      "msgid \"b.key\"\nmsgstr \"\"\n\"one \\\"line\\\"\\n\"\n  \"and {a_1}\\\\\"\r\n\n"
      "msgid \"a.key\"\nmsgid_plural \"a.key\"\nmsgstr[0] \"{count} é\"\nmsgstr[1] \"{count} és\"\n"
      "#~ msgid \"gone\"\n#~ msgstr \"gone\"\nmsgid \"c\"\nmsgstr \"\"\n");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.messages;
  EXPECT_THAT(outcome.table,
              HasSubstr("    {\"a.key\", \"{count} é\", \"{count} és\", nullptr, nullptr},\n"
                        "    {\"b.key\", \"one \\\"line\\\"\\nand {a_1}\\\\\", nullptr, nullptr, nullptr},\n"
                        "    {\"c\", nullptr, nullptr, nullptr, nullptr},\n"));
  EXPECT_THAT(outcome.table, HasSubstr("compiled_message_count = 3;"));
}

TEST_F(Compiler, NamesTheLineOfEveryFault) {
  expect_refusal("msgid \"a\"\nmsgstr \"x\"\nmsgid \"a\"\nmsgstr \"y\"\n", "5: the key 'a'");
  expect_refusal("msgid \"a\"\nmsgstr \"x\n", "4: a text stands in double quotes");
  expect_refusal("msgid \"a\"\nmsgstr \"x \"y\" z\"\n", "4: a quote inside");
  expect_refusal("msgid \"a\"\nmsgstr \"\\x\"\n", "4: only the escapes");
  expect_refusal("msgid \"a\"\nmsgstr \"{x\"\n", "3: '{' begins no");
  expect_refusal("msgid \"a\"\nmsgstr \"{}\"\n", "3: '{' begins no");
  expect_refusal("msgid \"a\"\nmsgstr \"x}\"\n", "3: a '}'");
  expect_refusal("msgid \"a\"\nmsgctxt \"x\"\n", "4: unknown keyword 'msgctxt'");
  expect_refusal("msgstr \"x\"\n\"y\"\nmsgid \"a\"\n", "3: a second 'msgstr'");
  expect_refusal("msgid \"a\"\nmsgstr\n", "4: a quoted text is expected");
  expect_refusal("msgid \"a\"\nmsgid \"b\"\nmsgstr \"x\"\n", "3: an entry has msgid and msgstr");
  expect_refusal("msgid \"a\"\nmsgid_plural \"a\"\nmsgstr[0] \"x\"\n", "3: an entry has msgid and msgstr");
}

TEST_F(Compiler, NamesTheFileWithoutLanguageOrHeader) {
  EXPECT_THAT(compile("", "test.de.po").messages, HasSubstr("ROOM.fr.po or ROOM.en.po"));
  header_ = "msgid \"a\"\nmsgstr \"x\"\n";
  EXPECT_THAT(compile("").messages, HasSubstr("test.fr.po:1: the header entry"));
}

}  // namespace
}  // namespace maillage

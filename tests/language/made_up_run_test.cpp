// SPDX-License-Identifier: Apache-2.0
// A run of the whole program in the made-up language, whose letters are all accented, over data in Greek letters: any
// plain Latin word that is left over was written into the code and cannot be translated.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "analysis/centrality/measures.hpp"
#include "language/greek_package.hpp"
#include "program.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using testing::run_shell;
using Words = std::set<std::string>;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Runs of letters, plain and accented, digits and the signs that join the parts of ids, with two plain letters side by
// side (a single one may be the q, which has no accent).
Words plain_words(const std::string& text) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    while (word.ends_with('-') || word.ends_with('.')) word.pop_back();
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      if (is_plain(word[i]) && is_plain(word[i + 1])) {
        words.insert(word);
        break;
      }
    }
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_space = text.compare(i, 2, "\u00A0") == 0 || text.compare(i, 3, "\u202F") == 0;
    const bool is_bracket = text.compare(i, 3, "⟦") == 0 || text.compare(i, 3, "⟧") == 0;
    const auto c = static_cast<unsigned char>(text[i]);
    const bool in_word = c >= 0x80 || is_plain(text[i]) || (c >= '0' && c <= '9') || c == '_' ||
                         ((c == '-' || c == '.') && !word.empty());
    if (in_word && !is_space && !is_bracket) {
      word += text[i];
    } else {
      end_word();
      if (is_bracket) i += 2;
    }
  }
  end_word();
  return words;
}

// What a browser or a reader of screens gives out of a page or a picture: texts, and attributes that are read aloud.
std::string readable(std::string markup) {
  for (const auto* part : {"style", "script", "metadata"}) {
    const auto open = std::string("<") + part;
    const auto close = std::string("</") + part + ">";
    for (auto at = markup.find(open); at != std::string::npos; at = markup.find(open, at)) {
      const auto end = markup.find(close, at);
      if (end == std::string::npos) break;
      markup.erase(at, end + close.size() - at);
    }
  }
  std::string text;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i] != '<') {
      text += markup[i];
      continue;
    }
    const auto end = std::min(markup.find('>', i), markup.size());
    const auto tag = markup.substr(i, end - i);
    for (const auto* name : {" alt=\"", " title=\"", " aria-label=\"", " placeholder=\""}) {
      if (const auto at = tag.find(name); at != std::string::npos) {
        const auto begin = at + std::string(name).size();
        text += ' ' + tag.substr(begin, tag.find('"', begin) - begin);
      }
    }
    text += ' ';
    i = end;
  }
  for (const auto* entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity)) {
      text.replace(at, std::string(entity).size(), " ");
    }
  }
  return text;
}

// The same of Markdown: without the addresses of its links and without its anchors.
std::string readable_markdown(std::string text) {
  for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at)) {
    const auto end = std::min(text.find(')', at), text.size() - 1);
    text.replace(at, end - at + 1, " ");
  }
  return readable(text);
}

// What users type, which is the same in every language: commands, codes, formats, names of tables and columns.
const Words& typed_words() {
  static const Words words{
      "check",    "show",     "list",       "hubs",   "centrality", "communities",  "structure", "path",
      "draw",     "timeline", "report",     "import", "export",     "DATA",         "NAME",      "FILE",
      "fr",       "en",       "qps",        "lang",   "data",       "institutions", "people",    "affiliations",
      "two-mode", "newman",   "count",      "none",   "in-force",   "signed",       "include",   "exclude",
      "only",     "as-then",  "as-now",     "hops",   "inverse",    "weight",       "leiden",    "louvain",
      "auto",     "all",      "light",      "dark",   "kind",       "community",    "type",      "institution",
      "PX",       "package",  "agreements", "edges",  "nodes",      "dot",          "svg",       "png",
      "pdf",      "table",    "csv",        "json",   "md",         "excel",        "mentions",  "sources",
      "evidence"};
  return words;
}

// Measures, and what the tables of a package and their columns are called.
Words codes_and_columns() {
  Words words;
  for (const auto code : measure_codes()) words.emplace(code);
  for (const auto code : code_names<AgreementType>) words.emplace(code);
  for (const auto& entry : fs::directory_iterator(fs::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france")) {
    if (entry.path().extension() != ".csv") continue;
    words.insert(entry.path().stem().string());
    for (const auto& column : read_csv(read_file(entry.path())).header) words.insert(column);
  }
  words.merge(Words{"status", "certainty", "end_rule", "signatories"});
  return words;
}

std::string without_options(std::string text) {
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at)) {
    const auto end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", at), text.size());
    text.erase(at, end - at);
  }
  return text;
}

class MadeUpRun : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::ScratchFolder;
    ids_ = write_greek_package(fs::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france", folder_->path() / "data");
    ids_.merge(Words{"maillage"});
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static std::string output_of(const std::string& arguments) {
    return run_shell("'" MAILLAGE_PROGRAM "' --lang qps " + arguments, folder_->path(), true).output;
  }
  static fs::path made(const std::string& name) { return folder_->path() / name; }

  static void expect_nothing_left_over(const std::string& text, const std::string& where, const Words& also = {}) {
    EXPECT_NE(text.find("⟦"), std::string::npos) << where << " says nothing: " << text.substr(0, 300);
    EXPECT_EQ(text.find("⟪"), std::string::npos) << where << " asks for a message that is not there";
    for (const auto& word : plain_words(text)) {
      EXPECT_TRUE(ids_.contains(word) || also.contains(word)) << "“" << word << "” is left over in " << where;
    }
  }

  static testing::ScratchFolder* folder_;
  static Words ids_;
};
testing::ScratchFolder* MadeUpRun::folder_ = nullptr;
Words MadeUpRun::ids_;

TEST(PlainWords, AreThoseThatNobodyTranslated) {
  EXPECT_EQ(plain_words("⟦ţéxt qûî⟧ Left ⟦1⟧ αβγ a_b-c. x 2024-12-19 ⟦say ⟦2⟧ñ⟧"), (Words{"Left", "say", "ţéxt"}))
      << "one x alone may be an accident, ‘éx’ too; two plain letters side by side are none";
  EXPECT_EQ(readable("<a href=\"no\" title=\"yes\">α<style>no</style></a>"), " yesα  ");
}

TEST_F(MadeUpRun, LeavesNoTextOverInLists) {
  for (const auto* what : {"agreements", "institutions", "people", "mentions", "sources"}) {
    expect_nothing_left_over(output_of("list data " + std::string(what)), what);
  }
  expect_nothing_left_over(output_of("list data agreements --format md"), "Markdown");
}

TEST_F(MadeUpRun, LeavesNoTextOverInAnswers) {
  for (const auto* command : {"check data", "hubs data", "centrality data", "communities data", "structure data",
                              "path data ars-hdf ville-lille", "path data ars-hdf uphf", "show data ars-hdf",
                              "show data frederic-boiron", "show data univ-lille-ars-2023"}) {
    expect_nothing_left_over(output_of(command), command, {"data"});
  }
}

TEST_F(MadeUpRun, LeavesNoTextOverInRefusals) {
  for (const auto* command :
       {"show data 123", "show data lille", "list data 123", "list 123 agreements", "hubs data --as-of 123",
        "hubs data --view 123", "hubs data --123", "123", "", "hubs data --top", "hubs data --type 123",
        "list data agreements --sort 123", "list data agreements --columns 123", "centrality data --measure 123",
        "draw data -o data", "report data", "path data ars-hdf", "list data agreements -o /123/1.csv"}) {
    // What can be asked for instead is named as it is typed.
    auto also = typed_words();
    also.merge(codes_and_columns());
    expect_nothing_left_over(without_options(output_of(command)), command, also);
  }
}

TEST_F(MadeUpRun, LeavesNoTextOverInHelp) {
  expect_nothing_left_over(without_options(output_of("--help")), "help", typed_words());
  for (const auto* command : {"check", "show", "list", "hubs", "centrality", "communities", "structure", "path", "draw",
                              "timeline", "report", "import", "export"}) {
    expect_nothing_left_over(without_options(output_of(command + std::string(" --help"))), command, typed_words());
  }
}

TEST_F(MadeUpRun, LeavesNoTextOverInPictures) {
  for (const auto* command :
       {"draw data -o map.svg", "timeline data -o timeline.svg", "draw data --as-of 2024-12-19 -o day.svg"}) {
    const auto told = output_of(command);
    const auto file = std::string(command).substr(std::string(command).rfind(' ') + 1);
    ASSERT_TRUE(fs::exists(made(file))) << told;
    expect_nothing_left_over(readable(testing::bytes_of(made(file))), command);
  }
}

TEST_F(MadeUpRun, LeavesNoTextOverInTheReport) {
  const auto told = output_of("report data -o out");
  ASSERT_TRUE(fs::exists(made("out/index.html"))) << told;
  // The command that made it stands in the foot.
  const Words command{"report", "data", "lang", "qps"};
  for (const auto& entry : fs::recursive_directory_iterator(made("out"))) {
    const auto extension = entry.path().extension();
    const auto name = entry.path().filename().string();
    if (extension == ".html" || extension == ".svg") {
      expect_nothing_left_over(readable(testing::bytes_of(entry.path())), name, command);
    } else if (extension == ".md") {
      expect_nothing_left_over(readable_markdown(testing::bytes_of(entry.path())), name, command);
    }
  }
}

}  // namespace
}  // namespace maillage

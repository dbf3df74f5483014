// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/word_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <regex>
#include <set>
#include <stdexcept>

#include "documents/lexicon/lexicon.hpp"
#include "files/files.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

TEST(WordLists, SeveralRowsAreOneList) {
  const WordLists lists("words", "list,words,example\nacts.signs,signe signent,« elle signe »\nacts.other,vote,\nacts.signs,paraphe,\n");
  EXPECT_THAT(lists.of("acts.signs"), ElementsAre("signe", "signent", "paraphe"));
  EXPECT_THAT(lists.names(), ElementsAre("acts.other", "acts.signs"));
}

TEST(WordLists, FaultsNameTableAndLine) {
  EXPECT_THAT([] { WordLists("words", "list,example\na,b\n"); }, ThrowsMessage<std::invalid_argument>(HasSubstr("words, line 1")));
  EXPECT_THAT([] { WordLists("words", "list,words\na,b\nc,\n"); }, ThrowsMessage<std::invalid_argument>(HasSubstr("words, line 3")));
  EXPECT_THAT([] { WordLists("words", "list,words\na,b\n").of("c"); }, ThrowsMessage<std::invalid_argument>(HasSubstr("no list of words: c")));
}

// A list that a pass asks for stands in the table; one that stands there is asked for, first of all by the pass it is named after.
TEST(WordLists, OfFrenchAreThoseThatThePassesAskFor) {
  static const std::regex kName("\"([a-z_]+\\.[a-z0-9_]+)\"");
  const auto names = Lexicon::french().word_lists.names();
  const std::set<std::string, std::less<>> known(names.begin(), names.end());
  std::set<std::string> asked, unknown, by_own_pass;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MAILLAGE_SOURCE_DIR) / "src/documents")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    const auto text = read_file(entry.path());
    for (auto at = std::sregex_iterator(text.begin(), text.end(), kName); at != std::sregex_iterator(); ++at) {
      const auto list = (*at)[1].str();
      const bool is_asked = at->prefix().str().ends_with("list(");
      if (is_asked && !known.contains(list)) unknown.insert(list);
      if (known.contains(list)) asked.insert(list);
      if (list.substr(0, list.find('.')) == entry.path().stem().string()) by_own_pass.insert(list);
    }
  }
  EXPECT_THAT(unknown, IsEmpty());
  EXPECT_THAT(std::vector<std::string>(names.begin(), names.end()), ::testing::ElementsAreArray(asked));
  EXPECT_THAT(by_own_pass, ::testing::IsSupersetOf(asked));
}

TEST(WordLists, OfFrenchHoldFoldedWordsOnce) {
  std::vector<std::string> faults;
  const auto& lists = Lexicon::french().word_lists;
  for (const auto name : lists.names()) {
    std::set<std::string_view> seen;
    for (const auto word : lists.of(name)) {
      if (!seen.insert(word).second) faults.push_back(std::string(name) + ": " + std::string(word) + " stands there twice");
      const bool is_mark = word.size() == 1 && std::ispunct(static_cast<unsigned char>(word[0])) != 0;
      if (!is_mark && folded(word) != word && word.find_first_of("-'") == std::string_view::npos) faults.push_back(std::string(name) + ": " + std::string(word) + " is not folded");
    }
  }
  EXPECT_THAT(faults, IsEmpty());
}

}  // namespace
}  // namespace maillage::documents

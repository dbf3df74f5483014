// SPDX-License-Identifier: Apache-2.0
// The whole program in the made-up language, whose letters are all accented, over data in Greek letters: any plain
// Latin word left over in a page or picture was written into the code and cannot be translated.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "program.hpp"
#include "report/greek_package.hpp"
#include "report/page_reader.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using testing::run_shell;
using Words = std::set<std::string>;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

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
    const bool is_in_word = c >= 0x80 || is_plain(text[i]) || (c >= '0' && c <= '9') || c == '_' ||
                            ((c == '-' || c == '.') && !word.empty());
    if (is_in_word && !is_space && !is_bracket) {
      word += text[i];
    } else {
      end_word();
      if (is_bracket) i += 2;
    }
  }
  end_word();
  return words;
}

std::string without_element(std::string markup, const std::string& name) {
  const auto open = "<" + name, close = "</" + name + ">";
  for (auto at = markup.find(open); at != std::string::npos; at = markup.find(open, at)) {
    const auto end = markup.find(close, at);
    if (end == std::string::npos) break;
    markup.erase(at, end + close.size() - at);
  }
  return markup;
}

// The fingerprint of the data: 16 hexadecimal digits.
bool is_hash(const std::string& word) {
  return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// What a browser, or a reader of screens, gives out of a page or a picture: texts (titles and descriptions of drawings
// among them) and attributes that are read aloud or shown.
std::string readable(const std::string& markup) {
  const auto page = read_page(without_element(without_element(markup, "metadata"), "script"));
  auto text = page.text;
  for (const auto* attribute : {"alt", "title", "aria-label", "aria-description", "placeholder", "data-l", "summary"}) {
    for (const auto& value : page.all(attribute)) text += "\n" + value;
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

class MadeUpLanguage : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::ScratchFolder;
    ids_ = write_greek_package(fs::path(MAILLAGE_SOURCE_DIR) / "data/hauts-de-france", made("data"));
    ids_.insert("maillage");
    // 40 institutions in 4 circles, so that there are communities to name.
    std::string edges = "source,target,agreement\n";
    const auto id = [](int i) { return std::to_string(100 + i); };
    for (int i = 0; i < 40; ++i) {
      const int circle = i / 10 * 10;
      edges += id(i) + "," + id(circle + (i + 1) % 10) + "," + std::to_string(1000 + i) + "\n";
      edges += id(i) + "," + id(circle + (i + 3) % 10) + "," + std::to_string(2000 + i) + "\n";
    }
    for (int circle = 0; circle < 3; ++circle) edges += id(circle * 10) + "," + id(circle * 10 + 10) + ",\n";
    write_file(made("1.csv"), edges, Overwrite::allowed);
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static fs::path made(const std::string& name) { return folder_->path() / name; }
  static std::string told_by(const std::string& arguments) {
    return run_shell("'" MAILLAGE_PROGRAM "' --lang qps " + arguments, folder_->path(), true).output;
  }
  static void expect_nothing_left_over(const std::string& text, const std::string& where, const Words& also = {}) {
    EXPECT_NE(text.find("⟦"), std::string::npos) << where << " says nothing: " << text.substr(0, 300);
    EXPECT_EQ(text.find("⟪"), std::string::npos) << where << " asks for a message that is not there";
    for (const auto& word : plain_words(text)) {
      EXPECT_TRUE(ids_.contains(word) || also.contains(word) || is_hash(word)) << "“" << word << "” is left over in " << where;
    }
  }
  static void expect_a_translated_report(const std::string& data, const std::string& options = "") {
    const auto folder = "report-of-" + data + std::to_string(std::hash<std::string>()(options));
    const auto told = told_by("report " + data + options + " -o " + folder);
    ASSERT_TRUE(fs::exists(made(folder) / "index.html")) << told;
    // The command stands in the foot as it was typed, tables are called by their files.
    Words also{"report", "data", "lang", "qps", "1.csv", "tables", "for", "from", "to", "since", "roll-up"};
    for (const auto* kind : {"tables", "figures"}) {
      if (!fs::exists(made(folder) / kind)) continue;  // a report of nothing has nothing to draw
      for (const auto& entry : fs::directory_iterator(made(folder) / kind)) also.insert(entry.path().filename().string());
    }
    for (const auto& entry : fs::recursive_directory_iterator(made(folder))) {
      const auto extension = entry.path().extension();
      const auto name = entry.path().filename().string();
      if (extension == ".html" || extension == ".svg") {
        expect_nothing_left_over(readable(testing::bytes_of(entry.path())), name, also);
      } else if (extension == ".md") {
        expect_nothing_left_over(readable_markdown(testing::bytes_of(entry.path())), name, also);
      }
    }
  }

  static testing::ScratchFolder* folder_;
  static Words ids_;
};
testing::ScratchFolder* MadeUpLanguage::folder_ = nullptr;
Words MadeUpLanguage::ids_;

TEST(PlainWords, AreThoseThatNobodyTranslated) {
  EXPECT_EQ(plain_words("⟦ţéxt qûî⟧ Left ⟦1⟧ αβγ a_b-c. x 2024-12-19 ⟦say ⟦2⟧ñ⟧"), (Words{"Left", "say", "ţéxt"}))
      << "one plain letter alone may be the q, two side by side were written by hand";
  const auto text = readable("<svg><title>Left</title><a href=\"no\" title=\"Over\">α</a><style>no</style></svg>");
  EXPECT_EQ(plain_words(text), (Words{"Left", "Over"}));
}

TEST_F(MadeUpLanguage, LeavesNoTextOverInPictures) {
  for (const std::string command :
       {"draw data -o map.svg", "draw data --as-of 2024-12-19 -o day.svg", "draw data --view people -o people.svg",
        "draw data --view two-mode -o two-mode.svg", "draw data --around ars-hdf -o around.svg",
        "draw data --color-by community --size-by betweenness -o colours.svg", "draw data --hulls all -o hulls.svg",
        "draw 1.csv --color-by community -o many.svg", "timeline data -o timeline.svg",
        "timeline data --group-by type -o types.svg", "evolve data --communities -o evolution.svg"}) {
    const auto told = told_by(command);
    const auto file = command.substr(command.rfind(' ') + 1);
    ASSERT_TRUE(fs::exists(made(file))) << command << ": " << told;
    expect_nothing_left_over(readable(testing::bytes_of(made(file))), command);
  }
}

TEST_F(MadeUpLanguage, LeavesNoTextOverInAReport) { expect_a_translated_report("data"); }

TEST_F(MadeUpLanguage, LeavesNoTextOverInAReportOnCommunities) { expect_a_translated_report("1.csv"); }

TEST_F(MadeUpLanguage, LeavesNoTextOverInAReportOnAPeriod) {
  for (const std::string options : {" --for ars-hdf --from 2024-01-01 --to 2024-12-31", " --for ufr3s --from 2024 --to 2025",
                                    " --for univ-lille --from 2023 --roll-up", " --for regis-bordet --to 2024",
                                    " --since 2024-01-01", " --since 2023-01-01 --for chu-lille"}) {
    expect_a_translated_report("data", options);
  }
}

TEST_F(MadeUpLanguage, NamesTheColumnsOfTablesForMachinesByTheirKeys) {
  // Tables are for machines: the same header in every language.
  told_by("report data -o tables-qps");
  run_shell("'" MAILLAGE_PROGRAM "' --lang fr report data -o tables-fr", folder_->path());
  for (const auto& entry : fs::directory_iterator(made("tables-fr/tables"))) {
    const auto name = entry.path().filename();
    const auto header = [](const std::string& csv) { return csv.substr(0, csv.find('\n')); };
    EXPECT_EQ(header(testing::bytes_of(entry.path())), header(testing::bytes_of(made("tables-qps/tables") / name)));
  }
}

}  // namespace
}  // namespace maillage

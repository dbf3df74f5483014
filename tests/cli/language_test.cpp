// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(Language, IsThatOfTheEnvironmentUnlessItIsSaid) {
  const auto first_word = [](const std::map<std::string, std::string>& environment,
                             std::vector<std::string> words = {"structure", kData}) {
    Around around;
    around.environment = environment;
    return run(words, around).out;
  };
  const auto english = first_word({{"LC_ALL", "C"}});
  const auto french = first_word({{"LC_ALL", "fr_FR.UTF-8"}});
  EXPECT_NE(english, french);
  EXPECT_EQ(first_word({{"LANG", "fr_FR.UTF-8"}}), french);
  EXPECT_EQ(first_word({{"LC_MESSAGES", "fr_BE"}, {"LANG", "en_GB"}}), french);
  EXPECT_EQ(first_word({}), english);
  EXPECT_EQ(first_word({{"LC_ALL", "C"}}, {"structure", kData, "--lang", "fr"}), french);
  EXPECT_EQ(first_word({{"LC_ALL", "C"}}, {"--lang=fr", "structure", kData}), french);
  EXPECT_EQ(first_word({{"LC_ALL", "fr_FR.UTF-8"}}, {"structure", kData, "--lang", "en"}), english);
}

TEST(French, WritesNumbersDatesAndQuotesAsTheFrenchDo) {
  const auto done = run({"hubs", kData, "--lang", "fr"});
  EXPECT_THAT(done.out, HasSubstr("19 décembre 2024"));
  EXPECT_THAT(done.out, HasSubstr("1\u202f000"));
  const auto unknown = run({"show", kData, "CHU de Lile", "--lang", "fr"});
  EXPECT_THAT(unknown.err, HasSubstr("«\u00a0CHU de Lile\u00a0»"));
}

TEST(Machines, ReadTheSameInEveryLanguage) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"list", kData, "agreements", "--format", "csv"},
        {"list", kData, "agreements", "--format", "json"},
        {"structure", kData, "--format", "json"},
        {"centrality", kData, "--measure", "strength", "--format", "csv"},
        {"path", kData, "CHU", "ARS", "--format", "json"},
        {"export", kData, "--as", "agreements"}}) {
    auto french = words;
    french.insert(french.end(), {"--lang", "fr"});
    EXPECT_EQ(run(words).out, run(french).out) << words.front();
  }
}

// What is left of a text in the made-up language when everything said (⟦…⟧, nested), every value of the data, every
// number, identifier and sign is taken away: words that no catalogue holds.
class Remainder {
 public:
  Remainder() {
    for (const auto& file : std::filesystem::directory_iterator(real_data())) {
      if (file.path().extension() != ".csv") continue;
      for (const auto& record : read_csv(text_of(file)).records) {
        for (const auto& cell : record) add(cell);
      }
    }
    // What machines and people call the same: commands, options and forms of the command line, names of programs.
    for (const auto* word : {"Maillage", "maillage"}) values_.insert(word);
  }

  /// Lets every single word of the data pass as well.
  void allow_words_of_data() {
    auto all = std::set<std::string>();
    for (const auto& value : values_) {
      for (std::sregex_iterator i(value.text.begin(), value.text.end(), word_), end; i != end; ++i)
        all.insert(i->str());
    }
    words_of_data_ = std::move(all);
  }

  std::vector<std::string> words_of(const std::string& text) const {
    std::string rest = outside_brackets(text);
    for (auto value = values_.rbegin(); value != values_.rend(); ++value) remove(rest, value->text);
    std::vector<std::string> left;
    for (std::sregex_iterator i(rest.begin(), rest.end(), word_), end; i != end; ++i) {
      if (!words_of_data_.contains(i->str())) left.push_back(i->str());
    }
    return left;
  }

 private:
  // Longest first, so that no value eats a part of another.
  struct Value {
    Value(std::string value) : text(std::move(value)) {}
    Value(const char* value) : text(value) {}
    std::string text;
    auto operator<=>(const Value& other) const {
      return std::pair(text.size(), text) <=> std::pair(other.text.size(), other.text);
    }
  };

  void add(const std::string& cell) {
    if (cell.size() > 1) values_.insert(cell);
    for (std::size_t begin = 0; begin <= cell.size();) {
      const auto end = std::min(cell.find('|', begin), cell.size());
      if (end - begin > 1) values_.insert(cell.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  static std::string outside_brackets(const std::string& text) {
    static const std::string open = "⟦", close = "⟧";
    std::string rest;
    int depth = 0;
    for (std::size_t i = 0; i < text.size();) {
      if (text.compare(i, open.size(), open) == 0) {
        ++depth;
        i += open.size();
      } else if (text.compare(i, close.size(), close) == 0) {
        --depth;
        i += close.size();
      } else {
        if (depth == 0) rest += text[i];
        ++i;
      }
    }
    EXPECT_EQ(depth, 0);
    return rest;
  }
  static void remove(std::string& text, const std::string& value) {
    for (auto at = text.find(value); at != std::string::npos; at = text.find(value, at))
      text.replace(at, value.size(), " ");
  }
  const std::regex word_{"[A-Za-z]{2,}"};
  std::set<Value> values_;
  std::set<std::string> words_of_data_;
};

TEST(MadeUpLanguage, LeavesNoWordOver) {
  const Remainder remainder;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"check", kData},
                                                {"show", kData, "chu-lille"},
                                                {"show", kData, "nicolas-salvi"},
                                                {"show", kData, "chv-uphf-2024"},
                                                {"list", kData, "agreements"},
                                                {"list", kData, "institutions"},
                                                {"list", kData, "people"},
                                                {"list", kData, "mentions"},
                                                {"list", kData, "sources"},
                                                {"hubs", kData},
                                                {"centrality", kData, "--measure", "degree,strength"},
                                                {"communities", kData},
                                                {"structure", kData},
                                                {"path", kData, "CHU", "TernoisCom"}}) {
    auto all = words;
    all.insert(all.end(), {"--lang", "qps"});
    const auto done = run(all);
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(remainder.words_of(done.out), IsEmpty()) << words.front() << ' ' << words.back();
    EXPECT_THAT(remainder.words_of(done.err), IsEmpty()) << words.front() << ' ' << words.back();
    EXPECT_THAT(done.out + done.err, testing::Not(HasSubstr("⟪")));
  }
}

TEST(MadeUpLanguage, LeavesNoWordOverInErrors) {
  const Remainder remainder;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"show", kData, "1234"},
                                                {"list", kData, "123"},
                                                {"list", kData, "agreements", "--top", "x"},
                                                {"hubs", "99"},
                                                {"hubs", kData, "--as-of", "1"},
                                                {"structure", kData, "1", "2"}}) {
    auto all = words;
    all.insert(all.end(), {"--lang", "qps"});
    const auto done = run(all);
    EXPECT_NE(done.exit_code, 0);
    EXPECT_THAT(remainder.words_of(done.err), IsEmpty()) << done.err;
  }
}



}  // namespace
}  // namespace maillage::program

// SPDX-License-Identifier: Apache-2.0
// Tables for machines hold the same values whatever the language, but for columns that hold sentences.
#include <gmock/gmock.h>

#include <set>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::program {
namespace {

using Words = std::vector<std::string>;

struct Asked {
  Words words;
  std::set<std::string> sentences;  // columns that are written for people
};

TEST(MachineTables, AreTheSameInEveryLanguage) {
  const std::string changes = "data/examples/changes-of-head";
  const std::vector<Asked> all{{{"hubs", kData}, {"why"}},
                               {{"dependence", kData}, {}},
                               {{"dependence", kData, "ARS Hauts-de-France"}, {}},
                               {{"people", kData}, {}},
                               {{"people", changes, "--table", "interlocks"}, {}},
                               {{"people", changes, "--table", "changes"}, {}},
                               {{"evolve", kData}, {}},
                               {{"evolve", kData, "--table", "periods", "--every", "year"}, {}},
                               {{"evolve", kData, "--table", "institutions"}, {}},
                               {{"evolve", kData, "--table", "series"}, {}},
                               {{"evolve", kData, "--table", "survival"}, {}},
                               {{"evolve", kData, "--table", "communities"}, {}},
                               {{"compare", kData, "2023-06-30", "2024-12-19"}, {}},
                               {{"compare", changes, "2019-12-31", "2023-12-31"}, {}},
                               {{"whatif", kData, "--not-renewed", "--lapse-before", "2030"}, {}},
                               {{"whatif", kData, "--costliest", "3"}, {}},
                               {{"whatif", kData, "--robustness", "--runs", "5"}, {}},
                               {{"gaps", kData}, {}},
                               {{"communities", kData}, {}},
                               {{"communities", kData, "--scan", "0.5..2", "--scan-steps", "3"}, {}},
                               {{"structure", kData, "--groups"}, {"who"}},
                               {{"coverage", kData}, {}},
                               {{"path", kData, "chu-lille", "ternoiscom"}, {}},
                               {{"path", kData, "chu-lille", "--in-time", "--all"}, {}}};
  for (const auto& [words, sentences] : all) {
    const auto table_in = [&](const std::string& language) {
      auto asked = words;
      asked.insert(asked.end(), {"--format", "csv", "--quiet", "--lang", language});
      const auto done = run(asked);
      EXPECT_EQ(done.exit_code, 0) << words[0] << done.err;
      return read_csv(done.out, {.delimiter = ','});
    };
    const auto french = table_in("fr"), english = table_in("en");
    EXPECT_EQ(french.header, english.header) << words[0];
    ASSERT_EQ(french.records.size(), english.records.size()) << words[0];
    for (std::size_t record = 0; record < french.records.size(); ++record) {
      for (const auto& column : french.header) {
        if (sentences.contains(column)) continue;
        EXPECT_EQ(french.at(record, column), english.at(record, column)) << words[0] << ' ' << column << ' ' << record;
      }
    }
  }
}

}  // namespace
}  // namespace maillage::program

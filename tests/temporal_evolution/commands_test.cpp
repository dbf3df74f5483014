// SPDX-License-Identifier: Apache-2.0
// evolve and compare as one calls them.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage {
namespace {

using program::run;
using testing::ElementsAre;
using testing::HasSubstr;
using Words = std::vector<std::string>;

const std::string kData = "data/hauts-de-france";

TEST(Evolve, GivesItsFormAsJson) {
  const auto done = run({"evolve", kData, "--format", "json", "--communities", "--measure", "strength,betweenness", "--top", "3"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto json = done.json();
  Words keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_THAT(keys, ElementsAre("period", "slices", "periods", "whole", "institutions", "durations", "renewal", "loyalty", "turnover",
                                "burstiness", "communities", "settings"));
  EXPECT_EQ(json["period"]["to"], "2024-12-19");
  EXPECT_EQ(json["whole"]["agreements"]["certain"], 3);
  EXPECT_EQ(json["whole"]["agreements"]["possible"], 10);
  EXPECT_EQ(json["institutions"].size(), 3U);
  EXPECT_EQ(json["institutions"][0]["measures"].size(), 2U);
  EXPECT_EQ(json["slices"].front()["from"], json["period"]["from"]);
  EXPECT_EQ(json["slices"].back()["to"], json["period"]["to"]);
}

TEST(Evolve, FollowsWhomItIsAskedFor) {
  const auto done = run({"evolve", kData, "--of", "CHU de Lille", "--table", "series", "--format", "csv", "--quiet"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("id,name,measure,from,to,certain,possible\n"));
  EXPECT_THAT(done.out, HasSubstr("chu-lille,"));
  EXPECT_EQ(run({"evolve", kData, "--of", "Nobody of that name"}).exit_code, 2);
}

TEST(Evolve, IsReadInBothLanguages) {
  EXPECT_THAT(run({"evolve", kData, "--lang", "fr"}).out, HasSubstr("Accords en vigueur le 19 décembre 2024"));
  EXPECT_THAT(run({"evolve", kData, "--lang", "en", "--format", "md"}).out, HasSubstr("## By period"));
}

TEST(Evolve, RefusesWhatItCannotFollow) {
  for (const auto& words : {Words{"--view", "people"}, Words{"--dates", "signed"}, Words{"--every", "week"}, Words{"--table", "nothing"},
                            Words{"--measure", "nonsense"}, Words{"--threshold", "1"}}) {
    Words all{"evolve", kData};
    all.insert(all.end(), words.begin(), words.end());
    EXPECT_EQ(run(all).exit_code, 2) << words[0] << ' ' << words[1];
  }
}

TEST(Evolve, GivesTheSameBytesOnAnyNumberOfThreads) {
  const Words words{"evolve", "data/eu-projects", "--format", "json", "--communities", "--measure", "strength,pagerank", "--from", "2016-01-01", "--to", "2016-01-03"};
  Words one{"--threads", "1"}, two{"--threads", "2"};
  one.insert(one.end(), words.begin(), words.end());
  two.insert(two.end(), words.begin(), words.end());
  const auto first = run(one);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.out, run(two).out);
}

TEST(Compare, BeginsWithASentenceInTheReadersLanguage) {
  const auto french = run({"compare", kData, "2023-06-30", "2024-12-19", "--lang", "fr"});
  ASSERT_EQ(french.exit_code, 0) << french.err;
  EXPECT_THAT(french.out, HasSubstr("Entre le 30 juin 2023 et le 19 décembre 2024"));
  EXPECT_THAT(run({"compare", kData, "2023-06-30", "2024-12-19", "--lang", "en"}).out, HasSubstr("Between 30 June 2023 and 19 December 2024"));
}

TEST(Compare, GivesItsFormAsJsonAndCsv) {
  const auto json = run({"compare", kData, "2023-06-30", "2024-12-19", "--format", "json"}).json();
  Words keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_THAT(keys, ElementsAre("first", "last", "sentence", "counts", "measure", "agreements", "institutions", "communities", "settings"));
  EXPECT_EQ(json["first"], "2023-06-30");
  const auto csv = run({"compare", kData, "2023-06-30", "2024-12-19", "--format", "csv", "--quiet"});
  EXPECT_THAT(csv.out, HasSubstr("change,what,id,name,other,other_name,certainty,before,after\n"));
}

TEST(Compare, RefusesDatesInTheWrongOrderOrThatAreNone) {
  EXPECT_EQ(run({"compare", kData, "2024-12-19", "2023-06-30"}).exit_code, 2);
  EXPECT_EQ(run({"compare", kData, "2024-12-19"}).exit_code, 2);
  EXPECT_EQ(run({"compare", kData, "someday", "2023-06-30"}).exit_code, 2);
  EXPECT_EQ(run({"compare", kData, "2023-06-30", "2024-12-19", "--view", "two-mode"}).exit_code, 2);
}

}  // namespace
}  // namespace maillage

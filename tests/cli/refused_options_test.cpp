// SPDX-License-Identifier: Apache-2.0
// Options that would do nothing, and values that nothing can be made of, are refused with exit 2 and say why.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

struct Refused {
  Words words;
  std::string said;
};

void expect_refused(const std::vector<Refused>& all) {
  for (const auto& [words, said] : all) {
    const auto done = run(words);
    std::string line;
    for (const auto& word : words) line += word + " ";
    EXPECT_EQ(done.exit_code, 2) << line << done.err;
    EXPECT_THAT(done.err, AllOf(HasSubstr(said), Not(HasSubstr("unexpected")))) << line;
    EXPECT_EQ(done.out, "") << line;
  }
}

TEST(RefusedOptions, AnAlphaTooLargeIsToldByEveryCommandThatTakesIt) {
  const std::string said = "--alpha: “5” is too large";
  expect_refused({{{"centrality", kData, "--measure", "katz", "--alpha", "5"}, said},
                  {{"hubs", kData, "--measure", "katz", "--alpha", "5"}, said},
                  {{"hubs", kData, "--measure", "katz", "--alpha", "5", "--resamples", "0"}, said},
                  {{"evolve", kData, "--measure", "katz", "--alpha", "5"}, said},
                  {{"compare", kData, "2023-06-30", "2024-12-19", "--measure", "katz", "--alpha", "5"}, said}});
}

TEST(RefusedOptions, WhatNamesAGroupDoesNotRank) {
  for (const std::string label : {"community", "component", "articulation"}) {
    expect_refused({{{"hubs", kData, "--measure", label}, "possible values: degree"},
                    {{"evolve", kData, "--measure", label}, "possible values: degree"},
                    {{"compare", kData, "2023-06-30", "2024-12-19", "--measure", label}, "possible values: degree"},
                    {{"whatif", kData, "--not-renewed", "--measure", label}, "possible values: degree"}});
    EXPECT_EQ(run({"centrality", kData, "--measure", label}).exit_code, 0);
    EXPECT_THAT(run({"hubs", "--help"}).out, Not(HasSubstr(", " + label + ",")));
  }
}

TEST(RefusedOptions, WhatCannotBeFollowedThroughTimeIsNotFollowed) {
  for (const std::string measure : {"temporal_closeness", "redundancy", "brokerage_liaison", "in_degree"}) {
    expect_refused({{{"evolve", kData, "--measure", measure}, "--measure"},
                    {{"compare", kData, "2023-06-30", "2024-12-19", "--measure", measure}, "--measure"}});
  }
  expect_refused({{{"evolve", kData, "--measure", ""}, "--measure"}});
}

TEST(RefusedOptions, WhatGoesWithAnotherDoesNotGoAlone) {
  expect_refused({{{"whatif", kData, "--lapse-before", "2027", "--order", "degree"}, "--order goes with --robustness."},
                  {{"whatif", kData, "--lapse-before", "2027", "--initial"}, "--initial goes with --robustness."},
                  {{"whatif", kData, "--lapse-before", "2027", "--runs", "3"}, "--runs goes with --robustness."},
                  {{"whatif", kData, "--robustness", "--measure", "degree"}, "--measure goes with --lapse-before"},
                  {{"whatif", kData, "--costliest", "2", "--measure", "degree"}, "--measure goes with --lapse-before"},
                  {{"structure", kData, "--significance", "0.1"}, "--significance goes with --groups."},
                  {{"communities", kData, "--scan-steps", "5"}, "--scan-steps goes with --scan."},
                  {{"communities", kData, "--partition", "any.csv", "--consensus"}, "--consensus goes with --algorithm."},
                  {{"communities", kData, "--partition", "any.csv", "--runs", "5"}, "--runs goes with --algorithm."},
                  {{"evolve", kData, "--sort", "id"}, "--sort goes with --table"},
                  {{"evolve", kData, "--columns", "id", "--format", "json"}, "--columns goes with --table"},
                  {{"evolve", kData, "--title", "T"}, "--title goes with -o .svg"},
                  {{"evolve", kData, "--palette", "dark"}, "--palette goes with -o .svg"},
                  {{"coverage", kData, "--dpi", "100"}, "--dpi goes with -o .svg"},
                  {{"compare", kData, "2023-06-30", "2024-12-19", "--sort", "id"}, "--sort goes with --format csv"},
                  {{"path", kData, "chu-lille", "ternoiscom", "--strict"}, "--strict goes with --in-time."}});
}

TEST(RefusedOptions, WhatThwartsAnotherIsNotTakenBesideIt) {
  expect_refused({{{"evolve", kData, "--table", "periods", "-o", "picture.svg"}, "--table and -o picture.svg do not go"},
                  {{"evolve", kData, "--status", "in_force"}, "--status and evolve do not go together"},
                  {{"compare", kData, "2023-06-30", "2024-12-19", "--status", "in_force"}, "--status and compare"},
                  {{"compare", kData, "2023-06-30", "2024-12-19", "--as-of", "2024"}, "--as-of and compare"}});
}

TEST(RefusedOptions, RangesSayWhichEndsTheyLeaveOut) {
  expect_refused({{{"structure", kData, "--groups", "--significance", "0"}, "a number between 0 and 1, neither of them"},
                  {{"communities", kData, "--scan", "0.25...4"}, "--scan"}});
}

// A network with losses, or of a day, has neither groups nor parties nor days of its own: these would be empty without a word.
TEST(RefusedOptions, MeasuresThatTheNetworkCannotHaveAreRefusedWithThoseItCan) {
  for (const auto* measure : {"redundancy", "brokerage_liaison", "temporal_closeness", "two_mode_clustering", "hyper_centrality_max", "in_degree"}) {
    for (const Words& command : {Words{"whatif", kData, "--not-renewed"}, {"compare", kData, "2023-06-30", "2024-12-19"}, {"evolve", kData}}) {
      auto words = command;
      words.insert(words.end(), {"--measure", measure});
      const auto done = run(words);
      EXPECT_EQ(done.exit_code, 2) << words[0] << ' ' << measure;
      EXPECT_THAT(done.err, AllOf(HasSubstr(measure), HasSubstr("constraint"), Not(HasSubstr("redundancy, ")))) << words[0] << ' ' << measure;
    }
  }
}

// A file that is not there is told before anything is sought.
TEST(RefusedOptions, APartitionIsReadBeforeTheSearch) {
  const auto done = run({"communities", kData, "--algorithm", "girvan-newman", "--partition", "nowhere.csv", "--timings", "-"});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("nowhere.csv"));
}

TEST(Directions, AreToldToDoNothingWhereTheyAreNotRead) {
  for (const Words& command : {Words{"dependence", kData}, {"people", kData}, {"structure", kData}, {"gaps", kData},
                               {"whatif", kData, "--not-renewed"}}) {
    auto words = command;
    words.emplace_back("--directed");
    const auto done = run(words);
    EXPECT_EQ(done.exit_code, 0) << words[0] << done.err;
    EXPECT_THAT(done.err, HasSubstr("Direction is not used")) << words[0];
    EXPECT_THAT(done.out, Not(HasSubstr("Ties have a direction"))) << words[0];
  }
}

TEST(MeasureSettings, AreToldWhereTheyMadeTheRanking) {
  EXPECT_THAT(run({"hubs", kData, "--measure", "katz", "--alpha", "0.01"}).out, HasSubstr("Attenuation α of Katz’s index: 0.01"));
  EXPECT_THAT(run({"hubs", kData, "--measure", "temporal_closeness", "--start", "2023"}).out, HasSubstr("from 1 January 2023"));
  EXPECT_THAT(run({"evolve", kData, "--measure", "pagerank", "--damping", "0.5"}).out, HasSubstr("damping 0.50"));
  EXPECT_THAT(run({"compare", kData, "2023-06-30", "2024-12-19", "--measure", "pagerank", "--damping", "0.5"}).out, HasSubstr("damping 0.50"));
  EXPECT_THAT(run({"centrality", kData, "--directed", "--mode", "out"}).out, HasSubstr("(out)"));
}

}  // namespace
}  // namespace maillage::program

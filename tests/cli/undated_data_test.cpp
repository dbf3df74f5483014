// SPDX-License-Identifier: Apache-2.0
// What commands say of agreements without any date, and of options and names that fit nothing.
#include <gmock/gmock.h>

#include <algorithm>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::HasSubstr;
using testing::Not;

const Around kTies{.input = "source,target\na,b\nb,c\nc,d\n"};
constexpr const char* kNoDate = "No date in these agreements: nothing to follow through time.";

TEST(UndatedData, AreComparedWithoutInventedChanges) {
  const auto done = run({"compare", "-", "2020", "2021"}, kTies);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, HasSubstr(kNoDate));
  EXPECT_THAT(done.out, Not(HasSubstr("possible")));
  const auto json = json_of({"compare", "-", "2020", "2021"}, kTies);
  EXPECT_TRUE(json.at("agreements").empty());
  EXPECT_EQ(json.at("sentence"), kNoDate);
}

TEST(UndatedData, HaveNoPathInTimeAndSayWhyOnce) {
  const auto done = run({"path", "-", "a", "d", "--in-time"}, kTies);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, HasSubstr("nothing can be said of time"));
  EXPECT_THAT(done.out, Not(HasSubstr("in force all the time")));
  const auto json = json_of({"path", "-", "a", "d", "--in-time"}, kTies);
  EXPECT_TRUE(json.at("length").is_null());
  EXPECT_EQ(json.at("reason"), "no_dates");
}

TEST(Lists, AreSortedByWhatTheyShow) {
  const auto json = json_of({"hubs", "data/hauts-de-france", "--sort", "-agreements", "--resamples", "0"});
  std::vector<std::size_t> counts;
  for (const auto& hub : json.at("hubs")) counts.push_back(hub.at("agreements").size());
  EXPECT_TRUE(std::ranges::is_sorted(counts, std::ranges::greater{}));
  EXPECT_GT(counts.front(), counts.back());
}

TEST(Centrality, ShowsTheFirstByItsMeasureWhereItIsCut) {
  const auto ties = Around{.input = "source,target\na,b\nd,b\nd,c\nd,e\n"};
  const auto cut = json_of({"centrality", "-", "--measure", "degree", "--top", "2"}, ties);
  EXPECT_EQ(cut.at("nodes").at(0).at("id"), "d");
  EXPECT_EQ(cut.at("nodes").at(1).at("id"), "b");
  EXPECT_TRUE(cut.at("nodes").at(0).at("degree").is_number_integer());
  EXPECT_EQ(json_of({"centrality", "-", "--measure", "degree"}, ties).at("nodes").at(0).at("id"), "a");
}

TEST(Names, OfAnotherFormAreNoFolders) {
  const ScratchFolder scratch;
  const auto file = (scratch / "k.gml").string();
  EXPECT_EQ(run({"export", kData, "-o", file}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Options, ThatADrawingDoesNotReadAreNone) {
  EXPECT_EQ(run({"timeline", kData, "--top", "3"}).exit_code, 2);
}

TEST(Communities, TellTheSeedAskedForAndThatOfTheBestRun) {
  const auto json = json_of({"communities", kData, "--seed", "5"});
  EXPECT_EQ(json.at("seed"), 5);
  EXPECT_GE(json.at("best_seed").get<int>(), 5);
}

}  // namespace
}  // namespace maillage::program

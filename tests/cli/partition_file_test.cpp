// SPDX-License-Identifier: Apache-2.0
// What `communities --partition FILE` reads, and each fault of such a file by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

using program::Run;
using program::run;
using program::write_text;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Of the triangles of program.hpp.
const std::string kSides = "A,left\nB,left\nC,left\nD,right\nE,right\nG,right\nF,alone\n";

Run score(const std::string& partition, const std::vector<std::string>& further = {}) {
  const ScratchFolder scratch;
  write_text(scratch / "groups.csv", partition);
  std::vector<std::string> words{"--partition", (scratch / "groups.csv").string()};
  words.insert(words.end(), further.begin(), further.end());
  return program::run_communities_of_triangles(words);
}

TEST(PartitionFile, ScoresThePartitionItGives) {
  const auto done = score("id,community\n" + kSides, {"--format", "json"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NEAR(done.json().at("modularity").get<double>(), 2 * (3.0 / 7 - 1.0 / 4), 1e-11);
  EXPECT_EQ(done.json().at("communities").size(), 3U);
  EXPECT_EQ(done.json().at("communities")[0].at("members"), nlohmann::ordered_json::parse(R"(["A","B","C"])"));
}

TEST(PartitionFile, IsReadInEveryFormTheProgramWrites) {
  const auto nodes_of = [](const std::string& partition) {
    const auto done = score(partition, {"--format", "json"});
    EXPECT_EQ(done.exit_code, 0) << done.err;
    return done.json().at("nodes");
  };
  const auto wanted = nodes_of("id,community\n" + kSides);
  EXPECT_EQ(nodes_of("community,id,note\nleft,A,x\nleft,B,\nleft,C,\nright,D,\nright,E,\nright,G,\nalone,F,\n"), wanted);
  EXPECT_EQ(nodes_of("\xEF\xBB\xBFid;community\r\nA;l\r\nB;l\r\nC;l\r\nD;r\r\nE;r\r\nG;r\r\nF;a\r\n"), wanted);
  const auto written = score("id,community\n" + kSides, {"--format", "csv"});
  ASSERT_EQ(written.exit_code, 0) << written.err;
  EXPECT_EQ(nodes_of(written.out), wanted) << written.out;
}

TEST(PartitionFile, TellsEveryFaultWithItsPlaceAndRemedy) {
  const auto refused = [](const std::string& rows) {
    const auto done = score("id,community\n" + rows);
    EXPECT_EQ(done.exit_code, 2) << rows;
    return done.err;
  };
  EXPECT_THAT(refused("A,l\nB,l\n"), AllOf(HasSubstr("groups.csv"), HasSubstr("“C” is missing"), HasSubstr("“G”"),
                                           HasSubstr("5 faults"), HasSubstr("Add a row “C,COMMUNITY”")));
  EXPECT_THAT(refused(kSides + "A,right\n"), AllOf(HasSubstr("groups.csv, row 9, field id"), HasSubstr("“A” stands twice"),
                                                   HasSubstr("in row 2 already"), HasSubstr("keep one")));
  EXPECT_THAT(refused(kSides + "Q,right\n"), AllOf(HasSubstr("row 9, field id"), HasSubstr("do not know the id “Q”"),
                                                   HasSubstr("list institutions")));
  EXPECT_THAT(refused("A,\n" + kSides.substr(kSides.find('\n') + 1)), AllOf(HasSubstr("row 2, field community"),
                                                                             HasSubstr("“A” has no community")));
  EXPECT_THAT(refused(kSides + ",left\n"), AllOf(HasSubstr("row 9, field id"), HasSubstr("there is no id")));
  EXPECT_THAT(refused(kSides + "\"x\n"), HasSubstr("not well-formed CSV"));
}

TEST(PartitionFile, SaysWhichColumnIsMissing) {
  const auto done = score("id,group\nA,l\n");
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("“community”"), HasSubstr("id and group"), HasSubstr("communities --format csv")));
}

TEST(PartitionFile, ThatIsNotThereIsNamed) {
  const auto done = run({"communities", "data/hauts-de-france", "--partition", "nowhere.csv"});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("nowhere.csv"));
}

TEST(PartitionFile, MayHoldWhatTheViewLeavesOut) {
  const ScratchFolder scratch;
  const auto all = run({"communities", "data/hauts-de-france", "--format", "csv", "-o", (scratch / "all.csv").string()});
  ASSERT_EQ(all.exit_code, 0) << all.err;
  const auto then = run({"communities", "data/hauts-de-france", "--as-of", "2024-04-30", "--partition",
                         (scratch / "all.csv").string(), "--format", "json"});
  EXPECT_EQ(then.exit_code, 0) << then.err;
  EXPECT_THAT(then.err, AllOf(HasSubstr("no effect"), Not(HasSubstr("fault"))));
}

TEST(PartitionFile, WithANameForAnIdTellsTheId) {
  const ScratchFolder scratch;
  write_text(scratch / "groups.csv", "id,community\nCHU de Lille,a\n");
  const auto done = run({"communities", "data/hauts-de-france", "--partition", (scratch / "groups.csv").string()});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, HasSubstr("Perhaps “chu-lille”"));
}

}  // namespace
}  // namespace maillage

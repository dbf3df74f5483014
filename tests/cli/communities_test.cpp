// SPDX-License-Identifier: Apache-2.0
// The command `communities`: its algorithms, comparisons and scans as a user sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "cli/program.hpp"

namespace maillage {
namespace {

using nlohmann::ordered_json;
using program::Around;
using program::json_of;
using program::run;
using program::run_communities_of_triangles;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kAgreements = "docs/measures/examples/eight_institutions.csv";
const std::string kSides = "docs/measures/examples/two_sides.csv";

TEST(CommunitiesCommand, EveryAlgorithmFindsTwoTriangles) {
  for (const auto* algorithm : {"leiden", "louvain", "label-propagation", "girvan-newman", "spectral"}) {
    const auto done = run_communities_of_triangles({"--algorithm", algorithm, "--format", "json"});
    ASSERT_EQ(done.exit_code, 0) << done.err;
    const auto answer = done.json();
    EXPECT_EQ(answer.at("algorithm"), algorithm);
    EXPECT_NEAR(answer.at("modularity").get<double>(), 2 * (3.0 / 7 - 1.0 / 4), 1e-11) << algorithm;
    EXPECT_EQ(answer.at("communities").size(), 3U);
    EXPECT_EQ(answer.at("quality").at("value"), answer.at("modularity"));
    EXPECT_NEAR(answer.at("hypergraph_modularity").get<double>(), answer.at("modularity").get<double>(), 1e-11);
    EXPECT_EQ(answer.at("bipartite_modularity"), nullptr);
  }
}

TEST(CommunitiesCommand, TakesANumberOfCommunities) {
  for (const auto* algorithm : {"girvan-newman", "spectral"}) {
    const auto two = run_communities_of_triangles({"--algorithm", algorithm, "--communities", "2", "--format", "json"}).json();
    EXPECT_EQ(two.at("communities").size(), 2U);
    EXPECT_THAT(run_communities_of_triangles({"--algorithm", algorithm, "--communities", "1"}).err, HasSubstr("2 pieces"));
    EXPECT_EQ(run_communities_of_triangles({"--algorithm", algorithm, "--communities", "8"}).exit_code, 2);
  }
  EXPECT_THAT(run_communities_of_triangles({"--algorithm", "spectral", "--communities", "7"}).out, HasSubstr("instead of the 7 asked for"));
}

TEST(CommunitiesCommand, ComparesTwoPartitions) {
  const auto answer = json_of({"communities", kAgreements, "--algorithm", "leiden", "--partition", kSides});
  // ABC DE FGH against ABCD EFGH: joint counts 3 1 1 3.
  const double joint = -(2 * 3.0 / 8 * std::log(3.0 / 8) + 2 * 1.0 / 8 * std::log(1.0 / 8));
  const double found = -(2 * 3.0 / 8 * std::log(3.0 / 8) + 1.0 / 4 * std::log(1.0 / 4)), sides = std::log(2);
  EXPECT_NEAR(answer.at("agreement").at("vi").get<double>(), 2 * joint - found - sides, 1e-10);
  EXPECT_NEAR(answer.at("agreement").at("nmi").get<double>(), 2 * (found + sides - joint) / (found + sides), 1e-10);
  EXPECT_NEAR(answer.at("agreement").at("ari").get<double>(), (6 - 7.0 * 12 / 28) / (9.5 - 7.0 * 12 / 28), 1e-10);
  EXPECT_EQ(answer.at("partitions")[0].at("algorithm"), "leiden");
  EXPECT_EQ(answer.at("partitions")[1].at("file"), kSides);
  EXPECT_EQ(answer.at("communities").size(), 3U);
  const auto same = json_of({"communities", kAgreements, "--partition", kSides, "--partition", kSides});
  EXPECT_EQ(same.at("agreement"), ordered_json::parse(R"({"nmi":1.0,"ari":1.0,"vi":0.0})"));
  EXPECT_EQ(same.at("communities")[0].at("name"), "left");
  EXPECT_FALSE(json_of({"communities", kAgreements, "--partition", kSides}).contains("agreement"));
  EXPECT_THAT(run({"communities", kAgreements, "--partition", kSides, "--partition", kSides, "--partition", kSides}).err,
              HasSubstr("two partitions"));
}

TEST(CommunitiesCommand, TakesAgreementsAsSets) {
  // Volumes 9 and 9 of 18, six of seven agreements inside: 6/7 − (3/7 (1/4 + 1/4) + 4/7 (1/8 + 1/8)) = 1/2.
  const auto given = json_of({"communities", kAgreements, "--partition", kSides});
  EXPECT_NEAR(given.at("hypergraph_modularity").get<double>(), 0.5, 1e-11);
  const auto sought = json_of({"communities", kAgreements, "--quality", "hypergraph"});
  EXPECT_GE(sought.at("quality").at("value").get<double>(), 0.5 - 1e-11);
  EXPECT_EQ(sought.at("quality").at("sought"), "hypergraph");
  EXPECT_THAT(run({"communities", kAgreements, "--quality", "hypergraph", "--view", "two-mode"}).err,
              HasSubstr("two kinds"));
}

TEST(CommunitiesCommand, TellsBarbersModularityWhereNodesAreOfTwoKinds) {
  const auto answer = json_of({"communities", kAgreements, "--view", "two-mode"});
  EXPECT_TRUE(answer.at("bipartite_modularity").is_number());
  EXPECT_EQ(answer.at("hypergraph_modularity"), nullptr);
  EXPECT_THAT(run({"communities", kAgreements, "--view", "two-mode"}).out, HasSubstr("Barber"));
}

TEST(CommunitiesCommand, TakesTheConstantPottsModelAtTheDensityUnlessTold) {
  const auto usual = json_of({"communities", kAgreements, "--quality", "cpm"});
  EXPECT_NEAR(usual.at("resolution").get<double>(), 9.0 / 28, 1e-11);  // weights sum to half of 18 memberships
  const auto told = json_of({"communities", kAgreements, "--quality", "cpm", "--resolution", "0.6"});
  // Inside ABC 3/2 + 1 + 1/2, DE 1, FGH 3/2 + 1 + 1/2: 7 − 0.6 (3 + 1 + 3).
  EXPECT_NEAR(told.at("quality").at("value").get<double>(), 2.8, 1e-11);
  EXPECT_EQ(told.at("resolution"), 0.6);
}

TEST(CommunitiesCommand, ScansResolutions) {
  const auto answer = json_of({"communities", kAgreements, "--scan", "0.5..2", "--scan-steps", "5"});
  ASSERT_EQ(answer.at("scan").size(), 5U);
  EXPECT_EQ(answer.at("scan")[0].at("resolution"), 0.5);
  EXPECT_EQ(answer.at("scan")[4].at("resolution"), 2);
  EXPECT_EQ(answer.at("scan")[0].at("nmi_to_last"), nullptr);
  EXPECT_EQ(answer.at("plateaus").size(), 1U);
  EXPECT_EQ(answer.at("communities").size(), 3U) << "the partition at --resolution stays";
  EXPECT_EQ(answer.at("nodes").size(), 8U);
  for (const auto* bad : {"2..1", "0..1", "1", "a..b", "1..", "1..inf"}) {
    const auto done = run({"communities", kAgreements, "--scan", bad});
    EXPECT_EQ(done.exit_code, 2) << bad;
    EXPECT_THAT(done.err, HasSubstr("0.25..4")) << bad;
  }
}

TEST(CommunitiesCommand, FindsAConsensus) {
  const auto answer = json_of({"communities", kAgreements, "--algorithm", "label-propagation", "--consensus", "--runs", "20"});
  EXPECT_EQ(answer.at("stability").at("runs"), 20);
  EXPECT_TRUE(answer.at("consensus").at("unanimous"));
  EXPECT_EQ(answer.at("communities").size(), 3U);
}

TEST(CommunitiesCommand, RefusesWhatDoesNotGoTogether) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--algorithm", "spectral", "--quality", "cpm"},
                                                {"--algorithm", "louvain", "--quality", "hypergraph"},
                                                {"--communities", "3"},
                                                {"--algorithm", "spectral", "--consensus"},
                                                {"--consensus", "--runs", "1"},
                                                {"--algorithm", "girvan-newman", "--scan", "1..2"},
                                                {"--scan", "1..2", "--partition", kSides},
                                                {"--scan", "1..2", "--consensus"},
                                                {"--algorithm", "infomap"},
                                                {"--quality", "surprise"}}) {
    auto all = words;
    all.insert(all.begin(), {"communities", kAgreements});
    const auto done = run(all);
    EXPECT_EQ(done.exit_code, 2) << words[1];
    EXPECT_TRUE(done.out.empty());
    EXPECT_THAT(done.err, Not(HasSubstr("⟪"))) << done.err;
  }
}

TEST(CommunitiesCommand, SaysHowFarGirvanNewmanGoes) {
  std::string ties = "source,target\n";
  for (int i = 0; i < 3000; ++i) {
    for (const int step : {1, 7, 31}) ties += std::to_string(i) + "," + std::to_string((i + step) % 3000) + "\n";
  }
  Around around;
  around.input = ties;
  const auto done = run({"communities", "-", "--algorithm", "girvan-newman"}, around);
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("nodes: 3,000, ties: 9,000"), HasSubstr("--algorithm leiden"), HasSubstr("1,000 nodes with")));
}

TEST(CommunitiesCommand, GivesTheSameBytesOnAnyNumberOfThreads) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--algorithm", "label-propagation"}, {"--algorithm", "spectral"}, {"--consensus"},
        {"--quality", "hypergraph", "--runs", "4"}, {"--view", "people", "--algorithm", "leiden"},
        {"--view", "affiliations", "--algorithm", "louvain"}}) {
    auto one = words;
    one.insert(one.begin(), {"--threads", "1", "communities", "data/hauts-de-france", "--format", "json"});
    auto three = one;
    three[1] = "3";
    const auto wanted = run(one);
    EXPECT_EQ(wanted.exit_code, 0) << wanted.err;
    EXPECT_EQ(run(three).out, wanted.out) << words[1];
  }
}

TEST(CommunitiesCommand, SaysThatDirectionIsNotUsed) {
  const auto directed = run_communities_of_triangles({"--directed"});
  EXPECT_EQ(directed.exit_code, 0) << directed.err;
  EXPECT_THAT(directed.out, HasSubstr("Direction is not used"));
  EXPECT_EQ(run_communities_of_triangles({"--directed", "--format", "json"}).json().at("nodes"),
            run_communities_of_triangles({"--format", "json"}).json().at("nodes"));
}

TEST(CommunitiesCommand, SpeaksFrench) {
  const auto done = run({"--lang", "fr", "communities", kAgreements, "--scan", "0.5..2"});
  EXPECT_THAT(done.out, AllOf(HasSubstr("Communautés selon la résolution"), HasSubstr("Palier"), HasSubstr("De la résolution"),
                              Not(HasSubstr("⟪"))));
}

}  // namespace
}  // namespace maillage

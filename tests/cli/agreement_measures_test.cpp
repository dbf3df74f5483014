// SPDX-License-Identifier: Apache-2.0
// Measures of agreements and roles of brokerage through the program.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;

const std::string kNineAgreements = "docs/measures/example";

Json measured(const std::string& measures, std::vector<std::string> options = {}, const std::string& data = kNineAgreements) {
  options.insert(options.begin(), {"centrality", data, "--measure", measures});
  return json_of(options);
}

Json value_of(const Json& rows, const std::string& id, const std::string& code) {
  for (const auto& row : rows) {
    if (row.at("id") == id) return row.at(code);
  }
  throw std::runtime_error("no " + id);
}

const std::string kRoles =
    "brokerage_coordinator,brokerage_gatekeeper,brokerage_representative,brokerage_consultant,brokerage_liaison";

/// The five roles of an institution, in the order of kRoles.
std::vector<int> roles(const Json& rows, const std::string& id) {
  std::vector<int> counts;
  for (const auto* role : {"coordinator", "gatekeeper", "representative", "consultant", "liaison"}) {
    counts.push_back(value_of(rows, id, std::string("brokerage_") + role).get<int>());
  }
  return counts;
}

TEST(AgreementMeasures, fill_agreements_by_id_with_what_they_rest_on) {
  const auto answer = measured("s_degree,s_closeness", {"--s", "2"});
  EXPECT_EQ(answer.at("settings").at("s"), 2);
  EXPECT_EQ(answer.at("settings").at("s_line_ties"), 5);
  const auto& rows = answer.at("agreements");
  ASSERT_EQ(rows.size(), 9U);
  EXPECT_EQ(rows[0].at("id"), "campus");
  EXPECT_EQ(value_of(rows, "unit", "s_degree"), 3);
  EXPECT_EQ(value_of(rows, "theses", "s_degree"), 1);
  EXPECT_EQ(value_of(rows, "contract", "s_degree"), 1);
  EXPECT_EQ(value_of(rows, "campus", "s_degree"), 0);
  EXPECT_EQ(value_of(rows, "campus", "s_closeness"), 0);
  EXPECT_NEAR(value_of(rows, "unit", "s_closeness").get<double>(), 3 / 8.0 * 3 / 3, 1e-12);
  EXPECT_NEAR(value_of(rows, "theses", "s_closeness").get<double>(), 3 / 8.0 * 3 / 5, 1e-12);
  EXPECT_EQ(answer.at("nodes").size(), 8U);
  EXPECT_FALSE(answer.at("nodes")[0].contains("s_degree"));
}

TEST(AgreementMeasures, of_the_same_parties_stay_apart) {
  const auto rows = measured("s_degree", {"--s", "2"}).at("agreements");
  EXPECT_EQ(value_of(rows, "data", "s_degree"), 2);
  EXPECT_EQ(value_of(rows, "teaching", "s_degree"), 2);
}

TEST(AgreementMeasures, of_too_few_parties_are_null_and_say_why_where_all_are) {
  const auto three = measured("s_degree", {"--s", "3"}).at("agreements");
  EXPECT_TRUE(value_of(three, "data", "s_degree").is_null());
  EXPECT_EQ(value_of(three, "unit", "s_degree"), 0);
  const auto five = measured("s_degree,degree", {"--s", "5"});
  EXPECT_TRUE(value_of(five.at("agreements"), "contract", "s_degree").is_null());
  EXPECT_EQ(five.at("settings").at("undefined").at("s_degree"), "fewer_than_s_parties");
  EXPECT_EQ(value_of(five.at("nodes"), "university", "degree"), 5);  // the rest is done
}

TEST(AgreementMeasures, a_table_of_agreements_where_nothing_else_is_asked_for) {
  const auto csv = run({"centrality", kNineAgreements, "--measure", "s_betweenness", "--format", "csv"}).out;
  EXPECT_TRUE(csv.starts_with("id,title,parties,s_betweenness\n")) << csv;
  const auto both = run({"centrality", kNineAgreements, "--measure", "s_betweenness,degree", "--format", "csv"}).out;
  EXPECT_TRUE(both.starts_with("id,name,kind,degree\n")) << both;
}

TEST(AgreementMeasures, scores_fill_institutions_and_agreements) {
  const auto answer = measured("hyper_centrality,redundancy");
  double institutions = 0, agreements = 0;
  for (const auto& row : answer.at("nodes")) institutions += row.at("hyper_centrality").get<double>();
  for (const auto& row : answer.at("agreements")) agreements += row.at("hyper_centrality").get<double>();
  EXPECT_NEAR(institutions, 1, 1e-9);
  EXPECT_NEAR(agreements, 1, 1e-9);
  EXPECT_EQ(value_of(answer.at("nodes"), "laboratory", "redundancy"), 1);
  EXPECT_EQ(value_of(answer.at("nodes"), "city", "redundancy"), 0);
  EXPECT_TRUE(value_of(answer.at("nodes"), "school", "redundancy").is_null());
  EXPECT_EQ(value_of(answer.at("agreements"), "data", "redundancy"), 1);
  const auto two_mode = measured("hyper_centrality,redundancy", {"--view", "two-mode"});
  for (const auto& row : answer.at("agreements")) {
    for (const auto* code : {"hyper_centrality", "redundancy"}) {
      EXPECT_EQ(value_of(two_mode.at("nodes"), row.at("id"), code), row.at(code));
    }
  }
}

TEST(AgreementMeasures, renewals_are_one_named_by_the_last) {
  const auto rows = measured("s_degree", {}, kData).at("agreements");
  std::size_t agreements = 0;
  for (const auto& row : rows) {
    EXPECT_EQ(row.at("agreements").back(), row.at("id"));
    agreements += row.at("agreements").size();
  }
  EXPECT_EQ(agreements, 10U);
}

TEST(Brokerage, between_kinds_territories_and_communities) {
  const auto by_kind = measured(kRoles);
  EXPECT_EQ(by_kind.at("settings").at("groups"), "kind");
  // University: School of its kind, Agency, City, Hospital and Laboratory of four others; two pairs of them sign together.
  EXPECT_EQ(roles(by_kind.at("nodes"), "university"), (std::vector<int>{0, 4, 4, 0, 8}));
  const auto by_territory = measured("brokerage_liaison", {"--groups", "territory"});
  EXPECT_TRUE(value_of(by_territory.at("nodes"), "university", "brokerage_liaison").is_null());
  EXPECT_EQ(by_territory.at("settings").at("undefined").at("brokerage_liaison"), "no_groups");
  const auto by_community = measured("brokerage_gatekeeper", {"--groups", "community"});
  EXPECT_TRUE(by_community.at("settings").contains("partition"));
  EXPECT_EQ(run({"centrality", kNineAgreements, "--measure", "brokerage_liaison", "--groups", "size"}).exit_code, 2);
  EXPECT_EQ(run({"centrality", kNineAgreements, "--measure", "s_degree", "--s", "0"}).exit_code, 2);
}

// By hand: the university has the agency (32), the hospital and the city (59350, its own) and Inserm (FR) as partners, of
// whom hospital and Inserm are partners; the six partners of the agency are of six territories, none of them its own.
TEST(Brokerage, between_the_territories_of_a_register) {
  const auto rows = measured(kRoles, {"--groups", "territory"}, kData).at("nodes");
  const auto roles_of = [&](const std::string& id) { return roles(rows, id); };
  EXPECT_EQ(roles_of("univ-lille"), (std::vector<int>{2, 3, 3, 0, 2}));
  EXPECT_EQ(roles_of("ars-hdf"), (std::vector<int>{0, 0, 0, 0, 30}));
  EXPECT_EQ(roles_of("chu-lille"), (std::vector<int>{0, 0, 0, 0, 0}));
}

// The network of the reference page of cograph's brokerage, whose counts are those of sna's `brokerage` (R): A and B in one
// group, C and D in the other. As in tests/structure/brokerage_roles_test.cpp.
TEST(Brokerage, follows_directed_ties_between_given_groups) {
  const ScratchFolder scratch;
  write_text(scratch / "groups.csv", "id,community\nA,1\nB,1\nC,2\nD,2\n");
  Around around;
  around.input = "source,target\nA,B\nA,C\nB,C\nB,D\nC,D\nD,A\n";
  const auto rows = json_of({"centrality", "-", "--directed", "--measure", kRoles, "--groups", "community", "--partition",
                             scratch / "groups.csv"}, around).at("nodes");
  EXPECT_EQ(roles(rows, "A"), (std::vector<int>{0, 1, 0, 1, 0}));
  EXPECT_EQ(roles(rows, "B"), (std::vector<int>{0, 0, 1, 0, 0}));
  EXPECT_EQ(roles(rows, "C"), (std::vector<int>{0, 1, 0, 0, 0}));
  EXPECT_EQ(roles(rows, "D"), (std::vector<int>{0, 0, 1, 1, 0}));
}

}  // namespace
}  // namespace maillage::program

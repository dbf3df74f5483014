// SPDX-License-Identifier: Apache-2.0
// The figures of the whole network through the program: assortativity, sizes, two-mode cycles, rich club, groups.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
const std::string kExample = "docs/measures/example";

Json structure_of(const std::string& data, std::vector<std::string> options = {}, const std::string& input = {}) {
  options.insert(options.begin(), {"structure", data});
  Around around;
  around.input = input;
  return json_of(options, around);
}

TEST(Structure, assortativity_keeps_degree_and_gains_what_the_data_say) {
  const auto found = structure_of(kExample).at("assortativity");
  // networkx 2.8 on the projection: degree and hyperdegree numeric, kind by attribute.
  EXPECT_NEAR(found.at("degree").get<double>(), -1.0 / 3, 1e-12);
  EXPECT_NEAR(found.at("kind").get<double>(), -0.0480349344978, 1e-11);
  EXPECT_TRUE(found.at("territory").is_null());
  EXPECT_NEAR(found.at("hyperdegree").get<double>(), -0.2138590203106, 1e-11);
  EXPECT_NEAR(found.at("strength").get<double>(), found.at("hyperdegree").get<double>(), 1e-12);  // Newman's weights
}

// By hand: of eleven ties three are within a territory, whose ends are 6 (32), 7 (59350), 2 (FR), 2 (59606) and five of
// one each: (3/11 − 98/484) / (1 − 98/484).
TEST(Structure, assortativity_by_territory) {
  EXPECT_NEAR(structure_of(kData, {"--runs", "0"}).at("assortativity").at("territory").get<double>(), 34.0 / 386, 1e-11);
}

TEST(Structure, numbers_of_parties_of_all_and_of_each) {
  const auto found = structure_of(kExample);
  EXPECT_EQ(found.at("agreements_by_size"), Json::parse(R"([{"parties":2,"agreements":7},{"parties":3,"agreements":1},
                                                            {"parties":4,"agreements":1}])"));
  const auto& each = found.at("hyperdegree_by_size");
  ASSERT_EQ(each.size(), 8U);
  EXPECT_EQ(each[0], Json::parse(R"({"id":"agency","sizes":[{"parties":2,"agreements":2},{"parties":4,"agreements":1}]})"));
  EXPECT_EQ(each[7], Json::parse(R"({"id":"university","sizes":[{"parties":2,"agreements":6},{"parties":3,"agreements":1}]})"));
}

TEST(Structure, cycles_of_the_two_mode_network) {
  const auto found = structure_of(kExample).at("two_mode");
  EXPECT_EQ(found.at("agreements"), 9);
  EXPECT_EQ(found.at("incidences"), 21);
  // University and Hospital three agreements in common, University and Laboratory two, Agency and District two.
  EXPECT_EQ(found.at("four_cycles"), 5);
  EXPECT_EQ(found.at("three_paths"), 77);  // Σ (parties − 1)(agreements − 1) over the 21 places
  EXPECT_NEAR(found.at("robins_alexander").get<double>(), 20.0 / 77, 1e-11);
}

TEST(Structure, rich_club_by_seed_and_runs) {
  const auto found = structure_of(kExample, {"--runs", "30", "--seed", "5"}).at("rich_club");
  EXPECT_EQ(found.at("runs"), 30);
  EXPECT_EQ(found.at("seed"), 5);
  EXPECT_EQ(found.at("levels")[0].at("degree"), 0);
  EXPECT_NEAR(found.at("levels")[0].at("phi").get<double>(), 12.0 / 28, 1e-12);
  EXPECT_EQ(structure_of(kExample, {"--runs", "30", "--seed", "5"}).at("rich_club"), found);
  EXPECT_NE(structure_of(kExample, {"--runs", "30", "--seed", "6"}).at("rich_club"), found);
  const auto none = structure_of(kExample, {"--runs", "0"}).at("rich_club");
  EXPECT_TRUE(none.at("seed").is_null());
  EXPECT_TRUE(none.at("levels")[0].at("null_mean").is_null());
  EXPECT_EQ(structure_of(kExample, {"--view", "two-mode"}).at("rich_club").at("runs"), 0);
}

TEST(Structure, groups_that_sign_more_often_than_chance_with_their_agreements) {
  std::string rows = "id,parties\n";
  for (int i = 0; i < 30; ++i) rows += "r" + std::to_string(i) + ",p" + std::to_string(i % 10) + "|q" + std::to_string(i / 3) + "\n";
  for (int i = 0; i < 6; ++i) rows += "same" + std::to_string(i) + ",x|y\n";
  EXPECT_FALSE(structure_of("-", {}, rows).contains("over_expressed_groups"));
  const auto found = structure_of("-", {"--groups"}, rows).at("over_expressed_groups");
  ASSERT_EQ(found.at("groups").size(), 1U);
  const auto& group = found.at("groups")[0];
  EXPECT_EQ(group.at("members"), Json::parse(R"(["x","y"])"));
  EXPECT_EQ(group.at("count"), 6);
  EXPECT_EQ(group.at("agreements"), Json::parse(R"(["same0","same1","same2","same3","same4","same5"])"));
  EXPECT_NEAR(group.at("p_value").get<double>() * 1947792, 1, 1e-9);  // 36 over 6
  EXPECT_EQ(group.at("bonferroni"), true);
}

TEST(Structure, options_that_make_no_sense_are_refused) {
  EXPECT_EQ(run({"structure", kExample, "--runs", "-1"}).exit_code, 2);
  EXPECT_EQ(run({"structure", kExample, "--significance", "0"}).exit_code, 2);
  EXPECT_EQ(run({"structure", kExample, "--significance", "1"}).exit_code, 2);
}

TEST(Structure, distributions_of_many_numbers_are_shown_in_ranges) {
  // A nested network: institution i has i partners, so that there are more than twenty degrees.
  std::string rows = "source,target\n";
  for (int i = 0; i < 40; ++i) {
    for (int j = 0; j < i; ++j) {
      if (i + j >= 40) rows += "n" + std::to_string(i) + ",n" + std::to_string(j) + "\n";
    }
  }
  Around around;
  around.input = rows;
  const auto shown = run({"structure", "-", "--lang", "en"}, around).out;
  EXPECT_NE(shown.find("21–50 partners"), std::string::npos) << shown;
  EXPECT_EQ(shown.find("\n17 partners"), std::string::npos);
  EXPECT_GT(structure_of("-", {}, rows).at("degree_distribution").size(), 30U);
}

}  // namespace
}  // namespace maillage::program

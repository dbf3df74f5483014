// SPDX-License-Identifier: Apache-2.0
// Measures that follow a direction through the program: from funders to beneficiaries, and along paths in time.
#include <gmock/gmock.h>

#include <cmath>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;

/// The values of a measure, by id.
std::vector<double> values(const Json& answer, const std::string& code) {
  std::vector<double> found;
  for (const auto& node : answer.at("nodes")) found.push_back(node.at(code).get<double>());
  return found;
}

/// f1 funds b1 and b2 by one agreement, f2 funds b1, and b1 funds c.
std::filesystem::path flows(const ScratchFolder& scratch) {
  const auto package = scratch / "package";
  std::filesystem::create_directory(package);
  write_text(package / "datapackage.json", R"({"profile": "tabular-data-package", "name": "flows", "resources": [
      {"name": "institutions", "path": "institutions.csv"}, {"name": "agreements", "path": "agreements.csv"},
      {"name": "parties", "path": "parties.csv"}]})");
  write_text(package / "institutions.csv", "id,name\nb1,B1\nb2,B2\nc,C\nf1,F1\nf2,F2\n");
  write_text(package / "agreements.csv", "id,title,signed\nx,X,2020-01-01\ny,Y,2020-01-01\nz,Z,2020-01-01\n");
  write_text(package / "parties.csv",
             "agreement,institution,role\nx,f1,funder\nx,b1,beneficiary\nx,b2,beneficiary\n"
             "y,f2,funder\ny,b1,beneficiary\nz,b1,funder\nz,c,beneficiary\n");
  return package;
}

TEST(DirectedMeasures, FollowFundersToBeneficiaries) {
  const ScratchFolder scratch;
  const auto answer = json_of({"centrality", flows(scratch), "--directed", "--measure",
                               "in_degree,out_degree,in_strength,out_strength,closeness,harmonic,betweenness,pagerank,"
                               "hits_hub,hits_authority"});
  const auto expect = [&](const std::string& code, std::vector<double> wanted) {  // b1, b2, c, f1, f2
    EXPECT_THAT(values(answer, code), testing::Pointwise(testing::DoubleNear(1e-11), wanted)) << code;
  };
  expect("in_degree", {2, 1, 1, 0, 0});
  expect("out_degree", {1, 0, 0, 2, 1});
  expect("in_strength", {1.5, 0.5, 1, 0, 0});  // the agreement of three weighs 1/2
  expect("out_strength", {1, 0, 0, 1, 1});
  expect("closeness", {2.0 / 4 * 2 / 2, 1.0 / 4, 3.0 / 4 * 3 / 5, 0, 0});
  expect("harmonic", {2, 1, 2, 0, 0});
  expect("betweenness", {2, 0, 0, 0, 0});
  // Per share of a funder: b1 has 1 + d (1/2 + 1), b2 1 + d/2, c 1 + d b1.
  const double d = 0.85, b1 = 1 + 1.5 * d, b2 = 1 + d / 2, c = 1 + d * b1, all = b1 + b2 + c + 2;
  expect("pagerank", {b1 / all, b2 / all, c / all, 1 / all, 1 / all});
  const double golden = (std::sqrt(5.0) - 1) / 2;  // of [[1/2, 1/2], [1/2, 1]], what two beneficiaries share
  expect("hits_hub", {0, 0, 0, 1 - golden, golden});
  expect("hits_authority", {golden + (1 - golden) / 2, (1 - golden) / 2, 0, 0, 0});
}

// On one day A–B and B–C, C–D two days later: what comes by A–B can go on by B–C the same day, unless --strict.
TEST(DirectedMeasures, AlongPathsInTimeStrictlyOrNot) {
  const auto found = [](std::vector<std::string> options) {
    options.insert(options.begin(), {"centrality", "-", "--measure", "temporal_closeness,temporal_betweenness"});
    Around around;
    around.input = "source,target,valid_from,valid_to\nA,B,2000-01-02,2000-01-02\nB,C,2000-01-02,2000-01-02\n"
                   "C,D,2000-01-04,2000-01-05\n";
    return json_of(options, around);
  };
  const auto expect = [&](const std::vector<std::string>& options, std::vector<double> closeness, std::vector<double> betweenness) {
    const auto answer = found(options);
    EXPECT_THAT(values(answer, "temporal_closeness"), testing::Pointwise(testing::DoubleNear(1e-11), closeness));
    EXPECT_THAT(values(answer, "temporal_betweenness"), testing::Pointwise(testing::DoubleNear(1e-11), betweenness));
  };
  expect({}, {1 + 1.0 / 2 + 1.0 / 3, 1 + 1 + 1.0 / 2, 1 + 1 + 1.0 / 2, 1}, {0, 3, 2, 0});
  expect({"--directed"}, {1 + 1.0 / 2 + 1.0 / 3, 1 + 1.0 / 2, 1, 0}, {0, 2, 2, 0});
  expect({"--strict"}, {1, 1 + 1 + 1.0 / 2, 1 + 1, 1}, {0, 0, 1, 0});
  expect({"--directed", "--strict"}, {1, 1 + 1.0 / 2, 1, 0}, {0, 0, 1, 0});
}

}  // namespace
}  // namespace maillage::program

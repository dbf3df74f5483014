// SPDX-License-Identifier: Apache-2.0
// Answers leave out nothing they count, and say so where there is nothing to answer.
#include <gmock/gmock.h>

#include <algorithm>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

TEST(Gaps, SortedByAScoreAreTheFirstByThatScore) {
  const std::string eu = "data/eu-projects";
  const auto chosen = json_of({"gaps", eu, "--score", "adamic_adar", "--top", "5"});
  const auto sorted = json_of({"gaps", eu, "--sort", "-adamic_adar", "--top", "5"});
  ASSERT_EQ(chosen["gaps"].size(), 5U);
  EXPECT_EQ(chosen["gaps"], sorted["gaps"]);
  EXPECT_EQ(sorted["score"], "adamic_adar");
}

TEST(Gaps, SortedByAnotherColumnAreTheFirstOfAll) {
  const auto all = json_of({"gaps", kData});
  std::vector<std::string> names;
  for (const auto& gap : all["gaps"]) names.push_back(gap["a"]["id"]);
  ASSERT_GT(names.size(), 2U);
  std::ranges::sort(names);
  const auto first = json_of({"gaps", kData, "--sort", "a", "--top", "2"});
  ASSERT_EQ(first["gaps"].size(), 2U);
  EXPECT_EQ(first["gaps"][0]["a"]["id"], names[0]);
  EXPECT_EQ(first["gaps"][1]["a"]["id"], names[1]);
  EXPECT_EQ(first["shown"], 2);
}

TEST(Gaps, AreAllGivenToMachinesAndTheFirstFiftyToPeople) {
  const std::string eu = "data/eu-projects";
  const auto json = json_of({"gaps", eu, "--for", json_of({"list", eu, "institutions", "--sort", "-agreements", "--top", "1"})[0]["id"]});
  ASSERT_GT(json["pairs"].get<std::size_t>(), 50U);
  EXPECT_EQ(json["gaps"].size(), json["pairs"].get<std::size_t>());
  EXPECT_EQ(json["shown"], json["pairs"]);
  EXPECT_THAT(run({"gaps", eu, "--lang", "en"}).out, HasSubstr("The first 50; --top N"));
}

TEST(Evolve, BeforeTheFirstDateHasNothingToFollow) {
  const auto done = run({"evolve", kData, "--as-of", "2020", "--lang", "en"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, AllOf(HasSubstr("Nothing to follow up to 31 December 2020"), HasSubstr("1 January 2022"), Not(HasSubstr("%"))));
  const auto json = json_of({"evolve", kData, "--as-of", "2020"});
  EXPECT_TRUE(json["period"].is_null());
  EXPECT_TRUE(json["whole"].is_null());
}

TEST(Compare, WhatCameAndWhatWentMakeTheDifference) {
  const auto counts = json_of({"compare", "data/examples/changes-of-head", "2019-12-31", "2023-12-31"})["counts"];
  const auto count = [&](const char* what) { return counts[what]["certain"].get<int>(); };
  EXPECT_EQ(count("renewed"), 1);
  EXPECT_EQ(count("gone"), 2);
  EXPECT_EQ(count("agreements_first") + count("new") + count("renewed") + count("amended") - count("gone"), count("agreements_last"));
}

TEST(People, WhoSignsForNoInstitutionIsThere) {
  const ScratchFolder scratch;
  write_text(scratch / "some.csv", kAgreementsCsv);
  const auto json = json_of({"people", (scratch / "some.csv").string()});
  ASSERT_EQ(json["people"].size(), 1U);
  EXPECT_EQ(json["people"][0]["name"], "Anne");
  EXPECT_EQ(json["people"][0]["institutions"].size(), 0U);
  EXPECT_EQ(json["people"][0]["agreements"], 1);
  EXPECT_EQ(json["people"][0]["signed_for_nobody"], nlohmann::ordered_json::array({"x1"}));
  const auto french = run({"people", (scratch / "some.csv").string(), "--lang", "fr"});
  EXPECT_THAT(french.out, HasSubstr("1 signature ne dit pas pour quelle institution."));
}

TEST(WhatIf, SaysWhereNothingCanCostAnything) {
  const ScratchFolder scratch;
  write_text(scratch / "alone.csv", "id,parties,title,signed\nx,a,Un,2024-01-15\n");
  const auto file = (scratch / "alone.csv").string();
  const auto curves = json_of({"whatif", file, "--robustness", "--runs", "3"})["curves"];
  ASSERT_FALSE(curves.empty());
  for (const auto& curve : curves) {
    EXPECT_TRUE(curve["r"].is_null());
    EXPECT_TRUE(curve["half"].is_null());
  }
  EXPECT_THAT(run({"whatif", file, "--costliest", "2", "--lang", "fr"}).out,
              AllOf(HasSubstr("La fin d’aucun accord ne coûterait"), Not(HasSubstr("Il n’y a pas d’accord"))));
  EXPECT_THAT(run({"whatif", file, "--costliest", "2", "--lang", "fr", "--type", "charter"}).out,
              HasSubstr("Il n’y a pas d’accord dans ce réseau."));
}

TEST(Path, FromAnInstitutionToItselfNeedsNoAgreement) {
  const auto done = run({"path", kData, "chu-lille", "CHU de Lille", "--lang", "fr"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, HasSubstr("CHU de Lille est le départ et l’arrivée"));
  EXPECT_EQ(json_of({"path", kData, "chu-lille", "chu-lille"})["length"], 0);
}

TEST(Structure, SpeaksOfDrawnNetworksWhereSomeWereDrawn) {
  const ScratchFolder scratch;
  write_text(scratch / "alone.csv", "id,parties,title,signed\nx,a,Un,2024-01-15\n");
  EXPECT_THAT(run({"structure", (scratch / "alone.csv").string(), "--lang", "en"}).out, Not(HasSubstr("drawn at random")));
  EXPECT_THAT(run({"structure", kData, "--lang", "en"}).out, HasSubstr("drawn at random"));
}

}  // namespace
}  // namespace maillage::program

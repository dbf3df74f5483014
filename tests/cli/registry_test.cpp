// SPDX-License-Identifier: Apache-2.0
// A name that the data do not know: what the reference registry has, below the message; the exit code stays.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(ShowOutsideTheData, GivesTheEntryAndFailsAllTheSame) {
  const auto done = run({"show", kData, "Université d'Artois"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_EQ(done.out, "");
  EXPECT_THAT(done.err, AllOf(HasSubstr("Université d’Artois\n==="), HasSubstr("Kind: higher education"), HasSubstr("Arras (Pas-de-Calais)"),
                              HasSubstr("ROR: 053x9s498"), HasSubstr("SIREN: 196244016"), HasSubstr("CC0 1.0")));
  EXPECT_THAT(done.err, AllOf(HasSubstr("is not in the data"), HasSubstr("univ-lille")));
}

TEST(ShowOutsideTheData, SpeaksFrench) {
  const auto done = run({"--lang", "fr", "show", kData, "CU d’Arras"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("Communauté urbaine d’Arras"), HasSubstr("Population : 111 820"), HasSubstr("Licence Ouverte")));
}

TEST(ShowOutsideTheData, ListsTheCandidatesOfAnAmbiguousName) {
  const auto done = run({"show", kData, "Saint-Denis"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("Several institutions"), HasSubstr("insee:93066"), HasSubstr("insee:97411"), HasSubstr("90%")));
}

TEST(ShowOutsideTheData, SaysWhereTheRegistryHasNothing) {
  const auto done = run({"show", kData, "CHU Amiens"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_EQ(done.out, "");
  EXPECT_THAT(done.err, AllOf(HasSubstr("far from complete"), HasSubstr("chu-lille")));
}

TEST(ShowOutsideTheData, GivesJson) {
  const auto done = run({"show", kData, "CNRS Lille Nord", "--format", "json"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_EQ(done.json().at("kind"), "registry");
  const auto known = run({"show", kData, "Lille 1 University", "--format", "json"}).json();
  EXPECT_EQ(known.at("verdict"), "certain");
  const auto& first = known.at("candidates").at(0);
  EXPECT_EQ(first.at("id"), "ror:040hwdc70");
  EXPECT_EQ(first.at("status"), "inactive");
  EXPECT_EQ(first.at("score"), 1);
  EXPECT_EQ(first.at("identifiers").at("ror").at(0), "040hwdc70");
  EXPECT_EQ(first.at("departement").at("name"), "Nord");
  EXPECT_EQ(first.at("successors").at(0).at("id"), "ror:02kzqn938");
}

TEST(ShowOutsideTheData, NamesTheInstitutionOfTheDataWithThatIdentifier) {
  // The data know the regional health agency, not under its identifier.
  const auto known = run({"show", kData, "009wnqp40", "--format", "json"}).json();
  EXPECT_EQ(known.at("in_data"), "ars-hdf");
  EXPECT_THAT(run({"show", kData, "009wnqp40"}).err, HasSubstr("In the data: ars-hdf"));
  EXPECT_EQ(run({"show", kData, "59350", "--format", "json"}).json().at("in_data"), "ville-lille");
}

TEST(ShowInsideTheData, AsksNoRegistry) {
  const auto done = run({"show", kData, "chu-lille"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, Not(HasSubstr("eference registry")));
}

TEST(Registry, AnswersFromAnotherFolder) {
  Around around;
  around.folder = "/";
  EXPECT_EQ(run({"show", std::filesystem::path(MAILLAGE_SOURCE_DIR) / kData, "UPJV", "--format", "json"}, around).json().at("verdict"), "certain");
}

}  // namespace
}  // namespace maillage::program

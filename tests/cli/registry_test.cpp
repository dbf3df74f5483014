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

const std::string kList =
    "N°;Partenaires;Date de signature\n"
    "C-1;CHU Lille|Inserm;08/07/2024\n"
    "C-2;Centre hospitalier universitaire de Lille|Univ. Artois;2023\n"
    "C-3;Saint-Denis|Orange;2022\n"
    "C-4;Ville de Lens|CC du Ternois;2021\n";

TEST(ImportFromAList, IsCompletedByTheRegistryAndStaysSo) {
  const ScratchFolder scratch;
  write_text(scratch / "liste.csv", kList);
  const auto first = run({"import", scratch / "liste.csv", "--guess", "-o", scratch / "p"});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.err, AllOf(HasSubstr("ror:02ppyfa04"), HasSubstr("insee:93066"), HasSubstr("insee:84087")));
  const auto institutions = json_of({"list", scratch / "p", "institutions", "--all-institutions"});
  std::map<std::string, nlohmann::ordered_json> by_name;
  for (const auto& one : institutions) by_name[one.at("name")] = one;
  ASSERT_TRUE(by_name.contains("Centre Hospitalier Universitaire de Lille")) << institutions;
  EXPECT_EQ(by_name.size(), 7U) << "two spellings of the hospital are one";
  EXPECT_EQ(by_name["Université d’Artois"].at("identifiers").at("siren"), "196244016");
  EXPECT_EQ(by_name["Communauté de communes du Ternois"].at("territory"), "200069672");
  EXPECT_EQ(by_name["Ville de Lens"].at("kind"), "commune");
  EXPECT_EQ(by_name["Orange"].at("kind"), "other") << "a commune or a company: not taken";
  EXPECT_EQ(json_of({"check", scratch / "p"}).at("counts").at("errors"), 0);
  EXPECT_THAT(text_of(scratch / "p/evidence.csv"), HasSubstr("institutions,univ-artois,siren,,registre-de-reference,ror:053x9s498,stated"));
  const auto before = text_of(scratch / "p/institutions.csv") + text_of(scratch / "p/territories.csv") + text_of(scratch / "p/evidence.csv");
  const auto again = run({"import", scratch / "liste.csv", "--into", scratch / "p"});
  EXPECT_THAT(again.err, HasSubstr("nothing to change"));
  EXPECT_EQ(text_of(scratch / "p/institutions.csv") + text_of(scratch / "p/territories.csv") + text_of(scratch / "p/evidence.csv"), before);
}

TEST(ImportFromAList, LeavesTheRegistryOutWhereItIsAskedTo) {
  const ScratchFolder scratch;
  write_text(scratch / "liste.csv", kList);
  for (const std::vector<std::string>& option : {std::vector<std::string>{"--no-registry"}, {"--registry", "none"}}) {
    std::vector<std::string> words{"import", scratch / "liste.csv", "--guess", "-o", scratch / ("p" + option.back())};
    words.insert(words.end(), option.begin(), option.end());
    const auto done = run(words);
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_THAT(done.err, Not(HasSubstr("reference registry")));
    EXPECT_THAT(text_of(scratch / ("p" + option.back()) / "institutions.csv"), Not(HasSubstr("02ppyfa04")));
  }
  EXPECT_EQ(run({"import", scratch / "liste.csv", "--guess", "-o", scratch / "q", "--registry", "maybe"}).exit_code, 2);
}

TEST(ImportFromAList, TakesARegistryIdFromTheMapping) {
  const ScratchFolder scratch;
  write_text(scratch / "liste.csv", kList);
  write_text(scratch / "m.csv", "table,column,field,group,separator,value,codes,example,certainty\n,N°,id,,,,,,\n,Partenaires,party,,,,,,\n"
                                ",Date de signature,signed,,,,,,\n,,same_as,,,Saint-Denis,insee:93066,,\n,,same_as,,,CHU Lille,-,,\n");
  const auto done = run({"import", scratch / "liste.csv", "--mapping", scratch / "m.csv", "-o", scratch / "p"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const auto institutions = text_of(scratch / "p/institutions.csv");
  EXPECT_THAT(institutions, HasSubstr("saint-denis,Saint-Denis,,,commune,Saint-Denis,93066,FR"));
  EXPECT_THAT(institutions, HasSubstr("chu-lille,CHU Lille,"));
  const auto again = run({"import", scratch / "liste.csv", "--into", scratch / "p"});
  EXPECT_THAT(again.err, HasSubstr("nothing to change"));
}

}  // namespace
}  // namespace maillage::program

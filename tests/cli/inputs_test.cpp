// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> ids(const nlohmann::ordered_json& rows) {
  std::vector<std::string> found;
  for (const auto& row : rows) found.push_back(row.at("id"));
  return found;
}

TEST(Input, IsThePackageByFolderOrDescriptor) {
  const auto by_folder = run({"structure", kData}).out;
  EXPECT_EQ(run({"structure", kData + "/datapackage.json"}).out, by_folder);
  EXPECT_EQ(run({"structure", kData + "/"}).out, by_folder);
}

TEST(Input, IsTheCurrentFolderWhereNoneIsSaid) {
  Around inside;
  inside.folder = real_data();
  EXPECT_EQ(json_of({"structure"}, inside).at("nodes"), 13);
  EXPECT_EQ(json_of({"show", "CHU"}, inside).at("institution").at("id"), "chu-lille");
  EXPECT_EQ(json_of({"list", "agreements"}, inside).size(), 14U);
  EXPECT_EQ(json_of({"path", "CHU", "TernoisCom"}, inside).at("length"), 3);
}

TEST(Input, IsNamedByTheEnvironmentElse) {
  const ScratchFolder elsewhere;
  Around around;
  around.folder = elsewhere.path();
  EXPECT_EQ(run({"structure"}, around).exit_code, 2);
  around.environment["MAILLAGE_DATA"] = real_data();
  EXPECT_EQ(json_of({"structure"}, around).at("nodes"), 13);
  // The current folder comes first.
  write_text(elsewhere / "datapackage.json", R"({"name": "leer", "resources": []})");
  EXPECT_NE(run({"structure"}, around).exit_code, 0);
}

TEST(FlatAgreements, AreReadFromAFileAndFromStandardInput) {
  const ScratchFolder scratch;
  write_text(scratch / "flat.csv", kAgreementsCsv);
  Around around;
  around.input = kAgreementsCsv;
  for (const auto& rows :
       {json_of({"list", scratch / "flat.csv", "agreements"}), json_of({"list", "-", "agreements"}, around)}) {
    ASSERT_THAT(ids(rows), ElementsAre("x1", "x2", "x3"));
    EXPECT_EQ(rows[0].at("title"), "Un");
    EXPECT_EQ(rows[0].at("type"), "framework_agreement");
    EXPECT_EQ(rows[0].at("signed"), "2024-01-15");
    EXPECT_EQ(rows[0].at("amount_eur"), 1000);
    EXPECT_EQ(rows[0].at("signatories")[0].at("person"), "Anne");
    EXPECT_EQ(rows[0].at("sources")[0].at("id"), "S1");
  }
  const auto structure = json_of({"structure", "-"}, around);
  EXPECT_EQ(structure.at("nodes"), 4);
  EXPECT_EQ(structure.at("edges"), 2);
}

TEST(FlatAgreements, MayHaveTheirPartiesBetweenSemicolons) {
  Around around;
  around.input = "id,parties\nx,a;b;c\n";
  EXPECT_EQ(json_of({"structure", "-"}, around).at("edges"), 3);
  around.input = "id;parties\nx;a|b\n";
  EXPECT_EQ(json_of({"structure", "-"}, around).at("edges"), 1);
}

TEST(FlatAgreements, OfTheRealDataGiveTheSameNetwork) {
  Around around;
  around.input = run({"export", kData, "--as", "agreements"}).out;
  const auto flat = json_of({"structure", "-"}, around);
  const auto whole = json_of({"structure", kData});
  for (const auto* key : {"nodes", "edges", "components", "articulation_points", "bridges", "max_core"}) {
    EXPECT_EQ(flat.at(key), whole.at(key)) << key;
  }
}

TEST(EdgeList, IsReadWithWeightsAndIsolatedNodes) {
  Around around;
  around.input = kEdgesCsv;
  const auto answer = json_of({"centrality", "-", "--measure", "degree,strength"}, around);
  ASSERT_THAT(ids(answer.at("nodes")), ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(answer.at("nodes")[0].at("strength"), 2);
  EXPECT_EQ(answer.at("nodes")[1].at("strength"), 3);
  EXPECT_EQ(answer.at("nodes")[3].at("degree"), 0);
  const auto unweighted = json_of({"centrality", "-", "--measure", "strength", "--weight", "none"}, around);
  EXPECT_EQ(unweighted.at("nodes")[1].at("strength"), 2);
}

TEST(EdgeList, KeepsParallelRowsApartAndAddsTheirWeights) {
  Around around;
  around.input = "source,target\na,b\na,b\nb,a\n";
  const auto answer = json_of({"centrality", "-", "--measure", "degree,strength"}, around);
  EXPECT_EQ(answer.at("network").at("agreements"), 3);
  EXPECT_EQ(answer.at("network").at("edges"), 1);
  EXPECT_EQ(answer.at("nodes")[0].at("strength"), 3);
}

TEST(EdgeList, IsReadAtADate) {
  Around around;
  around.input = "source,target,valid_from,valid_to\na,b,2020-01-01,2020-12-31\nb,c,2021-01-01,2021-12-31\n";
  EXPECT_EQ(json_of({"structure", "-", "--as-of", "2020-12-31"}, around).at("edges"), 1);
  EXPECT_EQ(json_of({"structure", "-", "--from", "2020-12-31", "--to", "2021-01-01"}, around).at("edges"), 2);
  EXPECT_EQ(json_of({"structure", "-", "--as-of", "2022-01-01"}, around).at("edges"), 0);
}

TEST(EdgeList, OfTheRealDataGivesTheSameTies) {
  Around around;
  around.input = run({"export", kData, "--as", "edges"}).out;
  EXPECT_EQ(json_of({"structure", "-"}, around).at("nodes"), 13);
  EXPECT_EQ(json_of({"structure", "-"}, around).at("bridges"), json_of({"structure", kData}).at("bridges"));
}

TEST(Input, IsForcedByInputFormat) {
  Around around;
  around.input = "source,target,id,parties\na,b,x,c|d|e\n";
  EXPECT_EQ(json_of({"structure", "-", "--input-format", "edges"}, around).at("nodes"), 2);
  EXPECT_EQ(json_of({"structure", "-", "--input-format", "agreements"}, around).at("nodes"), 3);
}

TEST(Input, OfStrangeBytesIsRefusedOrRead) {
  for (const std::string& bytes :
       {std::string(), std::string("\n\n"), std::string("\0\0\0", 3), std::string("id,parties\n\"x,a|b\n"),
        std::string("\xff\xfe\x00\x01", 4), std::string(1 << 20, ','), std::string("{\"nodes\": []}")}) {
    Around around;
    around.input = bytes;
    const auto done = run({"structure", "-"}, around);
    EXPECT_EQ(done.exit_code, 3) << bytes.substr(0, 20) << done.out << done.err.substr(0, 500);
    EXPECT_THAT(done.err, testing::Not(testing::IsEmpty()));
  }
}

TEST(Import, MakesAPackageOfATable) {
  const ScratchFolder scratch;
  write_text(scratch / "flat.csv", kAgreementsCsv);
  ASSERT_EQ(run({"import", scratch / "flat.csv", "-o", scratch / "package"}).exit_code, 0);
  EXPECT_EQ(run({"check", scratch / "package"}).exit_code, 0);
  EXPECT_EQ(json_of({"structure", scratch / "package"}).at("edges"), 2);
  EXPECT_EQ(run({"import", scratch / "flat.csv"}).exit_code, 2);
}

TEST(Import, TellsRowsThatCannotBeRead) {
  const ScratchFolder scratch;
  write_text(scratch / "flat.csv", kAgreementsCsv + "x4,a|c,Quatre,,hier,,,,,,\n");
  const auto done = run({"import", scratch / "flat.csv", "-o", scratch / "package"});
  EXPECT_EQ(done.exit_code, 1) << done.err;
  EXPECT_THAT(done.err, HasSubstr("hier"));
  EXPECT_EQ(json_of({"list", scratch / "package", "agreements"}).size(), 4U);
}

TEST(Input, OfAFormOfLaterVersionsIsToldAsSuch) {
  const ScratchFolder scratch;
  for (const auto* name : {"network.graphml", "network.gexf", "data.sqlite", "network.hif.json", "list.xlsx"}) {
    write_text(scratch / name, "<x/>");
    const auto done = run({"hubs", scratch / name, "--lang", "en"});
    EXPECT_EQ(done.exit_code, 3) << name;
    EXPECT_THAT(done.err, testing::HasSubstr("this version reads")) << name;
  }
}

}  // namespace
}  // namespace maillage::program

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "files/files.hpp"
#include "records/load.hpp"

namespace maillage {
namespace {

using ::testing::ElementsAre;

class Flat : public ::testing::Test {
 protected:
  Loaded load_text(const std::string& text) {
    const auto path = std::filesystem::path(::testing::TempDir()) /
                      (std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".csv");
    write_file(path, text, Overwrite::allowed);
    return load(path);
  }
  static std::vector<std::string> codes(const Loaded& loaded) {
    std::vector<std::string> result;
    for (const auto& fault : loaded.faults) result.push_back(fault.code);
    return result;
  }
  static std::vector<std::string> parties(const DataSet& data, Index agreement) {
    std::vector<std::string> ids;
    for (const auto party : data.parties_of(agreement)) {
      ids.emplace_back(data.institutions.id[data.parties.institution[party]]);
    }
    return ids;
  }
};

TEST_F(Flat, ReadsAgreementsWithPartiesPartedBySemicolons) {
  const auto loaded = load_text("id,parties,signed,signatories,themes,source\nA2,Y;X,2024,Ann,care,Press\nA1,Z;Y;X,,,,\n");
  const auto& data = loaded.data;
  EXPECT_EQ(loaded.format, InputFormat::agreements_csv);
  ASSERT_EQ(data.agreements.size(), 2U);
  EXPECT_THAT(parties(data, 0), ElementsAre("X", "Y", "Z"));
  EXPECT_THAT(parties(data, 1), ElementsAre("X", "Y"));
  EXPECT_EQ(data.agreements.signed_on[1].to_edtf(), "2024");
  EXPECT_EQ(data.people.id[0], "Ann");
  EXPECT_EQ(data.themes[0].code, "care");
  ASSERT_EQ(data.evidence_for("agreements", "A2").size(), 1U);
  EXPECT_EQ(data.sources[data.evidence_for("agreements", "A2")[0]->source].title, "Press");
}

TEST_F(Flat, ReadsWhatAFrenchSpreadsheetMadeOfIt) {
  const auto loaded = load_text("id;parties;signed;amount_eur\nA1;X|Y;08/07/2024;7 000,50\n");
  EXPECT_EQ(loaded.data.agreements.signed_on[0].to_edtf(), "2024-07-08");
  EXPECT_EQ(loaded.data.agreements.amount_eur[0], 7000.5);
  EXPECT_THAT(codes(loaded), ElementsAre("delimiter_semicolon", "decimal_comma", "french_date"));
  EXPECT_FALSE(loaded.has_errors());
}

TEST_F(Flat, ReadsAYearThatStandsForNoEndAsWithoutTerm) {
  const auto loaded = load_text("source,target,valid_from,valid_to\na,b,2020,9999-12-31\nb,c,2020,2999\nc,d,9999,2030-12-31\n");
  const auto& ends = loaded.data.agreements.valid_to;
  EXPECT_TRUE(ends[0].is_open());
  EXPECT_TRUE(ends[1].is_open());
  EXPECT_EQ(ends[2].to_edtf(), "2030-12-31");
  EXPECT_THAT(codes(loaded), ::testing::Contains("placeholder_date").Times(2));
}

TEST_F(Flat, ReadsEdgesAsAgreements) {
  const auto loaded = load_text("source,target,weight\na,b,2\na,b,1\nc,c,\nd,,\n");
  const auto& data = loaded.data;
  EXPECT_EQ(loaded.format, InputFormat::edge_list_csv);
  EXPECT_TRUE(data.has_given_weights);
  ASSERT_EQ(data.agreements.size(), 2U);
  EXPECT_EQ(data.agreements.id[0], "1");
  EXPECT_EQ(data.given_weight[0], 2);
  EXPECT_THAT(parties(data, 1), ElementsAre("a", "b"));
  EXPECT_THAT(codes(loaded), ElementsAre("self_loop"));
  ASSERT_EQ(data.declared_isolates.size(), 2U);
  EXPECT_EQ(data.institutions.id[data.declared_isolates[1]], "d");
}

TEST_F(Flat, UnitesRowsOfOneAgreement) {
  const auto loaded = load_text("source,target,agreement\na,b,x\nb,c,x\na,c,x\na,d,y\n");
  EXPECT_THAT(parties(loaded.data, 0), ElementsAre("a", "b", "c"));
  EXPECT_THAT(parties(loaded.data, 1), ElementsAre("a", "d"));
}

TEST_F(Flat, HashesTheSameInAnyOrderOfRowsAndColumns) {
  const auto one = load_text("id,parties,title\na,X|Y,t\nb,X|Z,u\n");
  const auto two = load_text("id,title,parties\nb,u,X|Z\na,t,X|Y\n");
  const auto other = load_text("id,parties,title\na,X|Y,t\nb,X|Z,v\n");
  EXPECT_EQ(one.data.content_hash, two.data.content_hash);
  EXPECT_NE(one.data.content_hash, other.data.content_hash);
}

TEST_F(Flat, TellsRowsOfOneAgreementThatDisagree) {
  const auto loaded = load_text(
      "source,target,agreement,signed,weight\na,b,x,2024,\nb,c,x,2024,1\na,c,x,2025,\na,d,y,2024,2\nc,d,y,2024,\n");
  ASSERT_THAT(codes(loaded), ElementsAre("conflicting_rows", "conflicting_rows"));
  const auto& date = loaded.faults[0];
  EXPECT_EQ(date.row, 4U);
  EXPECT_EQ(date.field, "agreement");
  EXPECT_EQ(date.value, "x");
  EXPECT_EQ(date.detail, "2") << "the line of the first row";
  EXPECT_EQ(loaded.faults[1].row, 6U) << "an empty weight is 1";
  EXPECT_TRUE(loaded.has_errors());
}

TEST_F(Flat, TellsSpellingsThatItHasMerged) {
  const auto loaded = load_text("id,parties,signatories\nx,CHU de Lille|Écoles,Ada\ny,chu de lille|ECOLES,Bob\n");
  ASSERT_THAT(codes(loaded), ElementsAre("spellings_merged", "spellings_merged"));
  EXPECT_EQ(loaded.faults[0].field, "parties");
  EXPECT_EQ(loaded.faults[0].value, "chu de lille");
  EXPECT_EQ(loaded.faults[0].detail, "CHU de Lille");
  EXPECT_EQ(loaded.faults[1].value, "Écoles");
  EXPECT_FALSE(loaded.has_errors());
  EXPECT_EQ(loaded.data.institutions.size(), 2U);
  EXPECT_THAT(parties(loaded.data, 0), parties(loaded.data, 1));
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// Coverage of the real data, counted by hand: five local health contracts signed by 19 December 2024, of unknown end,
// and one announced.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "cli/program.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> asked(std::initializer_list<std::string> more) {
  std::vector<std::string> words{"coverage", kData, "--type", "local_health_contract", "--as-of", "2024-12-19"};
  words.insert(words.end(), more);
  return words;
}

nlohmann::ordered_json row_of(const nlohmann::ordered_json& answer, const std::string& code) {
  for (const auto& row : answer.at("territories")) {
    if (row.at("code") == code) return row;
  }
  return {};
}

// CA de Béthune-Bruay 275,736 + CA du Pays de Saint-Omer 104,320 + CC du Ternois 37,150; the communes of Laon 24,220 in
// its CA of 41,771, and of Saint-Quentin 52,813 in one of 79,327; Villeneuve-d’Ascq, in the métropole, is announced.
TEST(Coverage, OfLocalHealthContractsByGroupIsThatCountedByHand) {
  const auto answer = json_of(asked({"--level", "epci"}));
  const auto& totals = answer.at("totals");
  EXPECT_EQ(totals.at("territories"), 92);
  EXPECT_EQ(totals.at("certain"), 0);
  EXPECT_EQ(totals.at("possible"), 3);
  EXPECT_EQ(totals.at("partial_possible"), 2);
  EXPECT_EQ(totals.at("announced"), 1);
  EXPECT_EQ(totals.at("no_record"), 86);
  EXPECT_EQ(totals.at("population_certain"), 0);
  EXPECT_EQ(totals.at("population_possible"), 275736 + 104320 + 37150 + 24220 + 52813);
  EXPECT_EQ(answer.at("agreements").at("possible"), 5);
  EXPECT_EQ(row_of(answer, "200072460").at("status"), "possible");
  EXPECT_EQ(row_of(answer, "200043495").at("population_possible"), 24220);
  EXPECT_EQ(row_of(answer, "200043495").at("agreements").at(0).at("extent"), "part");
  EXPECT_EQ(row_of(answer, "200093201").at("status"), "announced");
  EXPECT_EQ(row_of(answer, "200067999").at("status"), "no_record");
}

// By the table of territories, read here alone: each commune that is named, or whose group is.
TEST(Coverage, OfLocalHealthContractsByCommuneIsThatOfTheTable) {
  const auto table = read_csv(text_of(std::filesystem::path(MAILLAGE_SOURCE_DIR) / kData / "territories.csv"));
  const std::set<std::string> named{"200072460", "200069037", "200069672", "02408", "02691"};
  std::size_t communes = 0, covered = 0;
  long long people = 0;
  for (std::size_t row = 0; row < table.records.size(); ++row) {
    if (table.at(row, "level") != "commune") continue;
    ++communes;
    if (!named.contains(table.at(row, "code")) && !named.contains(table.at(row, "groups"))) continue;
    ++covered;
    people += std::stoll(table.at(row, "population"));
  }
  const auto totals = json_of(asked({"--level", "commune"})).at("totals");
  EXPECT_EQ(communes, 3782U);
  EXPECT_EQ(totals.at("territories"), communes);
  EXPECT_EQ(totals.at("possible"), covered);
  EXPECT_EQ(totals.at("population_possible"), people);
  EXPECT_EQ(totals.at("population"), 5992194);
  EXPECT_EQ(json_of(asked({"--level", "region"})).at("totals").at("population_possible"), people);
}

TEST(Coverage, OfDepartementsNamesTheOneWithoutAnyRecord) {
  const auto answer = json_of(asked({"--level", "département"}));
  EXPECT_EQ(answer.at("totals").at("territories"), 5);
  EXPECT_EQ(row_of(answer, "60").at("status"), "no_record");
  EXPECT_EQ(row_of(answer, "59").at("status"), "announced");
  EXPECT_EQ(row_of(answer, "02").at("population_possible"), 24220 + 52813);
  EXPECT_EQ(row_of(answer, "80").at("population_possible"), 136);  // the one commune of the Ternois over there
}

TEST(Coverage, OfAnAreaCountsWhatLiesInIt) {
  const auto answer = json_of(asked({"--level", "epci", "--territory", "80"}));
  EXPECT_EQ(answer.at("area").at(0), "80");
  EXPECT_EQ(row_of(answer, "200069672").at("population"), 136);
  EXPECT_EQ(row_of(answer, "200069672").at("reaches_beyond"), true);
  EXPECT_TRUE(row_of(answer, "200072460").is_null());
}

TEST(Coverage, SaysNoRecordAndNeverThatThereIsNoContract) {
  for (const std::string language : {"fr", "en"}) {
    auto words = asked({"--lang", language});
    const auto out = run(words).out;
    EXPECT_THAT(out, HasSubstr(language == "fr" ? "aucun enregistrement" : "no record"));
    EXPECT_THAT(out, AllOf(Not(HasSubstr("aucun contrat")), Not(HasSubstr("no contract")), Not(HasSubstr("no agreement exists"))));
  }
}

TEST(Coverage, OfOtherThemesAndKindsIsOfTheirAgreements) {
  const auto hospitals = json_of({"coverage", kData, "--kind", "hospital", "--level", "commune"});
  EXPECT_EQ(hospitals.at("agreements").at("unplaced").at(0), "chv-uphf-2024");  // states no territory
  const auto research = json_of({"coverage", kData, "--theme", "research", "--level", "region"});
  EXPECT_EQ(row_of(research, "32").at("status"), "certain");  // the university and the agency, for the whole region
}

// Two of the three chairs that are announced say nothing of where they are to be; the third names the region.
TEST(Coverage, NamesAnnouncedAgreementsWithoutTerritory) {
  const std::vector<std::string> chairs{"coverage", kData, "--type", "chair", "--level", "region"};
  const auto answer = json_of(chairs);
  EXPECT_THAT(answer.at("agreements").at("unplaced_announced"),
              testing::ElementsAre("chaire-chv-uphf-ia", "chaire-chv-uphf-performance"));
  EXPECT_EQ(row_of(answer, "32").at("status"), "announced");
  for (const auto& [language, said] : {std::pair("fr", "2 accords annoncés sont sans territoire connu"),
                                       std::pair("en", "2 agreements that are only announced are without territory")}) {
    auto words = chairs;
    words.insert(words.end(), {"--lang", language});
    EXPECT_THAT(run(words).out, HasSubstr(said));
  }
  EXPECT_EQ(json_of({"coverage", kData, "--theme", "performance"}).at("agreements").at("unplaced_announced").size(), 1U);
}

// Pas-de-Calais: the contracts of Béthune-Bruay, Saint-Omer and the Ternois; those of Laon and Saint-Quentin are the Aisne's.
TEST(Coverage, OfOneDepartementCountsItsAgreementsAlone) {
  EXPECT_EQ(json_of(asked({"--level", "epci", "--territory", "62"})).at("agreements").at("possible"), 3);
  EXPECT_EQ(json_of(asked({"--level", "epci", "--territory", "02"})).at("agreements").at("possible"), 2);
  EXPECT_EQ(json_of(asked({"--level", "epci", "--territory", "60"})).at("agreements").at("possible"), 0);
}

TEST(Coverage, MapSaysWhatItIsAboutAndThatNothingIsBlank) {
  const ScratchFolder scratch;
  const auto map = scratch / "map.svg";
  ASSERT_EQ(run({"coverage", kData, "--theme", "research", "--level", "departement", "--lang", "fr", "-o", map}).exit_code, 0);
  EXPECT_THAT(text_of(map), HasSubstr("Recherche\u00A0: 5 départements, aucun sans accord en vigueur enregistré"));
}

TEST(Coverage, OfALevelThatTheDataLackIsRefused) {
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  const auto table = text_of(package / "territories.csv");
  std::string kept;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(",commune,") == std::string::npos || line.find("59350") == 0 || line.find("59009") == 0 ||
        line.find("02") == 0 || line.find("59606") == 0 || line.find("59447") == 0 || line.find("59632") == 0) {
      kept += line + "\n";
    }
  }
  write_text(package / "territories.csv", kept);
  EXPECT_EQ(run({"coverage", package.string(), "--level", "epci"}).exit_code, 0);
  EXPECT_EQ(run({"coverage", kData, "--level", "canton"}).exit_code, 2);
  EXPECT_EQ(run({"coverage", MAILLAGE_SOURCE_DIR "/tests/records/packages/sound", "--level", "epci"}).exit_code, 2);
}

TEST(Coverage, StandsInAReportWhereTheDataListTheTerritories) {
  const ScratchFolder scratch;
  const std::filesystem::path folder = scratch / "report";
  ASSERT_EQ(run({"report", kData, "--lang", "fr", "-o", folder.string()}).exit_code, 0);
  const auto page = text_of(folder / "index.html");
  EXPECT_THAT(page, AllOf(HasSubstr("Zones blanches"), HasSubstr("aucun enregistrement"), HasSubstr("id=\"coverage\"")));
  const auto table = read_csv(text_of(folder / "tables" / "coverage.csv"));
  EXPECT_EQ(table.records.size(), 92U);
  EXPECT_EQ(table.at(0, "status"), "no_record");
  EXPECT_TRUE(std::filesystem::exists(folder / "figures" / "coverage.svg"));
  // A list of agreements knows nothing of territories: nothing is said to be blank.
  write_text(scratch.path() / "agreements.csv", "id,parties,type\na,x|y,charter\nb,y|z,charter\nc,x|z,charter\n");
  ASSERT_EQ(run({"report", (scratch.path() / "agreements.csv").string(), "--lang", "fr", "-o", scratch / "flat"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(scratch.path() / "flat" / "tables" / "coverage.csv"));
}

TEST(Coverage, HasATableOfTotalsAndSortsLikeAnyTable) {
  const auto totals = run(asked({"--totals", "--format", "csv"})).out;
  EXPECT_THAT(totals, HasSubstr("no_record,86,"));
  EXPECT_THAT(totals, HasSubstr("all,92,1,6037741,1\n"));
  const auto top = run(asked({"--sort", "-population_possible", "--top", "1", "--format", "csv", "--columns", "code"})).out;
  EXPECT_EQ(top, "code\n200072460\n");
}

}  // namespace
}  // namespace maillage::program

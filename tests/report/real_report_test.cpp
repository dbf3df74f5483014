// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "records/load.hpp"
#include "report/page_reader.hpp"
#include "report/small_results.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct RealReport {
  Loaded loaded = load(std::string(MAILLAGE_SOURCE_DIR) + "/data/hauts-de-france");
  SmallResults results{loaded.data};
  std::map<std::string, std::string> files;
  std::string text;
  explicit RealReport(std::string_view language) {
    auto input = results.input();
    input.as_of = results.view.selection.reference_day;
    for (auto& [path, bytes] : make_report(input, Language(language))) files[path] = bytes;
    text = std::regex_replace(read_page(files.at("index.html")).text, std::regex("\\s+"), " ");
  }
};

// What a reader of the five documents counts by hand.
TEST(RealReport, CountsWhatTheDocumentsSay) {
  const RealReport report("fr");
  EXPECT_THAT(report.text, HasSubstr("19 décembre 2024"));
  EXPECT_THAT(report.text, HasSubstr("L’ARS Hauts-de-France et l’Université de Lille portent huit des dix accords signés"));
  EXPECT_THAT(report.text, HasSubstr("trois sont certainement en vigueur et sept ont un statut inconnu"));
  EXPECT_THAT(report.text, HasSubstr("S’y ajoutent quatre accords annoncés"));
  EXPECT_THAT(report.text, HasSubstr("3 à 10 en vigueur 3 certains, 10 possibles"));
  EXPECT_THAT(report.text, HasSubstr("15 institutions dont 13 parties à un accord signé"));
  EXPECT_THAT(report.text, HasSubstr("6 signataires nommés 7 signatures, dont 5 déduites"));
  EXPECT_THAT(report.text, HasSubstr("L’Université de Lille est le seul chemin entre le reste du réseau et trois"));
  EXPECT_THAT(report.text, HasSubstr("Six accords signés sur dix ne reposent que sur une même source"));
  EXPECT_THAT(report.text, HasSubstr("le 31 décembre 2026 (délai\u00A0: 2 ans)"));
}

// A component of its own: no signed agreement leads from Valenciennes to the rest, as the documents have it.
TEST(RealReport, TellsOfTheIslandOfValenciennes) {
  const RealReport report("fr");
  const auto& data = report.loaded.data;
  const auto hospital = report.results.view.vertex_of_institution(data.find_institution("ch-valenciennes"));
  const auto university = report.results.view.vertex_of_institution(data.find_institution("uphf"));
  std::vector<Vertex> island{hospital, university};
  std::ranges::sort(island);
  EXPECT_EQ(std::ranges::count(report.results.structure.components, island), 1);
  EXPECT_THAT(report.text, HasSubstr("Le CH de Valenciennes et l’UPHF forment un îlot\u00A0: rien de signé ne les relie "
                                     "aux autres."));
  EXPECT_THAT(RealReport("en").text, HasSubstr("CH de Valenciennes and UPHF form an island: nothing signed ties them to "
                                               "the others."));
  EXPECT_THAT(report.files.at("tables/components.csv"), HasSubstr("\n2,2,ch-valenciennes|uphf\n"));
}

// Six local agreements rest on the letter alone; the table of doubts says each reason once.
TEST(RealReport, TellsEachDoubtOnce) {
  const RealReport report("fr");
  const auto doubts = report.text.substr(report.text.find("Déductions et affirmations écartées"));
  const std::string reason = "L’agence est l’autre partie, sous-entendue";
  const auto first = doubts.find(reason);
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(doubts.find(reason, first + 1), std::string::npos);
  EXPECT_THAT(doubts, HasSubstr("partie\u00A0: ARS Hauts-de-France"));
  EXPECT_THAT(report.files.at("tables/doubts.csv"), HasSubstr("cls-laon/ars-hdf"));
}

TEST(RealReport, HasASheetForEachPartyAlone) {
  const RealReport report("fr");
  std::size_t sheets = 0;
  for (const auto& [path, bytes] : report.files) sheets += path.starts_with("institutions/") ? 1 : 0;
  EXPECT_EQ(sheets, 15U);
  EXPECT_TRUE(report.files.contains("institutions/sciences-po-lille.html"));
  EXPECT_FALSE(report.files.contains("institutions/centre-oscar-lambret.html"));
}

TEST(RealReport, SaysInEachSheetWhatItsSourcesAre) {
  const RealReport report("fr");
  const auto sheet = std::regex_replace(read_page(report.files.at("institutions/uphf.html")).text, std::regex("\\s+"), " ");
  EXPECT_THAT(sheet, HasSubstr("S2 Communiqué joint sur la convention-cadre CH de Valenciennes – UPHF · communiqué de "
                               "presse · 4 avril 2024"));
  EXPECT_THAT(sheet, Not(HasSubstr("S4 Communiqué")));
}

TEST(RealReport, TiesTheHospitalToNothingByPresence) {
  const RealReport report("fr");
  EXPECT_THAT(report.files.at("tables/presences.csv"), HasSubstr("frederic-boiron"));
  const auto& signatures = report.files.at("tables/signatures.csv");
  EXPECT_THAT(signatures, HasSubstr("frederic-boiron,directeur général,chu-lille,univ-lille-chu-inserm-2024"));
  EXPECT_THAT(signatures, Not(HasSubstr("frederic-boiron,directeur général du CHU de Lille")));
}

TEST(RealReport, LeadsEveryLinkOfThePageSomewhere) {
  for (const std::string language : {"fr", "en"}) {
    const RealReport report(language);
    const auto page = read_page(report.files.at("index.html"));
    const auto ids = page.all("id");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size());
    for (const auto& link : page.all("href")) {
      if (link.starts_with('#')) {
        EXPECT_TRUE(known.contains(link.substr(1))) << link;
      } else if (!link.starts_with("http")) {
        EXPECT_TRUE(report.files.contains(link)) << link;
      }
    }
  }
}

}  // namespace
}  // namespace maillage

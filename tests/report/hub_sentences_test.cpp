// SPDX-License-Identifier: Apache-2.0
#include "report/hub_sentences.hpp"

#include <gtest/gtest.h>

#include "report/small_data.hpp"
#include "report/small_results.hpp"

namespace maillage {
namespace {

TEST(HubsTable, ExplainsEachRankInFiguresOfTheData) {
  const auto data = small_data();
  const SmallResults results(data);
  const auto table = hubs_table(results.material(), Language("fr"));
  ASSERT_EQ(table.rows.size(), results.view.nodes.size());
  EXPECT_EQ(std::get<std::string>(table.rows[0][1].value), "uni");
  EXPECT_EQ(table.rows[0][0].shown, "1");
  EXPECT_EQ(table.rows[0][4].shown, "1 à 2");
  EXPECT_EQ(std::get<std::string>(table.rows[0][7].value), "f1|p1");
  EXPECT_EQ(std::get<std::int64_t>(table.rows[0][8].value), 2);  // both certainly in force
  const auto why = std::get<std::string>(table.rows[0][12].value);
  EXPECT_EQ(why,
            "1 convention-cadre et 1 protocole de coopération, avec 3 partenaires\u00A0: Agence, Hôpital et "
            "Laboratoire. Thèmes les plus fréquents\u00A0: Recherche (2) et Formation (1). Point d’articulation\u00A0: sans "
            "cette institution, 2 autres perdent tout chemin vers le reste du réseau (Hôpital et Laboratoire). "
            "Sources\u00A0: S1 et S2.");
  EXPECT_EQ(std::get<std::string>(table.rows[1][1].value), "agency");
  EXPECT_EQ(std::get<std::int64_t>(table.rows[1][8].value), 1);
  EXPECT_EQ(std::get<std::int64_t>(table.rows[1][9].value), 2);
}

TEST(HubsTable, MarksSharedRanksAndCutsAtTheTop) {
  const auto data = small_data();
  const SmallResults results(data);
  EXPECT_EQ(hubs_table(results.material(), Language("fr"), 2).rows.size(), 2U);
  EXPECT_EQ(rank_in_words(results.ranking, 2, Language("fr")), "3 ex æquo");
  EXPECT_EQ(rank_in_words(results.ranking, 2, Language("en")), "3 tied");
}

TEST(RankingSentences, SayHowFarTheRankingCanBeTrusted) {
  const auto data = small_data();
  const SmallResults results(data);
  const auto sentences = ranking_sentences(results.material(), Language("en"));
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_NE(sentences[0].find("over 4 partnerships"), std::string::npos) << sentences[0];
  EXPECT_NE(sentences[1].find("2 institutions can hold the first rank"), std::string::npos) << sentences[1];
  EXPECT_NE(sentences[2].find("Université comes first, with 2 agreements"), std::string::npos) << sentences[2];
}

TEST(PartnershipsInForce, CountsThreadsOnADay) {
  const auto data = small_data();
  const SmallResults results(data);
  const auto agency = results.view.vertex_of_institution(data.find_institution("agency"));
  const auto count = partnerships_in_force(results.view, agency, small_data_day());
  EXPECT_EQ(count.certain, 1U);
  EXPECT_EQ(count.possible, 2U);
  const auto without_day = partnerships_in_force(results.view, agency, std::nullopt);
  EXPECT_EQ(without_day.certain, 0U);
  EXPECT_EQ(without_day.possible, 2U);
  const auto island = results.view.vertex_of_institution(data.find_institution("island-a"));
  EXPECT_EQ(partnerships_in_force(results.view, island, small_data_day()).possible, 0U);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// whatif and gaps as they are typed: forms, exit codes, languages, the same bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "program.hpp"

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::run_shell;
using ::testing::StartsWith;

testing::Run run(const std::string& words) {
  return run_shell("LC_ALL=C.UTF-8 " + std::string(MAILLAGE_PROGRAM) + " " + words, MAILLAGE_SOURCE_DIR);
}

Json json_of(const std::string& words) {
  std::istringstream stream(words);
  return program::json_of({std::istream_iterator<std::string>(stream), {}});
}

std::vector<std::string> lost_by(const Json& answer) {
  std::vector<std::string> ids;
  for (const auto& agreement : answer.at("lost_agreements")) ids.push_back(agreement.at("id"));
  return ids;
}

// One agreement ends before 2027, on the last day of 2026, and two on the last day of 2028; of the others no source gives
// an end.
TEST(WhatIf, says_what_lapses_before_a_day) {
  const auto answer = json_of("whatif data/hauts-de-france --lapse-before 2027");
  EXPECT_EQ(answer["question"]["lapse_before"], "2027-01-01");
  ASSERT_EQ(answer["lost_agreements"].size(), 1U);
  EXPECT_EQ(answer["lost_agreements"][0]["id"], "ville-lille-univ-lille-2022");
  EXPECT_EQ(answer["lost_agreements"][0]["end_latest"], "2026-12-31");
  EXPECT_EQ(answer["before"]["ties"].get<int>() - answer["after"]["ties"].get<int>(), 1);
  for (const auto* key :
       {"as_of", "network", "settings", "end_unknown", "succeeded", "before", "after", "after_certain", "institutions",
        "isolated", "hubs", "paths", "communities", "summary", "sentences", "notes"}) {
    EXPECT_TRUE(answer.contains(key)) << key;
  }
  for (const auto& row : answer["institutions"]) {
    for (const auto* key : {"id", "name", "lost_partners", "lost_agreements", "rank_before", "rank_after"})
      EXPECT_TRUE(row.contains(key)) << key;
  }
  const auto later = json_of("whatif data/hauts-de-france --lapse-before 2030");
  EXPECT_THAT(lost_by(later), ElementsAre("chv-uphf-2024", "univ-lille-ars-2023", "ville-lille-univ-lille-2022"));
  EXPECT_EQ(later["lost_agreements"][0]["end_latest"], "2028-12-31");
  EXPECT_EQ(later["lost_agreements"][1]["end_latest"], "2028-12-31");
}

TEST(WhatIf, takes_every_agreement_of_known_end_as_not_renewed) {
  const auto answer = json_of("whatif data/hauts-de-france --not-renewed");
  EXPECT_TRUE(answer["question"]["not_renewed"].get<bool>());
  EXPECT_THAT(lost_by(answer), ElementsAre("chv-uphf-2024", "univ-lille-ars-2023", "ville-lille-univ-lille-2022"));
  EXPECT_EQ(answer["before"]["nodes"], 13);
  EXPECT_EQ(answer["after"]["nodes"], 13);
}

TEST(WhatIf, takes_several_away_at_once) {
  const auto answer = json_of("whatif data/hauts-de-france --without chu-lille --without univ-lille");
  EXPECT_EQ(answer["before"]["nodes"], 13);
  EXPECT_EQ(answer["after"]["nodes"], 11);
  // Of the protocol of three the third cannot go on alone.
  EXPECT_THAT(lost_by(answer),
              ElementsAre("univ-lille-ars-2023", "univ-lille-chu-inserm-2024", "ville-lille-univ-lille-2022"));
  EXPECT_TRUE(answer["go_on_without"].empty());
}

TEST(WhatIf, takes_an_agreement_or_a_person_away) {
  const auto agreement = json_of("whatif data/hauts-de-france --without univ-lille-ars-2023");
  EXPECT_EQ(agreement["question"]["without"][0]["kind"], "agreement");
  EXPECT_THAT(lost_by(agreement), ElementsAre("univ-lille-ars-2023"));
  EXPECT_EQ(agreement["after"]["nodes"], 13);
  const auto person = json_of("whatif data/hauts-de-france --view people --without regis-bordet");
  EXPECT_EQ(person["question"]["without"][0]["kind"], "person");
  EXPECT_THAT(lost_by(person), ElementsAre("univ-lille-ars-2023", "univ-lille-chu-inserm-2024"));
  EXPECT_EQ(person["before"]["nodes"], 6);
  EXPECT_EQ(person["after"]["nodes"], 5);
}

// The agency has six partners; the university alone leads to others, three of them.
TEST(WhatIf, tells_what_becomes_of_the_hubs) {
  const auto answer = json_of("whatif data/hauts-de-france --without univ-lille");
  ASSERT_GE(answer["hubs"].size(), 2U);
  const auto& agency = answer["hubs"][0];
  EXPECT_EQ(agency["id"], "ars-hdf");
  EXPECT_EQ(agency["lost_partners"], Json::parse(R"(["univ-lille"])"));
  EXPECT_EQ(agency["partners_before"], 6);
  EXPECT_EQ(agency["partners_after"], 5);
  EXPECT_EQ(agency["reach_before"], 9);
  EXPECT_EQ(agency["reach_after"], 5);
  EXPECT_EQ(agency["score_before"], 6);
  EXPECT_EQ(agency["score_after"], 5);
  EXPECT_EQ(agency["rank_before"], 1);
  EXPECT_EQ(agency["rank_after"], 1);
  EXPECT_EQ(agency["betweenness_before"], 30);  // 5·4 by the university, and 5·4/2 between its other partners
  EXPECT_EQ(agency["betweenness_after"], 10);
  const auto& university = answer["hubs"][1];
  EXPECT_EQ(university["id"], "univ-lille");
  EXPECT_TRUE(university["removed"].get<bool>());
  EXPECT_TRUE(university["rank_after"].is_null());
}

TEST(WhatIf, without_an_institution_loses_its_partners_alone) {
  const auto answer = json_of("whatif data/hauts-de-france --without univ-lille");
  const auto& rows = answer["institutions"];
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0]["id"], "univ-lille");
  EXPECT_TRUE(rows[0]["removed"].get<bool>());
  EXPECT_TRUE(rows[0]["rank_after"].is_null());
  EXPECT_EQ(answer["before"]["nodes"].get<int>() - answer["after"]["nodes"].get<int>(), 1);
  for (const auto& row : rows) {
    if (row["id"] != "univ-lille") {
      EXPECT_LE(row["lost_partners"].size(), 1U) << row;
    }
  }
  // The protocol of three goes on between the two others.
  EXPECT_THAT(answer["go_on_without"], ElementsAre("univ-lille-chu-inserm-2024"));
}

TEST(WhatIf, refuses_what_is_no_question) {
  EXPECT_EQ(run("whatif data/hauts-de-france").exit_code, 2);
  EXPECT_EQ(run("whatif data/hauts-de-france --robustness --costliest 3").exit_code, 2);
  EXPECT_EQ(run("whatif data/hauts-de-france --lapse-before 2027 --view two-mode").exit_code, 2);
  EXPECT_EQ(run("whatif data/hauts-de-france --without Atlantide").exit_code, 2);
  EXPECT_EQ(run("whatif data/hauts-de-france --lapse-before bientôt").exit_code, 2);
  EXPECT_EQ(run("whatif data/hauts-de-france --robustness --order alphabet").exit_code, 2);
  EXPECT_EQ(run("gaps data/hauts-de-france --score luck").exit_code, 2);
  EXPECT_EQ(run("gaps data/hauts-de-france --for Atlantide").exit_code, 2);
  EXPECT_EQ(run("gaps data/hauts-de-france --view two-mode").exit_code, 2);
}

TEST(WhatIf, says_that_nothing_lapses) {
  const auto done = run("whatif data/hauts-de-france --lapse-before 2025 --lang fr");
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.output, HasSubstr("ne tombe"));
}

TEST(WhatIf, reads_as_a_page_in_both_languages) {
  EXPECT_THAT(run("whatif data/hauts-de-france --lapse-before 2027 --lang fr").output,
              StartsWith("Si les accords dont le terme est avant le 1er"));
  EXPECT_THAT(run("whatif data/hauts-de-france --lapse-before 2027 --lang en --format md").output,
              StartsWith("# If the agreements whose term ends before"));
  const auto csv = run("whatif data/hauts-de-france --lapse-before 2027 --format csv").output;
  EXPECT_THAT(csv, StartsWith("id,name,lost_agreements,lost_partners,certainly_lost_partners,lost_names,"));
}

TEST(WhatIf, writes_scores_as_rankings_do) {
  const auto page = run("whatif data/hauts-de-france --lapse-before 2027 --lang en --format md").output;
  EXPECT_THAT(page, HasSubstr("| 6 |"));
  EXPECT_EQ(page.find("6.00"), std::string::npos);
}

TEST(WhatIf, names_the_costliest_agreements) {
  const auto answer = json_of("whatif data/hauts-de-france --costliest 3");
  ASSERT_EQ(answer["agreements"].size(), 3U);
  EXPECT_GE(answer["agreements"][0]["efficiency_loss"], answer["agreements"][1]["efficiency_loss"]);
  EXPECT_FALSE(answer["settings"]["sampled"].get<bool>());
}

TEST(WhatIf, draws_robustness_curves) {
  const auto answer = json_of("whatif data/hauts-de-france --robustness --runs 20");
  ASSERT_EQ(answer["curves"].size(), 4U);
  EXPECT_EQ(answer["curves"][0]["what"], "institutions");
  EXPECT_EQ(answer["curves"][0]["points"][0]["removed"], 0);
  EXPECT_TRUE(answer["curves"][0]["r_low"].is_null()) << "a fixed order is one run: it has no spread";
  EXPECT_TRUE(answer["curves"][1]["r_high"].is_null());
  EXPECT_LE(answer["curves"][2]["r_low"].get<double>(), answer["curves"][2]["r_high"].get<double>());
  EXPECT_EQ(json_of("whatif data/hauts-de-france --robustness --order random")["curves"].size(), 2U);
  const testing::ScratchFolder folder;
  const auto file = folder.path() / "curves.svg";
  EXPECT_EQ(run("whatif data/hauts-de-france --robustness -o " + file.string()).exit_code, 0);
  EXPECT_THAT(testing::bytes_of(file), HasSubstr("</svg>"));
  EXPECT_EQ(run("whatif data/hauts-de-france --robustness -o " + file.string()).exit_code, 4);
}

TEST(WhatIf, gives_the_same_bytes_on_any_number_of_threads) {
  for (const std::string words :
       {"whatif data/eu-projects --lapse-before 2026 --format json", "gaps data/eu-projects --top 20 --format json",
        "whatif data/hauts-de-france --robustness --format json",
        "whatif data/hauts-de-france --costliest 5 --format json"}) {
    const auto alone = run("--threads 1 " + words), together = run("--threads 3 " + words);
    EXPECT_EQ(alone.exit_code, 0) << words;
    EXPECT_EQ(together.exit_code, 0) << words;
    EXPECT_FALSE(alone.output.empty()) << words;
    EXPECT_EQ(alone.output, together.output) << words;
  }
}

TEST(Gaps, have_their_evidence) {
  const auto answer = json_of("gaps data/hauts-de-france --top 5");
  ASSERT_FALSE(answer["gaps"].empty());
  for (const auto& gap : answer["gaps"]) {
    EXPECT_EQ(gap["on_record"], "no_agreement");
    for (const auto& partner : gap["shared_partners"]) {
      EXPECT_FALSE(partner["agreements_with_a"].empty());
      EXPECT_FALSE(partner["agreements_with_b"].empty());
    }
    EXPECT_FALSE(gap["shared_partners"].empty() && gap["shared_themes"].empty());
  }
  EXPECT_GE(answer["pairs"].get<std::size_t>(), answer["gaps"].size());
}

TEST(Gaps, of_one_institution_name_it_in_every_pair) {
  const auto answer = json_of("gaps data/hauts-de-france --for univ-lille");
  EXPECT_EQ(answer["pairs"], 7);
  ASSERT_EQ(answer["gaps"].size(), 7U);
  for (const auto& gap : answer["gaps"]) EXPECT_TRUE(gap["a"]["id"] == "univ-lille" || gap["b"]["id"] == "univ-lille");
}

TEST(Gaps, tell_what_they_would_have_foretold) {
  const auto answer = json_of("gaps data/eu-projects --top 3 --split 2021-01-01");
  const auto& told = answer["foretelling"];
  EXPECT_EQ(told["split"], "2021-01-01");
  EXPECT_EQ(told["new_pairs"], 1004);
  EXPECT_EQ(told["other_pairs"], 17629108);
  EXPECT_EQ(told["compared"], told["other_pairs"]);
  ASSERT_EQ(told["auc"].size(), 6U);
  for (const auto& [score, auc] : told["auc"].items()) {
    EXPECT_GT(auc.get<double>(), 0.7) << score;
    EXPECT_LT(auc.get<double>(), 0.9) << score;
  }
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
// The JSON forms that scripts rely on, key by key, with what the real data hold.
#include <gmock/gmock.h>

#include <set>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

std::set<std::string> keys_of(const Json& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}
std::vector<std::string> texts(const Json& list) {
  return list.get<std::vector<std::string>>();
}
// The row with that id; null where there is none.
Json row_of(const Json& rows, const std::string& id) {
  for (const auto& row : rows) {
    if (row.at("id") == id) return row;
  }
  return nullptr;
}
std::map<std::string, int> count_by(const Json& rows, const std::string& key) {
  std::map<std::string, int> counts;
  for (const auto& row : rows) ++counts[row.at(key).get<std::string>()];
  return counts;
}

TEST(ListAgreements, HasItsKeys) {
  for (const auto& row : json_of({"list", kData, "agreements"})) {
    EXPECT_THAT(keys_of(row), IsSupersetOf({"id", "title", "type", "status", "certainty", "signed", "valid_from",
                                            "valid_to", "end_rule", "parties", "signatories", "axes", "themes",
                                            "amount_eur", "unnamed_parties", "lineage", "sources"}));
    for (const auto& party : row.at("parties")) EXPECT_THAT(keys_of(party), IsSupersetOf({"id", "name", "role"}));
    for (const auto& one : row.at("signatories")) {
      EXPECT_THAT(keys_of(one), IsSupersetOf({"person", "capacity", "on_behalf_of"}));
    }
    for (const auto& one : row.at("lineage")) EXPECT_THAT(keys_of(one), IsSupersetOf({"kind", "agreement"}));
    for (const auto& one : row.at("sources")) EXPECT_THAT(keys_of(one), IsSupersetOf({"id", "locator"}));
    EXPECT_FALSE(row.at("sources").empty()) << row.at("id");
  }
}

TEST(ListAgreements, GivesSignatoriesByNameAndById) {
  const auto row = row_of(json_of({"list", kData, "agreements"}), "chv-uphf-2024");
  ASSERT_EQ(row.at("signatories").size(), 2U);
  std::map<std::string, std::string> institution_of;
  for (const auto& one : row.at("signatories")) {
    EXPECT_NE(one.at("person"), one.at("person_id"));
    institution_of[one.at("person_id")] = one.at("on_behalf_of_id");
  }
  EXPECT_EQ(institution_of, (std::map<std::string, std::string>{{"nicolas-salvi", "ch-valenciennes"},
                                                                {"abdelhakim-artiba", "uphf"}}));
  for (const auto& agreement : json_of({"list", kData, "agreements"})) {
    for (const auto& one : agreement.at("present")) EXPECT_TRUE(one.contains("person_id"));
  }
}

TEST(ListAgreements, CountsThemByStatus) {
  const std::map<std::string, int> expected{{"announced", 4}, {"in_force", 3}, {"unknown", 7}};
  EXPECT_EQ(count_by(json_of({"list", kData, "agreements"}), "status"), expected);
  const auto on_the_day = json_of({"list", kData, "agreements", "--in-force-on", "2024-12-19"});
  EXPECT_EQ(count_by(on_the_day, "certainty"), (std::map<std::string, int>{{"certain", 3}, {"possible", 7}}));
}

TEST(ListAgreements, TellsWhatTheDocumentsSay) {
  const auto rows = json_of({"list", kData, "agreements"});
  const auto first = row_of(rows, "univ-lille-ars-2023");
  EXPECT_EQ(first.at("type"), "framework_agreement");
  EXPECT_EQ(first.at("status"), "in_force");
  EXPECT_EQ(first.at("signed"), "2023-12-18");
  EXPECT_EQ(first.at("valid_to"), "2028");
  EXPECT_EQ(first.at("end_rule"), "stated");
  EXPECT_EQ(first.at("axes").size(), 5U);
  EXPECT_EQ(first.at("signatories").size(), 2U);
  EXPECT_EQ(first.at("parties").size(), 2U);
  const auto protocol = row_of(rows, "univ-lille-chu-inserm-2024");
  EXPECT_EQ(protocol.at("status"), "unknown");
  EXPECT_EQ(protocol.at("valid_to"), nullptr);
  EXPECT_EQ(protocol.at("axes").size(), 9U);
  EXPECT_EQ(protocol.at("signatories").size(), 3U);
  const auto charter = row_of(rows, "charte-villeneuve-ascq");
  ASSERT_NE(charter, nullptr);
  EXPECT_EQ(charter.at("unnamed_parties"), 6);
  EXPECT_EQ(charter.at("parties").size(), 1U);
  EXPECT_EQ(row_of(rows, "cls-ternoiscom").at("signed"), "[..2024-12-19]");
  for (const auto& row : rows) {
    if (row.at("type") == "local_health_contract") {
      EXPECT_EQ(row.at("valid_to"), nullptr);
    }
  }
}

TEST(ListAgreements, IsNarrowedByItsConditions) {
  const auto ids = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"list", kData, "agreements"});
    std::vector<std::string> found;
    for (const auto& row : json_of(words)) found.push_back(row.at("id"));
    return found;
  };
  EXPECT_THAT(ids({"--party", "CHU"}), ElementsAre("univ-lille-chu-inserm-2024"));
  EXPECT_THAT(ids({"--party", "ARS", "--party", "univ-lille"}), ElementsAre("univ-lille-ars-2023"));
  EXPECT_THAT(ids({"--party", "CHU", "--party", "ARS"}), ElementsAre());
  EXPECT_THAT(ids({"--signed-from", "2024-04-01", "--signed-to", "2024-04-30", "--unknown", "exclude"}),
              ElementsAre("chv-uphf-2024"));
  EXPECT_THAT(ids({"--status", "announced"}).size(), 4U);
  EXPECT_EQ(ids({"--as-of", "2024-12-19", "--unknown", "exclude"}).size(), 3U);
  EXPECT_EQ(ids({"--as-of", "2024-12-19", "--unknown", "only"}).size(), 7U);
}

TEST(ListInstitutions, HasItsKeysAndCountsSignedAgreementsAlone) {
  const auto rows = json_of({"list", kData, "institutions"});
  for (const auto& row : rows) {
    EXPECT_THAT(keys_of(row), IsSupersetOf({"id", "name", "aliases", "kind", "city", "territory", "parent",
                                            "identifiers", "agreements", "partners"}));
  }
  EXPECT_EQ(row_of(rows, "ars-hdf").at("agreements"), 6);
  EXPECT_EQ(row_of(rows, "ars-hdf").at("partners"), 6);
  EXPECT_EQ(row_of(rows, "univ-lille").at("agreements"), 3);
  EXPECT_EQ(row_of(rows, "univ-lille").at("partners"), 4);
  EXPECT_EQ(row_of(rows, "sciences-po-lille").at("agreements"), 0);  // its chair is announced
  EXPECT_EQ(row_of(rows, "univ-lille").at("identifiers").at("ror"), "02kzqn938");
}

TEST(ListMentions, HasItsKeys) {
  const auto rows = json_of({"list", kData, "mentions"});
  EXPECT_FALSE(rows.empty());
  bool has_seven_million = false;
  for (const auto& row : rows) {
    EXPECT_THAT(keys_of(row), IsSupersetOf({"institutions", "context", "date", "amount_eur", "note", "sources"}));
    for (const auto& one : row.at("institutions")) EXPECT_THAT(keys_of(one), IsSupersetOf({"id", "name"}));
    has_seven_million = has_seven_million || row.at("amount_eur") == 7'000'000;
  }
  EXPECT_TRUE(has_seven_million);
}

TEST(ListOfOtherThings, IsAnArrayOfObjects) {
  for (const auto* what : {"people", "sources", "evidence"}) {
    const auto rows = json_of({"list", kData, what});
    ASSERT_TRUE(rows.is_array()) << what;
    EXPECT_FALSE(rows.empty()) << what;
    for (const auto& row : rows) EXPECT_TRUE(row.is_object()) << what;
  }
}

TEST(Hubs, HaveTheirKeysAndRanks) {
  const auto answer = json_of({"hubs", kData});
  EXPECT_EQ(answer.at("as_of"), "2024-12-19");
  EXPECT_EQ(answer.at("measure"), "strength");
  const auto& hubs = answer.at("hubs");
  for (const auto& hub : hubs) {
    EXPECT_THAT(keys_of(hub),
                IsSupersetOf({"rank", "id", "name", "score", "rank_low", "rank_high", "agreements", "why"}));
    EXPECT_LE(hub.at("rank_low"), hub.at("rank"));
    EXPECT_GE(hub.at("rank_high"), hub.at("rank"));
    EXPECT_NE(hub.at("why"), "");
  }
  EXPECT_EQ(hubs[0].at("id"), "ars-hdf");
  EXPECT_EQ(hubs[0].at("rank"), 1);
  EXPECT_EQ(hubs[0].at("score"), 6.0);
  EXPECT_EQ(hubs[0].at("agreements").size(), 6U);
  EXPECT_EQ(hubs[1].at("id"), "univ-lille");
  EXPECT_EQ(hubs[1].at("rank"), 2);
  EXPECT_EQ(hubs[1].at("score"), 3.0);
  EXPECT_THAT(texts(hubs[1].at("agreements")),
              ElementsAre("univ-lille-ars-2023", "univ-lille-chu-inserm-2024", "ville-lille-univ-lille-2022"));
  EXPECT_EQ(json_of({"hubs", kData, "--top", "3"}).at("hubs").size(), 3U);
}

TEST(Structure, HasItsKeysAndFigures) {
  const auto answer = json_of({"structure", kData});
  EXPECT_EQ(answer.at("nodes"), 13);
  EXPECT_EQ(answer.at("edges"), 11);
  EXPECT_NEAR(answer.at("density").get<double>(), 11.0 / 78, 1e-12);
  EXPECT_THAT(keys_of(answer), IsSupersetOf({"components", "articulation_points", "bridges", "max_core", "transitivity",
                                             "assortativity"}));
  ASSERT_EQ(answer.at("components").size(), 3U);
  EXPECT_EQ(answer.at("components")[0].at("size"), 10);
  EXPECT_EQ(answer.at("components")[0].at("members").size(), 10U);
  EXPECT_THAT(texts(answer.at("components")[1].at("members")), ElementsAre("ch-valenciennes", "uphf"));
  EXPECT_THAT(texts(answer.at("articulation_points")), ElementsAre("ars-hdf", "univ-lille"));
  EXPECT_EQ(answer.at("bridges").size(), 8U);
  for (const auto& bridge : answer.at("bridges")) EXPECT_EQ(bridge.size(), 2U);
  EXPECT_EQ(answer.at("max_core"), 2);
  EXPECT_TRUE(answer.at("assortativity").is_object());
}

TEST(Centrality, HasItsKeysAndValues) {
  const auto answer = json_of({"centrality", kData, "--measure", "degree,strength,betweenness,harmonic,core"});
  EXPECT_EQ(answer.at("network").at("nodes"), 13);
  EXPECT_EQ(answer.at("network").at("edges"), 11);
  EXPECT_EQ(answer.at("network").at("agreements"), 10);
  EXPECT_EQ(answer.at("network").at("components"), 3);
  EXPECT_EQ(answer.at("settings").at("distance"), "hops");
  EXPECT_EQ(answer.at("nodes").size(), 13U);
  const auto university = row_of(answer.at("nodes"), "univ-lille");
  EXPECT_EQ(university.at("name"), "Université de Lille");
  EXPECT_EQ(university.at("kind"), "higher_education");
  EXPECT_EQ(university.at("degree"), 4);
  EXPECT_EQ(university.at("strength"), 3);
  EXPECT_EQ(university.at("core"), 2);
  // It lies between three groups: the agency with five bodies (6), CHU and Inserm (2), the city (1): 6·2 + 6·1 + 2·1.
  EXPECT_EQ(university.at("betweenness"), 20);
  EXPECT_EQ(row_of(answer.at("nodes"), "uphf").at("harmonic"), 1);
}

TEST(Centrality, IsNullWhereAMeasureIsUndefined) {
  const auto answer = json_of({"centrality", kData, "--measure", "constraint"});
  EXPECT_TRUE(row_of(answer.at("nodes"), "ville-villeneuve-ascq").at("constraint").is_null());
}

TEST(Communities, HaveTheirKeys) {
  const auto answer = json_of({"communities", kData, "--runs", "5"});
  EXPECT_EQ(answer.at("algorithm"), "leiden");
  EXPECT_EQ(answer.at("resolution"), 1.0);
  EXPECT_EQ(answer.at("seed"), 1);
  EXPECT_TRUE(answer.at("modularity").is_number());
  EXPECT_THAT(keys_of(answer.at("stability")), IsSupersetOf({"nmi", "ari", "runs"}));
  EXPECT_EQ(answer.at("stability").at("runs"), 5);
  std::size_t members = 0;
  for (const auto& community : answer.at("communities")) {
    EXPECT_THAT(keys_of(community), IsSupersetOf({"id", "size", "label", "members"}));
    EXPECT_EQ(community.at("size"), community.at("members").size());
    members += community.at("members").size();
  }
  EXPECT_EQ(members, 13U);
  EXPECT_EQ(answer.at("nodes").size(), 13U);
  for (const auto& node : answer.at("nodes")) EXPECT_THAT(keys_of(node), IsSupersetOf({"id", "community"}));
  EXPECT_EQ(json_of({"communities", kData, "--algorithm", "louvain"}).at("algorithm"), "louvain");
}

TEST(Path, NamesItsStepsAndAgreements) {
  const auto answer = json_of({"path", kData, "CHU", "TernoisCom"});
  EXPECT_EQ(answer.at("length"), 3);
  ASSERT_EQ(answer.at("steps").size(), 3U);
  const std::vector<std::string> way{"chu-lille", "univ-lille", "ars-hdf", "ternoiscom"};
  const std::vector<std::string> by{"univ-lille-chu-inserm-2024", "univ-lille-ars-2023", "cls-ternoiscom"};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& step = answer.at("steps")[i];
    EXPECT_EQ(step.at("from"), way[i]);
    EXPECT_EQ(step.at("to"), way[i + 1]);
    EXPECT_THAT(texts(step.at("agreements")), ElementsAre(by[i]));
    EXPECT_TRUE(step.contains("date"));
  }
}

TEST(Path, IsNullWhereThereIsNone) {
  const auto done = run({"path", kData, "CHU", "UPHF", "--format", "json"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_TRUE(done.json().at("length").is_null());
  EXPECT_TRUE(done.json().at("steps").empty());
}

TEST(Path, ToItselfHasNoStep) {
  const auto answer = json_of({"path", kData, "CHU", "CHU"});
  EXPECT_EQ(answer.at("length"), 0);
  EXPECT_TRUE(answer.at("steps").empty());
}

TEST(Check, HasItsKeys) {
  const auto sound = json_of({"check", kData});
  EXPECT_TRUE(sound.at("faults").is_array());
  EXPECT_EQ(sound.at("counts").at("errors"), 0);
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  write_text(package / "lineage.csv", text_of(package / "lineage.csv") + "nulle-part,renews,,\n");
  const auto done = run({"check", package, "--format", "json"});
  EXPECT_EQ(done.exit_code, 1);
  bool is_found = false;
  const auto answer = done.json();
  for (const auto& fault : answer.at("faults")) {
    EXPECT_THAT(keys_of(fault), IsSupersetOf({"code", "severity", "file", "row", "field", "value", "message", "hint"}));
    is_found = is_found || (fault.at("code") == "broken_reference" && fault.at("file") == "lineage.csv" &&
                            fault.at("field") == "agreement" && fault.at("value") == "nulle-part" &&
                            fault.at("severity") == "error" && fault.at("row").is_number());
  }
  EXPECT_TRUE(is_found) << done.out;
}

TEST(Timings, HaveTheirKeys) {
  const ScratchFolder scratch;
  ASSERT_EQ(run({"hubs", kData, "--threads", "1", "--timings", scratch / "timings.json"}).exit_code, 0);
  const auto timings = Json::parse(text_of(scratch / "timings.json"));
  EXPECT_EQ(timings.at("threads"), 1);
  EXPECT_GT(timings.at("peak_rss_bytes"), 1'000'000);
  std::vector<std::string> phases;
  for (const auto& phase : timings.at("phases")) {
    EXPECT_TRUE(phase.at("seconds").is_number());
    phases.push_back(phase.at("name"));
  }
  EXPECT_THAT(phases, Contains("load"));
  EXPECT_THAT(phases, Contains("network"));
}

}  // namespace
}  // namespace maillage::program

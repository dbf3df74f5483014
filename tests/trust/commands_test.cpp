// SPDX-License-Identifier: Apache-2.0
// hubs, dependence and people as they are asked for on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::ordered_json;

constexpr auto kPackage = "data/hauts-de-france";
constexpr auto kFive = "id,parties\n1,A|B|C\n2,A|B\n3,C|D\n4,D\n5,A|B|C|D\n";

TEST(Hubs, give_the_ranks_of_other_readings_beside_the_rank) {
  const auto json = json_of({"hubs", kPackage, "--as-of", "2024-12-19"});
  const auto& agency = json.at("hubs")[0];
  EXPECT_EQ(agency.at("id"), "ars-hdf");
  // Of its six agreements five have no known end: among those certainly in force the university comes first.
  EXPECT_EQ(agency.at("dates_low"), 1);
  EXPECT_EQ(agency.at("dates_high"), 2);
  EXPECT_EQ(agency.at("rule_high"), 1);
  // The agency's own letter makes it the hub.
  EXPECT_EQ(agency.at("sources_high"), 2);
  EXPECT_EQ(agency.at("decisive_source"), "s5-lettre-ars");
  EXPECT_EQ(agency.at("rank_without_source"), 2);
  const auto& trust = json.at("trust");
  EXPECT_EQ(trust.at("level"), "none");
  EXPECT_EQ(trust.at("doubtful_agreements"), 7);
  EXPECT_EQ(trust.at("agreements_of_one_source"), 10);
  for (const auto& hub : json.at("hubs")) {
    for (const std::string what : {"rank", "dates", "rule", "sources"}) {
      EXPECT_LE(hub.at(what + "_low"), hub.at("rank")) << hub;
      EXPECT_GE(hub.at(what + "_high"), hub.at("rank")) << hub;
    }
  }
  EXPECT_EQ(json_of({"hubs", kPackage}).at("trust").at("doubtful_agreements"), nullptr);
}

TEST(Hubs, say_how_far_they_can_be_trusted) {
  const auto french = run({"--lang", "fr", "hubs", kPackage, "--as-of", "2024-12-19"}).out;
  EXPECT_THAT(french, HasSubstr("Ce classement ne peut pas faire foi\u00A0: 10 partenariats seulement"));
  EXPECT_THAT(
      french,
      HasSubstr("sans S5, «\u00A0Lettre d’information de l’ARS Hauts-de-France du 19 décembre 2024\u00A0», ce serait "
                "le rang 2. C’est l’institution elle-même qui publie cette source."));
  EXPECT_THAT(french, HasSubstr("Selon les dates"));
  const auto five = run({"hubs", "-"}, {.input = kFive}).out;
  EXPECT_THAT(five, AllOf(HasSubstr("cannot be trusted: 5 partnerships only"),
                          HasSubstr("Every interval holds the first rank"), Not(HasSubstr("By dates"))));
  EXPECT_THAT(run({"hubs", "-", "--resamples", "0"}, {.input = kFive}).out, HasSubstr("without intervals"));
}

TEST(Hubs, of_people_speak_of_people) {
  const auto french = run({"--lang", "fr", "hubs", kPackage, "--view", "people"}).out;
  EXPECT_THAT(french,
              AllOf(HasSubstr("personnes peuvent tenir le premier rang"), HasSubstr("sans cette personne"),
                    HasSubstr("Signataires connus pour 3 accords sur 10."), Not(HasSubstr("institutions peuvent"))));
}

TEST(DependenceCommand, counts_the_five_agreements) {
  const auto json = json_of({"dependence", "-"}, {.input = kFive});
  const auto& a = json.at("institutions")[0];
  EXPECT_EQ(a.at("id"), "A");
  EXPECT_EQ(a.at("agreements_held"), Json::parse(R"({"first_1":1.0,"first_3":1.0,"first_5":1.0})"));
  EXPECT_NEAR(a.at("strength_held").at("first_1").get<double>(), 11.0 / 18, 1e-11);
  EXPECT_NEAR(a.at("herfindahl").get<double>(), 25.0 / 54, 1e-11);
  EXPECT_EQ(json.at("whole").at("agreements"), 5);
  EXPECT_NEAR(json.at("whole").at("herfindahl").get<double>(), 31.0 / 121, 1e-11);
  EXPECT_EQ(json.at("whole").at("in_force").at("possible").at("agreements"), 5);
  EXPECT_EQ(json.at("whole").at("in_force").at("certain").at("agreements_held").at("first_1"), nullptr);
  const auto one = json_of({"dependence", "-", "D"}, {.input = kFive});
  EXPECT_EQ(one.at("institution").at("id"), "D");
  EXPECT_EQ(one.at("partners")[0].at("id"), "C");
  EXPECT_EQ(one.at("partners")[0].at("agreement_ids"), Json::parse(R"(["3","5"])"));
}

TEST(DependenceCommand, speaks_of_certain_and_possible_agreements) {
  const auto json = json_of({"dependence", kPackage});
  EXPECT_EQ(json.at("whole").at("in_force").at("certain").at("agreements"), 3);
  EXPECT_EQ(json.at("whole").at("in_force").at("possible").at("agreements"), 10);
  const auto& last = json.at("institutions").back();
  EXPECT_EQ(last.at("reason"), "no_partner");
  EXPECT_EQ(last.at("herfindahl"), nullptr);
  EXPECT_THAT(run({"--lang", "fr", "dependence", kPackage}).out, HasSubstr("n’ont qu’un seul partenaire"));
  EXPECT_EQ(run({"dependence", kPackage, "--view", "affiliations"}).exit_code, 2);
  EXPECT_EQ(run({"dependence", kPackage, "Nobody at all"}).exit_code, 2);
  EXPECT_EQ(run({"dependence", kPackage, "one", "two"}).exit_code, 2);
}

TEST(DependenceCommand, takes_a_name_alone_where_the_data_are_known) {
  const Around around{
      .environment = {{"LC_ALL", "C"}, {"MAILLAGE_DATA", std::string(MAILLAGE_SOURCE_DIR) + "/data/hauts-de-france"}}};
  EXPECT_THAT(Process({"dependence", "Université de Lille"}, around).wait().out,
              HasSubstr("Dependence: Université de Lille"));
  EXPECT_EQ(Process({"dependence"}, around).wait().exit_code, 0);
}

TEST(PeopleCommand, puts_people_and_institutions_side_by_side) {
  const auto json = json_of({"people", kPackage});
  EXPECT_EQ(json.at("known"), Json::parse(R"({"agreements":10,"with_signatories":3})"));
  EXPECT_TRUE(json.at("interlocks").empty());
  EXPECT_TRUE(json.at("changes").empty());
  const auto& first = json.at("people")[0];
  EXPECT_EQ(first.at("id"), "regis-bordet");
  EXPECT_EQ(first.at("agreements"), 2);
  EXPECT_EQ(first.at("institutions")[0].at("last_seen"), "2024-07-08");
  EXPECT_THAT(run({"--lang", "fr", "people", kPackage}).out, HasSubstr("personne ne relie deux institutions"));
  EXPECT_EQ(json_of({"people", kPackage, "Inserm"}).at("people").size(), 1U);
  EXPECT_EQ(run({"people", kPackage, "--table", "friends"}).exit_code, 2);
  EXPECT_EQ(run({"people", kPackage, "--table", "changes"}).exit_code, 0);
}

// docs/people.md draws it.
TEST(PeopleCommand, tells_what_outlives_a_change_of_head) {
  const auto json = json_of({"people", "data/examples/changes-of-head"});
  ASSERT_EQ(json.at("interlocks").size(), 2U);
  EXPECT_EQ(json.at("interlocks")[0].at("relation"), "in_turn");
  EXPECT_EQ(json.at("interlocks")[1].at("relation"), "same_time");
  ASSERT_EQ(json.at("changes").size(), 1U);
  const auto& change = json.at("changes")[0];
  EXPECT_EQ(change.at("counts"),
            Json::parse(R"({"signed":3,"in_force_certain":1,"in_force_possible":1,"ended":2,"renewed":1})"));
  EXPECT_EQ(change.at("agreements")[0].at("renewals"),
            Json::parse(R"([{"agreement":"logement-2023","signed_by_successor":true}])"));
  EXPECT_EQ(change.at("agreements")[0].at("status_at_change"), "in_force");
  EXPECT_EQ(change.at("agreements")[0].at("status"), "ended");
}

TEST(CommunitiesCommand, tells_how_firmly_each_belongs) {
  const auto json = json_of({"communities", kPackage});
  EXPECT_EQ(json.at("settings").at("resamples"), 1000);
  std::map<std::string, Json> stays;
  for (const auto& node : json.at("nodes")) stays[node.at("id")] = node.at("stays");
  EXPECT_EQ(stays.at("ville-villeneuve-ascq"), nullptr);  // alone
  // One agreement of ten: drawn at least once in 1 − 0.9¹⁰ = 0.651 of the samples.
  EXPECT_NEAR(stays.at("ch-valenciennes").get<double>(), 0.651, 0.05);
  EXPECT_THAT(run({"--lang", "fr", "communities", kPackage}).out,
              HasSubstr("un membre reste avec la moitié de sa communauté"));
  EXPECT_FALSE(json_of({"communities", kPackage, "--resamples", "0"}).at("nodes")[0].contains("stays"));
}

TEST(ViewsOfTwoKinds, say_what_has_no_meaning_and_do_the_rest) {
  const auto json =
      json_of({"centrality", kPackage, "--view", "affiliations", "--measure", "degree,clustering,constraint"});
  EXPECT_EQ(json.at("settings").at("no_meaning"),
            Json::parse(R"({"clustering":"two_kinds","constraint":"two_kinds"})"));
  EXPECT_EQ(json.at("nodes").size(), 19U);
  EXPECT_FALSE(json_of({"centrality", kPackage, "--view", "people", "--measure", "clustering"})
                   .at("settings")
                   .contains("no_meaning"));
  EXPECT_THAT(run({"--lang", "fr", "structure", kPackage, "--view", "two-mode"}).out,
              HasSubstr("la mesure «\u00A0Transitivité\u00A0» n’y dit rien"));
}

// Every command that takes a view, in every view: whatever cannot be said is said so, and nothing fails.
TEST(Views, stand_in_every_command) {
  for (const auto* view : {"people", "affiliations", "two-mode"}) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{
              "centrality", kPackage, "--measure",
              "degree,strength,hyperdegree,closeness,harmonic,betweenness,eigenvector,katz,pagerank,core,"
              "clustering,constraint,effective_size,articulation,participation,within_module_z,subgraph,"
              "current_flow_closeness,current_flow_betweenness,edge_betweenness"},
          {"hubs", kPackage, "--measure", "betweenness", "--resamples", "50"},
          {"structure", kPackage},
          {"communities", kPackage},
          {"path", kPackage, "Régis Bordet", "Hugo Gilardi"}}) {
      if (words[0] == "path" && std::string(view) == "two-mode") continue;  // no people there
      auto asked = words;
      asked.insert(asked.end(), {"--view", view});
      const auto done = run(asked);
      EXPECT_EQ(done.exit_code, 0) << words[0] << " " << view << done.err;
      EXPECT_FALSE(done.out.empty());
    }
  }
}

TEST(TrustCommands, give_the_same_bytes_on_any_number_of_threads) {
  for (const auto& [command, data] : std::map<std::string, std::string>{
           {"hubs", kPackage}, {"dependence", "data/eu-projects"}, {"people", kPackage}}) {
    const auto alone = run({"--threads", "1", command, data, "--format", "json"});
    EXPECT_EQ(alone.exit_code, 0) << alone.err;
    EXPECT_FALSE(alone.out.empty()) << command;
    EXPECT_EQ(alone.out, run({"--threads", "2", command, data, "--format", "json"}).out) << command;
  }
}

}  // namespace
}  // namespace maillage::program

// SPDX-License-Identifier: Apache-2.0
// What centrality, hubs, communities, structure and path take on the command line, and what they refuse.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// A triangle A B C with a tail to D, a pair E F, an isolate G.
const std::string kTies = "source,target,weight\nA,B,2\nB,C,1\nA,C,3\nC,D,1\nE,F,\nG,,\n";

Run on_ties(std::vector<std::string> words) {
  Around around;
  around.input = kTies;
  return run(words, around);
}
Json json_on_ties(std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  const auto done = on_ties(words);
  if (done.exit_code != 0) throw std::runtime_error(done.err);
  return done.json();
}

std::vector<std::string> ids_of(const Json& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.at("id"));
  return ids;
}

TEST(MeasureOption, IsOneWordWhereverDataStands) {
  const auto expected = on_ties({"centrality", "-", "--measure", "degree,strength", "--format", "csv"}).out;
  EXPECT_THAT(expected, StartsWith("id,name,kind,degree,strength\nA,A,other,2,5\n"));
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"centrality", "--measure", "degree,strength", "-", "--format", "csv"},
        {"centrality", "--measure", "degree", "--measure", "strength", "--format", "csv", "-"},
        {"centrality", "--measure", "degree", "-", "--measure", "strength", "--format", "csv"},
        {"centrality", "--measure=degree,strength", "-", "--format=csv"},
        {"centrality", "--measure", "degree,strength,degree", "-", "--format", "csv"}}) {
    const auto done = on_ties(words);
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_EQ(done.out, expected);
  }
}

TEST(RepeatableOption, LeavesWhatFollowsItsWord) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"centrality", "--type", "charter,other", "-"},
                                                {"centrality", "--kind", "other", "-"},
                                                {"centrality", "--status", "unknown", "-"},
                                                {"centrality", "--columns", "id,name", "-"},
                                                {"list", "--party", "A", "--party", "B", "-", "agreements"},
                                                {"list", "--type", "other", "-", "agreements"}}) {
    EXPECT_EQ(on_ties(words).exit_code, 0) << words[1] << ": " << on_ties(words).err;
  }
}

struct Refused {
  std::vector<std::string> words;
  const char* allowed;
};

TEST(Values, ThatAreNotAllowedAreNamedWithWhatIs) {
  for (const auto& [words, allowed] :
       {Refused{{"centrality", "-", "--damping", "2"}, "a number from 0 to less than 1"},
        {{"centrality", "-", "--damping", "1"}, "a number from 0 to less than 1"},
        {{"centrality", "-", "--damping", "nan"}, "a number from 0 to less than 1"},
        {{"centrality", "-", "--distance", "foo"}, "hops, inverse, weight"},
        {{"centrality", "-", "--measure", "charm"}, "degree, strength"},
        {{"centrality", "-", "--measure", ""}, "degree, strength"},
        {{"hubs", "-", "--measure", "charm"}, "degree, strength"},
        {{"hubs", "-", "--resamples", "-1"}, "a whole number from 0 to 1000000"},
        {{"hubs", "-", "--top", "-3"}, "a whole number, 1 at least"},
        {{"hubs", "-", "--top", "2.5"}, "a whole number, 1 at least"},
        {{"hubs", "-", "--seed", "-1"}, "a whole number, 0 at least"},
        {{"communities", "-", "--seed", "abc"}, "a whole number, 0 at least"},
        {{"communities", "-", "--resolution", "-1"}, "a number greater than 0"},
        {{"communities", "-", "--resolution", "0"}, "a number greater than 0"},
        {{"communities", "-", "--resolution", "inf"}, "a number greater than 0"},
        {{"communities", "-", "--runs", "0"}, "a whole number from 1 to 100000"},
        {{"communities", "-", "--algorithm", "chance"}, "leiden, louvain"},
        {{"path", "-", "A", "D", "--distance", "miles"}, "hops, inverse, weight"},
        {{"draw", "-", "--width", "3"}, "a number from 280 to 20000"},
        {{"structure", "-", "--threads", "-1"}, "a whole number from 0 to 1024"}}) {
    const auto& value = words.back();
    const auto& option = words[words.size() - 2];
    const auto done = on_ties(words);
    EXPECT_EQ(done.exit_code, 2) << option << ' ' << value;
    EXPECT_THAT(done.out, IsEmpty());
    EXPECT_THAT(done.err, AllOf(StartsWith("maillage: " + option), HasSubstr("“" + value + "”"), HasSubstr(allowed)));
  }
}

TEST(Values, AreRefusedInTheLanguageChosen) {
  const auto done = on_ties({"--lang", "fr", "communities", "-", "--resolution", "-1"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, HasSubstr("--resolution\u00a0: «\u00a0-1\u00a0» n’est pas permis\u202f; il faut un nombre plus "
                                  "grand que 0."));
}

TEST(Directions, AreThoseOfTheRows) {
  const auto found = [](const std::vector<std::string>& words) {
    auto all = std::vector<std::string>{"centrality", "-", "--format", "json", "--measure"};
    all.insert(all.end(), words.begin(), words.end());
    Around around;
    around.input = "source,target,weight\nB,A,2\nB,C,1\nC,B,1\nC,D,1\nB,A,1\nE,,\n";
    const auto done = run(all, around);
    EXPECT_EQ(done.exit_code, 0) << done.err;
    return done.json();
  };
  const auto directed = found({"in_degree,out_degree,in_strength,out_strength,closeness,edge_betweenness", "--directed"});
  const auto of = [&](std::size_t v, const char* code) { return directed.at("nodes").at(v).at(code).get<double>(); };
  EXPECT_EQ(of(0, "in_degree"), 1);
  EXPECT_EQ(of(0, "in_strength"), 3);  // parallel rows add up
  EXPECT_EQ(of(0, "out_degree"), 0);
  EXPECT_EQ(of(1, "out_strength"), 4);
  EXPECT_EQ(of(1, "in_degree"), 1);
  EXPECT_EQ(of(4, "in_degree"), 0);
  EXPECT_NEAR(of(3, "closeness"), 2.0 / 4 * 2 / 3, 1e-12);  // C at 1, B at 2
  EXPECT_TRUE(directed.at("settings").at("directed").get<bool>());
  ASSERT_EQ(directed.at("edges").size(), 4U);
  EXPECT_EQ(directed.at("edges")[0].at("source"), "B");
  EXPECT_EQ(directed.at("edges")[0].at("target"), "A");
  EXPECT_EQ(directed.at("edges")[0].at("edge_betweenness"), 2);
  const auto outward = found({"closeness", "--directed", "--mode", "out"});
  EXPECT_NEAR(outward.at("nodes")[2].at("closeness").get<double>(), 3.0 / 4 * 3 / 4, 1e-12);  // B and D at 1, A at 2
  const auto undirected = found({"in_degree,degree"});
  EXPECT_TRUE(undirected.at("nodes")[0].at("in_degree").is_null());
  EXPECT_EQ(undirected.at("nodes")[0].at("degree"), 1);
  EXPECT_EQ(undirected.at("settings").at("undefined").at("in_degree"), "no_direction");
}

TEST(Directions, AreOfInstitutionsAlone) {
  const auto done = on_ties({"centrality", "-", "--directed", "--view", "people"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, HasSubstr("only the network of institutions has"));
}

TEST(HubTable, NamesTheMeasureOverItsScores) {
  EXPECT_THAT(on_ties({"--lang", "en", "hubs", "-", "--measure", "harmonic"}).out, HasSubstr("Harmonic closeness"));
  EXPECT_THAT(on_ties({"--lang", "fr", "hubs", "-"}).out, HasSubstr("Force"));
}

TEST(Katz, RefusesAnAlphaWithoutAnEnd) {
  const auto done = on_ties({"centrality", "-", "--measure", "katz", "--alpha", "3"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(StartsWith("maillage: --alpha: “3”"), HasSubstr("it must be below")));
}

TEST(SortAndTop, ActOnJsonAsOnTables) {
  const auto central = json_on_ties({"centrality", "-", "--measure", "strength", "--sort", "-strength", "--top", "3"});
  EXPECT_THAT(ids_of(central.at("nodes")), ElementsAre("A", "C", "B"));
  const auto hubs = json_on_ties({"hubs", "-", "--sort", "-betweenness", "--top", "1"});
  EXPECT_THAT(ids_of(hubs.at("hubs")), ElementsAre("C"));
  const auto groups = json_on_ties({"communities", "-", "--sort", "size", "--top", "2"});
  ASSERT_EQ(groups.at("communities").size(), 2U);
  EXPECT_EQ(groups.at("communities")[0].at("size"), 1);
  EXPECT_EQ(groups.at("communities")[1].at("size"), 2);
  EXPECT_EQ(groups.at("nodes").size(), 7U);
}

TEST(Stability, OfOneRunOrOfAGivenPartitionIsUndefined) {
  const auto one = json_on_ties({"communities", "-", "--runs", "1"}).at("stability");
  EXPECT_EQ(one, Json::parse(R"({"nmi":null,"ari":null,"runs":1})"));
  EXPECT_THAT(on_ties({"communities", "-", "--runs", "1"}).out, HasSubstr("NMI –, ARI –"));
  const auto two = json_on_ties({"communities", "-", "--runs", "2"}).at("stability");
  EXPECT_EQ(two, Json::parse(R"({"nmi":1.0,"ari":1.0,"runs":2})"));
  const ScratchFolder scratch;
  write_text(scratch / "groups.csv", "id,community\nA,x\nB,x\nC,y\nD,y\nE,z\nF,z\nG,w\n");
  const auto given = json_on_ties({"communities", "-", "--partition", scratch / "groups.csv"});
  EXPECT_EQ(given.at("stability"), Json::parse(R"({"nmi":null,"ari":null,"runs":0})"));
  EXPECT_EQ(given.at("seed"), nullptr);
  EXPECT_EQ(given.at("communities").size(), 4U);
}

TEST(Stability, NeedsAPartitionOfAllNodes) {
  const ScratchFolder scratch;
  write_text(scratch / "groups.csv", "node,group\nA,x\n");
  const auto done = on_ties({"communities", "-", "--partition", scratch / "groups.csv"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("groups.csv"), HasSubstr("“id”"), HasSubstr("node and group")));
  write_text(scratch / "few.csv", "id,community\nA,x\n");
  const auto incomplete = on_ties({"communities", "-", "--partition", scratch / "few.csv"});
  EXPECT_EQ(incomplete.exit_code, 2);
  EXPECT_THAT(incomplete.err, HasSubstr("“B”"));
}

TEST(Hubs, SayWhatTheirMeasureRestsOn) {
  const auto settings = json_on_ties({"hubs", "-", "--measure", "harmonic", "--distance", "inverse"}).at("settings");
  EXPECT_EQ(settings.at("distance"), "inverse");
  EXPECT_EQ(settings.at("normalized"), false);
  EXPECT_EQ(settings.at("interval"), 0.9);
  EXPECT_EQ(settings.at("percentiles"), Json::parse("[5,95]"));
  EXPECT_THAT(on_ties({"hubs", "-", "--distance", "inverse"}).out, HasSubstr("distance inverse weight"));
}

TEST(Path, SaysHowLongItIs) {
  EXPECT_THAT(on_ties({"path", "-", "A", "D", "--distance", "weight"}).out, HasSubstr("Length 4.0000; of a tie: weight."));
  EXPECT_EQ(on_ties({"path", "-", "A", "D", "--damping", "0.5"}).exit_code, 2);  // it would change nothing
}

TEST(Hubs, SayWhatTheirIntervalsAre) {
  EXPECT_THAT(on_ties({"hubs", "-"}).out, HasSubstr("90% intervals (5th to 95th percentile) from 1,000 resamplings"));
  EXPECT_THAT(on_ties({"--lang", "fr", "hubs", "-"}).out, HasSubstr("intervalles à 90\u00a0% (du 5e au 95e centile) tirés de"));
}

TEST(EdgeBetweenness, FillsTheTies) {
  const auto alone = json_on_ties({"centrality", "-", "--measure", "edge_betweenness", "--sort", "-edge_betweenness"});
  ASSERT_EQ(alone.at("edges").size(), 5U);
  EXPECT_EQ(alone.at("edges")[0], Json::parse(R"({"source":"C","target":"D","edge_betweenness":3.0})"));
  EXPECT_EQ(alone.at("nodes").size(), 7U);
  const auto both = json_on_ties({"centrality", "-", "--measure", "degree,edge_betweenness", "--normalized"});
  EXPECT_EQ(both.at("edges")[0], Json::parse(R"({"source":"A","target":"B","edge_betweenness":0.047619047619})"));
  EXPECT_TRUE(both.at("nodes")[0].contains("degree"));
  EXPECT_FALSE(both.at("nodes")[0].contains("edge_betweenness"));
  EXPECT_THAT(on_ties({"centrality", "-", "--measure", "edge_betweenness", "--format", "csv"}).out,
              StartsWith("source,target,edge_betweenness\nA,B,1\n"));
  EXPECT_THAT(on_ties({"centrality", "-", "--measure", "degree,edge_betweenness"}).out, HasSubstr("--format json"));
  EXPECT_EQ(on_ties({"hubs", "-", "--measure", "edge_betweenness"}).exit_code, 2);
}

TEST(Distance, ReadsWeightsAsLengthsOrTheirInverse) {
  // A–C directly: 3 by weight and 1/3 by its inverse; over B: 2 + 1 and 1/2 + 1.
  EXPECT_NEAR(json_on_ties({"path", "-", "A", "D", "--distance", "inverse"}).at("length").get<double>(), 4.0 / 3, 1e-11);
  EXPECT_EQ(json_on_ties({"path", "-", "A", "D", "--distance", "weight"}).at("length"), 4.0);
  EXPECT_EQ(json_on_ties({"path", "-", "A", "D"}).at("length"), 2.0);
  const auto by_weight =
      json_on_ties({"centrality", "-", "--measure", "betweenness,harmonic,closeness", "--distance", "weight"});
  EXPECT_EQ(by_weight.at("settings").at("distance"), "weight");
  const auto& b = by_weight.at("nodes")[1];
  EXPECT_EQ(b.at("id"), "B");
  EXPECT_NEAR(b.at("betweenness").get<double>(), 1, 1e-11);  // half of A–C and half of A–D
  EXPECT_NEAR(b.at("harmonic").get<double>(), 1.0 / 2 + 1 + 1.0 / 2, 1e-11);
  EXPECT_NEAR(b.at("closeness").get<double>(), 3.0 / 6 * 3 / 5, 1e-11);
}

}  // namespace
}  // namespace maillage::program

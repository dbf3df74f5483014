// SPDX-License-Identifier: Apache-2.0
// Networks that the literature has measured, from an edge list or a table of agreements to the JSON of the program.
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "published/dolphins.hpp"
#include "published/published_networks.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
using namespace published;

/// "07", so that ids in byte order are the numbers in order.
std::string two_digits(Vertex v) { return (v < 10 ? "0" : "") + std::to_string(v); }

template <class Name>
std::string edge_list(const Network& network, Name name) {
  std::string text = "source,target\n";
  for (EdgeId e = network.edge_count(); e-- > 0;) text += name(network.target(e)) + "," + name(network.source(e)) + "\n";
  for (Vertex v = 0; v < network.vertex_count(); ++v) {
    if (network.degree(v) == 0) text += name(v) + ",\n";
  }
  return text;
}

/// Every event an agreement of the women who came, by their number.
std::string southern_women_agreements() {
  std::vector<std::string> women_at(14);
  const auto attended = southern_women();
  for (Vertex woman = 0; woman < attended.size(); ++woman) {
    for (const auto event : attended[woman]) women_at[event] += (women_at[event].empty() ? "" : "|") + two_digits(woman);
  }
  std::string text = "id,parties\n";
  for (Vertex event = 0; event < 14; ++event) text += "E" + two_digits(event + 1) + "," + women_at[event] + "\n";
  return text;
}

const std::string kFiveAgreements = "id,parties\n1,A|B|C\n2,A|B\n3,C|D\n4,D\n5,A|B|C|D\n";

Json answer(const std::string& input, std::vector<std::string> words) {
  Around around;
  around.input = input;
  words.insert(words.begin() + 1, "-");
  return json_of(words, around);
}

class Measured {
 public:
  Measured(const std::string& input, const std::string& measures, const std::vector<std::string>& options = {}) {
    std::vector<std::string> words{"centrality", "--measure", measures};
    words.insert(words.end(), options.begin(), options.end());
    answer_ = answer(input, words);
  }
  const Json& of(const std::string& id, const std::string& measure) const {
    for (const auto& node : answer_.at("nodes")) {
      if (node.at("id") == id) return node.at(measure);
    }
    throw std::runtime_error("no node " + id);
  }
  double number(const std::string& id, const std::string& measure) const { return of(id, measure).get<double>(); }
  const Json& network() const { return answer_.at("network"); }

 private:
  Json answer_;
};

TEST(PublishedThroughProgram, KarateClub) {
  const auto club = edge_list(karate_club(), two_digits);
  const Measured m(club, "degree,closeness,harmonic,betweenness,eigenvector,pagerank,core,clustering,constraint");
  EXPECT_EQ(m.network().at("nodes"), 34);
  EXPECT_EQ(m.network().at("edges"), 78);
  EXPECT_EQ(m.of("33", "degree"), 17);
  EXPECT_NEAR(m.number("00", "betweenness"), 231.0714286, 1e-7);
  EXPECT_NEAR(m.number("33", "betweenness"), 160.5515873, 1e-7);
  EXPECT_NEAR(m.number("00", "closeness"), 0.5689655, 1e-7);
  EXPECT_NEAR(m.number("33", "harmonic"), 23.25, 1e-9);
  EXPECT_NEAR(m.number("33", "eigenvector"), 0.3733635, 1e-6);
  EXPECT_NEAR(m.number("33", "pagerank"), 0.10091918, 1e-8);
  EXPECT_EQ(m.of("33", "core"), 4);
  EXPECT_NEAR(m.number("00", "clustering"), 0.15, 1e-9);
  EXPECT_NEAR(m.number("00", "constraint"), 0.1554233, 1e-7);
  EXPECT_NEAR(Measured(club, "betweenness", {"--normalized"}).number("00", "betweenness"), 0.4376353, 1e-7);
}

TEST(PublishedThroughProgram, KarateClubStructureAndCommunities) {
  const auto club = edge_list(karate_club(), two_digits);
  const auto structure = answer(club, {"structure"});
  EXPECT_NEAR(structure.at("density").get<double>(), 0.1390374, 1e-7);
  EXPECT_NEAR(structure.at("transitivity").get<double>(), 0.2556818, 1e-7);
  EXPECT_NEAR(structure.at("assortativity").at("degree").get<double>(), -0.4756131, 1e-7);
  EXPECT_EQ(structure.at("articulation_points"), Json::parse(R"(["00"])"));
  EXPECT_EQ(structure.at("bridges"), Json::parse(R"([["00","11"]])"));
  EXPECT_EQ(structure.at("max_core"), 4);
  for (const auto* algorithm : {"leiden", "louvain"}) {
    const auto groups = answer(club, {"communities", "--algorithm", algorithm});
    EXPECT_NEAR(groups.at("modularity").get<double>(), 0.4197896, 1e-7) << algorithm;
    EXPECT_EQ(groups.at("communities").size(), 4U) << algorithm;
  }
  // The two sides of the split that Zachary saw.
  const ScratchFolder scratch;
  std::string sides = "id,community\n";
  const auto faction = karate_factions();
  for (Vertex v = 0; v < 34; ++v) sides += two_digits(v) + (faction[v] == 1 ? ",president\n" : ",instructor\n");
  write_text(scratch / "sides.csv", sides);
  const auto split = answer(club, {"communities", "--partition", scratch / "sides.csv"});
  EXPECT_NEAR(split.at("modularity").get<double>(), 0.3582347, 1e-7);
}

TEST(PublishedThroughProgram, FlorentineFamilies) {
  const auto families = edge_list(florentine_marriages(), [](Vertex v) { return std::string(kFlorentineFamilies[v]); });
  const Measured m(families, "degree,closeness,harmonic,betweenness,constraint,effective_size,clustering,articulation");
  EXPECT_EQ(m.network().at("components"), 2);
  EXPECT_NEAR(m.number("Medici", "betweenness"), 47.5, 1e-9);
  EXPECT_NEAR(m.number("Guadagni", "betweenness"), 23.1666667, 1e-7);
  EXPECT_NEAR(m.number("Medici", "closeness"), 14.0 / 15 * 14 / 25, 1e-9);
  EXPECT_NEAR(m.number("Medici", "harmonic"), 9.5, 1e-9);
  EXPECT_NEAR(m.number("Medici", "constraint"), 0.2098765, 1e-7);
  EXPECT_NEAR(m.number("Medici", "effective_size"), 5.6666667, 1e-7);
  EXPECT_EQ(m.of("Medici", "articulation"), 1);
  EXPECT_EQ(m.of("Pucci", "closeness"), 0);
  EXPECT_EQ(m.of("Pucci", "constraint"), nullptr);
  EXPECT_EQ(m.of("Pucci", "effective_size"), nullptr);
  const Measured share(families, "degree,betweenness,harmonic", {"--normalized"});
  EXPECT_NEAR(share.number("Medici", "betweenness"), 47.5 / 105, 1e-9);
  EXPECT_NEAR(share.number("Medici", "degree"), 0.4, 1e-9);
  EXPECT_NEAR(share.number("Medici", "harmonic"), 9.5 / 15, 1e-9);
}

TEST(PublishedThroughProgram, KrackhardtKite) {
  const Measured m(edge_list(krackhardt_kite(), two_digits), "degree,closeness,betweenness,core");
  EXPECT_EQ(m.of("03", "degree"), 6);
  EXPECT_NEAR(m.number("07", "betweenness"), 14, 1e-9);
  EXPECT_NEAR(m.number("05", "betweenness"), 25.0 / 3, 1e-9);
  EXPECT_NEAR(m.number("05", "closeness"), 9.0 / 14, 1e-9);
  EXPECT_EQ(m.of("07", "core"), 2);
}

TEST(PublishedThroughProgram, SouthernWomen) {
  const auto women = southern_women_agreements();
  const Measured joined(women, "degree,strength,hyperdegree");
  EXPECT_EQ(joined.network().at("edges"), 139);
  EXPECT_EQ(joined.of("00", "hyperdegree"), 8);
  EXPECT_NEAR(joined.number("00", "strength"), 8, 1e-9);
  EXPECT_EQ(joined.of("17", "degree"), 12);
  const Measured two_mode(women, "betweenness", {"--view", "two-mode"});
  EXPECT_EQ(two_mode.network().at("nodes"), 32);
  EXPECT_EQ(two_mode.network().at("edges"), 89);
  EXPECT_NEAR(two_mode.number("E08", "betweenness"), 110.2064, 5e-5);
  EXPECT_NEAR(two_mode.number("13", "betweenness"), 50.4903, 5e-5);
  EXPECT_NEAR(answer(women, {"communities"}).at("modularity").get<double>(), 0.264144, 5e-7);
}

// Ten ties of seven persons as the tests of networkx (3.x) have them: structural holes to three decimals.
TEST(PublishedThroughProgram, StructuralHoles) {
  const std::string measures = "constraint,effective_size,efficiency,hierarchy";
  const Measured plain("source,target\nA,B\nA,F\nA,G\nA,E\nE,G\nF,G\nB,G\nB,D\nD,G\nG,C\n", measures);
  const Measured weighted("source,target,weight\nA,B,2\nA,F,3\nA,G,5\nA,E,2\nE,G,8\nF,G,3\nB,G,4\nB,D,1\nD,G,3\nG,C,10\n", measures);
  const auto expect = [](const Measured& found, const std::string& id, const std::string& measure, double wanted) {
    EXPECT_NEAR(found.number(id, measure), wanted, 5.01e-4) << measure << " of " << id;
  };
  for (const auto& [id, value] : {std::pair{"G", 0.400}, {"A", 0.595}, {"C", 1.0}}) expect(plain, id, "constraint", value);
  for (const auto& [id, value] : {std::pair{"G", 4.667}, {"A", 2.5}, {"C", 1.0}}) expect(plain, id, "effective_size", value);
  for (const auto& [id, value] : {std::pair{"A", 0.625}, {"B", 0.556}, {"G", 0.778}, {"C", 1.0}}) expect(plain, id, "efficiency", value);
  for (const auto& [id, value] : {std::pair{"A", 0.168}, {"B", 0.074}, {"G", 0.095}, {"C", 1.0}}) expect(plain, id, "hierarchy", value);
  for (const auto& [id, value] : {std::pair{"G", 0.299}, {"A", 0.795}, {"C", 1.0}}) expect(weighted, id, "constraint", value);
  for (const auto& [id, value] : {std::pair{"G", 5.472}, {"A", 2.475}, {"C", 1.0}}) expect(weighted, id, "effective_size", value);
  for (const auto& [id, value] : {std::pair{"A", 0.619}, {"B", 0.557}, {"G", 0.912}, {"C", 1.0}}) expect(weighted, id, "efficiency", value);
  for (const auto& [id, value] : {std::pair{"A", 0.395}, {"B", 0.421}, {"G", 0.125}, {"C", 1.0}}) expect(weighted, id, "hierarchy", value);
}

// The best partition of the dolphins that is known has Q = 0.5285.
TEST(PublishedThroughProgram, Dolphins) {
  const auto found = answer(edge_list(dolphins(), two_digits), {"communities"});
  EXPECT_EQ(found.at("nodes").size(), 62U);
  EXPECT_NEAR(found.at("modularity").get<double>(), 0.528519441478, 1e-11);
  EXPECT_EQ(found.at("communities").size(), 5U);
}

TEST(PublishedThroughProgram, FiveAgreements) {
  const Measured m(kFiveAgreements, "strength,hyperdegree,degree,constraint");
  for (const auto& [id, strength, constraint] :
       {std::tuple{"A", 3.0, 0.8631116}, {"B", 3.0, 0.8631116}, {"C", 3.0, 0.8003544}, {"D", 2.0, 0.9881687}}) {
    EXPECT_NEAR(m.number(id, "strength"), strength, 1e-9) << id;
    EXPECT_NEAR(m.number(id, "constraint"), constraint, 5e-8) << id;
    EXPECT_EQ(m.of(id, "hyperdegree"), 3) << id;
    EXPECT_EQ(m.of(id, "degree"), 3) << id;
  }
  // Weights as lengths of the chains between two.
  const auto length = [](const std::string& a, const std::string& b) {
    return answer(kFiveAgreements, {"path", a, b, "--distance", "weight"}).at("length").get<double>();
  };
  EXPECT_NEAR(length("A", "C"), 5.0 / 6, 1e-9);
  EXPECT_NEAR(length("A", "D"), 1.0 / 3, 1e-9);
  EXPECT_NEAR(length("A", "B"), 2.0 / 3, 1e-9);  // by D: shorter than the 11/6 of their own tie
  const auto full = answer(kFiveAgreements, {"path", "A", "B", "--weight", "count", "--distance", "inverse"});
  EXPECT_NEAR(full.at("length").get<double>(), 1.0 / 3, 1e-9);
  EXPECT_EQ(full.at("steps")[0].at("agreements"), Json::parse(R"(["1","2","5"])"));
}

}  // namespace
}  // namespace maillage::program

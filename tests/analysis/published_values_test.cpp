// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "analysis/structure/structure.hpp"
#include "analysis/values_near.hpp"
#include "model/data_set_builder.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using namespace published;

constexpr MeasureOptions kNormalized{.normalized = true};

constexpr Vertex family(std::string_view name) {
  return static_cast<Vertex>(std::ranges::find(kFlorentineFamilies, name) - kFlorentineFamilies.begin());
}
constexpr auto medici = family("Medici"), guadagni = family("Guadagni"), albizzi = family("Albizzi"),
               pazzi = family("Pazzi"), pucci = family("Pucci");

/// With the Pucci left out: the literature often measures the 15 families that are joined.
constexpr Vertex without_pucci(Vertex v) { return v > pucci ? v - 1 : v; }
constexpr auto strozzi = without_pucci(family("Strozzi")), ridolfi = without_pucci(family("Ridolfi")),
               salviati = without_pucci(family("Salviati"));
Network joined_families() {
  const auto all = florentine_marriages();
  std::vector<Network::WeightedPair> pairs;
  for (EdgeId e = 0; e < all.edge_count(); ++e) {
    pairs.push_back({without_pucci(all.source(e)), without_pucci(all.target(e)), 1});
  }
  return Network(15, pairs);
}

TEST(PublishedValues, karate_club_degrees_and_betweenness) {
  const auto club = karate_club();
  EXPECT_EQ(club.edge_count(), 78U);
  const auto degrees = values_of(club, "degree");
  EXPECT_EQ(degrees[33], 17);
  EXPECT_EQ(degrees[0], 16);
  EXPECT_EQ(degrees[32], 12);
  EXPECT_EQ(degrees[11], 1);
  const auto between = values_of(club, "betweenness");
  EXPECT_NEAR(between[0], 231.0714286, 1e-7);
  EXPECT_NEAR(between[33], 160.5515873, 1e-7);
  EXPECT_NEAR(between[32], 76.6904762, 1e-7);
  EXPECT_NEAR(between[2], 75.8507937, 1e-7);
  EXPECT_EQ(between[11], 0);
  EXPECT_NEAR(values_of(club, "betweenness", kNormalized)[0], 0.4376353, 1e-7);
}

TEST(PublishedValues, karate_club_distances_and_walks) {
  const auto club = karate_club();
  const auto close = values_of(club, "closeness");
  EXPECT_NEAR(close[0], 0.5689655, 1e-7);
  EXPECT_NEAR(close[2], 0.5593220, 1e-7);
  EXPECT_NEAR(close[33], 0.55, 1e-12);
  EXPECT_NEAR(values_of(club, "harmonic")[33], 23.25, 1e-12);
  const auto vector = values_of(club, "eigenvector");
  EXPECT_NEAR(vector[33], 0.3733635, 1e-6);
  EXPECT_NEAR(vector[0], 0.3554914, 1e-6);
  EXPECT_NEAR(vector[2], 0.3171925, 1e-6);
  const auto rank = values_of(club, "pagerank");
  EXPECT_NEAR(rank[33], 0.10091918, 1e-8);
  EXPECT_NEAR(rank[0], 0.09699729, 1e-8);
}

TEST(PublishedValues, karate_club_structure) {
  const auto structure = structure_of(karate_club());
  EXPECT_EQ(structure.nodes, 34U);
  EXPECT_EQ(structure.components.size(), 1U);
  EXPECT_EQ(structure.articulation_points, std::vector<Vertex>{0});
  EXPECT_EQ(structure.bridges, (std::vector<std::pair<Vertex, Vertex>>{{0, 11}}));
  EXPECT_EQ(structure.max_core, 4U);
  EXPECT_NEAR(structure.density, 0.1390374, 1e-7);
  EXPECT_NEAR(structure.transitivity, 0.2556818, 1e-7);
  EXPECT_NEAR(structure.degree_assortativity, -0.4756131, 1e-7);
  const auto local = values_of(karate_club(), "clustering");
  EXPECT_NEAR(std::accumulate(local.begin(), local.end(), 0.0) / 34, 0.5706385, 1e-7);
  EXPECT_NEAR(values_of(karate_club(), "constraint")[0], 0.1554233, 1e-7);
  EXPECT_NEAR(values_of(karate_club(), "effective_size")[33], 15.2352941, 1e-7);
}

TEST(PublishedValues, florentine_families) {
  const auto families = joined_families();
  EXPECT_EQ(families.edge_count(), 20U);
  const auto between = values_of(families, "betweenness");
  EXPECT_NEAR(between[medici], 47.5, 1e-12);
  EXPECT_NEAR(between[guadagni], 23.1666667, 1e-7);
  EXPECT_NEAR(between[albizzi], 19.3333333, 1e-7);
  EXPECT_EQ(between[pazzi], 0);
  const auto shares = values_of(families, "betweenness", kNormalized);
  EXPECT_NEAR(shares[medici], 0.5219780, 1e-7);
  EXPECT_NEAR(shares[guadagni], 0.2545788, 1e-7);
  EXPECT_NEAR(values_of(families, "closeness")[medici], 0.56, 1e-12);
  EXPECT_NEAR(values_of(families, "harmonic")[medici], 9.5, 1e-12);
  const auto vector = values_of(families, "eigenvector");
  EXPECT_NEAR(vector[medici], 0.4303081, 1e-6);
  EXPECT_NEAR(vector[strozzi], 0.3559804, 1e-6);
  EXPECT_NEAR(vector[ridolfi], 0.3415526, 1e-6);
  EXPECT_NEAR(values_of(families, "constraint")[medici], 0.2098765, 1e-7);
  EXPECT_NEAR(values_of(families, "effective_size")[medici], 5.6666667, 1e-7);
  EXPECT_EQ(structure_of(families).articulation_points, (std::vector<Vertex>{albizzi, guadagni, medici, salviati}));
}

TEST(PublishedValues, a_family_without_marriages_changes_only_what_is_divided_by_the_number_of_families) {
  const auto families = florentine_marriages();
  EXPECT_NEAR(values_of(families, "betweenness")[medici], 47.5, 1e-12);
  EXPECT_NEAR(values_of(families, "betweenness", kNormalized)[medici], 47.5 / 105, 1e-12);
  EXPECT_NEAR(values_of(families, "closeness")[medici], 14.0 / 15 * 14 / 25, 1e-12);
  EXPECT_NEAR(values_of(families, "harmonic", kNormalized)[medici], 9.5 / 15, 1e-12);
  EXPECT_EQ(values_of(families, "closeness")[pucci], 0);
  EXPECT_EQ(values_of(families, "eigenvector")[pucci], 0);
  EXPECT_TRUE(std::isnan(values_of(families, "constraint")[pucci]));
  EXPECT_TRUE(std::isnan(values_of(families, "effective_size")[pucci]));
}

TEST(PublishedValues, krackhardt_kite) {
  const auto kite = krackhardt_kite();
  EXPECT_EQ(kite.edge_count(), 18U);
  const auto between = values_of(kite, "betweenness");
  EXPECT_NEAR(between[7], 14, 1e-12);
  EXPECT_NEAR(between[5], 25.0 / 3, 1e-12);
  EXPECT_NEAR(between[8], 8, 1e-12);
  EXPECT_NEAR(between[3], 11.0 / 3, 1e-12);
  EXPECT_NEAR(between[0], 5.0 / 6, 1e-12);
  EXPECT_NEAR(values_of(kite, "betweenness", kNormalized)[7], 14.0 / 36, 1e-12);
  const auto close = values_of(kite, "closeness");
  EXPECT_NEAR(close[5], 9.0 / 14, 1e-12);
  EXPECT_NEAR(close[3], 0.6, 1e-12);
  EXPECT_EQ(values_of(kite, "degree")[3], 6);
  EXPECT_NEAR(values_of(kite, "degree", kNormalized)[3], 2.0 / 3, 1e-12);
  EXPECT_NEAR(values_of(kite, "eigenvector")[3], 0.4810209, 1e-6);
  EXPECT_EQ(values_of(kite, "core"), (std::vector<double>{3, 3, 3, 3, 3, 3, 3, 2, 1, 1}));
  EXPECT_EQ(values_of(kite, "articulation"), (std::vector<double>{0, 0, 0, 0, 0, 0, 0, 1, 1, 0}));
}

// Check values of the definitions: triangle, star of four leaves, and the agreements {A,B,C} {A,B} {C,D} {A,B,C,D}.
TEST(PublishedValues, constraint_and_effective_size) {
  const Network triangle(3, std::vector<Network::WeightedPair>{{0, 1}, {1, 2}, {0, 2}});
  EXPECT_TRUE(near(values_of(triangle, "constraint"), {1.125, 1.125, 1.125}));
  EXPECT_TRUE(near(values_of(triangle, "effective_size"), {1, 1, 1}));
  const Network star(5, std::vector<Network::WeightedPair>{{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  EXPECT_TRUE(near(values_of(star, "constraint"), {0.25, 1, 1, 1, 1}));
  EXPECT_TRUE(near(values_of(star, "effective_size"), {4, 1, 1, 1, 1}));
  const Network projection(4, std::vector<Network::WeightedPair>{{0, 1, 11.0 / 6}, {0, 2, 5.0 / 6}, {1, 2, 5.0 / 6},
                                                                 {2, 3, 4.0 / 3}, {0, 3, 1.0 / 3}, {1, 3, 1.0 / 3}});
  EXPECT_TRUE(near(values_of(projection, "strength"), {3, 3, 3, 2}));
  const auto values = values_of(projection, "constraint");
  EXPECT_NEAR(values[0], 0.8631116, 5e-8);
  EXPECT_NEAR(values[2], 0.8003544, 5e-8);
  EXPECT_NEAR(values[3], 0.9881687, 5e-8);
}

constexpr auto kWomen = std::to_array<std::string_view>(
    {"Evelyn", "Laura", "Theresa", "Brenda", "Charlotte", "Frances", "Eleanor", "Pearl", "Ruth", "Verne", "Myra",
     "Katherine", "Sylvia", "Nora", "Helen", "Dorothy", "Olivia", "Flora"});

std::string event_id(std::uint32_t event) { return (event < 9 ? "E0" : "E") + std::to_string(event + 1); }

/// Every event an agreement of the women who came.
DataSet southern_women_data() {
  DataSetBuilder builder;
  for (std::uint32_t event = 0; event < 14; ++event) builder.add(AgreementRow{.id = event_id(event)});
  const auto attended = southern_women();
  for (std::size_t woman = 0; woman < attended.size(); ++woman) {
    builder.add(InstitutionRow{.id = kWomen[woman]});
    for (const auto event : attended[woman]) {
      builder.add(PartyRow{.agreement = event_id(event), .institution = kWomen[woman]});
    }
  }
  return builder.finish().data;
}

TEST(PublishedValues, southern_women_projected) {
  const auto data = southern_women_data();
  const auto view = build_network(data, {});
  const auto by_name = [&](std::string_view code, std::string_view name) {
    return measure(view, code, {}).values[view.vertex_of_institution(data.find_institution(name))];
  };
  EXPECT_EQ(view.network.vertex_count(), 18U);
  EXPECT_EQ(view.network.edge_count(), 139U);
  for (std::size_t woman = 0; woman < kWomen.size(); ++woman) {
    const auto events = static_cast<double>(southern_women()[woman].size());
    EXPECT_EQ(by_name("hyperdegree", kWomen[woman]), events);
    EXPECT_NEAR(by_name("strength", kWomen[woman]), events, 1e-12);  // Newman's weights
  }
  EXPECT_EQ(by_name("degree", "Charlotte"), 11);
  EXPECT_EQ(by_name("degree", "Flora"), 12);
  EXPECT_EQ(by_name("degree", "Nora"), 17);
}

TEST(PublishedValues, southern_women_counted_together) {
  const auto data = southern_women_data();
  const auto view = build_network(data, {.weight = Weighting::count});
  const auto together = [&](std::string_view a, std::string_view b) {
    return view.network.weight(view.network.find_edge(view.vertex_of_institution(data.find_institution(a)),
                                                      view.vertex_of_institution(data.find_institution(b))));
  };
  EXPECT_EQ(together("Evelyn", "Theresa"), 7);
  EXPECT_EQ(together("Evelyn", "Laura"), 6);
  EXPECT_EQ(together("Sylvia", "Katherine"), 6);
  EXPECT_EQ(together("Flora", "Olivia"), 2);
}

TEST(PublishedValues, southern_women_two_mode) {
  const auto data = southern_women_data();
  const auto view = build_network(data, {.kind = ViewKind::two_mode});
  EXPECT_EQ(view.network.vertex_count(), 32U);
  EXPECT_EQ(view.network.edge_count(), 89U);
  const auto between = measure(view, "betweenness", {}).values;
  const auto vector = measure(view, "eigenvector", {}).values;
  EXPECT_NEAR(between[view.vertex_of_agreement(data.find_agreement("E08"))], 110.2064, 5e-5);
  EXPECT_NEAR(between[view.vertex_of_agreement(data.find_agreement("E09"))], 101.9321, 5e-5);
  EXPECT_NEAR(between[view.vertex_of_institution(data.find_institution("Nora"))], 50.4903, 5e-5);
  // In a two-mode network each side has half of the squared length: plain iteration would swing between them.
  double women = 0;
  for (Vertex v = 0; v < 18; ++v) women += vector[v] * vector[v];
  EXPECT_NEAR(women, 0.5, 1e-10);
  EXPECT_EQ(structure_of(view.network).transitivity, 0);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <numeric>
#include <random>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/random_networks.hpp"
#include "analysis/slow_measures.hpp"
#include "analysis/structure/structure.hpp"
#include "analysis/values_near.hpp"
#include "network/boost_graph.hpp"

namespace maillage {
namespace {

using random_networks::Weights;

constexpr Distance kAllDistances[] = {Distance::hops, Distance::inverse, Distance::weight};

template <class Test>
void on_random_networks(Weights weights, Test test) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    test(random_networks::make(seed, weights));
  }
}

EdgeValueMap<std::vector<double>> lengths_map(const Network& network, Distance distance) {
  return {tie_lengths(network, distance)};
}

std::vector<double> boost_betweenness(const Network& network, Distance distance) {
  std::vector<double> values(network.vertex_count(), 0);
  const auto index = vertex_index_map(network);
  const auto centrality = boost::make_iterator_property_map(values.begin(), index);
  if (distance == Distance::hops) {
    boost::brandes_betweenness_centrality(network, boost::centrality_map(centrality).vertex_index_map(index));
  } else {
    boost::brandes_betweenness_centrality(
        network,
        boost::centrality_map(centrality).vertex_index_map(index).weight_map(lengths_map(network, distance)));
  }
  return values;
}

std::vector<double> boost_lengths(const Network& network, Vertex source, Distance distance) {
  std::vector<double> lengths(network.vertex_count());
  const auto index = vertex_index_map(network);
  boost::dijkstra_shortest_paths(network, source,
                                 boost::distance_map(boost::make_iterator_property_map(lengths.begin(), index))
                                     .weight_map(lengths_map(network, distance))
                                     .vertex_index_map(index)
                                     .distance_inf(slow::infinite));
  return lengths;
}

// Boost compares lengths of paths without a tolerance: only where sums are exact do both see the same ties.
TEST(Betweenness, equals_that_of_boost) {
  on_random_networks(Weights::dyadic, [](const Network& network) {
    for (const auto distance : {Distance::hops, Distance::weight}) {
      EXPECT_TRUE(near(values_of(network, "betweenness", {.distance = distance}), boost_betweenness(network, distance)));
    }
  });
}

/// Hundreds of vertices, some of them hubs, with a long tail: many batches of sources, far apart in a search.
Network with_hubs_and_a_tail(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto n = static_cast<Vertex>(200 + random() % 300);
  std::vector<Network::WeightedPair> pairs;
  for (Vertex i = 0; i < 2 * n; ++i) {
    pairs.push_back({static_cast<Vertex>(random() % n), static_cast<Vertex>(random() % (1 + random() % n))});
  }
  for (Vertex tail = n; tail < n + 60; ++tail) pairs.push_back({tail - 1, tail});
  return Network(n + 65, pairs);  // and five isolates
}

TEST(Betweenness, estimates_from_drawn_sources_are_right_in_the_mean) {
  const auto network = with_hubs_and_a_tail(1);
  const auto n = network.vertex_count();
  const auto exact = betweenness(network, Distance::hops);
  EXPECT_EQ(sampled_betweenness(network, n, 7), exact);
  EXPECT_EQ(sampled_betweenness(network, 40, 7), sampled_betweenness(network, 40, 7));
  EXPECT_NE(sampled_betweenness(network, 40, 7), sampled_betweenness(network, 40, 8));
  constexpr int kDraws = 400;
  double sum = 0, of_exact = 0;
  std::vector<double> mean(n, 0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto estimate = sampled_betweenness(network, 40, static_cast<std::uint64_t>(draw));
    for (Vertex v = 0; v < n; ++v) mean[v] += estimate[v] / kDraws;
  }
  const auto most = *std::ranges::max_element(exact);
  for (Vertex v = 0; v < n; ++v) {
    EXPECT_NEAR(mean[v], exact[v], 0.02 * most);  // some four standard errors of the most central
    sum += mean[v];
    of_exact += exact[v];
  }
  EXPECT_NEAR(sum / of_exact, 1, 0.01);
  EXPECT_THROW(sampled_betweenness(network, 0, 7), std::invalid_argument);
}

TEST(Betweenness, of_networks_of_many_batches_equals_that_of_boost) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    const auto network = with_hubs_and_a_tail(seed);
    EXPECT_TRUE(near(values_of(network, "betweenness"), boost_betweenness(network, Distance::hops)));
  }
}

/// By number of edge, from Boost's own on the same network.
std::vector<double> boost_edge_betweenness(const Network& network, Distance distance) {
  std::vector<double> of_vertex(network.vertex_count()), of_edge(network.edge_count());
  const auto index = vertex_index_map(network);
  const auto vertices = boost::make_iterator_property_map(of_vertex.begin(), index);
  const auto edges = boost::make_iterator_property_map(of_edge.begin(), EdgeIndexMap());
  if (distance == Distance::hops) {
    boost::brandes_betweenness_centrality(
        network, boost::centrality_map(vertices).edge_centrality_map(edges).vertex_index_map(index));
  } else {
    boost::brandes_betweenness_centrality(
        network, boost::centrality_map(vertices).edge_centrality_map(edges).vertex_index_map(index).weight_map(
                     lengths_map(network, distance)));
  }
  return of_edge;
}

TEST(EdgeBetweenness, equals_that_of_boost) {
  on_random_networks(Weights::dyadic, [](const Network& network) {
    for (const auto distance : {Distance::hops, Distance::weight}) {
      EXPECT_TRUE(near(measure_ties(MeasuredNetwork{network, {}}, "edge_betweenness", {.distance = distance}).values,
                       boost_edge_betweenness(network, distance)));
    }
  });
}

// Each shortest path of length d has d edges and d - 1 vertices between its ends.
TEST(EdgeBetweenness, is_one_a_pair_more_than_that_of_vertices) {
  on_random_networks(Weights::dyadic, [](const Network& network) {
    const auto edges = measure_ties(MeasuredNetwork{network, {}}, "edge_betweenness", {}).values;
    const auto vertices = values_of(network, "betweenness");
    double pairs = 0;
    for (const auto& members : components_of(network).members) {
      pairs += static_cast<double>(members.size()) * static_cast<double>(members.size() - 1) / 2;
    }
    EXPECT_NEAR(std::accumulate(edges.begin(), edges.end(), 0.0),
                std::accumulate(vertices.begin(), vertices.end(), 0.0) + pairs, 1e-8);
  });
}

TEST(EdgeBetweenness, of_two_triangles_and_the_tie_between_them) {
  const Network network(
      6, std::vector<Network::WeightedPair>{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});
  EXPECT_TRUE(near(measure_ties(MeasuredNetwork{network, {}}, "edge_betweenness", {}).values, {1, 4, 4, 9, 4, 4, 1}));
  EXPECT_NEAR(measure_ties(MeasuredNetwork{network, {}}, "edge_betweenness", {.normalized = true}).values[3], 9.0 / 15, 1e-12);
  EXPECT_TRUE(measure_ties(MeasuredNetwork{Network(3, {}), {}}, "edge_betweenness", {.normalized = true}).values.empty());
  EXPECT_THROW(measure_ties(MeasuredNetwork{network, {}}, "betweenness", {}), std::invalid_argument);
}

TEST(Betweenness, equals_the_definition_where_ties_of_length_need_the_tolerance) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    for (const auto distance : kAllDistances) {
      EXPECT_TRUE(near(values_of(network, "betweenness", {.distance = distance}), slow::betweenness(network, distance)));
    }
  });
}

//     0.1   0.2
//   0 ─── 1 ─── 2      0.1 + 0.2 is not 0.3 in binary: without the tolerance 3 would stand between 0 and 2 alone,
//    0.15 ╲ 3 ╱ 0.15   or not at all.
TEST(Betweenness, shares_a_pair_between_paths_that_differ_by_rounding_only) {
  const Network network(4, std::vector<Network::WeightedPair>{{0, 1, 0.1}, {1, 2, 0.2}, {0, 3, 0.15}, {3, 2, 0.15}});
  EXPECT_NEAR(values_of(network, "betweenness", {.distance = Distance::weight})[1], 0.5, 1e-12);
  EXPECT_NEAR(values_of(network, "betweenness", {.distance = Distance::weight})[3], 0.5, 1e-12);
}

TEST(Closeness, equals_boosts_searches_and_the_definition) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    for (const auto distance : kAllDistances) {
      const auto found = values_of(network, "closeness", {.distance = distance});
      EXPECT_TRUE(near(found, slow::closeness(network, distance)));
      for (Vertex v = 0; v < network.vertex_count(); ++v) {
        double reached = 0, sum = 0;
        for (const auto length : boost_lengths(network, v, distance)) {
          if (length > 0 && std::isfinite(length)) sum += length, ++reached;
        }
        const auto expected = reached > 0 ? reached / (network.vertex_count() - 1.0) * reached / sum : 0;
        EXPECT_NEAR(found[v], expected, 1e-12);
      }
    }
  });
}

TEST(Harmonic, equals_boosts_searches_and_the_definition) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    for (const auto distance : kAllDistances) {
      const auto found = values_of(network, "harmonic", {.distance = distance});
      EXPECT_TRUE(near(found, slow::harmonic(network, distance)));
      for (Vertex v = 0; v < network.vertex_count(); ++v) {
        double sum = 0;
        for (const auto length : boost_lengths(network, v, distance)) sum += length > 0 ? 1 / length : 0;
        EXPECT_NEAR(found[v], sum, 1e-10 * std::max(1.0, sum));
      }
    }
  });
}

TEST(Closeness, of_networks_of_many_batches_and_harmonic_equal_boosts_searches) {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    SCOPED_TRACE(seed);
    const auto network = with_hubs_and_a_tail(seed);
    const auto close = values_of(network, "closeness"), harmonic = values_of(network, "harmonic");
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      double reached = 0, sum = 0, reciprocals = 0;
      for (const auto length : boost_lengths(network, v, Distance::hops)) {
        if (length > 0 && std::isfinite(length)) sum += length, ++reached, reciprocals += 1 / length;
      }
      const auto expected = reached > 0 ? reached / (network.vertex_count() - 1.0) * reached / sum : 0;
      ASSERT_NEAR(close[v], expected, 1e-12) << v;
      ASSERT_NEAR(harmonic[v], reciprocals, 1e-10 * std::max(1.0, reciprocals)) << v;
    }
  }
}

TEST(Eigenvector, equals_that_of_a_full_decomposition) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    const auto component = components_of(network).members.front();
    const auto w = slow::weights_of(network);
    Eigen::MatrixXd a(component.size(), component.size());
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (std::size_t j = 0; j < component.size(); ++j) a(i, j) = w[component[i]][component[j]];
    }
    const Eigen::VectorXd leading =
        Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(a).eigenvectors().rightCols(1).cwiseAbs();
    std::vector<double> expected(network.vertex_count(), 0);
    for (std::size_t i = 0; i < component.size(); ++i) expected[component[i]] = leading[i];
    EXPECT_TRUE(near(values_of(network, "eigenvector"), expected));
  });
}

TEST(Eigenvector, of_a_long_path_is_a_sine) {
  constexpr Vertex n = 600;
  std::vector<Network::WeightedPair> pairs;
  for (Vertex v = 1; v < n; ++v) pairs.push_back({v - 1, v, 1});
  const auto found = values_of(Network(n, pairs), "eigenvector");
  for (Vertex v = 0; v < n; ++v) {
    EXPECT_NEAR(found[v], std::sqrt(2.0 / (n + 1)) * std::sin((v + 1) * std::acos(-1.0) / (n + 1)), 1e-8);
  }
}

TEST(PageRank, equals_the_walk_on_the_full_matrix) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    for (const auto damping : {0.85, 0.5, 0.0}) {
      EXPECT_TRUE(near(values_of(network, "pagerank", {.damping = damping}), slow::pagerank(network, damping)));
    }
  });
}

TEST(Core, equals_boosts_and_taking_vertices_out) {
  on_random_networks(Weights::dyadic, [](const Network& network) {
    const auto found = values_of(network, "core");
    EXPECT_EQ(found, slow::core(network));
    std::vector<std::uint32_t> cores(network.vertex_count(), 0);
    const auto map = boost::make_iterator_property_map(cores.begin(), vertex_index_map(network));
    boost::core_numbers(network, map);
    EXPECT_TRUE(std::equal(found.begin(), found.end(), cores.begin()));
  });
}

TEST(Clustering, equals_boosts_and_the_definition) {
  on_random_networks(Weights::dyadic, [](const Network& network) {
    const auto found = values_of(network, "clustering");
    EXPECT_TRUE(near(found, slow::clustering(network)));
    for (Vertex v = 0; v < network.vertex_count(); ++v) {
      EXPECT_NEAR(found[v], boost::clustering_coefficient<double>(network, v), 1e-12);
    }
  });
}

TEST(Constraint, equals_the_definition) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    EXPECT_TRUE(near(values_of(network, "constraint"), slow::constraint(network)));
  });
}

TEST(EffectiveSize, equals_the_definition) {
  on_random_networks(Weights::fractions, [](const Network& network) {
    EXPECT_TRUE(near(values_of(network, "effective_size"), slow::effective_size(network)));
  });
}

}  // namespace
}  // namespace maillage

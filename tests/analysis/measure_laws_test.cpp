// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <omp.h>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <random>
#include <stdexcept>

#include "analysis/random_networks.hpp"
#include "analysis/values_near.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using random_networks::Weights;

std::vector<std::string_view> codes_without_partnerships() {
  auto codes = measure_codes();
  std::erase(codes, "hyperdegree");
  return codes;
}

TEST(Measures, permute_with_the_vertices) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed, Weights::fractions);
    std::vector<Vertex> new_name(network.vertex_count());
    std::iota(new_name.begin(), new_name.end(), Vertex{0});
    std::shuffle(new_name.begin(), new_name.end(), std::mt19937_64(seed));
    const auto renamed = random_networks::renamed(network, new_name);
    for (const auto code : codes_without_partnerships()) {
      if (code == "eigenvector" || code == "component") continue;  // of components of one size the choice rests on the numbers
      SCOPED_TRACE(code);
      MeasureOptions options, renamed_options;  // communities are found by the numbers of the vertices
      options.community_of.resize(network.vertex_count());
      for (Vertex v = 0; v < network.vertex_count(); ++v) options.community_of[v] = v % 3;
      renamed_options.community_of.resize(network.vertex_count());
      for (Vertex v = 0; v < network.vertex_count(); ++v) renamed_options.community_of[new_name[v]] = v % 3;
      const auto values = values_of(network, code, options), after = values_of(renamed, code, renamed_options);
      std::vector<double> back(values.size());
      for (Vertex v = 0; v < values.size(); ++v) back[v] = after[new_name[v]];
      EXPECT_TRUE(near(back, values));
    }
  }
}

TEST(Measures, do_not_depend_on_the_unit_of_the_weights) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed, Weights::fractions);
    for (const double factor : {1e-9, 3.0, 1e12}) {
      const auto scaled = random_networks::scaled(network, factor);
      for (const auto code : codes_without_partnerships()) {
        if (code == "strength" || code == "current_flow_closeness" || code == "community") continue;  // of the unit of the weights
        SCOPED_TRACE(code);
        EXPECT_TRUE(near(values_of(scaled, code), values_of(network, code)));
      }
      for (const auto distance : {Distance::inverse, Distance::weight}) {
        EXPECT_TRUE(near(values_of(scaled, "betweenness", {.distance = distance}),
                         values_of(network, "betweenness", {.distance = distance})));
      }
    }
  }
}

TEST(Measures, keep_their_sums) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    const auto network = random_networks::make(seed, Weights::fractions);
    const auto sum = [&](std::string_view code) {
      const auto values = values_of(network, code);
      return std::accumulate(values.begin(), values.end(), 0.0);
    };
    const auto all = std::accumulate(network.weights().begin(), network.weights().end(), 0.0);
    EXPECT_NEAR(sum("pagerank"), 1, 1e-12);
    EXPECT_NEAR(sum("strength"), 2 * all, 1e-10);
    EXPECT_EQ(sum("degree"), 2.0 * network.edge_count());
    const auto vector = values_of(network, "eigenvector");
    EXPECT_NEAR(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0), 1, 1e-12);
  }
}

TEST(Measures, of_the_empty_network_are_empty) {
  for (const auto code : measure_codes()) EXPECT_TRUE(values_of(Network(), code).empty()) << code;
  for (const auto code : measure_codes()) EXPECT_TRUE(values_of(Network(), code, {.normalized = true}).empty()) << code;
}

TEST(Measures, of_one_vertex) {
  const Network one(1, {});
  for (const auto code : {"degree", "strength", "closeness", "harmonic", "betweenness", "core", "clustering"}) {
    EXPECT_EQ(values_of(one, code), std::vector<double>{0}) << code;
    EXPECT_EQ(values_of(one, code, {.normalized = true}), std::vector<double>{0}) << code;
  }
  for (const auto code : {"eigenvector", "pagerank"}) EXPECT_EQ(values_of(one, code), std::vector<double>{1}) << code;
  for (const auto code : {"constraint", "effective_size"}) EXPECT_TRUE(std::isnan(values_of(one, code)[0])) << code;
}

TEST(Measures, of_two_partners) {
  const Network pair(2, std::vector<Network::WeightedPair>{{0, 1, 2}});
  EXPECT_EQ(values_of(pair, "degree", {.normalized = true}), (std::vector<double>{1, 1}));
  EXPECT_EQ(values_of(pair, "strength"), (std::vector<double>{2, 2}));
  EXPECT_EQ(values_of(pair, "closeness"), (std::vector<double>{1, 1}));
  EXPECT_EQ(values_of(pair, "closeness", {.distance = Distance::inverse}), (std::vector<double>{2, 2}));
  EXPECT_EQ(values_of(pair, "harmonic", {.distance = Distance::weight}), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(values_of(pair, "betweenness", {.normalized = true}), (std::vector<double>{0, 0}));
  EXPECT_TRUE(near(values_of(pair, "eigenvector"), {std::sqrt(0.5), std::sqrt(0.5)}));
  EXPECT_TRUE(near(values_of(pair, "pagerank"), {0.5, 0.5}));
  EXPECT_EQ(values_of(pair, "constraint"), (std::vector<double>{1, 1}));
  EXPECT_EQ(values_of(pair, "effective_size"), (std::vector<double>{1, 1}));
}

TEST(Measures, take_the_component_of_the_smallest_vertex_for_the_eigenvector_where_sizes_tie) {
  const Network pairs(4, std::vector<Network::WeightedPair>{{0, 2, 1}, {1, 3, 9}});
  EXPECT_TRUE(near(values_of(pairs, "eigenvector"), {std::sqrt(0.5), 0, std::sqrt(0.5), 0}));
}

TEST(Measures, refuse_what_has_no_answer) {
  const auto club = published::karate_club();
  EXPECT_THROW(values_of(club, "popularity"), std::invalid_argument);
  EXPECT_THROW(values_of(club, "pagerank", {.damping = 1}), std::invalid_argument);
  EXPECT_THROW(values_of(club, "pagerank", {.damping = std::nan("")}), std::invalid_argument);
  const Network weightless(2, std::vector<Network::WeightedPair>{{0, 1, 0}});
  EXPECT_THROW(values_of(weightless, "closeness", {.distance = Distance::inverse}), std::invalid_argument);
  EXPECT_NO_THROW(values_of(weightless, "closeness"));
}

// A thousand vertices: enough work for threads to be used (see kSerialOperations).
TEST(Measures, have_the_same_bits_on_one_and_several_threads) {
  std::mt19937_64 random(5);
  std::vector<Network::WeightedPair> pairs;
  for (int i = 0; i < 3000; ++i) {
    pairs.push_back({static_cast<Vertex>(random() % 1000), static_cast<Vertex>(random() % (1 + random() % 1000)),
                     1.0 / static_cast<double>(1 + random() % 7)});
  }
  const Network network(1000, pairs);
  const auto allowed = omp_get_max_threads();
  for (const auto distance : {Distance::hops, Distance::inverse}) {
    for (const auto code : codes_without_partnerships()) {
      SCOPED_TRACE(code);
      const bool has_lengths = code == "closeness" || code == "harmonic" || code == "betweenness" || code == "eccentricity";
      if (distance != Distance::hops && !has_lengths) continue;
      omp_set_num_threads(1);
      const auto alone = values_of(network, code, {.distance = distance});
      for (const int threads : {2, 3}) {
        omp_set_num_threads(threads);
        const auto together = values_of(network, code, {.distance = distance});
        EXPECT_EQ(std::memcmp(alone.data(), together.data(), alone.size() * sizeof(double)), 0) << threads;
      }
    }
  }
  omp_set_num_threads(allowed);
}

}  // namespace
}  // namespace maillage

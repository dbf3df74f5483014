// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/s_line_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "analysis/hypergraph/s_measures.hpp"
#include "analysis/values_near.hpp"
#include "hypergraph/random_incidences.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using random_incidences::Lists;
constexpr double none = kUndefinedValue;

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

TEST(SLineGraph, joins_what_shares_s_parties_and_leaves_out_what_has_fewer) {
  random_incidences::on_each([](const random_incidences::Made& made) {
    for (std::uint32_t s = 1; s <= 4; ++s) {
      const auto graph = s_line_graph(made.incidence(), s);
      std::vector<std::uint32_t> large;
      for (std::uint32_t p = 0; p < made.partnerships.size(); ++p) {
        if (made.partnerships[p].size() >= s) large.push_back(p);
      }
      ASSERT_EQ(graph.partnership_of, large);
      std::uint64_t ties = 0;
      for (Vertex a = 0; a < large.size(); ++a) {
        for (Vertex b = a + 1; b < large.size(); ++b) {
          const bool joined = shared(made.partnerships[large[a]], made.partnerships[large[b]]) >= s;
          EXPECT_EQ(graph.network.find_edge(a, b) < graph.network.edge_count(), joined) << a << ' ' << b;
          ties += joined ? 1 : 0;
        }
      }
      EXPECT_EQ(graph.network.edge_count(), ties);
      EXPECT_EQ(count_s_line_ties(made.incidence(), s), ties);
      for (EdgeId e = 0; e < graph.network.edge_count(); ++e) EXPECT_EQ(graph.network.weight(e), 1);
    }
  });
}

TEST(SLineGraph, agreements_of_the_same_parties_are_two) {
  const auto graph = s_line_graph(Incidence(3, {{0, 1}, {0, 1}, {1, 2}}), 2);
  EXPECT_EQ(graph.network.vertex_count(), 3U);
  ASSERT_EQ(graph.network.edge_count(), 1U);
  EXPECT_EQ(graph.network.source(0), 0U);
  EXPECT_EQ(graph.network.target(0), 1U);
}

TEST(SLineGraph, refuses_s_of_nothing_and_more_ties_than_allowed) {
  const Incidence incidence(1, {{0}, {0}, {0}});
  EXPECT_THROW(s_line_graph(incidence, 0), std::invalid_argument);
  EXPECT_THROW(count_s_line_ties(incidence, 0), std::invalid_argument);
  EXPECT_THROW(s_line_graph(incidence, 1, 2), std::length_error);
  EXPECT_EQ(s_line_graph(incidence, 1, 3).network.edge_count(), 3U);
  EXPECT_EQ(s_line_graph(Incidence{}, 1).network.vertex_count(), 0U);
}

/// The events of the southern women, as partnerships of the women who came.
Incidence southern_events() {
  return Incidence(14, published::southern_women()).transposed();
}

std::vector<double> of_events(std::uint32_t s, const char* code, bool normalized = false) {
  const auto incidence = southern_events();
  return s_measure(s_line_graph(incidence, s), incidence.partnership_count(), code, normalized).values;
}

// As networkx 2.8 has them on the s-line graph built by set intersections.
TEST(SMeasures, southern_women) {
  EXPECT_EQ(count_s_line_ties(southern_events(), 3), 42U);
  EXPECT_EQ(count_s_line_ties(southern_events(), 4), 21U);
  EXPECT_EQ(count_s_line_ties(southern_events(), 5), 14U);
  expect_values(of_events(3, "s_closeness"),
                {0.52, 0.52, 13 / 22.0, 13 / 24.0, 13 / 18.0, 13 / 18.0, 13 / 18.0, 0.8125, 13 / 17.0, 0.65, 13 / 29.0,
                 0.65, 0.5, 0.5});
  expect_values(of_events(3, "s_betweenness"),
                {0, 0, 1.25, 0, 293 / 60.0, 293 / 60.0, 35 / 6.0, 889 / 60.0, 346 / 15.0, 47 / 15.0, 0, 47 / 15.0, 0, 0});
  expect_values(of_events(5, "s_closeness"), {none, none, 7 / 12.0, none, 7 / 11.0, 7 / 11.0, 7 / 11.0, 0.875, 7 / 11.0,
                                              7 / 17.0, none, 7 / 11.0, none, none});
  expect_values(of_events(5, "s_betweenness"),
                {none, none, 0, none, 1 / 3.0, 1 / 3.0, 1, 28 / 3.0, 1, 0, none, 6, none, none});
  // With four in common the eleventh event is by itself: the others are scaled by the nine tenths they reach.
  expect_values(of_events(4, "s_closeness"),
                {none, none, 64 / 99.0, 64 / 153.0, 64 / 99.0, 64 / 99.0, 64 / 90.0, 64 / 81.0, 64 / 108.0, 64 / 126.0, 0,
                 64 / 117.0, none, none});
}

TEST(SMeasures, a_chain_and_what_is_apart) {
  // 0 - 1 - 2 in a row by one party each, 3 apart, 4 of one party only
  const Incidence incidence(8, {{0, 1}, {1, 2}, {2, 3}, {5, 6}, {7}});
  const auto graph = s_line_graph(incidence, 1);
  const auto measured = [&](const char* code, bool normalized) { return s_measure(graph, 5, code, normalized).values; };
  expect_values(measured("s_degree", false), {1, 2, 1, 0, 0});
  expect_values(measured("s_degree", true), {0.25, 0.5, 0.25, 0, 0});
  expect_values(measured("s_harmonic", false), {1.5, 2, 1.5, 0, 0});
  expect_values(measured("s_harmonic", true), {0.375, 0.5, 0.375, 0, 0});
  expect_values(measured("s_betweenness", false), {0, 1, 0, 0, 0});
  expect_values(measured("s_betweenness", true), {0, 1 / 6.0, 0, 0, 0});
  expect_values(measured("s_closeness", false), {1 / 3.0, 0.5, 1 / 3.0, 0, 0});
  expect_values(measured("s_closeness", true), {1 / 3.0, 0.5, 1 / 3.0, 0, 0});
  expect_values(measured("s_eccentricity", false), {2, 1, 2, 0, 0});
  expect_values(measured("s_component", false), {1, 1, 1, 2, 3});
  expect_values(s_measure(s_line_graph(incidence, 2), 5, "s_degree", true).values, {0, 0, 0, 0, none});
  EXPECT_THROW(s_measure(graph, 5, "s_size", false), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

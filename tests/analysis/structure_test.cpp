// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/structure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <cmath>
#include <functional>

#include "analysis/random_networks.hpp"
#include "analysis/slow_measures.hpp"
#include "network/boost_graph.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Network>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Network>));

using random_networks::Weights;

template <class Test>
void on_random_networks(Test test) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    test(random_networks::make(seed, Weights::fractions));
  }
}

TEST(Structure, components_are_those_of_who_reaches_whom) {
  on_random_networks([](const Network& network) {
    const auto found = components_of(network);
    const auto d = slow::all_lengths(network, Distance::hops);
    EXPECT_EQ(found.members.size(), slow::components(network, network.vertex_count(), network.edge_count()));
    for (Vertex a = 0; a < network.vertex_count(); ++a) {
      for (Vertex b = 0; b < network.vertex_count(); ++b) {
        EXPECT_EQ(found.component_of[a] == found.component_of[b], std::isfinite(d[a][b]));
      }
    }
    EXPECT_TRUE(std::ranges::is_sorted(found.members, [](const auto& a, const auto& b) {
      return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
    }));
    for (const auto& members : found.members) EXPECT_TRUE(std::ranges::is_sorted(members));
  });
}

TEST(Structure, articulation_points_and_bridges_take_something_apart) {
  on_random_networks([](const Network& network) {
    const auto n = network.vertex_count();
    const auto m = network.edge_count();
    const auto whole = slow::components(network, n, m);
    std::vector<Vertex> cut_points;
    for (Vertex v = 0; v < n; ++v) {
      const auto without = slow::components(network, v, m);
      if (network.degree(v) > 0 && without > whole) cut_points.push_back(v);
    }
    std::vector<std::pair<Vertex, Vertex>> bridges;
    for (EdgeId e = 0; e < m; ++e) {
      if (slow::components(network, n, e) > whole) bridges.emplace_back(network.source(e), network.target(e));
    }
    const auto found = structure_of(network);
    EXPECT_EQ(found.articulation_points, cut_points);
    EXPECT_EQ(found.bridges, bridges);
  });
}

TEST(Structure, transitivity_assortativity_and_degrees_follow_their_definitions) {
  on_random_networks([](const Network& network) {
    const auto found = structure_of(network);
    const auto w = slow::weights_of(network);
    const auto n = w.size();
    double triangles = 0, paths = 0, seen = 0;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t b = a + 1; b < n; ++b) {
          if (w[a][v] == 0 || w[v][b] == 0) continue;
          ++paths;
          triangles += w[a][b] > 0 ? 1 : 0;
        }
      }
    }
    if (paths > 0) {
      EXPECT_NEAR(found.transitivity, triangles / paths, 1e-12);
    } else {
      EXPECT_TRUE(std::isnan(found.transitivity));
    }
    for (std::uint32_t k = 0; k < found.degree_distribution.size(); ++k) seen += k * found.degree_distribution[k];
    EXPECT_EQ(seen, 2.0 * found.edges);
    // Pearson's correlation over both directions of each tie.
    double sx = 0, sxx = 0, sxy = 0;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const double x = network.degree(network.source(e)), y = network.degree(network.target(e));
      sx += x + y, sxx += x * x + y * y, sxy += 2 * x * y;
    }
    const double arcs = 2.0 * network.edge_count(), spread = sxx / arcs - sx / arcs * sx / arcs;
    if (network.edge_count() == 0 || spread < 1e-9) {
      EXPECT_TRUE(std::isnan(found.degree_assortativity));
    } else {
      EXPECT_NEAR(found.degree_assortativity, (sxy / arcs - sx / arcs * sx / arcs) / spread, 1e-9);
    }
  });
}

TEST(Structure, of_small_networks) {
  const auto empty = structure_of(Network());
  EXPECT_EQ(empty.nodes, 0U);
  EXPECT_TRUE(empty.components.empty());
  EXPECT_TRUE(std::isnan(empty.density));
  EXPECT_TRUE(empty.degree_distribution.empty());
  const auto one = structure_of(Network(1, {}));
  EXPECT_EQ(one.components, (std::vector<std::vector<Vertex>>{{0}}));
  EXPECT_TRUE(std::isnan(one.density));
  EXPECT_EQ(one.degree_distribution, std::vector<std::uint32_t>{1});
  const auto pair = structure_of(Network(2, std::vector<Network::WeightedPair>{{0, 1}}));
  EXPECT_EQ(pair.density, 1);
  EXPECT_EQ(pair.max_core, 1U);
  EXPECT_EQ(pair.bridges.size(), 1U);
  EXPECT_TRUE(pair.articulation_points.empty());
}

/// All shortest chains by trying every simple chain; the first in the order of their vertices.
std::vector<Vertex> first_shortest_chain(const Network& network, Vertex from, Vertex to, Distance distance) {
  const auto tie = slow::lengths_of(network, distance);
  const auto d = slow::all_lengths(network, distance);
  std::vector<Vertex> chain{from};
  const std::function<bool()> extend = [&] {
    const auto here = chain.back();
    if (here == to) return true;
    for (Vertex next = 0; next < network.vertex_count(); ++next) {
      if (!slow::tied(tie[here][next] + d[next][to], d[here][to])) continue;
      chain.push_back(next);
      if (extend()) return true;
      chain.pop_back();
    }
    return false;
  };
  if (!std::isfinite(d[from][to]) || !extend()) return {};
  return chain;
}

// Lengths so far apart that a sum of both is one of them: no node is nearer than the other by the numbers alone.
TEST(ShortestChain, ends_where_lengths_vanish_beside_others) {
  const std::vector<Vertex> all{0, 1, 2}, back{2, 1, 0};
  for (const auto& [one, other] : {std::pair{1e-20, 1.0}, {1.0, 1e-20}, {1e20, 1.0}, {1e11, 1e-6}, {1e-6, 1e11}}) {
    SCOPED_TRACE(one);
    const Network network(3, std::vector<Network::WeightedPair>{{0, 1, one}, {1, 2, other}});
    const DirectedNetwork arcs(3, std::vector<DirectedNetwork::WeightedArc>{{0, 1, one}, {1, 2, other}});
    for (const auto distance : {Distance::inverse, Distance::weight}) {
      EXPECT_EQ(shortest_chain(network, 0, 2, distance).value().vertices, all);
      EXPECT_EQ(shortest_chain(network, 2, 0, distance).value().vertices, back);
      EXPECT_EQ(shortest_chain(arcs, 0, 2, distance).value().vertices, all);
      EXPECT_FALSE(shortest_chain(arcs, 2, 0, distance));
    }
  }
}

TEST(ShortestChain, is_the_first_of_the_shortest) {
  on_random_networks([](const Network& network) {
    for (const auto distance : {Distance::hops, Distance::inverse, Distance::weight}) {
      const auto d = slow::all_lengths(network, distance);
      for (Vertex to = 0; to < network.vertex_count(); to += 3) {
        const auto chain = shortest_chain(network, 0, to, distance);
        const auto expected = first_shortest_chain(network, 0, to, distance);
        EXPECT_EQ(chain.has_value(), !expected.empty());
        if (!chain) continue;
        EXPECT_EQ(chain->vertices, expected);
        EXPECT_NEAR(chain->length, d[0][to], 1e-10);
        ASSERT_EQ(chain->edges.size() + 1, chain->vertices.size());
        for (std::size_t i = 0; i < chain->edges.size(); ++i) {
          EXPECT_EQ(chain->edges[i], network.find_edge(chain->vertices[i], chain->vertices[i + 1]));
        }
      }
    }
  });
}

TEST(ShortestChain, of_a_vertex_to_itself_has_no_edges) {
  const auto chain = shortest_chain(published::karate_club(), 3, 3, Distance::hops);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->vertices, std::vector<Vertex>{3});
  EXPECT_TRUE(chain->edges.empty());
  EXPECT_EQ(chain->length, 0);
}

TEST(SpanningBackbone, joins_what_is_joined_with_the_heaviest_ties) {
  on_random_networks([](const Network& network) {
    const auto backbone = spanning_backbone(network);
    const auto components = slow::components(network, network.vertex_count(), network.edge_count());
    EXPECT_EQ(backbone.size() + components, network.vertex_count());
    EXPECT_TRUE(std::ranges::is_sorted(backbone));
    // A tie left out is not heavier than any tie of the chain that joins its ends in the backbone.
    std::vector<Network::WeightedPair> kept;
    for (const auto e : backbone) kept.push_back({network.source(e), network.target(e), network.weight(e)});
    const Network tree(network.vertex_count(), kept);
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto chain = shortest_chain(tree, network.source(e), network.target(e), Distance::hops);
      ASSERT_TRUE(chain);
      for (const auto on_the_way : chain->edges) EXPECT_GE(tree.weight(on_the_way), network.weight(e));
    }
  });
}

TEST(SpanningBackbone, takes_the_tie_with_the_smaller_number_of_equal_ones) {
  const Network square(4, std::vector<Network::WeightedPair>{{0, 1}, {1, 2}, {2, 3}, {0, 3}});
  EXPECT_EQ(spanning_backbone(square), (std::vector<EdgeId>{0, 1, 2}));
}

// The middle of the star has ties of weight 97, 1, 1 and 1: only the first says something of it, and leaves keep none.
TEST(DisparityFilter, keeps_the_tie_that_stands_out) {
  const Network star(5, std::vector<Network::WeightedPair>{{0, 1, 97}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}});
  EXPECT_EQ(disparity_filter(star, 0.05), std::vector<EdgeId>{0});
  EXPECT_EQ(disparity_filter(star, 0.98).size(), 4U);  // (1 - 1/100)³ = 0.970
  EXPECT_EQ(disparity_filter(star, 0.97).size(), 1U);
  const Network pair(2, std::vector<Network::WeightedPair>{{0, 1, 5}});
  EXPECT_TRUE(disparity_filter(pair, 0.5).empty());
}

}  // namespace
}  // namespace maillage

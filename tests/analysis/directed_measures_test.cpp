// SPDX-License-Identifier: Apache-2.0
// Measures along arcs against their definitions on full matrices, against the undirected kernels where every arc has its
// counterpart, and against networkx 2.8.8.
#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <random>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/katz.hpp"
#include "analysis/centrality/perron.hpp"
#include "analysis/random_networks.hpp"
#include "analysis/slow_measures.hpp"
#include "analysis/values_near.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using Arc = DirectedNetwork::WeightedArc;

DirectedNetwork random_arcs(std::uint64_t seed) {
  std::mt19937_64 random(seed * 40503U + 11);
  const auto n = static_cast<Vertex>(1 + random() % 24);
  const auto tries = random() % (4 * n);
  const double weights[] = {0.5, 1, 1, 2, 0.25, 1.0 / 3};
  std::vector<Arc> arcs;
  for (std::uint64_t i = 0; i < tries; ++i) {
    arcs.push_back({static_cast<Vertex>(random() % n), static_cast<Vertex>(random() % (1 + random() % n)), weights[random() % 6]});
  }
  return DirectedNetwork(n, arcs);
}

template <class Test>
void on_random_arcs(Test test) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    test(random_arcs(seed));
  }
}

Network ties_of(const DirectedNetwork& arcs) {
  std::vector<Network::WeightedPair> pairs;
  for (Vertex v = 0; v < arcs.vertex_count(); ++v) {
    for (std::size_t i = 0; i < arcs.successors(v).size(); ++i) pairs.push_back({v, arcs.successors(v)[i], arcs.out_weights(v)[i]});
  }
  return Network(arcs.vertex_count(), pairs);
}

std::vector<double> along(const DirectedNetwork& arcs, std::string_view code, const MeasureOptions& options = {}) {
  const auto ties = ties_of(arcs);
  return measure(MeasuredNetwork{ties, {}, &arcs}, code, options).values;
}

MatrixXd dense(const DirectedNetwork& arcs) {
  MatrixXd a = MatrixXd::Zero(arcs.vertex_count(), arcs.vertex_count());
  for (Vertex v = 0; v < arcs.vertex_count(); ++v) {
    for (std::size_t i = 0; i < arcs.successors(v).size(); ++i) a(v, arcs.successors(v)[i]) = arcs.out_weights(v)[i];
  }
  return a;
}

slow::Matrix lengths(const DirectedNetwork& arcs, Distance distance) {
  const auto a = dense(arcs);
  slow::Matrix d(arcs.vertex_count(), slow::Row(arcs.vertex_count(), slow::infinite));
  for (Vertex v = 0; v < arcs.vertex_count(); ++v) {
    for (const auto w : arcs.successors(v)) d[v][w] = tie_length(a(v, w), distance);
  }
  return d;
}

slow::Matrix all_lengths(const DirectedNetwork& arcs, Distance distance) { return slow::shortened(lengths(arcs, distance)); }

constexpr Distance kAllDistances[] = {Distance::hops, Distance::inverse, Distance::weight};

TEST(DirectedPaths, closeness_harmonic_and_eccentricity_both_ways) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = arcs.vertex_count();
    for (const auto distance : kAllDistances) {
      const auto d = all_lengths(arcs, distance);
      for (const auto mode : {Direction::in, Direction::out}) {
        std::vector<double> close(n, 0), harmonic(n, 0), longest(n, 0);
        for (Vertex v = 0; v < n; ++v) {
          double reached = 0, sum = 0;
          for (Vertex u = 0; u < n; ++u) {
            const auto length = mode == Direction::in ? d[u][v] : d[v][u];
            if (u == v || !std::isfinite(length)) continue;
            ++reached;
            sum += length;
            harmonic[v] += 1 / length;
            longest[v] = std::max(longest[v], length);
          }
          if (reached > 0) close[v] = reached * reached / ((n - 1.0) * sum);
        }
        MeasureOptions options;
        options.distance = distance;
        options.mode = mode;
        EXPECT_TRUE(near(along(arcs, "closeness", options), close));
        EXPECT_TRUE(near(along(arcs, "harmonic", options), harmonic));
        EXPECT_TRUE(near(along(arcs, "eccentricity", options), longest));
      }
      MeasureOptions unsaid, incoming;
      unsaid.distance = incoming.distance = distance;
      incoming.mode = Direction::in;
      EXPECT_EQ(along(arcs, "closeness", unsaid), along(arcs, "closeness", incoming));
    }
  });
}

TEST(DirectedPaths, betweenness_counts_ordered_pairs) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = arcs.vertex_count();
    for (const auto distance : kAllDistances) {
      const auto tie = lengths(arcs, distance);
      const auto d = all_lengths(arcs, distance);
      slow::Matrix paths(n, slow::Row(n, 0));
      for (Vertex s = 0; s < n; ++s) {
        slow::Row known(n, slow::undefined);
        for (Vertex t = 0; t < n; ++t) {
          if (std::isfinite(d[s][t])) paths[s][t] = slow::count_paths(d, tie, s, t, known);
        }
      }
      std::vector<double> of_vertex(n, 0), of_arc;
      for (Vertex a = 0; a < n; ++a) {
        for (const auto b : arcs.successors(a)) {
          of_arc.push_back(0);
          for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
              if (s == t || !std::isfinite(d[s][t]) || !std::isfinite(d[s][a]) || !std::isfinite(d[b][t])) continue;
              if (slow::tied(d[s][a] + tie[a][b] + d[b][t], d[s][t])) of_arc.back() += paths[s][a] * paths[b][t] / paths[s][t];
            }
          }
        }
      }
      for (Vertex s = 0; s < n; ++s) {
        for (Vertex t = 0; t < n; ++t) {
          for (Vertex v = 0; v < n; ++v) {
            if (s == t || v == s || v == t || !std::isfinite(d[s][t]) || !std::isfinite(d[s][v]) || !std::isfinite(d[v][t])) continue;
            if (slow::tied(d[s][v] + d[v][t], d[s][t])) of_vertex[v] += paths[s][v] * paths[v][t] / paths[s][t];
          }
        }
      }
      MeasureOptions options;
      options.distance = distance;
      EXPECT_TRUE(near(along(arcs, "betweenness", options), of_vertex));
      EXPECT_TRUE(near(arc_betweenness(arcs, distance), of_arc));
    }
  });
}

TEST(DirectedWalks, pagerank_solves_its_equations) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = static_cast<Eigen::Index>(arcs.vertex_count());
    const auto a = dense(arcs);
    MatrixXd step(n, n);
    for (Eigen::Index v = 0; v < n; ++v) {
      const auto all = a.row(v).sum();
      for (Eigen::Index w = 0; w < n; ++w) step(w, v) = all > 0 ? a(v, w) / all : 1.0 / static_cast<double>(n);
    }
    const MatrixXd system = MatrixXd::Identity(n, n) - 0.85 * step;
    const VectorXd x = system.partialPivLu().solve(VectorXd::Constant(n, 0.15 / static_cast<double>(n)));
    EXPECT_TRUE(near(along(arcs, "pagerank"), {x.data(), x.data() + n}));
  });
}

TEST(DirectedWalks, katz_and_the_largest_eigenvalue) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = static_cast<Eigen::Index>(arcs.vertex_count());
    const auto a = dense(arcs);
    // A matrix without cycles is nilpotent: solvers of eigenvalues find roots of rounding errors there.
    double largest = 0;
    for (const auto& component : strong_components_of(arcs)) {
      if (component.size() < 2) continue;
      MatrixXd here(component.size(), component.size());
      for (std::size_t i = 0; i < component.size(); ++i) {
        for (std::size_t j = 0; j < component.size(); ++j) {
          here(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = a(component[i], component[j]);
        }
      }
      largest = std::max(largest, here.eigenvalues().cwiseAbs().maxCoeff());
    }
    EXPECT_NEAR(perron_eigenvalue(arcs), largest, 1e-10 * std::max(1.0, largest));
    if (largest == 0) return;
    for (const auto mode : {Direction::in, Direction::out}) {
      MatrixXd system = MatrixXd::Identity(n, n);
      system -= 0.9 / largest * (mode == Direction::in ? MatrixXd(a.transpose()) : a);
      const VectorXd x = system.partialPivLu().solve(VectorXd::Ones(n)).normalized();
      MeasureOptions options;
      options.mode = mode;
      EXPECT_TRUE(near(along(arcs, "katz", options), {x.data(), x.data() + n}));
    }
    EXPECT_THROW(katz(arcs, 1 / largest * (1 + 1e-9), Direction::in), KatzDiverges);
  });
}

TEST(DirectedWalks, strong_components_reach_each_other) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto d = all_lengths(arcs, Distance::hops);
    std::vector<std::size_t> component_of(arcs.vertex_count());
    const auto components = strong_components_of(arcs);
    for (std::size_t c = 0; c < components.size(); ++c) {
      for (const auto v : components[c]) component_of[v] = c;
    }
    for (Vertex v = 0; v < arcs.vertex_count(); ++v) {
      for (Vertex w = 0; w < arcs.vertex_count(); ++w) {
        EXPECT_EQ(component_of[v] == component_of[w], std::isfinite(d[v][w]) && std::isfinite(d[w][v]));
      }
    }
  });
}

TEST(DirectedWalks, eigenvector_is_one_and_hits_is_the_part_of_equal_scores) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = static_cast<Eigen::Index>(arcs.vertex_count());
    const auto a = dense(arcs);
    if (strong_components_of(arcs).size() == 1 && n > 1) {
      const auto found = along(arcs, "eigenvector");
      const VectorXd x = Eigen::Map<const VectorXd>(found.data(), n);
      EXPECT_GT(x.minCoeff(), 0);
      EXPECT_LT((a.transpose() * x - perron_eigenvalue(arcs) * x).norm(), 1e-9);
    }
    if (arcs.arc_count() == 0) return;
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(a.transpose() * a);
    const auto largest = solver.eigenvalues().maxCoeff();
    VectorXd authority = VectorXd::Zero(n);
    const VectorXd start = a.transpose() * VectorXd::Ones(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      if (solver.eigenvalues()[i] < largest * (1 - 1e-9)) continue;
      authority += solver.eigenvectors().col(i) * solver.eigenvectors().col(i).dot(start);
    }
    VectorXd hub = a * authority;
    hub /= hub.sum();
    authority /= authority.sum();
    const auto hubs = along(arcs, "hits_hub"), authorities = along(arcs, "hits_authority");
    for (Eigen::Index v = 0; v < n; ++v) {
      EXPECT_NEAR(hubs[static_cast<std::size_t>(v)], hub[v], 1e-8);
      EXPECT_NEAR(authorities[static_cast<std::size_t>(v)], authority[v], 1e-8);
    }
  });
}

TEST(DirectedCores, are_what_peeling_leaves) {
  on_random_arcs([](const DirectedNetwork& arcs) {
    const auto n = arcs.vertex_count();
    for (const auto mode : {std::optional<Direction>{}, std::optional(Direction::in), std::optional(Direction::out)}) {
      std::vector<double> expected(n, 0);
      std::vector<bool> is_there(n, true);
      for (double k = 1; std::ranges::find(is_there, true) != is_there.end(); ++k) {
        for (bool changed = true; changed;) {
          changed = false;
          for (Vertex v = 0; v < n; ++v) {
            if (!is_there[v]) continue;
            double degree = 0;
            if (mode != Direction::out) degree += static_cast<double>(std::ranges::count_if(arcs.predecessors(v), [&](Vertex u) { return is_there[u]; }));
            if (mode != Direction::in) degree += static_cast<double>(std::ranges::count_if(arcs.successors(v), [&](Vertex u) { return is_there[u]; }));
            if (degree >= k) continue;
            is_there[v] = false;
            changed = true;
          }
        }
        for (Vertex v = 0; v < n; ++v) expected[v] = is_there[v] ? k : expected[v];
      }
      MeasureOptions options;
      options.mode = mode;
      EXPECT_EQ(along(arcs, "core", options), expected);
    }
  });
}

TEST(DirectedLaws, arcs_both_ways_are_ties) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    const auto network = random_networks::make(seed);
    std::vector<Arc> both;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      both.push_back({network.source(e), network.target(e), network.weight(e)});
      both.push_back({network.target(e), network.source(e), network.weight(e)});
    }
    const DirectedNetwork arcs(network.vertex_count(), both);
    const auto of = [&](std::string_view code) { return measure(MeasuredNetwork{network, {}, &arcs}, code, {}).values; };
    for (const auto* code : {"closeness", "harmonic", "eccentricity", "pagerank", "katz"}) {
      EXPECT_TRUE(near(of(code), values_of(network, code))) << code;
    }
    auto twice = values_of(network, "betweenness");
    for (auto& value : twice) value *= 2;
    EXPECT_TRUE(near(of("betweenness"), twice));
    EXPECT_TRUE(near(of("in_strength"), values_of(network, "strength")));
    EXPECT_TRUE(near(of("out_degree"), values_of(network, "degree")));
  }
}

TEST(DirectedLaws, without_arcs_the_directed_degrees_say_why) {
  const Network network(2, std::vector<Network::WeightedPair>{{0, 1}});
  for (const auto* code : {"in_degree", "out_degree", "in_strength", "out_strength"}) {
    const auto found = measure(MeasuredNetwork{network, {}}, code, {});
    EXPECT_EQ(found.reason, "no_direction");
    EXPECT_TRUE(std::isnan(found.values[0]) && std::isnan(found.values[1]));
  }
}

TEST(DirectedLaws, without_a_cycle_there_is_no_eigenvector) {
  const DirectedNetwork arcs(3, std::vector<Arc>{{0, 1}, {1, 2}});
  const auto ties = ties_of(arcs);
  const auto found = measure(MeasuredNetwork{ties, {}, &arcs}, "eigenvector", {});
  EXPECT_EQ(found.reason, "no_cycle");
  EXPECT_TRUE(std::isnan(found.values[2]));
  EXPECT_NEAR(katz(arcs, std::nullopt, Direction::in).alpha, 0.9, 1e-15);
}

/// A loop of 700 and four that all point to each other, joined both ways: along the loop the entries of the eigenvector
/// fall below what a number holds. Its eigenvalue is that of the four, but for 3^-700.
TEST(DirectedLaws, a_long_loop_beside_a_dense_part_does_not_hide_its_eigenvalue) {
  std::vector<Arc> arcs;
  constexpr Vertex kLoop = 700;
  for (Vertex v = 0; v < kLoop; ++v) arcs.push_back({v, (v + 1) % kLoop});
  for (Vertex a = kLoop; a < kLoop + 4; ++a) {
    for (Vertex b = kLoop; b < kLoop + 4; ++b) {
      if (a != b) arcs.push_back({a, b});
    }
  }
  arcs.push_back({0, kLoop});
  arcs.push_back({kLoop + 1, 1});
  EXPECT_NEAR(perron_eigenvalue(DirectedNetwork(kLoop + 4, arcs)), 3, 1e-12);
}

/// A loop of n with one arc back from n-1 to 1 as well: λ^n = 1 + λ, which steps of the power method come near to slowly.
TEST(DirectedLaws, the_eigenvalue_of_nearly_a_loop_solves_its_equation) {
  constexpr Vertex kLoop = 3000;
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < kLoop; ++v) arcs.push_back({v, (v + 1) % kLoop});
  arcs.push_back({kLoop - 1, 1});
  const double found = perron_eigenvalue(DirectedNetwork(kLoop, arcs));
  EXPECT_NEAR(kLoop * std::log(found), std::log1p(found), 1e-9);
}

TEST(DirectedLaws, what_does_not_settle_is_undefined_and_says_so) {
  // Two parts with the same largest eigenvalue, one behind the other: the steps come near as 1/k.
  const DirectedNetwork arcs(4, std::vector<Arc>{{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}});
  const auto ties = ties_of(arcs);
  const auto found = measure(MeasuredNetwork{ties, {}, &arcs}, "eigenvector", {});
  EXPECT_EQ(found.reason, "not_converged");
  EXPECT_TRUE(std::isnan(found.values[3]));
  const DirectedNetwork chain(3, std::vector<Arc>{{0, 1}, {1, 2}});
  const auto chain_ties = ties_of(chain);
  MeasureOptions beyond;
  beyond.alpha = 1e200;
  const auto overflowing = measure(MeasuredNetwork{chain_ties, {}, &chain}, "katz", beyond);
  EXPECT_EQ(overflowing.reason, "not_converged");
  EXPECT_TRUE(std::isnan(overflowing.values[0]));
}

/// The karate club with every tie from the smaller number to the larger, and back where their sum is a multiple of three.
DirectedNetwork directed_club() {
  const auto club = published::karate_club();
  std::vector<Arc> arcs;
  for (EdgeId e = 0; e < club.edge_count(); ++e) {
    const auto a = std::min(club.source(e), club.target(e)), b = std::max(club.source(e), club.target(e));
    arcs.push_back({a, b});
    if ((a + b) % 3 == 0) arcs.push_back({b, a});
  }
  return DirectedNetwork(34, arcs);
}

TEST(DirectedPublished, karate_club_as_networkx_has_it) {
  const auto club = directed_club();
  ASSERT_EQ(club.arc_count(), 99U);
  MeasureOptions in, out, normalized;
  out.mode = Direction::out;
  normalized.normalized = true;
  const auto expect = [&](std::string_view code, const MeasureOptions& options, const std::array<double, 5>& expected) {
    const auto found = along(club, code, options);
    constexpr std::array<std::size_t, 5> of{0, 1, 2, 33, 11};
    for (std::size_t i = 0; i < of.size(); ++i) EXPECT_NEAR(found[of[i]], expected[i], 1e-9) << code << ' ' << of[i];
  };
  expect("in_degree", in, {4, 3, 5, 17, 1});
  expect("out_degree", in, {16, 8, 9, 5, 0});
  expect("closeness", in, {0.19797979798, 0.191593352884, 0.204806687565, 0.500488758553, 0.151515151515});
  expect("closeness", out, {0.478468899522, 0.373599003736, 0.413223140496, 0.161616161616, 0});
  expect("harmonic", in, {8, 7.666666666667, 8.666666666667, 22.566666666667, 5.833333333333});
  expect("harmonic", out, {21.45, 16.2, 17.366666666667, 7.45, 0});
  expect("betweenness", in, {238.733333333333, 46.333333333333, 157.833333333333, 173.333333333333, 0});
  expect("betweenness", normalized, {0.226073232323, 0.043876262626, 0.149463383838, 0.164141414141, 0});
  expect("pagerank", in, {0.02728814751, 0.014945901811, 0.02619930786, 0.214621562743, 0.006011741069});
  expect("hits_hub", in, {0.095493397812, 0.056756686628, 0.070154170769, 0.014336096395, 0});
  expect("hits_authority", in, {0.008244506624, 0.038238859849, 0.052102731327, 0.147559515676, 0.021229455046});
  expect("katz", in, {0.116175084345, 0.113463691021, 0.181524431571, 0.617446034083, 0.043215309332});
  expect("katz", out, {0.642140198991, 0.349555740087, 0.335586501001, 0.06055509527, 0.009936013919});
  expect("eigenvector", in, {0.087522472209, 0.089285705684, 0.151256712953, 0.650848705503, 0.026696998467});
  expect("eigenvector", out, {0.663474215001, 0.346368513433, 0.295434032376, 0, 0});
  expect("core", in, {5, 5, 5, 4, 1});
  EXPECT_NEAR(perron_eigenvalue(club), 3.278363757547698, 1e-12);
  const auto of_arcs = arc_betweenness(club, Distance::hops);
  EXPECT_NEAR(of_arcs[0], 13.333333333333, 1e-9);  // 0 → 1
}

}  // namespace
}  // namespace maillage

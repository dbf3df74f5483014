// SPDX-License-Identifier: Apache-2.0
// Measures that count walks or currents, and Guimerà and Amaral's, against their definitions on full matrices, and the
// karate club against networkx 2.8.8.
#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <numeric>

#include "analysis/centrality/katz.hpp"
#include "analysis/community/roles.hpp"
#include "analysis/random_networks.hpp"
#include "analysis/slow_measures.hpp"
#include "analysis/structure/structure.hpp"
#include "analysis/values_near.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using random_networks::Weights;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd dense(const Network& network) {
  MatrixXd matrix = MatrixXd::Zero(network.vertex_count(), network.vertex_count());
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    matrix(network.source(e), network.target(e)) = matrix(network.target(e), network.source(e)) = network.weight(e);
  }
  return matrix;
}

std::vector<double> values(const VectorXd& x) { return {x.data(), x.data() + x.size()}; }

template <class Test>
void on_random_networks(Test test) {
  for (std::uint64_t seed = 0; seed < random_networks::count; ++seed) {
    SCOPED_TRACE(random_networks::named(seed));
    test(random_networks::make(seed, Weights::fractions));
  }
}

TEST(Katz, solves_its_equations) {
  on_random_networks([](const Network& network) {
    const auto a = dense(network);
    const auto largest = Eigen::SelfAdjointEigenSolver<MatrixXd>(a).eigenvalues().maxCoeff();
    const auto found = katz(network);
    EXPECT_NEAR(found.largest_eigenvalue, std::max(largest, 0.0), 1e-10 * std::max(1.0, largest));
    const auto alpha = largest > 0 ? 0.9 / largest : 0.0;
    const MatrixXd system = MatrixXd::Identity(a.rows(), a.rows()) - alpha * a;
    const VectorXd x = system.partialPivLu().solve(VectorXd::Ones(a.rows())).normalized();
    EXPECT_TRUE(near(found.values, values(x)));
    if (largest > 0) {
      EXPECT_THROW(katz(network, 1 / largest * (1 + 1e-9)), KatzDiverges);
      EXPECT_THROW(katz(network, -0.1), KatzDiverges);
    }
  });
}

TEST(Subgraph, beyond_what_a_number_holds_is_undefined_and_says_so) {
  constexpr Vertex kParties = 705;  // the largest eigenvalue is 704
  std::vector<Network::WeightedPair> pairs;
  for (Vertex a = 0; a < kParties; ++a) {
    for (Vertex b = a + 1; b < kParties; ++b) pairs.push_back({a, b});
  }
  const Network network(kParties, pairs);
  const auto found = measure(MeasuredNetwork{network, {}}, "subgraph", {});
  EXPECT_EQ(found.reason, "too_large_numbers");
  EXPECT_TRUE(std::isnan(found.values[0]));
}

TEST(Subgraph, is_the_sum_of_its_series) {
  on_random_networks([](const Network& network) {
    MatrixXd a = dense(network);
    a = (a.array() != 0).cast<double>().matrix();
    MatrixXd power = MatrixXd::Identity(a.rows(), a.rows()), sum = power;
    for (int k = 1; k < 200; ++k) {
      power = power * a / k;
      sum += power;
    }
    EXPECT_TRUE(near(values_of(network, "subgraph"), values(sum.diagonal())));
  });
}

TEST(Hits, is_the_part_of_equal_scores_that_grows_fastest) {
  on_random_networks([](const Network& network) {
    const auto a = dense(network);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(a * a);
    const auto largest = solver.eigenvalues().maxCoeff();
    VectorXd x = VectorXd::Ones(a.rows());
    if (largest > 0) {
      VectorXd part = VectorXd::Zero(a.rows());
      for (Eigen::Index i = 0; i < a.rows(); ++i) {
        if (solver.eigenvalues()[i] < largest * (1 - 1e-9)) continue;
        part += solver.eigenvectors().col(i) * solver.eigenvectors().col(i).dot(x);
      }
      x = part;
    }
    x /= x.sum();
    const auto found = values_of(network, "hits_hub");
    for (std::size_t v = 0; v < found.size(); ++v) EXPECT_NEAR(found[v], x[static_cast<Eigen::Index>(v)], 1e-9);
    EXPECT_EQ(found, values_of(network, "hits_authority"));
  });
}

/// Resistances between all vertices of one component from the pseudo-inverse of its Laplacian.
MatrixXd pseudo_inverse(const MatrixXd& a) {
  const MatrixXd laplacian = MatrixXd(a.rowwise().sum().asDiagonal()) - a;
  const double n = static_cast<double>(a.rows());
  const MatrixXd ones = MatrixXd::Constant(a.rows(), a.rows(), 1 / n);
  return (laplacian + ones).inverse() - ones;
}

TEST(CurrentFlow, follows_ohm_and_kirchhoff) {
  on_random_networks([](const Network& network) {
    const auto n = network.vertex_count();
    const auto a = dense(network);
    std::vector<double> close(n, 0), between(n, 0);
    for (const auto& component : components_of(network).members) {
      const auto size = static_cast<Eigen::Index>(component.size());
      MatrixXd here(size, size);
      for (Eigen::Index i = 0; i < size; ++i) {
        for (Eigen::Index j = 0; j < size; ++j) {
          here(i, j) = a(component[static_cast<std::size_t>(i)], component[static_cast<std::size_t>(j)]);
        }
      }
      const auto inverse = pseudo_inverse(here);
      for (Eigen::Index v = 0; v < size; ++v) {
        double resistances = 0;
        for (Eigen::Index u = 0; u < size; ++u) resistances += inverse(v, v) + inverse(u, u) - 2 * inverse(v, u);
        const double reached = static_cast<double>(size - 1) / (n - 1.0);
        if (size > 1) close[component[static_cast<std::size_t>(v)]] = reached * reached / resistances;
        double through = 0;
        for (Eigen::Index s = 0; s < size; ++s) {
          for (Eigen::Index t = s + 1; t < size; ++t) {
            if (s == v || t == v) continue;
            for (Eigen::Index w = 0; w < size; ++w) {
              const auto flow = here(v, w) * (inverse(v, s) - inverse(v, t) - inverse(w, s) + inverse(w, t));
              through += std::abs(flow) / 2;
            }
          }
        }
        between[component[static_cast<std::size_t>(v)]] = through;
      }
    }
    EXPECT_TRUE(near(values_of(network, "current_flow_closeness"), close));
    EXPECT_TRUE(near(values_of(network, "current_flow_betweenness"), between));
  });
}

// On a tree there is one way alone: current-flow betweenness is betweenness, and resistance is length.
TEST(CurrentFlow, is_that_of_paths_on_a_tree) {
  const Network tree(7, std::vector<Network::WeightedPair>{{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}, {5, 6}});
  EXPECT_TRUE(near(values_of(tree, "current_flow_betweenness"), values_of(tree, "betweenness")));
  auto close = values_of(tree, "closeness");
  for (auto& value : close) value /= 6;
  EXPECT_TRUE(near(values_of(tree, "current_flow_closeness"), close));
}

TEST(Eccentricity, is_the_longest_shortest_path) {
  on_random_networks([](const Network& network) {
    for (const auto distance : {Distance::hops, Distance::inverse, Distance::weight}) {
      const auto d = slow::all_lengths(network, distance);
      std::vector<double> longest(d.size(), 0);
      for (std::size_t v = 0; v < d.size(); ++v) {
        for (const auto length : d[v]) longest[v] = std::isfinite(length) ? std::max(longest[v], length) : longest[v];
      }
      EXPECT_TRUE(near(values_of(network, "eccentricity", {.distance = distance}), longest));
    }
  });
}

TEST(Hierarchy, is_how_uneven_the_parts_of_constraint_are) {
  on_random_networks([](const Network& network) {
    const auto w = slow::weights_of(network);
    const auto p = slow::parts_of(w);
    const auto n = w.size();
    std::vector<double> expected(n, slow::undefined), share(n, slow::undefined);
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<double> parts;
      for (std::size_t j = 0; j < n; ++j) {
        if (w[i][j] == 0) continue;
        double part = p[i][j];
        for (std::size_t q = 0; q < n; ++q) part += q != j && w[i][q] > 0 ? p[i][q] * p[q][j] : 0;
        parts.push_back(part * part);
      }
      if (parts.empty()) continue;
      const auto count = static_cast<double>(parts.size());
      const auto all = std::accumulate(parts.begin(), parts.end(), 0.0);
      expected[i] = count == 1 ? 1 : 0;
      for (const auto part : parts) {
        const auto r = part * count / all;
        if (count > 1) expected[i] += r * std::log(r) / (count * std::log(count));
      }
      share[i] = slow::effective_size(network)[i] / count;
    }
    EXPECT_TRUE(near(values_of(network, "hierarchy"), expected));
    EXPECT_TRUE(near(values_of(network, "efficiency"), share));
  });
}

TEST(Roles, count_ties_by_community) {
  on_random_networks([](const Network& network) {
    const auto n = network.vertex_count();
    std::vector<std::uint32_t> community(n);
    for (Vertex v = 0; v < n; ++v) community[v] = v % 4;
    const auto w = slow::weights_of(network);
    std::vector<double> participation(n, slow::undefined), inside(n, 0), z(n, 0);
    for (Vertex v = 0; v < n; ++v) {
      std::vector<double> with(4, 0);
      for (Vertex u = 0; u < n; ++u) with[community[u]] += w[v][u];
      const auto all = std::accumulate(with.begin(), with.end(), 0.0);
      inside[v] = with[community[v]];
      if (all == 0) continue;
      participation[v] = 1;
      for (const auto part : with) participation[v] -= part / all * (part / all);
    }
    for (Vertex v = 0; v < n; ++v) {
      double count = 0, sum = 0, squares = 0;
      for (Vertex u = 0; u < n; ++u) {
        if (community[u] != community[v]) continue;
        ++count;
        sum += inside[u];
      }
      for (Vertex u = 0; u < n; ++u) {
        if (community[u] == community[v]) squares += (inside[u] - sum / count) * (inside[u] - sum / count);
      }
      if (squares / count > 1e-24) z[v] = (inside[v] - sum / count) / std::sqrt(squares / count);
    }
    MeasureOptions options;
    options.community_of = community;
    EXPECT_TRUE(near(values_of(network, "participation", options), participation));
    EXPECT_TRUE(near(values_of(network, "within_module_z", options), z));
  });
}

TEST(PublishedValues, karate_club_walks_and_currents) {
  const auto club = published::karate_club();
  const auto expect = [&](std::string_view code, double president, double instructor, double leaf, const MeasureOptions& with = {}) {
    const auto found = values_of(club, code, with);
    EXPECT_NEAR(found[0], president, 1e-9 * std::max(1.0, president)) << code;
    EXPECT_NEAR(found[33], instructor, 1e-9 * std::max(1.0, instructor)) << code;
    EXPECT_NEAR(found[11], leaf, 1e-9) << code;
  };
  EXPECT_NEAR(katz(club).largest_eigenvalue, 6.725697727631733, 1e-12);
  expect("katz", 0.3485533358908172, 0.36334189286411556, 0.06668765071900842);
  MeasureOptions a_tenth;
  a_tenth.alpha = 0.1;
  expect("katz", 0.3213246219124112, 0.3314064273997826, 0.09661671600809009, a_tenth);
  expect("subgraph", 128.0950135228893, 136.7223381835914, 4.422322484601135);
  expect("hits_hub", 0.07141272880825202, 0.0750029421565755, 0.01061789151107122);
  expect("eccentricity", 3, 4, 4);
  expect("current_flow_closeness", 0.058567106045101555, 0.059182906932661435, 0.020377210361135212);
  expect("current_flow_betweenness", 256.8124460136917, 206.11457832714387, 0);
  MeasureOptions normalized;
  normalized.normalized = true;
  expect("current_flow_betweenness", 0.48638720835926463, 0.3903685195589846, 0, normalized);
}

}  // namespace
}  // namespace maillage

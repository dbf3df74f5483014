// SPDX-License-Identifier: Apache-2.0
// Curves against closed forms and against components found anew after each loss.
#include "analysis/counterfactual/robustness.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <algorithm>
#include <numeric>

#include "analysis/structure/structure.hpp"
#include "registers.hpp"

namespace maillage {
namespace {

std::string name(std::size_t i) {
  return registers::numbered('i', i);
}

DataSet of_pairs(std::size_t institutions, const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  registers::Register made;
  for (std::size_t i = 0; i < institutions; ++i) made.institution(name(i));
  std::size_t number = 0;
  for (const auto& [a, b] : pairs) {
    const auto id = registers::numbered('a', number++), first = name(a), second = name(b);
    made.agreement({.id = id}, {first.c_str(), second.c_str()});
  }
  return made.data();
}

// The share of the largest component after each loss, every component found anew.
double slow_r(const Network& network, const std::vector<Vertex>& order) {
  const auto n = network.vertex_count();
  std::vector<bool> is_lost(n, false);
  double sum = 0;
  for (const auto lost : order) {
    is_lost[lost] = true;
    std::vector<Network::WeightedPair> pairs;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      if (!is_lost[network.source(e)] && !is_lost[network.target(e)])
        pairs.push_back({network.source(e), network.target(e)});
    }
    std::size_t largest = 0;
    for (const auto& members : components_of(Network(n, pairs)).members) {
      if (!is_lost[members.front()]) largest = std::max(largest, members.size());
    }
    sum += static_cast<double>(largest) / n;
  }
  return n > 0 ? sum / n : 0;
}

// The most connected first, degrees counted anew after each loss.
std::vector<Vertex> slow_order(const Network& network) {
  const auto n = network.vertex_count();
  std::vector<bool> is_lost(n, false);
  std::vector<Vertex> order;
  while (order.size() < n) {
    Vertex best = n;
    std::size_t most = 0;
    for (Vertex v = 0; v < n; ++v) {
      if (is_lost[v]) continue;
      const auto degree =
          static_cast<std::size_t>(std::ranges::count_if(network.neighbours(v), [&](Vertex u) { return !is_lost[u]; }));
      if (best == n || degree > most) {
        best = v;
        most = degree;
      }
    }
    is_lost[best] = true;
    order.push_back(best);
  }
  return order;
}

TEST(Robustness, of_a_complete_network) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < 9; ++i) {
    for (std::size_t j = i + 1; j < 9; ++j) pairs.emplace_back(i, j);
  }
  const auto data = of_pairs(9, pairs);
  const auto view = build_network(data, {});
  for (const auto order : {LossOrder::degree, LossOrder::strength, LossOrder::betweenness, LossOrder::random}) {
    const auto curve = robustness_of_nodes(view, {.order = order});
    EXPECT_NEAR(curve.r, 8.0 / 18, 1e-12) << code_name(order);
    EXPECT_NEAR(curve.r_low, curve.r_high, 1e-12);
    EXPECT_EQ(curve.half, std::optional<std::uint32_t>(5));
    EXPECT_EQ(curve.points.size(), 10U);
  }
}

TEST(Robustness, of_a_star_and_of_a_path) {
  std::vector<std::pair<std::size_t, std::size_t>> star, path;
  for (std::size_t i = 1; i < 8; ++i) {
    star.emplace_back(0, i);
    path.emplace_back(i - 1, i);
  }
  const auto star_data = of_pairs(8, star);
  const auto of_star = robustness_of_nodes(build_network(star_data, {}), {});
  EXPECT_NEAR(of_star.r, 7.0 / 8 / 8, 1e-12);  // the middle goes first: seven times one of eight is left, then none
  EXPECT_EQ(of_star.first.front(), 0U);
  EXPECT_EQ(of_star.half, std::optional<std::uint32_t>(1));
  EXPECT_TRUE(of_star.is_recalculated);
  // Agreements of the star: the largest component is 8 - Q after Q of them.
  const auto agreements = robustness_of_agreements(build_network(star_data, {}), {});
  EXPECT_NEAR(agreements.r, (7.0 + 6 + 5 + 4 + 3 + 2 + 1) / 8 / 7, 1e-12);
  EXPECT_EQ(agreements.order, "size");
  // Of the path of eight, 1, 3, 5 (the first inner ones that have two partners left), then 6: 6 4 2 1 1 1 1 0.
  const auto path_data = of_pairs(8, path);
  const auto path_view = build_network(path_data, {});
  const auto of_path = robustness_of_nodes(path_view, {});
  EXPECT_NEAR(of_path.r, slow_r(path_view.network, slow_order(path_view.network)), 1e-12);
  EXPECT_NEAR(of_path.r, (6.0 + 4 + 2 + 1 + 1 + 1 + 1) / 64, 1e-12);
}

TEST(Robustness, without_a_loss_to_half_has_none) {
  const auto data = of_pairs(2, {{0, 1}});
  const auto view = build_network(data, {});
  const auto curve = robustness_of_agreements(view, {});
  EXPECT_EQ(curve.total, 1U);
  EXPECT_EQ(curve.half, std::nullopt);  // two without their agreement are half of two
  EXPECT_EQ(robustness_of_agreements(view, {.order = LossOrder::random, .runs = 3}).half, std::nullopt);
}

TEST(Robustness, is_that_of_components_found_anew) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const auto data = registers::random_register(seed);
    const auto view = build_network(data, {});
    const auto curve = robustness_of_nodes(view, {});
    const auto order = slow_order(view.network);
    EXPECT_NEAR(curve.r, slow_r(view.network, order), 1e-12);
    for (std::size_t i = 0; i < curve.first.size(); ++i) EXPECT_EQ(curve.first[i], order[i]);
    EXPECT_EQ(curve.points.back().largest, 0);
  }
}

TEST(Robustness, at_random_is_the_mean_of_its_runs_whatever_the_threads) {
  const auto data = registers::random_register(5);
  const auto view = build_network(data, {});
  const RobustnessOptions options{.order = LossOrder::random, .runs = 40, .seed = 9};
  const auto threads_before = omp_get_max_threads();
  omp_set_num_threads(1);
  const auto one = robustness_of_nodes(view, options);
  const auto agreements = robustness_of_agreements(view, options);
  omp_set_num_threads(3);
  const auto three = robustness_of_nodes(view, options);
  omp_set_num_threads(threads_before);
  EXPECT_EQ(one.r, three.r);
  EXPECT_EQ(one.runs, 40);
  EXPECT_LE(one.r_low, one.r);
  EXPECT_LE(one.r, one.r_high);
  EXPECT_LE(agreements.points.back().largest, 1.0 / view.network.vertex_count() + 1e-12);
  const auto other = robustness_of_nodes(view, {.order = LossOrder::random, .runs = 40, .seed = 10});
  EXPECT_NE(one.r, other.r);
}

TEST(Robustness, of_no_network) {
  const auto data = registers::Register().data();
  const auto view = build_network(data, {});
  EXPECT_TRUE(std::isnan(robustness_of_nodes(view, {}).r));
  EXPECT_TRUE(std::isnan(robustness_of_agreements(view, {.order = LossOrder::random}).r));
}

}  // namespace
}  // namespace maillage

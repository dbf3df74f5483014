// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/hyper_centrality.hpp"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <numeric>

#include "analysis/values_near.hpp"
#include "hypergraph/random_incidences.hpp"

namespace maillage {
namespace {

using random_incidences::Made;
constexpr double none = kUndefinedValue;
constexpr HyperScoring kAll[] = {HyperScoring::linear, HyperScoring::log_exp, HyperScoring::max};

/// {A,B,C} {A,B} {C,D} {D} {A,B,C,D}
Incidence five_agreements() { return Incidence(4, {{0, 1, 2}, {0, 1}, {2, 3}, {3}, {0, 1, 2, 3}}); }

// Computed with numpy from the equations, 3,000 steps at most.
TEST(HyperCentrality, the_five_agreements) {
  const auto near = [](const HyperScores& found, const std::vector<double>& x, const std::vector<double>& y) {
    EXPECT_TRUE(found.has_converged);
    for (std::size_t v = 0; v < x.size(); ++v) EXPECT_NEAR(found.of_parties[v], x[v], 2e-12);
    for (std::size_t p = 0; p < y.size(); ++p) {
      if (std::isnan(y[p])) {
        EXPECT_TRUE(std::isnan(found.of_partnerships[p]));
      } else {
        EXPECT_NEAR(found.of_partnerships[p], y[p], 2e-12);
      }
    }
  };
  near(hyper_centrality(five_agreements(), HyperScoring::linear),
       {0.281993930865, 0.281993930865, 0.266925090812, 0.169087047458},
       {0.29351413006, 0.199224727565, 0.154018207405, none, 0.35324293497});
  near(hyper_centrality(five_agreements(), HyperScoring::log_exp),
       {0.286953305571, 0.286953305571, 0.230507364266, 0.195586024591},
       {0.126436233623, 0.548512773226, 0.300321832853, none, 0.024729160299});
  near(hyper_centrality(five_agreements(), HyperScoring::max),
       {0.26385065909, 0.26385065909, 0.260986654294, 0.211312027527},
       {0.258605497628, 0.249202172931, 0.232633609622, none, 0.25955871982});
}

double of_partnership(const std::vector<std::uint32_t>& members, const std::vector<double>& x, HyperScoring scoring) {
  double sum = 0, product = 1, powers = 0;
  for (const auto v : members) {
    sum += x[v];
    product *= x[v];
    powers += std::pow(x[v], 10);
  }
  return scoring == HyperScoring::linear ? sum : scoring == HyperScoring::log_exp ? product : std::pow(powers, 0.1);
}

TEST(HyperCentrality, the_scores_solve_the_equations) {
  random_incidences::on_each([](const Made& made) {
    for (const auto scoring : kAll) {
      const auto found = hyper_centrality(made.incidence(), scoring);
      if (!found.has_converged) continue;
      std::vector<double> x(made.parties, 0);
      double mu = 0, lambda = 0, whole_x = 0, whole_y = 0;
      for (std::uint32_t p = 0; p < made.partnerships.size(); ++p) {
        if (made.partnerships[p].size() < 2) {
          EXPECT_TRUE(std::isnan(found.of_partnerships[p]));
          continue;
        }
        whole_y += found.of_partnerships[p];
        mu += of_partnership(made.partnerships[p], found.of_parties, scoring);
        for (const auto v : made.partnerships[p]) x[v] += found.of_partnerships[p];
      }
      if (scoring != HyperScoring::linear) std::ranges::transform(x, x.begin(), [](double v) { return std::sqrt(v); });
      for (std::uint32_t v = 0; v < made.parties; ++v) {
        lambda += x[v];
        whole_x += found.of_parties[v];
      }
      EXPECT_NEAR(whole_x, 1, 1e-12);
      EXPECT_NEAR(whole_y, 1, 1e-12);
      for (std::uint32_t v = 0; v < made.parties; ++v) EXPECT_NEAR(found.of_parties[v], x[v] / lambda, 1e-9);
      for (std::uint32_t p = 0; p < made.partnerships.size(); ++p) {
        if (made.partnerships[p].size() < 2) continue;
        EXPECT_NEAR(found.of_partnerships[p], of_partnership(made.partnerships[p], found.of_parties, scoring) / mu, 1e-9);
      }
    }
  });
}

TEST(HyperCentrality, linear_is_the_leading_singular_vector) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(4, 4);
  const std::vector<std::vector<int>> members{{0, 1, 2}, {0, 1}, {2, 3}, {0, 1, 2, 3}};
  for (int p = 0; p < 4; ++p) {
    for (const auto v : members[static_cast<std::size_t>(p)]) matrix(v, p) = 1;
  }
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(matrix, Eigen::ComputeThinU);
  const auto leading = svd.matrixU().col(0);
  const auto found = hyper_centrality(five_agreements(), HyperScoring::linear);
  for (int v = 0; v < 4; ++v) EXPECT_NEAR(found.of_parties[static_cast<std::size_t>(v)], leading(v) / leading.sum(), 1e-12);
}

TEST(HyperCentrality, the_largest_component_alone_has_scores) {
  // 1 - 2 and 3 - 4 - 5; 0 and 6 sign nothing with others
  const Incidence incidence(7, {{1, 2}, {3, 4}, {4, 5}, {6}});
  for (const auto scoring : kAll) {
    const auto found = hyper_centrality(incidence, scoring);
    ASSERT_TRUE(found.has_converged);
    expect_values({found.of_parties[0], found.of_parties[1], found.of_parties[2], found.of_parties[6]}, {0, 0, 0, 0});
    EXPECT_GT(found.of_parties[4], found.of_parties[3]);
    expect_values(found.of_partnerships, {0, 0.5, 0.5, none});
  }
  expect_values(hyper_centrality(Incidence(4, {{0, 1}, {2, 3}}), HyperScoring::linear).of_parties, {0.5, 0.5, 0, 0});
}

TEST(HyperCentrality, undefined_without_an_agreement_of_two) {
  for (const auto scoring : kAll) {
    const auto found = hyper_centrality(Incidence(2, {{0}, {1}}), scoring);
    EXPECT_FALSE(found.has_converged);
    expect_values(found.of_parties, {none, none});
    expect_values(found.of_partnerships, {none, none});
    EXPECT_TRUE(hyper_centrality(Incidence{}, scoring).of_parties.empty());
  }
}

TEST(HyperCentrality, agreements_of_hundreds_do_not_leave_the_range_of_numbers) {
  std::vector<std::uint32_t> all(600);
  std::iota(all.begin(), all.end(), 0U);
  const Incidence incidence(600, {all, {0, 1}, {1, 2}});
  for (const auto scoring : kAll) {
    const auto found = hyper_centrality(incidence, scoring);
    ASSERT_TRUE(found.has_converged);
    for (const auto value : found.of_parties) EXPECT_TRUE(value >= 0 && value <= 1);
    EXPECT_GT(found.of_parties[1], found.of_parties[3]);
  }
}

}  // namespace
}  // namespace maillage

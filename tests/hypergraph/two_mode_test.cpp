// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "analysis/hypergraph/redundancy.hpp"
#include "analysis/hypergraph/rewired_incidence.hpp"
#include "analysis/hypergraph/two_mode_clustering.hpp"
#include "analysis/values_near.hpp"
#include "hypergraph/random_incidences.hpp"
#include "published/published_networks.hpp"

namespace maillage {
namespace {

using random_incidences::Made;
using Set = std::set<std::uint32_t>;

Incidence southern_women() { return Incidence(14, published::southern_women()).transposed(); }

// By the definition: the partnerships of each party as sets, all pairs of them.
std::vector<Set> partnerships_by_party(const Made& made) {
  std::vector<Set> sets(made.parties);
  for (std::uint32_t p = 0; p < made.partnerships.size(); ++p) {
    for (const auto v : made.partnerships[p]) sets[v].insert(p);
  }
  return sets;
}

double slow_redundancy(const Made& made, std::uint32_t v) {
  const auto sets = partnerships_by_party(made);
  double pairs = 0, elsewhere = 0;
  for (const auto p : sets[v]) {
    for (const auto q : sets[v]) {
      if (p >= q) continue;
      ++pairs;
      bool found = false;
      for (std::uint32_t w = 0; w < made.parties; ++w) found = found || (w != v && sets[w].contains(p) && sets[w].contains(q));
      elsewhere += found ? 1 : 0;
    }
  }
  return pairs > 0 ? elsewhere / pairs : kUndefinedValue;
}

TEST(Redundancy, as_defined_on_random_incidences) {
  random_incidences::on_each([](const Made& made) {
    std::vector<double> wanted;
    for (std::uint32_t v = 0; v < made.parties; ++v) wanted.push_back(slow_redundancy(made, v));
    expect_values(redundancy(made.incidence()), wanted);
  });
}

// networkx 2.8, bipartite.node_redundancy on its Davis southern women graph.
TEST(Redundancy, southern_women) {
  expect_values(redundancy(southern_women()), {27 / 28.0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.75, 0.9, 1, 1, 1});
  expect_values(redundancy(southern_women().transposed()),
                {1, 1, 1, 1, 1, 27 / 28.0, 41 / 45.0, 73 / 91.0, 47 / 66.0, 1, 2 / 3.0, 1, 1, 1});
}

TEST(Redundancy, one_large_agreement_is_not_redundant_and_a_repeated_one_is) {
  expect_values(redundancy(Incidence(3, {{0, 1, 2}})), {kUndefinedValue, kUndefinedValue, kUndefinedValue});
  expect_values(redundancy(Incidence(3, {{0, 1}, {0, 2}})), {0, kUndefinedValue, kUndefinedValue});
  expect_values(redundancy(Incidence(2, {{0, 1}, {0, 1}})), {1, 1});
  EXPECT_TRUE(redundancy(Incidence{}).empty());
}

std::vector<double> slow_clustering(const Made& made, Overlap overlap) {
  const auto sets = partnerships_by_party(made);
  std::vector<double> values;
  for (std::uint32_t v = 0; v < made.parties; ++v) {
    double sum = 0, partners = 0;
    for (std::uint32_t w = 0; w < made.parties; ++w) {
      if (v == w) continue;
      Set both, either = sets[v];
      for (const auto p : sets[w]) {
        if (sets[v].contains(p)) both.insert(p);
        either.insert(p);
      }
      if (both.empty()) continue;
      const auto by = overlap == Overlap::dot   ? either.size()
                      : overlap == Overlap::min ? std::min(sets[v].size(), sets[w].size())
                                                : std::max(sets[v].size(), sets[w].size());
      sum += static_cast<double>(both.size()) / static_cast<double>(by);
      ++partners;
    }
    values.push_back(partners > 0 ? sum / partners : kUndefinedValue);
  }
  return values;
}

TEST(TwoModeClustering, as_defined_on_random_incidences) {
  random_incidences::on_each([](const Made& made) {
    for (const auto overlap : {Overlap::dot, Overlap::min, Overlap::max}) {
      expect_values(two_mode_clustering(made.incidence(), overlap), slow_clustering(made, overlap));
    }
  });
}

// networkx 2.8, bipartite.latapy_clustering.
TEST(TwoModeClustering, southern_women) {
  const auto values = [](Overlap overlap) { return two_mode_clustering(southern_women(), overlap); };
  EXPECT_NEAR(values(Overlap::dot)[0], 0.317943331179, 1e-12);
  EXPECT_NEAR(values(Overlap::dot)[13], 0.260576678224, 1e-12);
  EXPECT_NEAR(values(Overlap::min)[0], 0.641666666667, 1e-12);
  EXPECT_NEAR(values(Overlap::min)[14], 0.496078431373, 1e-12);
  EXPECT_NEAR(values(Overlap::max)[0], 0.367647058824, 1e-12);
  EXPECT_NEAR(values(Overlap::max)[17], 0.299404761905, 1e-12);
}

// networkx 2.8, bipartite.robins_alexander_clustering; rounded to 0.468 in its documentation.
TEST(RobinsAlexander, southern_women) {
  const auto found = robins_alexander(southern_women());
  EXPECT_NEAR(found.coefficient, 0.46776406035665297, 1e-15);
  EXPECT_NEAR(robins_alexander(southern_women().transposed()).coefficient, found.coefficient, 1e-15);
}

TEST(RobinsAlexander, paths_and_cycles_counted_one_by_one) {
  random_incidences::on_each([](const Made& made) {
    double paths = 0, cycles = 0;
    const auto sets = partnerships_by_party(made);
    for (std::uint32_t v = 0; v < made.parties; ++v) {
      for (const auto p : sets[v]) {
        for (const auto w : made.partnerships[p]) {
          for (const auto q : sets[w]) {
            if (w == v || p == q) continue;
            ++paths;  // v p w q, from its end at a party: each path once
            cycles += sets[v].contains(q) ? 0.25 : 0;
          }
        }
      }
    }
    const auto found = robins_alexander(made.incidence());
    EXPECT_EQ(found.three_paths, paths);
    EXPECT_EQ(found.four_cycles, cycles);
    EXPECT_EQ(std::isnan(found.coefficient), paths == 0);
  });
}

TEST(RewiredIncidence, keeps_hyperdegrees_and_sizes_and_who_is_in_once) {
  random_incidences::on_each([](const Made& made) {
    const auto incidence = made.incidence();
    RewiredIncidence rewired(incidence);
    for (const std::uint64_t seed : {1U, 2U}) {
      rewired.draw(seed, 500);
      std::vector<std::uint32_t> hyperdegree(made.parties, 0);
      for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
        const auto here = rewired.members().subspan(incidence.member_first()[p], incidence.size(p));
        EXPECT_EQ(Set(here.begin(), here.end()).size(), here.size());
        for (const auto v : here) ++hyperdegree[v];
      }
      for (std::uint32_t v = 0; v < made.parties; ++v) EXPECT_EQ(hyperdegree[v], incidence.hyperdegree(v));
    }
  });
}

TEST(RewiredIncidence, the_same_seed_draws_the_same_and_another_one_something_else) {
  const auto incidence = southern_women();
  RewiredIncidence rewired(incidence), other(incidence);
  const auto drawn = [](RewiredIncidence& from, std::uint64_t seed) {
    EXPECT_GT(from.draw(seed, 890), 100U);
    return std::vector<std::uint32_t>(from.members().begin(), from.members().end());
  };
  const auto first = drawn(rewired, 7);
  EXPECT_NE(drawn(rewired, 8), first);
  EXPECT_EQ(drawn(rewired, 7), first);
  EXPECT_EQ(drawn(other, 7), first);
}

}  // namespace
}  // namespace maillage

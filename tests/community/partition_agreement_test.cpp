// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/community/communities.hpp"
#include "analysis/random_source.hpp"

namespace maillage {
namespace {

using Labels = std::vector<std::uint32_t>;

/// ARI from the four kinds of pairs of vertices, counted one by one (Hubert & Arabie 1985). O(n²).
double ari_by_pairs(const Labels& a, const Labels& b) {
  double both = 0, only_a = 0, only_b = 0, neither = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = i + 1; j < a.size(); ++j) {
      const bool in_a = a[i] == a[j], in_b = b[i] == b[j];
      (in_a ? (in_b ? both : only_a) : (in_b ? only_b : neither)) += 1;
    }
  }
  return 2 * (both * neither - only_a * only_b) /
         ((both + only_a) * (only_a + neither) + (both + only_b) * (only_b + neither));
}

/// I(a,b) from the table of joint frequencies, with the arithmetic mean of the entropies. O(n²).
double nmi_by_table(const Labels& a, const Labels& b) {
  const auto n = static_cast<double>(a.size());
  const auto share = [&](auto&& condition) {
    double count = 0;
    for (std::size_t v = 0; v < a.size(); ++v) count += condition(v) ? 1 : 0;
    return count / n;
  };
  double mutual = 0, entropies = 0;
  for (std::uint32_t x = 0; x < a.size(); ++x) {
    const double of_a = share([&](auto v) { return a[v] == x; }), of_b = share([&](auto v) { return b[v] == x; });
    if (of_a > 0) entropies -= of_a * std::log(of_a);
    if (of_b > 0) entropies -= of_b * std::log(of_b);
    for (std::uint32_t y = 0; y < a.size(); ++y) {
      const double joint = share([&](auto v) { return a[v] == x && b[v] == y; });
      const double other = share([&](auto v) { return b[v] == y; });
      if (joint > 0) mutual += joint * std::log(joint / (of_a * other));
    }
  }
  return 2 * mutual / entropies;
}

TEST(PartitionAgreement, by_hand) {
  // Table of joint counts: rows of a (2, 1, 0) (0, 1, 2): H(a) = ln 2, H(b) = ln 3, H(a,b) = ln 6 − ⅔ ln 2.
  const Labels a{0, 0, 0, 1, 1, 1}, b{0, 0, 1, 1, 2, 2};
  const double mutual = std::log(2) + std::log(3) - (std::log(6) - 2.0 / 3 * std::log(2));
  EXPECT_NEAR(normalized_mutual_information(a, b), 2 * mutual / std::log(6), 1e-12);
  EXPECT_NEAR(normalized_mutual_information(a, b), 0.5158037429793888, 1e-12);
  // Pairs together in both 2, in a 6, in b 3, of 15: (2 − 1.2) / (4.5 − 1.2).
  EXPECT_NEAR(adjusted_rand_index(a, b), 0.8 / 3.3, 1e-12);
}

TEST(PartitionAgreement, variation_of_information_by_hand) {
  // The table above: 2 H(a,b) − H(a) − H(b).
  const Labels a{0, 0, 0, 1, 1, 1}, b{0, 0, 1, 1, 2, 2};
  const double joint = std::log(6) - 2.0 / 3 * std::log(2);
  EXPECT_NEAR(variation_of_information(a, b), 2 * joint - std::log(2) - std::log(3), 1e-12);
  EXPECT_EQ(variation_of_information(a, a), 0);
  EXPECT_NEAR(variation_of_information({0, 0, 0, 0}, {0, 1, 2, 3}), std::log(4), 1e-12);  // as far as it goes
  EXPECT_NEAR(variation_of_information({0, 0, 1, 1}, {0, 1, 0, 1}), 2 * std::log(2), 1e-12);
  EXPECT_EQ(variation_of_information({}, {}), 0);
  EXPECT_THROW(variation_of_information({0, 1}, {0}), std::invalid_argument);
}

TEST(PartitionAgreement, variation_of_information_is_a_metric) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    RandomSource random(seed);
    Labels a(12), b(12), c(12);
    for (auto* labels : {&a, &b, &c}) {
      for (auto& label : *labels) label = random.below(4);
    }
    EXPECT_NEAR(variation_of_information(a, b), variation_of_information(b, a), 1e-12);
    EXPECT_LE(variation_of_information(a, c), variation_of_information(a, b) + variation_of_information(b, c) + 1e-12);
    EXPECT_LE(variation_of_information(a, b), std::log(12) + 1e-12);
  }
}

TEST(PartitionAgreement, trivial_partitions) {
  const Labels together{0, 0, 0, 0}, alone{0, 1, 2, 3}, halves{0, 0, 1, 1};
  for (const auto& partition : {together, alone, halves}) {
    EXPECT_NEAR(normalized_mutual_information(partition, partition), 1, 1e-12);
    EXPECT_NEAR(adjusted_rand_index(partition, partition), 1, 1e-12);
  }
  EXPECT_NEAR(normalized_mutual_information(together, alone), 0, 1e-12);
  EXPECT_NEAR(adjusted_rand_index(together, alone), 0, 1e-12);
  EXPECT_NEAR(normalized_mutual_information(together, halves), 0, 1e-12);
  EXPECT_NEAR(adjusted_rand_index(halves, {0, 1, 0, 1}), -0.5, 1e-12);  // less than by chance
  EXPECT_EQ(normalized_mutual_information({}, {}), 1);
  EXPECT_EQ(adjusted_rand_index({}, {}), 1);
  EXPECT_EQ(adjusted_rand_index({7}, {9}), 1);
}

TEST(PartitionAgreement, laws_and_a_second_route_on_200_random_pairs) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    RandomSource random(seed);
    const auto n = 6 + random.below(30);
    Labels a(n), b(n);
    for (auto& c : a) c = random.below(4);
    for (std::size_t v = 0; v < n; ++v) b[v] = random.below(3) == 0 ? random.below(3) : a[v];
    a[0] = 0, a[1] = 1;  // never trivial
    const double nmi = normalized_mutual_information(a, b), ari = adjusted_rand_index(a, b);
    EXPECT_NEAR(nmi, nmi_by_table(a, b), 1e-10) << seed;
    EXPECT_NEAR(ari, ari_by_pairs(a, b), 1e-10) << seed;
    EXPECT_NEAR(nmi, normalized_mutual_information(b, a), 1e-12) << seed;
    EXPECT_NEAR(ari, adjusted_rand_index(b, a), 1e-12) << seed;
    auto renamed = a;
    for (auto& c : renamed) c = 1000 - 7 * c;
    EXPECT_NEAR(nmi, normalized_mutual_information(renamed, b), 1e-12) << seed;
    EXPECT_NEAR(ari, adjusted_rand_index(renamed, b), 1e-12) << seed;
    EXPECT_LE(ari, 1 + 1e-12);
  }
}

TEST(PartitionAgreement, refuses_partitions_of_other_lengths) {
  EXPECT_THROW(normalized_mutual_information({0, 1}, {0}), std::invalid_argument);
  EXPECT_THROW(adjusted_rand_index({0, 1}, {0}), std::invalid_argument);
}

}  // namespace
}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/community/communities.hpp"

namespace maillage {
namespace {

/// How often each community of a, of b, and each pair of communities occurs.
struct Contingency {
  std::vector<double> of_a, of_b, of_pair;
  double vertices = 0;
};

/// Lengths of the runs of equal values; sorts its argument.
template <class T>
std::vector<double> multiplicities(std::vector<T> values) {
  std::ranges::sort(values);
  std::vector<double> counts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0 || values[i] != values[i - 1]) counts.push_back(0);
    ++counts.back();
  }
  return counts;
}

Contingency contingency(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.size() != b.size()) throw std::invalid_argument("two partitions to compare need the same vertices");
  std::vector<std::uint64_t> pairs(a.size());
  for (std::size_t v = 0; v < a.size(); ++v) pairs[v] = std::uint64_t{a[v]} << 32U | b[v];
  return {multiplicities(a), multiplicities(b), multiplicities(std::move(pairs)), static_cast<double>(a.size())};
}

/// In nats.
double entropy(const std::vector<double>& counts, double vertices) {
  double sum = 0;
  for (const double count : counts) sum -= count / vertices * std::log(count / vertices);
  return sum;
}

double pairs_within(const std::vector<double>& counts) {
  double sum = 0;
  for (const double count : counts) sum += count * (count - 1) / 2;
  return sum;
}

}  // namespace

double normalized_mutual_information(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto table = contingency(a, b);
  // One community holds all on both sides: both entropies are 0 and both partitions the same.
  if (table.of_a.size() <= 1 && table.of_b.size() <= 1) return 1;
  const double of_a = entropy(table.of_a, table.vertices), of_b = entropy(table.of_b, table.vertices);
  const double mutual = of_a + of_b - entropy(table.of_pair, table.vertices);
  return std::clamp(2 * mutual / (of_a + of_b), 0.0, 1.0);
}

double variation_of_information(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto table = contingency(a, b);
  const double of_pair = entropy(table.of_pair, table.vertices);
  return std::max(0.0, 2 * of_pair - entropy(table.of_a, table.vertices) - entropy(table.of_b, table.vertices));
}

double adjusted_rand_index(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto table = contingency(a, b);
  const double of_a = pairs_within(table.of_a), of_b = pairs_within(table.of_b);
  const double all = table.vertices * (table.vertices - 1) / 2;
  const double expected = all > 0 ? of_a / all * of_b : 0;
  const double most = (of_a + of_b) / 2;
  if (most == expected) return 1;  // all alone or all together, on both sides
  return (pairs_within(table.of_pair) - expected) / (most - expected);
}

}  // namespace maillage

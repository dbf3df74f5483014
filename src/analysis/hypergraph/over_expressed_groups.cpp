// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/over_expressed_groups.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <span>

namespace maillage {
namespace {

/// ln k! for 0 … n, in the width that leaves probabilities all their digits: of 100,000 partnerships ln n! has seven
/// before the point.
class LogFactorials {
 public:
  explicit LogFactorials(std::uint32_t n) : values_(n + 1, 0) {
    for (std::uint32_t k = 2; k <= n; ++k) values_[k] = values_[k - 1] + std::log(static_cast<long double>(k));
  }
  long double log_choose(std::uint32_t n, std::uint32_t k) const { return values_[n] - values_[k] - values_[n - k]; }

 private:
  std::vector<long double> values_;
};

/// P(X = hits): `draws` of `whole` drawn without putting back, `marked` of them being marked.
double hypergeometric(const LogFactorials& logs, std::uint32_t whole, std::uint32_t marked, std::uint32_t draws,
                      std::uint32_t hits) {
  if (hits > marked || hits > draws || draws - hits > whole - marked) return 0;
  return static_cast<double>(std::exp(logs.log_choose(marked, hits) + logs.log_choose(whole - marked, draws - hits) -
                                      logs.log_choose(whole, draws)));
}

double chance(const LogFactorials& logs, std::uint32_t whole, std::vector<std::uint32_t>& sizes,
              std::uint32_t at_least) {
  if (at_least == 0) return 1;
  std::ranges::sort(sizes);
  const auto smallest = sizes.front();
  if (at_least > smallest) return 0;
  std::vector<double> probability(smallest + 1, 0), next(smallest + 1);
  probability[smallest] = 1;  // of so many being in all sets so far
  for (const auto size : std::span(sizes).subspan(1)) {
    std::ranges::fill(next, 0);
    for (auto there = at_least; there <= smallest; ++there) {  // what fell below cannot come back
      if (probability[there] == 0) continue;
      for (auto stays = at_least; stays <= there; ++stays) {
        next[stays] += probability[there] * hypergeometric(logs, whole, there, size, stays);
      }
    }
    probability.swap(next);
  }
  double sum = 0;
  for (auto there = smallest; there >= at_least; --there) sum += probability[there];  // smallest numbers first
  return std::min(sum, 1.0);
}

double binomial(double n, std::uint32_t k) {
  double value = 1;
  for (std::uint32_t i = 0; i < k; ++i) value *= (n - i) / (i + 1.0);
  return value;
}

class GroupsOfOneSize {
 public:
  GroupsOfOneSize(const Incidence& incidence, std::vector<std::uint32_t> partnerships)
      : incidence_(&incidence), count_(static_cast<std::uint32_t>(partnerships.size())),
        in_size_(incidence.party_count(), 0) {
    for (const auto p : partnerships) {
      for (const auto v : incidence.members_of(p)) ++in_size_[v];
    }
    // Partnerships of the same parties side by side, in order of number.
    std::ranges::stable_sort(partnerships, [&](std::uint32_t a, std::uint32_t b) {
      return std::ranges::lexicographical_compare(incidence.members_of(a), incidence.members_of(b));
    });
    for (const auto p : partnerships) {
      const auto members = incidence.members_of(p);
      if (groups.empty() || !std::ranges::equal(groups.back().members, members)) {
        groups.push_back({.members = {members.begin(), members.end()}, .partnerships = {}});
      }
      groups.back().partnerships.push_back(p);
    }
  }

  OverExpression::Tested tested() const {
    const auto parties = static_cast<std::uint32_t>(in_size_.size() - std::ranges::count(in_size_, 0U));
    const auto size = static_cast<std::uint32_t>(groups.front().members.size());
    return {.size = size,
            .partnerships = count_,
            .parties = parties,
            .groups = static_cast<std::uint32_t>(groups.size()),
            .tests = binomial(parties, size)};
  }

  void test(const LogFactorials& logs) {
    std::vector<std::uint32_t> sizes;
    for (auto& group : groups) {
      sizes.clear();
      group.expected = count_;
      for (const auto v : group.members) {
        sizes.push_back(in_size_[v]);
        group.expected *= static_cast<double>(in_size_[v]) / count_;
      }
      group.p_value = chance(logs, count_, sizes, static_cast<std::uint32_t>(group.partnerships.size()));
    }
    std::ranges::sort(groups, [](const auto& a, const auto& b) {
      return a.p_value != b.p_value ? a.p_value < b.p_value : a.members < b.members;
    });
  }

  /// Keeps those that pass the false discovery rate.
  void keep_over_expressed(double tests, double significance) {
    std::size_t keep = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i].p_value < static_cast<double>(i + 1) * significance / tests) keep = i + 1;
      groups[i].passes_bonferroni = groups[i].p_value < significance / tests;
    }
    groups.resize(keep);
  }

  std::vector<OverExpressedGroup> groups;

 private:
  const Incidence* incidence_;
  std::uint32_t count_;
  std::vector<std::uint32_t> in_size_;  // partnerships of this size, by party
};

}  // namespace

double chance_of_intersection(std::uint32_t whole, std::vector<std::uint32_t> sizes, std::uint32_t at_least) {
  return chance(LogFactorials(whole), whole, sizes, at_least);
}

OverExpression over_expressed_groups(const Incidence& incidence, const std::vector<bool>& counts, double significance) {
  OverExpression found{.groups = {}, .tested = {}, .significance = significance};
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_size;
  std::size_t most = 0;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    if (!counts[p] || incidence.size(p) < 2) continue;
    auto& list = by_size[incidence.size(p)];
    list.push_back(p);
    most = std::max(most, list.size());
  }
  const LogFactorials logs(static_cast<std::uint32_t>(most));
  for (auto& [size, partnerships] : by_size) {
    GroupsOfOneSize of_size(incidence, std::move(partnerships));
    found.tested.push_back(of_size.tested());
    of_size.test(logs);
    of_size.keep_over_expressed(found.tested.back().tests, significance);
    std::ranges::move(of_size.groups, std::back_inserter(found.groups));
  }
  return found;
}

}  // namespace maillage

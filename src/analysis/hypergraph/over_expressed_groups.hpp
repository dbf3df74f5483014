// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage {

/// Institutions that sign together, just they, more often than their numbers of agreements make likely.
struct OverExpressedGroup {
  std::vector<std::uint32_t> members;       ///< ascending
  std::vector<std::uint32_t> partnerships;  ///< of exactly these parties, ascending
  double expected = 0;                      ///< N Π (nᵢ/N): partnerships to be expected
  double p_value = 1;                       ///< of so many or more
  bool passes_bonferroni = false;           ///< p < significance / tests
};

struct OverExpression {
  std::vector<OverExpressedGroup> groups;  ///< that pass the false discovery rate: by size, p-value, then members
  /// What was tested, for each size there is.
  struct Tested {
    std::uint32_t size = 0;
    std::uint32_t partnerships = 0;  ///< of that size: N
    std::uint32_t parties = 0;       ///< in one of them
    std::uint32_t groups = 0;        ///< different sets of parties
    double tests = 0;                ///< groups there could be: binomial(parties, size)
  };
  std::vector<Tested> tested;  ///< by size
  double significance = 0.01;
};

/// Statistically validated groups (Musciotto, Battiston & Mantegna 2021, Commun. Phys. 4:218,
/// doi:10.1038/s42005-021-00710-4), one size n ≥ 2 at a time.
///
/// If party i, which has nᵢ of the N partnerships of size n, had them drawn at random, the number X common to all n
/// parties of a group would follow the intersection of n random subsets: a chain of hypergeometric distributions, computed
/// exactly. The p-value is P(X ≥ w), w being the partnerships of just this group. Corrected for as many tests as there
/// could be groups: by the false discovery rate (Benjamini & Hochberg 1995) and by Bonferroni. `counts[p]` false leaves
/// partnership p out (parties that are not all named). Cost: O(n (nᵢ − w)²) a group, nᵢ being the smallest.
OverExpression over_expressed_groups(const Incidence& incidence, const std::vector<bool>& counts,
                                     double significance);

/// P(X ≥ at_least) for the intersection X of random subsets of the given sizes of a set of `whole`. Exact up to rounding.
double chance_of_intersection(std::uint32_t whole, std::vector<std::uint32_t> sizes, std::uint32_t at_least);

}  // namespace maillage

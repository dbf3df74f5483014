// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/two_mode_clustering.hpp"

#include <algorithm>
#include <limits>

namespace maillage {
namespace {

/// Calls visit(v, w, shared) for each ordered pair of parties with `shared` ≥ 1 partnerships in common, v ascending and
/// the w of one v ascending.
template <class Visit>
void for_each_pair_of_partners(const Incidence& incidence, Visit visit) {
  std::vector<std::uint32_t> shared(incidence.party_count(), 0), partners;
  for (std::uint32_t v = 0; v < incidence.party_count(); ++v) {
    partners.clear();
    for (const auto p : incidence.partnerships_of(v)) {
      for (const auto w : incidence.members_of(p)) {
        if (w != v && shared[w]++ == 0) partners.push_back(w);
      }
    }
    std::ranges::sort(partners);
    for (const auto w : partners) {
      visit(v, w, shared[w]);
      shared[w] = 0;
    }
  }
}

double share(std::uint32_t shared, std::uint32_t of_one, std::uint32_t of_other, Overlap overlap) {
  switch (overlap) {
    case Overlap::dot: return static_cast<double>(shared) / (of_one + of_other - shared);
    case Overlap::min: return static_cast<double>(shared) / std::min(of_one, of_other);
    case Overlap::max: return static_cast<double>(shared) / std::max(of_one, of_other);
  }
  return 0;
}

}  // namespace

std::vector<double> two_mode_clustering(const Incidence& incidence, Overlap overlap) {
  std::vector<double> sum(incidence.party_count(), 0);
  std::vector<std::uint32_t> partners(incidence.party_count(), 0);
  for_each_pair_of_partners(incidence, [&](std::uint32_t v, std::uint32_t w, std::uint32_t shared) {
    sum[v] += share(shared, incidence.hyperdegree(v), incidence.hyperdegree(w), overlap);
    ++partners[v];
  });
  for (std::uint32_t v = 0; v < sum.size(); ++v) {
    sum[v] = partners[v] > 0 ? sum[v] / partners[v] : std::numeric_limits<double>::quiet_NaN();
  }
  return sum;
}

FourCycles robins_alexander(const Incidence& incidence) {
  FourCycles found;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    for (const auto v : incidence.members_of(p)) {
      found.three_paths += (incidence.size(p) - 1.0) * (incidence.hyperdegree(v) - 1.0);
    }
  }
  for_each_pair_of_partners(incidence, [&](std::uint32_t v, std::uint32_t w, std::uint32_t shared) {
    if (v < w) found.four_cycles += shared * (shared - 1.0) / 2;
  });
  found.coefficient = found.three_paths > 0 ? 4 * found.four_cycles / found.three_paths
                                            : std::numeric_limits<double>::quiet_NaN();
  return found;
}

}  // namespace maillage

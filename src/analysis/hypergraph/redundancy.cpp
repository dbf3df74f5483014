// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/redundancy.hpp"

#include <algorithm>
#include <limits>

#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr std::uint32_t kNever = 0xFFFFFFFFU;

class PairsElsewhere {
 public:
  explicit PairsElsewhere(const Incidence& incidence)
      : incidence_(&incidence), last_party_(incidence.partnership_count(), kNever),
        last_seen_from_(incidence.partnership_count(), kNever) {}

  /// Pairs of partnerships of v that have another party than v in common.
  std::uint64_t count(std::uint32_t v) {
    const auto own = incidence_->partnerships_of(v);
    for (const auto p : own) last_party_[p] = v;
    std::uint64_t found = 0;
    for (const auto p : own) {
      for (const auto w : incidence_->members_of(p)) {
        if (w != v) found += newly_seen(v, p, w);
      }
    }
    // Marks are by the partnership they were seen from, which belongs to other parties too.
    for (const auto p : own) last_seen_from_[p] = kNever;
    return found;
  }

 private:
  std::uint64_t newly_seen(std::uint32_t v, std::uint32_t p, std::uint32_t w) {
    std::uint64_t found = 0;
    const auto all = incidence_->partnerships_of(w);
    for (auto i = all.size(); i > 0 && all[i - 1] > p; --i) {
      const auto q = all[i - 1];
      if (last_party_[q] != v || last_seen_from_[q] == p) continue;
      last_seen_from_[q] = p;
      ++found;
    }
    return found;
  }

  const Incidence* incidence_;
  std::vector<std::uint32_t> last_party_;      // that had this partnership marked as its own
  std::vector<std::uint32_t> last_seen_from_;  // the partnership it was last counted with
};

double work_of(const Incidence& incidence) {
  double work = 0;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    double there = 0;
    for (const auto v : incidence.members_of(p)) there += incidence.hyperdegree(v);
    work += there * incidence.size(p);
  }
  return work;
}

}  // namespace

std::vector<double> redundancy(const Incidence& incidence) {
  constexpr std::size_t parties_a_chunk = 256;
  const auto n = incidence.party_count();
  std::vector<double> values(n, std::numeric_limits<double>::quiet_NaN());
  const auto chunks = (n + parties_a_chunk - 1) / parties_a_chunk;
  over_chunks(
      chunks, work_of(incidence), [&] { return PairsElsewhere(incidence); },
      [&](PairsElsewhere& pairs, std::size_t chunk) {
        const auto end = std::min<std::size_t>(n, (chunk + 1) * parties_a_chunk);
        for (auto v = static_cast<std::uint32_t>(chunk * parties_a_chunk); v < end; ++v) {
          const double d = incidence.hyperdegree(v);
          if (d >= 2) values[v] = static_cast<double>(pairs.count(v)) / (d * (d - 1) / 2);
        }
      },
      [](PairsElsewhere&, std::size_t) {});
  return values;
}

}  // namespace maillage

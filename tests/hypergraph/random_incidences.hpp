// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage::random_incidences {

using Lists = std::vector<std::vector<std::uint32_t>>;

inline constexpr std::uint64_t count = 150;

struct Made {
  std::uint32_t parties = 0;
  Lists partnerships;  // members ascending
  Incidence incidence() const { return Incidence(parties, partnerships); }
};

/// A few partnerships of one to six parties between at most fourteen; some twice, some parties in none. The same for the
/// same seed on every machine.
inline Made make(std::uint64_t seed) {
  std::mt19937_64 random(seed * 2654435761U + 5);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  Made made{.parties = 1 + below(14), .partnerships = Lists(below(18))};
  for (auto& members : made.partnerships) {
    std::vector<bool> is_member(made.parties, false);
    for (auto left = 1 + below(6); left > 0; --left) is_member[below(1 + below(made.parties))] = true;
    for (std::uint32_t v = 0; v < made.parties; ++v) {
      if (is_member[v]) members.push_back(v);
    }
  }
  if (made.partnerships.size() > 3) made.partnerships[0] = made.partnerships[2];
  return made;
}

template <class Test>
void on_each(Test test) {
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE("random incidence " + std::to_string(seed));
    test(make(seed));
  }
}

}  // namespace maillage::random_incidences

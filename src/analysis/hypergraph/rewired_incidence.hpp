// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/hypergraph/incidence.hpp"

namespace maillage {

/// Random incidences with the same hyperdegrees and sizes as a given one, one after another: a workspace.
class RewiredIncidence {
 public:
  explicit RewiredIncidence(const Incidence& incidence);

  /// Draws the incidence of that seed, from the given one again: of each two incidences (v in p, w in q) drawn at random
  /// v and w change places, unless one of them is in both. `attempts` × O(size). Gives the swaps made.
  std::uint64_t draw(std::uint64_t seed, std::uint64_t attempts);

  /// Members of all partnerships, those of p from member_first()[p] of the given incidence on, in no order.
  std::span<const std::uint32_t> members() const { return members_; }

 private:
  bool is_member(std::uint32_t party, std::uint32_t partnership) const;
  const Incidence* incidence_;
  std::vector<std::uint32_t> members_, partnership_of_;  // by place
};

}  // namespace maillage

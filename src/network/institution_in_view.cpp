// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "network/network_view.hpp"

namespace maillage {
namespace {

constexpr int longest_chain = 64;  // a cycle is a fault that `check` reports; here it only must not hang

// Successor of an institution by the reference day: a split keeps the predecessor.
Index successor_of(const DataSet& data, Index institution, Day day) {
  const auto successions =
      std::ranges::equal_range(data.successions, institution, {}, [](const auto& s) { return s.predecessor; });
  for (const auto& succession : successions) {
    if (succession.kind != SuccessionKind::split && succession.date.earliest() <= day) return succession.successor;
  }
  return kNone;
}

// The one institution that `institution` was before `day`; none where there was no change, or where several merged.
Index predecessor_of(const DataSet& data, Index institution, Day day) {
  Index found = kNone;
  for (const auto& succession : data.successions) {
    if (succession.successor != institution || succession.kind == SuccessionKind::split) continue;
    if (!succession.date.is_known() || succession.date.earliest() <= day) continue;
    if (found != kNone) return kNone;
    found = succession.predecessor;
  }
  return found;
}

}  // namespace

Index institution_in_view(const DataSet& data, const ViewOptions& options, const std::optional<Day>& reference_day,
                          Index agreement, Index institution) {
  if (!data.successions.empty()) {
    const bool as_now = options.institutions == InstitutionsAs::now;
    auto day = reference_day.value_or(kDistantFuture);
    if (!as_now) {
      if (agreement == kNone || !data.agreements.signed_on[agreement].is_known()) day = kDistantFuture;
      else day = data.agreements.signed_on[agreement].latest();
    }
    for (int step = 0; step < longest_chain; ++step) {
      const auto next = as_now ? successor_of(data, institution, day) : predecessor_of(data, institution, day);
      if (next == kNone) break;
      institution = next;
    }
  }
  for (int step = 0; options.roll_up && step < longest_chain; ++step) {
    const auto parent = data.institutions.parent[institution];
    if (parent == kNone) break;
    institution = parent;
  }
  return institution;
}

}  // namespace maillage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/deadline.hpp"

namespace maillage {

/// A deadline and the agreement it is of.
struct Decision {
  Index agreement = kNone;
  Deadline deadline{};
};

/// What there is to decide of some agreements before a day, and what is left out and why.
struct DecisionList {
  /// What was missed while the term still runs, then what is ahead, each by day; then what is unknown, by the latest day
  /// it can be. Ties by row.
  std::vector<Decision> decisions{};
  std::size_t missed = 0, ahead = 0, unknown = 0;
  std::vector<Index> without_term{}, terminated{};
  std::vector<std::pair<Index, Index>> succeeded{};  ///< with the agreement that took its place
  std::vector<std::pair<Index, Index>> amendments{}; ///< with the agreement that each amends
};

/// Deadlines from `as_of` on whose last day to act is, or can be, before `before`; of those that are unknown all. A
/// deadline that only can be before it is possible. O(n log n).
DecisionList decisions_before(const DataSet& data, std::span<const Index> agreements, std::optional<Day> as_of, Day before);

/// Both lists as one, in its order; of different agreements. O(n log n).
DecisionList together(DecisionList one, const DecisionList& other);

/// A day between two bounds as EDTF: one day, a span, `[..b]`, `[a..]`; empty where neither is known.
std::string edtf_of_bounds(Day earliest, Day latest);

}  // namespace maillage
